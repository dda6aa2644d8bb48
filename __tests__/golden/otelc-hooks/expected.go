//line input.go:1:1
package server; import _ "unsafe"

import "net/http"

type Server struct{}

func (__receiver__0 /*line input.go:7:7*/*Server) Serve(network, address string, h http.Handler) (__result__0 /*line input.go:7:63*/error)/*line input.go:7:68*/ {/*line otelc.yml:14:9*/{var __gotsC1 __gotsContext; __gotsC1.info = __gotsInfo1; __gotsBefore1(&__gotsC1, __receiver__0, network, address, h); defer func() { __gotsAfter1(&__gotsC1, __result__0) }()};/*line input.go:7:70*/ return nil }

func Serve() int { return 0 }

/*line otelc.yml:14:9*/func __gotsInfo1() __gotsInfo { return __gotsInfo{"Serve", "server", 4, 1, 0} }

/*line otelc.yml:14:9*/func __gotsBefore1(__gotsC *__gotsContext, __gotsP0 interface{}, __gotsP1 string, __gotsP2 string, __gotsP3 http.Handler) {
/*line otelc.yml:14:9*/	defer __gotsFailure("failed to exec Before hook BeforeServe").Report()
/*line otelc.yml:14:9*/	__gotsBeforeHook1(__gotsHidden(__gotsC), __gotsP0, __gotsP1, __gotsP2, __gotsP3)
/*line otelc.yml:14:9*/}

//line otelc.yml:14:9
//go:linkname __gotsBeforeHook1 example.com/golden/otelc-hooks/hooks.BeforeServe
/*line otelc.yml:14:9*/func __gotsBeforeHook1(__gotsC __gotsHookContext4, __gotsP0 interface{}, __gotsP1 string, __gotsP2 string, __gotsP3 http.Handler)

/*line otelc.yml:14:9*/func __gotsAfter1(__gotsC *__gotsContext, __gotsP0 error) {
/*line otelc.yml:14:9*/	defer __gotsFailure("failed to exec After hook AfterServe").Report()
/*line otelc.yml:14:9*/	__gotsC.returned = 0 == 0
/*line otelc.yml:14:9*/	__gotsAfterHook1(__gotsHidden(__gotsC), __gotsP0)
/*line otelc.yml:14:9*/}

//line otelc.yml:14:9
//go:linkname __gotsAfterHook1 example.com/golden/otelc-hooks/hooks.AfterServe
/*line otelc.yml:14:9*/func __gotsAfterHook1(__gotsC __gotsHookContext4, __gotsP0 error)
