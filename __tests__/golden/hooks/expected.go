//line input.go:1:1
package shop; import _ "unsafe"

import "net/http"

type Server struct{ n int }

func (s *Server) Both(r *http.Request, names ...string) (__result__0 /*line input.go:7:58*/int, __result__1 /*line input.go:7:63*/error) {/*line aspects.yml:5:9*/{var __gots_c1 __gots_hookContext; __gots_c1.info = &__gots_info1; __gots_c1.params = func(__gots_i __gots_int, __gots_set __gots_bool, __gots_v __gots_any) __gots_any { switch __gots_i { case 0: if __gots_set { __gots_set1p0(&s, __gots_v) } else { __gots_v = s }; case 1: if __gots_set { __gots_set1p1(&r, __gots_v) } else { __gots_v = r }; case 2: if __gots_set { __gots_set1p2(&names, __gots_v) } else { __gots_v = names } }; return __gots_v }; __gots_c1.results = func(__gots_i __gots_int, __gots_set __gots_bool, __gots_v __gots_any) __gots_any { switch __gots_i { case 0: if __gots_set { __gots_set1r0(&__result__0, __gots_v) } else { __gots_v = __result__0 }; case 1: if __gots_set { __gots_set1r1(&__result__1, __gots_v) } else { __gots_v = __result__1 } }; return __gots_v }; __gots_before1(&__gots_c1, s, r, names); defer func() { __gots_after1(&__gots_c1, __result__0, __result__1) }()};/*line input.go:7:71*/
	return s.n + len(names), nil
}

func Skip(__argument__0/*line input.go:11:12*/ int, __argument__1/*line input.go:11:19*/ string) (__result__0 /*line input.go:11:28*/string)/*line input.go:11:34*/ {/*line aspects.yml:9:9*/{var __gots_c2 __gots_hookContext; __gots_c2.info = &__gots_info2; __gots_before2(&__gots_c2, __argument__0, __argument__1); if __gots_c2.skip { return }};/*line input.go:11:36*/ return "not skipped" }

func After(a, b int) (sum int) {/*line aspects.yml:13:9*/{defer func() { __gots_after3(sum) }()};/*line input.go:13:33*/
	sum = a + b
	return
}

func Kept(string string) {/*line aspects.yml:17:9*/{var __gots_c4 __gots_hookContext; __gots_c4.info = &__gots_info4; __gots_c4.params = func(__gots_i __gots_int, __gots_set __gots_bool, __gots_v __gots_any) __gots_any { switch __gots_i { case 0: if __gots_set { __gots_set4p0(&string, __gots_v) } else { __gots_v = string } }; return __gots_v }; __gots_before4(&__gots_c4, string); if __gots_c4.skip { return }};/*line input.go:18:27*/}

func Generic[T any](v T, n int) (__result__0 /*line input.go:20:33*/[]T)/*line input.go:20:36*/ {/*line aspects.yml:21:9*/{var __gots_c5 __gots_hookContext; __gots_c5.info = &__gots_info5; __gots_before5(&__gots_c5, v, n); defer func() { __gots_after5(&__gots_c5, __result__0) }()};/*line input.go:20:38*/ return []T{v} }

func Nested() {/*line aspects.yml:25:9*/{__gots_before6()};/*line aspects.yml:27:9*/{__gots_before7()};/*line input.go:22:16*/}

/*line aspects.yml:5:9*/var __gots_info1 = __gots_hookInfo{"Both", "shop", 3, 2, false}

/*line aspects.yml:5:9*/func __gots_before1(c *__gots_hookContext, p0 interface{}, p1 *http.Request, p2 []string) {
/*line aspects.yml:5:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeBoth")
/*line aspects.yml:5:9*/	__gots_beforeHook1(__gots_hookHidden(c), p0, p1, p2)
/*line aspects.yml:5:9*/}

//line aspects.yml:5:9
//go:linkname __gots_beforeHook1 example.com/golden/hooks/hooks.BeforeBoth
/*line aspects.yml:5:9*/func __gots_beforeHook1(c __gots_HookContext, p0 interface{}, p1 *http.Request, p2 []string)

/*line aspects.yml:5:9*/func __gots_after1(c *__gots_hookContext, p0 int, p1 error) {
/*line aspects.yml:5:9*/	defer __gots_hookFailed("failed to exec After hook AfterBoth")
/*line aspects.yml:5:9*/	c.returned = true
/*line aspects.yml:5:9*/	__gots_afterHook1(__gots_hookHidden(c), p0, p1)
/*line aspects.yml:5:9*/}

//line aspects.yml:5:9
//go:linkname __gots_afterHook1 example.com/golden/hooks/hooks.AfterBoth
/*line aspects.yml:5:9*/func __gots_afterHook1(c __gots_HookContext, p0 int, p1 error)

