// Command tramp measures what hooks around a function cost: nanoseconds and allocations of one call.
package main

import (
	"fmt"
	"testing"
)

type server struct{ calls int }

//go:noinline
func (s *server) unused(a, b int, name string) (int, error) { s.calls++; return a + b + len(name), nil }

//go:noinline
func (s *server) data(a, b int, name string) (int, error) { s.calls++; return a + b + len(name), nil }

//go:noinline
func (s *server) params(a, b int, name string) (int, error) { s.calls++; return a + b + len(name), nil }

//go:noinline
func (s *server) results(a, b int, name string) (int, error) {
	s.calls++
	return a + b + len(name), nil
}

//go:noinline
func (s *server) after(a, b int, name string) (int, error) { s.calls++; return a + b + len(name), nil }

//go:noinline
func (s *server) kept(a, b int, name string) (int, error) { s.calls++; return a + b + len(name), nil }

func main() {
	s := &server{}
	for _, each := range []struct {
		name string
		call func(int, int, string) (int, error)
	}{
		{"unused", s.unused}, {"data", s.data}, {"params", s.params}, {"results", s.results}, {"after", s.after}, {"kept", s.kept},
	} {
		result := testing.Benchmark(func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; i < b.N; i++ {
				each.call(i, 1, "name")
			}
		})
		fmt.Printf("%s %.1f %d %d\n", each.name, float64(result.T.Nanoseconds())/float64(result.N), result.AllocsPerOp(), result.AllocedBytesPerOp())
	}
}
