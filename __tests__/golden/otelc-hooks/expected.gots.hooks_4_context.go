//line <gots>/hooks_4_context.go:1:1
package server

type __gotsHookContext4 interface {
	SetData(interface{})
}
