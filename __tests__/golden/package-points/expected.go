//line input.go:1:1
//demo:file

package main

type Server struct{}

func (*Server) Close() {}

func main() {{
/*line aspects.yml:25:46*/println("file")
};{
/*line aspects.yml:16:46*/println("all of them")
};/*line input.go:9:14*/}
