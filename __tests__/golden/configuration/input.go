package demo

func Run() {}
