//demo:file

package main

type Server struct{}

func (*Server) Close() {}

func main() {}
