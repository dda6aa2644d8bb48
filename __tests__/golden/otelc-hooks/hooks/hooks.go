package hooks

import "net/http"

type HookContext interface{ SetData(any) }

func BeforeServe(ctx HookContext, s any, network, address string, h http.Handler) { ctx.SetData(h) }

func AfterServe(ctx HookContext, err error) {}
