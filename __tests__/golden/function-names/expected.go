//line input.go:1:1
package demo

func unnamed(_ /*line input.go:3:14*/int, __argument__1 /*line input.go:3:19*/...string) (__result__0 /*line input.go:3:31*/map[string]func() error, _ /*line input.go:3:56*/error) {{
/*line aspects.yml:7:41*/_, _ = __argument__1, __result__0
};/*line input.go:3:64*/ return nil, nil }

func blank(a, __argument__1/*line input.go:5:16*/ int, __argument__2/*line input.go:5:23*/ ...string) {{
/*line aspects.yml:13:41*/_, _ = __argument__1, __argument__2
};/*line input.go:5:36*/}

func single() /* before */ (__result__0 /*line input.go:7:28*/error)/*line input.go:7:33*/ /* behind */ {{
/*line aspects.yml:20:41*/_ = __result__0 // again
};{
/*line aspects.yml:19:41*/_ = __result__0
};/*line input.go:7:48*/ return nil }

var literal = func(__argument__0 /*line input.go:9:20*/string) (__result__0 /*line input.go:9:28*/error)/*line input.go:9:33*/ {{
/*line aspects.yml:30:13*/_ = __argument__0
/*line aspects.yml:31:54*/defer func() { println(__result__0 != nil) }()
/*line aspects.yml:32:13*/_ = ""

};/*line input.go:9:35*/
	return nil
}

func variadic(a ...error) (func(string) error, error) { return literal, nil }
