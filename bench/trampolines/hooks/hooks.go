// Package hooks holds the hooks that are measured: they do as little as hooks of their kind can.
package hooks

import "go.opentelemetry.io/otelc/pkg/hook"

var sink int

func BeforeUnused(_ hook.HookContext, recv interface{}, a, b int, name string) { sink = a }

func AfterUnused(_ hook.HookContext, n int, err error) { sink = n }

func BeforeData(ctx hook.HookContext, recv interface{}, a, b int, name string) { ctx.SetData(&sink) }

func AfterData(ctx hook.HookContext, n int, err error) { *ctx.GetData().(*int) = n }

func BeforeParams(ctx hook.HookContext, recv interface{}, a, b int, name string) {
	if a == 1 {
		ctx.SetParam(1, 2)
	}
}

func AfterParams(ctx hook.HookContext, n int, err error) { sink = n }

func BeforeResults(ctx hook.HookContext, recv interface{}, a, b int, name string) { sink = a }

func AfterResults(ctx hook.HookContext, n int, err error) { ctx.SetReturnVal(1, nil) }

func AfterOnly(ctx hook.HookContext, n int, err error) { sink = ctx.GetReturnValCount() }

var last hook.HookContext

func BeforeKept(ctx hook.HookContext, recv interface{}, a, b int, name string) { last = ctx }

func AfterKept(ctx hook.HookContext, n int, err error) { last = nil }
