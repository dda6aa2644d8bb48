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
func four() {
	//gots:ignore
	a := func() {}
	b := func() {}
	c := func() {} //gots:ignore
	_, _, _ = a, b, c
}