/*line aspects.yml:5:9*/func __gots_set1p0(p **Server, v interface{}) {
/*line aspects.yml:5:9*/	if v == nil {
/*line aspects.yml:5:9*/		var zero *Server
/*line aspects.yml:5:9*/		*p = zero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*p = v.(*Server)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gots_set1p1(p **http.Request, v interface{}) {
/*line aspects.yml:5:9*/	if v == nil {
/*line aspects.yml:5:9*/		var zero *http.Request
/*line aspects.yml:5:9*/		*p = zero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*p = v.(*http.Request)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gots_set1p2(p *[]string, v interface{}) {
/*line aspects.yml:5:9*/	if v == nil {
/*line aspects.yml:5:9*/		var zero []string
/*line aspects.yml:5:9*/		*p = zero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*p = v.([]string)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gots_set1r0(p *int, v interface{}) {
/*line aspects.yml:5:9*/	if v == nil {
/*line aspects.yml:5:9*/		var zero int
/*line aspects.yml:5:9*/		*p = zero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*p = v.(int)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:5:9*/func __gots_set1r1(p *error, v interface{}) {
/*line aspects.yml:5:9*/	if v == nil {
/*line aspects.yml:5:9*/		var zero error
/*line aspects.yml:5:9*/		*p = zero
/*line aspects.yml:5:9*/	} else {
/*line aspects.yml:5:9*/		*p = v.(error)
/*line aspects.yml:5:9*/	}
/*line aspects.yml:5:9*/}

/*line aspects.yml:9:9*/var __gots_info2 = __gots_hookInfo{"Skip", "shop", 2, 1, false}

/*line aspects.yml:9:9*/func __gots_before2(c *__gots_hookContext, p0 int, p1 string) {
/*line aspects.yml:9:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeSkip")
/*line aspects.yml:9:9*/	__gots_beforeHook2(__gots_hookHidden(c), p0, p1)
/*line aspects.yml:9:9*/}

//line aspects.yml:9:9
//go:linkname __gots_beforeHook2 example.com/golden/hooks/hooks.BeforeSkip
/*line aspects.yml:9:9*/func __gots_beforeHook2(c __gots_HookContext, p0 int, p1 string)

/*line aspects.yml:13:9*/func __gots_after3(p0 int) {
/*line aspects.yml:13:9*/	defer __gots_hookFailed("failed to exec After hook AfterOnly")
/*line aspects.yml:13:9*/	__gots_afterHook3(nil, p0)
/*line aspects.yml:13:9*/}

//line aspects.yml:13:9
//go:linkname __gots_afterHook3 example.com/golden/hooks/hooks.AfterOnly
/*line aspects.yml:13:9*/func __gots_afterHook3(c __gots_HookContext, p0 int)

/*line aspects.yml:17:9*/var __gots_info4 = __gots_hookInfo{"Kept", "shop", 1, 0, false}

/*line aspects.yml:17:9*/func __gots_before4(c *__gots_hookContext, p0 string) {
/*line aspects.yml:17:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeKept")
/*line aspects.yml:17:9*/	__gots_beforeHook4(c, p0)
/*line aspects.yml:17:9*/}

//line aspects.yml:17:9
//go:linkname __gots_beforeHook4 example.com/golden/hooks/hooks.BeforeKept
/*line aspects.yml:17:9*/func __gots_beforeHook4(c __gots_HookContext, p0 string)

/*line aspects.yml:17:9*/func __gots_set4p0(p *string, v interface{}) {
/*line aspects.yml:17:9*/	if v == nil {
/*line aspects.yml:17:9*/		var zero string
/*line aspects.yml:17:9*/		*p = zero
/*line aspects.yml:17:9*/	} else {
/*line aspects.yml:17:9*/		*p = v.(string)
/*line aspects.yml:17:9*/	}
/*line aspects.yml:17:9*/}

/*line aspects.yml:21:9*/var __gots_info5 = __gots_hookInfo{"Generic", "shop", 2, 1, true}

/*line aspects.yml:21:9*/func __gots_before5(c *__gots_hookContext, p0 interface{}, p1 int) {
/*line aspects.yml:21:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeGeneric")
/*line aspects.yml:21:9*/	__gots_beforeHook5(__gots_hookHidden(c), p0, p1)
/*line aspects.yml:21:9*/}

//line aspects.yml:21:9
//go:linkname __gots_beforeHook5 example.com/golden/hooks/hooks.BeforeGeneric
/*line aspects.yml:21:9*/func __gots_beforeHook5(c __gots_HookContext, p0 interface{}, p1 int)

/*line aspects.yml:21:9*/func __gots_after5(c *__gots_hookContext, p0 interface{}) {
/*line aspects.yml:21:9*/	defer __gots_hookFailed("failed to exec After hook AfterGeneric")
/*line aspects.yml:21:9*/	c.returned = true
/*line aspects.yml:21:9*/	__gots_afterHook5(__gots_hookHidden(c), p0)
/*line aspects.yml:21:9*/}

//line aspects.yml:21:9
//go:linkname __gots_afterHook5 example.com/golden/hooks/hooks.AfterGeneric
/*line aspects.yml:21:9*/func __gots_afterHook5(c __gots_HookContext, p0 interface{})

/*line aspects.yml:25:9*/func __gots_before6() {
/*line aspects.yml:25:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeOuter")
/*line aspects.yml:25:9*/	__gots_beforeHook6(nil)
/*line aspects.yml:25:9*/}

//line aspects.yml:25:9
//go:linkname __gots_beforeHook6 example.com/golden/hooks/hooks.BeforeOuter
/*line aspects.yml:25:9*/func __gots_beforeHook6(c __gots_HookContext)

/*line aspects.yml:27:9*/func __gots_before7() {
/*line aspects.yml:27:9*/	defer __gots_hookFailed("failed to exec Before hook BeforeInner")
/*line aspects.yml:27:9*/	__gots_beforeHook7(nil)
/*line aspects.yml:27:9*/}

//line aspects.yml:27:9
//go:linkname __gots_beforeHook7 example.com/golden/hooks/hooks.BeforeInner
/*line aspects.yml:27:9*/func __gots_beforeHook7(c __gots_HookContext)
