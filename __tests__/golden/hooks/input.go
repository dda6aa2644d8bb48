package shop

import "net/http"

type Server struct{ n int }

func (s *Server) Both(r *http.Request, names ...string) (int, error) {
	return s.n + len(names), nil
}

func Skip(_ int, _ string) string { return "not skipped" }

func After(a, b int) (sum int) {
	sum = a + b
	return
}

func Kept(string string) {}

func Generic[T any](v T, n int) []T { return []T{v} }

func Nested() {}
