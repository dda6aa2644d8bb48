//line input.go:1:1
package main

func main() {{
/*line aspects.yml:10:40*/println("before the tests")
};/*line input.go:3:14*/
	println("tests")
}
