//line <gots>/otelc_context.go:1:1
package server

type __gots_HookContext interface {
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(string) interface{}
	SetKeyData(string, interface{})
	HasKeyData(string) bool
	GetParam(int) interface{}
	SetParam(int, interface{})
	GetReturnVal(int) interface{}
	SetReturnVal(int, interface{})
	GetFuncName() string
	GetPackageName() string
	GetParamCount() int
	GetReturnValCount() int
}
