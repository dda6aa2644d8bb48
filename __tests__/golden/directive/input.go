package demo

// Doc comment.
//
//demo:span name:"with space" plain tag:'a:b' last:
func a() {}

//demo:span

func stillMine() {}

//demo:spanner
func b() {}

// demo:span
func c() {}

func d() {
	//demo:span
	go func() {}()

	//demo:span x:1
	defer func() { _ = func() {} }()

	//demo:span
	f, g := func() {}, func() {}

	//demo:span
	f = func() {}

	var h = 1 //demo:span
	_ = func() {}

	//demo:span
	call(func() {})

	//demo:span
	func() {}()

	//demo:span
	var i = func() {}

	var (
		//demo:span
		j = func() {}
	)
	_, _, _, _, _ = f, g, h, i, j
}

func call(f func()) func() {
	//demo:span
	return func() {}
}
