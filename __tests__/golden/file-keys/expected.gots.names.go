//line <gots>/names.go:1:1
package demo

type __gotsAny = interface{}

type __gotsBool = bool

type __gotsFailure string

func (what __gotsFailure) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

type __gotsInt = int

func __gotsNoMap(m map[string]interface{}) bool { return m == nil }

func __gotsPanic(v interface{}) { panic(v) }

type __gotsString = string

type __gotsUintptr = uintptr
