//line input.go:1:1
package demo

//orchestrion:ignore
func one() { _ = func() {} }

// A comment in front.
//
//gots:ignore because it is hot
func two() {}

//dd:ignore
func three() {}

//orchestrion:ignored is something else
func four() {{
/*line aspects.yml:7:40*/println("woven")
};/*line input.go:15:14*/
	//gots:ignore
	a := func() {}
	b := func() {{
/*line aspects.yml:7:40*/println("woven")
};/*line input.go:18:15*/}
	c := func() {{
/*line aspects.yml:7:40*/println("woven")
};/*line input.go:19:15*/} //gots:ignore
	_, _, _ = a, b, c
}
