package demo

type T struct{}

func Before() {}

func Run() {}
