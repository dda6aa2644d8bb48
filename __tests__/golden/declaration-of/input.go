package demo

type T struct{}

func Run()     {}
func (T) Run() {}
func Walk()    {}
