//line input.go:1:1
package shop; import _ "unsafe"

import "net/http"

type Server struct{ n int }

func (s *Server) Both(r *http.Request, names ...string) (__result__0 /*line input.go:7:58*/int, __result__1 /*line input.go:7:63*/error) {/*line aspects.yml:5:9*/{var __gotsC1 __gotsContext; __gotsC1.info = __gotsInfo1; __gotsC1.params = func(__gotsI __gotsInt, __gotsSet __gotsBool, __gotsV __gotsAny) __gotsAny { switch __gotsI { case 0: if __gotsSet { __gotsSet1p0(&s, __gotsV) } else { __gotsV = s }; case 1: if __gotsSet { __gotsSet1p1(&r, __gotsV) } else { __gotsV = r }; case 2: if __gotsSet { __gotsSet1p2(&names, __gotsV) } else { __gotsV = names } }; return __gotsV }; __gotsC1.results = func(__gotsI __gotsInt, __gotsSet __gotsBool, __gotsV __gotsAny) __gotsAny { switch __gotsI { case 0: if __gotsSet { __gotsSet1r0(&__result__0, __gotsV) } else { __gotsV = __result__0 }; case 1: if __gotsSet { __gotsSet1r1(&__result__1, __gotsV) } else { __gotsV = __result__1 } }; return __gotsV }; __gotsBefore1(&__gotsC1, s, r, names); defer func() { __gotsAfter1(&__gotsC1, __result__0, __result__1) }()};/*line input.go:7:71*/
	return s.n + len(names), nil
}

func Skip(__argument__0/*line input.go:11:12*/ int, __argument__1/*line input.go:11:19*/ string) (__result__0 /*line input.go:11:28*/string)/*line input.go:11:34*/ {/*line aspects.yml:9:9*/{var __gotsC2 __gotsContext; __gotsC2.info = __gotsInfo2; __gotsBefore2(&__gotsC2, __argument__0, __argument__1); if __gotsC2.skip { return }};/*line input.go:11:36*/ return "not skipped" }

func After(a, b int) (sum int) {/*line aspects.yml:13:9*/{defer func() { __gotsAfter3(sum) }()};/*line input.go:13:33*/
	sum = a + b
	return
}

func Kept(string string) {/*line aspects.yml:17:9*/{var __gotsC4 __gotsContext; __gotsC4.info = __gotsInfo4; __gotsC4.params = func(__gotsI __gotsInt, __gotsSet __gotsBool, __gotsV __gotsAny) __gotsAny { switch __gotsI { case 0: if __gotsSet { __gotsSet4p0(&string, __gotsV) } else { __gotsV = string } }; return __gotsV }; __gotsBefore4(&__gotsC4, string); if __gotsC4.skip { return }};/*line input.go:18:27*/}

func Generic[T any](v T, n int) (__result__0 /*line input.go:20:33*/[]T)/*line input.go:20:36*/ {/*line aspects.yml:21:9*/{var __gotsC5 __gotsContext; __gotsC5.info = __gotsInfo5; __gotsBefore5(&__gotsC5, v, n); defer func() { __gotsAfter5(&__gotsC5, __result__0) }()};/*line input.go:20:38*/ return []T{v} }

func Nested() {/*line aspects.yml:25:9*/{__gotsBefore6()};/*line aspects.yml:27:9*/{__gotsBefore7()};/*line input.go:22:16*/}

/*line aspects.yml:5:9*/func __gotsInfo1() __gotsInfo { return __gotsInfo{"Both", "shop", 3, 2, 0} }

/*line aspects.yml:5:9*/func __gotsBefore1(__gotsC *__gotsContext, __gotsP0 interface{}, __gotsP1 *http.Request, __gotsP2 []string) {
/*line aspects.yml:5:9*/	defer __gotsFailure("failed to exec Before hook BeforeBoth").Report()
/*line aspects.yml:5:9*/	__gotsBeforeHook1(__gotsHidden(__gotsC), __gotsP0, __gotsP1, __gotsP2)
/*line aspects.yml:5:9*/}

//line aspects.yml:5:9
//go:linkname __gotsBeforeHook1 example.com/golden/hooks/hooks.BeforeBoth
/*line aspects.yml:5:9*/func __gotsBeforeHook1(__gotsC __gotsHookContext, __gotsP0 interface{}, __gotsP1 *http.Request, __gotsP2 []string)

