//line input.go:1:1
package demo; import __gots_log "log"

// The file must mention second and demo:mark for their aspects to be kept: //demo:mark
func First() int { return 1 }

/*line aspects.yml:8:13*/func second(name string) (_ /*line aspects.yml:8:39*/string, __result__1 /*line aspects.yml:8:47*/error) {{
/*line aspects.yml:22:21*/__gots_log/*line aspects.yml:22:24*/.Println("second", name, __result__1)
};
/*line aspects.yml:9:13*/  return helper(name), nil
/*line aspects.yml:10:13*/}

//line aspects.yml:12:13
//demo:mark one:1
/*line aspects.yml:13:13*/func helper(name string) string {{
/*line aspects.yml:30:51*/_ = "one=1"


};/*line aspects.yml:13:46*/ return name }

