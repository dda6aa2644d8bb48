//line input.go:1:1
// Package demo is named.
package demo

func Run() {{
/*line aspects.yml:8:40*/println("here")
};/*line input.go:4:13*/ func() {{
/*line aspects.yml:8:40*/println("here")
};/*line input.go:4:22*/}() }
