//line input.go:1:1
package demo

type T struct{}

func Run()     {{
/*line aspects.yml:7:40*/println("run")
};/*line input.go:5:17*/}
func (T) Run() {}
func Walk()    {}
