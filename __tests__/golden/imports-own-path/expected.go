//line input.go:1:1
package demo

type T struct{}

func Before() {}

func Run() {{
/*line aspects.yml:8:21*/Before/*line aspects.yml:8:32*/(); var _ T
};/*line input.go:7:13*/}
