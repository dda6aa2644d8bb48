//line input.go:1:1
//line original.y:10:3
package demo

func a() {{
/*line aspects.yml:6:40*/println("woven")
};/*line original.y:12:11*/}

//line other.y:100
func b() {{
/*line aspects.yml:6:40*/println("woven")
};/*line other.y:100*/ /*line third.y:7:9*/ func() {{
/*line aspects.yml:6:40*/println("woven")
};/*line third.y:7:18*/}() }
