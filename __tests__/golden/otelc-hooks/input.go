package server

import "net/http"

type Server struct{}

func (*Server) Serve(network, address string, h http.Handler) error { return nil }

func Serve() int { return 0 }
