//line input.go:1:1
package server; import _ "unsafe"

import "net/http"

type Server struct{}

func (__receiver__0 /*line input.go:7:7*/*Server) Serve(network, address string, h http.Handler) (__result__0 /*line input.go:7:63*/error)/*line input.go:7:68*/ {/*line otelc.yml:14:9*/{var __gots_c1 __gots_hookContext; __gots_c1.info = &__gots_info1; __gots_before1(&__gots_c1, __receiver__0, network, address, h); defer func() { __gots_after1(&__gots_c1, __result__0) }()};/*line input.go:7:70*/ return nil }

func Serve() int { return 0 }

/*line otelc.yml:14:9*/var __gots_info1 = __gots_hookInfo{"Serve", "server", 4, 1, false}

/*line otelc.yml:14:9*/func __gots_before1(c *__gots_hookContext, p0 interface{}, p1 string, p2 string, p3 http.Handler) {
/*line otelc.yml:14:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeServe")
/*line otelc.yml:14:9*/	__gots_beforeHook1(__gots_hookHidden(c), p0, p1, p2, p3)
/*line otelc.yml:14:9*/}

//line otelc.yml:14:9
//go:linkname __gots_beforeHook1 example.com/golden/otelc-hooks/hooks.BeforeServe
/*line otelc.yml:14:9*/func __gots_beforeHook1(c __gots_HookContext, p0 interface{}, p1 string, p2 string, p3 http.Handler)

/*line otelc.yml:14:9*/func __gots_after1(c *__gots_hookContext, p0 error) {
/*line otelc.yml:14:9*/	defer __gots_hookFailed("failed to exec After hook AfterServe")
/*line otelc.yml:14:9*/	c.returned = true
/*line otelc.yml:14:9*/	__gots_afterHook1(__gots_hookHidden(c), p0)
/*line otelc.yml:14:9*/}

//line otelc.yml:14:9
//go:linkname __gots_afterHook1 example.com/golden/otelc-hooks/hooks.AfterServe
/*line otelc.yml:14:9*/func __gots_afterHook1(c __gots_HookContext, p0 error)
