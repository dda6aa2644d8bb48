package demo

type http struct{}

func (http) Get() {}

func f() { http{}.Get() }
