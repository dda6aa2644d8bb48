package hooks

import "net/http"

type HookContext interface {
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(key string) interface{}
	SetKeyData(key string, val interface{})
	HasKeyData(key string) bool
	GetParamCount() int
	GetParam(idx int) interface{}
	SetParam(idx int, val interface{})
	GetReturnValCount() int
	GetReturnVal(idx int) interface{}
	SetReturnVal(idx int, val interface{})
	GetFuncName() string
	GetPackageName() string
}

func BeforeBoth(ctx HookContext, server interface{}, r *http.Request, names ...string) {
	ctx.SetParam(1, &http.Request{Method: "PUT"})
	helper(ctx)
}

func helper(ctx HookContext) { ctx.SetData(ctx.GetFuncName()) }

func AfterBoth(ctx HookContext, n int, err error) { ctx.SetReturnVal(0, n+1) }

func BeforeSkip(ctx HookContext, n int, _ string) { ctx.SetSkipCall(true) }

func AfterOnly(_ HookContext, sum int) {}

var last HookContext

func BeforeKept(ctx HookContext, s string) { last = ctx }

func BeforeGeneric(ctx HookContext, v interface{}, n int) { ctx.SetData(v) }

func AfterGeneric(ctx HookContext, all interface{}) {}

func BeforeOuter(HookContext) {}

func BeforeInner(ctx HookContext) {}
