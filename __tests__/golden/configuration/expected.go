//line input.go:1:1
package demo

func Run() {{
/*line aspects.yml:8:40*/println("wrap")
};/*line input.go:3:13*/}
