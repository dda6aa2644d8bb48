//line input.go:1:1
package demo

// Doc comment.
//
//demo:span name:"with space" plain tag:'a:b' last:
func a() {{
/*line aspects.yml:9:51*/_ = "name" + ":" + "with space"
/*line aspects.yml:9:51*/_ = "plain" + ":" + ""
/*line aspects.yml:9:51*/_ = "tag" + ":" + "a:b"
/*line aspects.yml:9:51*/_ = "last" + ":" + ""


};/*line input.go:6:11*/}

//demo:span

func stillMine() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:10:19*/}

//demo:spanner
func b() {}

// demo:span
func c() {}

func d() {
	//demo:span
	go func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:20:13*/}()

	//demo:span x:1
	defer func() {{
/*line aspects.yml:9:51*/_ = "x" + ":" + "1"


};/*line input.go:23:16*/ _ = func() {} }()

	//demo:span
	f, g := func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:26:18*/}, func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:26:29*/}

	//demo:span
	f = func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:29:14*/}

	var h = 1 //demo:span
	_ = func() {}

	//demo:span
	call(func() {})

	//demo:span
	func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:38:10*/}()

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
	return func() {{
/*line aspects.yml:10:23*/_ = "no arguments"


};/*line input.go:52:17*/}
}
