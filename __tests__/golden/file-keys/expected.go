//line input.go:1:1
package demo; import _ "unsafe"

func Open(name string) (__result__0 /*line input.go:3:24*/string)/*line input.go:3:30*/ {/*line aspects.yml:9:9*/{var __gotsC1 __gotsContext; __gotsC1.info = __gotsInfo1; __gotsC1.params = func(__gotsI __gotsInt, __gotsSet __gotsBool, __gotsV __gotsAny) __gotsAny { switch __gotsI { case 0: if __gotsSet { __gotsSet1p0(&name, __gotsV) } else { __gotsV = name } }; return __gotsV }; __gotsBefore1(&__gotsC1, name)};/*line input.go:3:32*/ return name }

/*line aspects.yml:9:9*/func __gotsInfo1() __gotsInfo { return __gotsInfo{"Open", "demo", 1, 1, 0} }

/*line aspects.yml:9:9*/func __gotsBefore1(__gotsC *__gotsContext, __gotsP0 string) {
/*line aspects.yml:9:9*/	defer __gotsFailure("failed to exec Before hook BeforeOpen").Report()
/*line aspects.yml:9:9*/	__gotsBeforeHook1(__gotsHidden(__gotsC), __gotsP0)
/*line aspects.yml:9:9*/}

//line aspects.yml:9:9
//go:linkname __gotsBeforeHook1 example.com/golden/file-keys/hooks.BeforeOpen
/*line aspects.yml:9:9*/func __gotsBeforeHook1(__gotsC __gotsHookContext, __gotsP0 string)

/*line aspects.yml:9:9*/func __gotsSet1p0(__gotsP *string, __gotsV interface{}) {
/*line aspects.yml:9:9*/	var __gotsNone interface{}
/*line aspects.yml:9:9*/	if __gotsV == __gotsNone {
/*line aspects.yml:9:9*/		var __gotsZero string
/*line aspects.yml:9:9*/		*__gotsP = __gotsZero
/*line aspects.yml:9:9*/	} else {
/*line aspects.yml:9:9*/		*__gotsP = __gotsV.(string)
/*line aspects.yml:9:9*/	}
/*line aspects.yml:9:9*/}
