package demo

func Run() { println(`kept
as it is`) }