/*line aspects.yml:5:9*/func __gotsAfter1(__gotsC *__gotsContext, __gotsP0 int, __gotsP1 error) {
/*line aspects.yml:5:9*/	defer __gotsFailure("failed to exec After hook AfterBoth").Report()
/*line aspects.yml:5:9*/	__gotsC.returned = 0 == 0
/*line aspects.yml:5:9*/	__gotsAfterHook1(__gotsHidden(__gotsC), __gotsP0, __gotsP1)
/*line aspects.yml:5:9*/}

//line aspects.yml:5:9
//go:linkname __gotsAfterHook1 example.com/golden/hooks/hooks.AfterBoth
/*line aspects.yml:5:9*/func __gotsAfterHook1(__gotsC __gotsHookContext, __gotsP0 int, __gotsP1 error)

/*line aspects.yml:5:9*/func __gotsSet1p0(__gotsP **Server, __gotsV interface{}) {
/*line aspects.yml:5:9*/	var __gotsNone interface{}
/*line aspects.yml:5:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:5:9*/		var __gotsZero *Server
/*line aspects.yml:5:9*/		*__gotsP = __gotsZero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*__gotsP = __gotsV.(*Server)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gotsSet1p1(__gotsP **http.Request, __gotsV interface{}) {
/*line aspects.yml:5:9*/	var __gotsNone interface{}
/*line aspects.yml:5:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:5:9*/		var __gotsZero *http.Request
/*line aspects.yml:5:9*/		*__gotsP = __gotsZero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*__gotsP = __gotsV.(*http.Request)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gotsSet1p2(__gotsP *[]string, __gotsV interface{}) {
/*line aspects.yml:5:9*/	var __gotsNone interface{}
/*line aspects.yml:5:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:5:9*/		var __gotsZero []string
/*line aspects.yml:5:9*/		*__gotsP = __gotsZero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*__gotsP = __gotsV.([]string)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gotsSet1r0(__gotsP *int, __gotsV interface{}) {
/*line aspects.yml:5:9*/	var __gotsNone interface{}
/*line aspects.yml:5:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:5:9*/		var __gotsZero int
/*line aspects.yml:5:9*/		*__gotsP = __gotsZero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*__gotsP = __gotsV.(int)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gotsSet1r1(__gotsP *error, __gotsV interface{}) {
/*line aspects.yml:5:9*/	var __gotsNone interface{}
/*line aspects.yml:5:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:5:9*/		var __gotsZero error
/*line aspects.yml:5:9*/		*__gotsP = __gotsZero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*__gotsP = __gotsV.(error)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:9:9*/func __gotsInfo2() __gotsInfo { return __gotsInfo{"Skip", "shop", 2, 1, 0} }

/*line aspects.yml:9:9*/func __gotsBefore2(__gotsC *__gotsContext, __gotsP0 int, __gotsP1 string) {
/*line aspects.yml:9:9*/	defer __gotsFailure("failed to exec Before hook BeforeSkip").Report()
/*line aspects.yml:9:9*/	__gotsBeforeHook2(__gotsHidden(__gotsC), __gotsP0, __gotsP1)
/*line aspects.yml:9:9*/}

//line aspects.yml:9:9
//go:linkname __gotsBeforeHook2 example.com/golden/hooks/hooks.BeforeSkip
/*line aspects.yml:9:9*/func __gotsBeforeHook2(__gotsC __gotsHookContext, __gotsP0 int, __gotsP1 string)

/*line aspects.yml:13:9*/func __gotsAfter3(__gotsP0 int) {
/*line aspects.yml:13:9*/	defer __gotsFailure("failed to exec After hook AfterOnly").Report()
/*line aspects.yml:13:9*/	var __gotsC __gotsHookContext
/*line aspects.yml:13:9*/	__gotsAfterHook3(__gotsC, __gotsP0)
/*line aspects.yml:13:9*/}

//line aspects.yml:13:9
//go:linkname __gotsAfterHook3 example.com/golden/hooks/hooks.AfterOnly
/*line aspects.yml:13:9*/func __gotsAfterHook3(__gotsC __gotsHookContext, __gotsP0 int)

/*line aspects.yml:17:9*/func __gotsInfo4() __gotsInfo { return __gotsInfo{"Kept", "shop", 1, 0, 0} }

/*line aspects.yml:17:9*/func __gotsBefore4(__gotsC *__gotsContext, __gotsP0 string) {
/*line aspects.yml:17:9*/	defer __gotsFailure("failed to exec Before hook BeforeKept").Report()
/*line aspects.yml:17:9*/	__gotsBeforeHook4(__gotsC, __gotsP0)
/*line aspects.yml:17:9*/}

//line aspects.yml:17:9
//go:linkname __gotsBeforeHook4 example.com/golden/hooks/hooks.BeforeKept
/*line aspects.yml:17:9*/func __gotsBeforeHook4(__gotsC __gotsHookContext, __gotsP0 string)

/*line aspects.yml:17:9*/func __gotsSet4p0(__gotsP *string, __gotsV interface{}) {
/*line aspects.yml:17:9*/	var __gotsNone interface{}
/*line aspects.yml:17:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:17:9*/		var __gotsZero string
/*line aspects.yml:17:9*/		*__gotsP = __gotsZero
/*line aspects.yml:17:9*/	} else {
/*line aspects.yml:17:9*/		*__gotsP = __gotsV.(string)
/*line aspects.yml:17:9*/	}
/*line aspects.yml:17:9*/}

/*line aspects.yml:21:9*/func __gotsInfo5() __gotsInfo { return __gotsInfo{"Generic", "shop", 2, 1, 1} }

/*line aspects.yml:21:9*/func __gotsBefore5(__gotsC *__gotsContext, __gotsP0 interface{}, __gotsP1 int) {
/*line aspects.yml:21:9*/	defer __gotsFailure("failed to exec Before hook BeforeGeneric").Report()
/*line aspects.yml:21:9*/	__gotsBeforeHook5(__gotsHidden(__gotsC), __gotsP0, __gotsP1)
/*line aspects.yml:21:9*/}

//line aspects.yml:21:9
//go:linkname __gotsBeforeHook5 example.com/golden/hooks/hooks.BeforeGeneric
/*line aspects.yml:21:9*/func __gotsBeforeHook5(__gotsC __gotsHookContext, __gotsP0 interface{}, __gotsP1 int)

/*line aspects.yml:21:9*/func __gotsAfter5(__gotsC *__gotsContext, __gotsP0 interface{}) {
/*line aspects.yml:21:9*/	defer __gotsFailure("failed to exec After hook AfterGeneric").Report()
/*line aspects.yml:21:9*/	__gotsC.returned = 0 == 0
/*line aspects.yml:21:9*/	__gotsAfterHook5(__gotsHidden(__gotsC), __gotsP0)
/*line aspects.yml:21:9*/}

//line aspects.yml:21:9
//go:linkname __gotsAfterHook5 example.com/golden/hooks/hooks.AfterGeneric
/*line aspects.yml:21:9*/func __gotsAfterHook5(__gotsC __gotsHookContext, __gotsP0 interface{})

/*line aspects.yml:25:9*/func __gotsBefore6() {
/*line aspects.yml:25:9*/	defer __gotsFailure("failed to exec Before hook BeforeOuter").Report()
/*line aspects.yml:25:9*/	var __gotsC __gotsHookContext
/*line aspects.yml:25:9*/	__gotsBeforeHook6(__gotsC)
/*line aspects.yml:25:9*/}

//line aspects.yml:25:9
//go:linkname __gotsBeforeHook6 example.com/golden/hooks/hooks.BeforeOuter
/*line aspects.yml:25:9*/func __gotsBeforeHook6(__gotsC __gotsHookContext)

/*line aspects.yml:27:9*/func __gotsBefore7() {
/*line aspects.yml:27:9*/	defer __gotsFailure("failed to exec Before hook BeforeInner").Report()
/*line aspects.yml:27:9*/	var __gotsC __gotsHookContext
/*line aspects.yml:27:9*/	__gotsBeforeHook7(__gotsC)
/*line aspects.yml:27:9*/}

//line aspects.yml:27:9
//go:linkname __gotsBeforeHook7 example.com/golden/hooks/hooks.BeforeInner
/*line aspects.yml:27:9*/func __gotsBeforeHook7(__gotsC __gotsHookContext)
