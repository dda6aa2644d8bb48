//line <gots>/otelc_context.go:1:1
package demo

type __gotsHookContext interface {
	SetSkipCall(__gotsBool)
	IsSkipCall() __gotsBool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(__gotsString) interface{}
	SetKeyData(__gotsString, interface{})
	HasKeyData(__gotsString) __gotsBool
	GetParam(__gotsInt) interface{}
	SetParam(__gotsInt, interface{})
	GetReturnVal(__gotsInt) interface{}
	SetReturnVal(__gotsInt, interface{})
	GetFuncName() __gotsString
	GetPackageName() __gotsString
	GetParamCount() __gotsInt
	GetReturnValCount() __gotsInt
}
