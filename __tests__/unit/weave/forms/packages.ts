/** What the forms call: every function tells the trace that it ran, so that what is run, how often and when can be compared. */
export const packages: Readonly<Record<string, string>> = {
  'lib/lib.go': `package lib

import (
	"fmt"
	"sync"
)

var (
	mu    sync.Mutex
	trace []string
)

func Log(format string, args ...any) {
	mu.Lock()
	defer mu.Unlock()
	trace = append(trace, fmt.Sprintf(format, args...))
}

func Trace() []string {
	defer func() { trace = nil }()
	return trace
}

func F(x int) int { Log("F %d", x); return x }

func Done(c chan bool) int { Log("Done"); close(c); return 1 }

func G[X any](x X) X { Log("G %v", x); return x }

func Zero[X any]() X { var x X; Log("Zero %T", x); return x }

func G2[K, V any](k K, v V) V { Log("G2 %v %v", k, v); return v }

type T int

func (t T) F(x int) int { Log("T.F %d", x); return int(t) + x }

type S struct{ A int }

var V = &S{1}

var Table = map[string]func(int) int{"F": F}

func New() *S { Log("New"); return &S{} }

func (s *S) P(x int) *S { Log("P %d", x); s.A += x; return s }

func (s S) Val() S { Log("Val"); return s }

func (s *S) F(x int) int { Log("S.F %d", x); return x }

func (s *S) Dial(a string, o ...Opt) int { return Dial(a, o...) }

type Ps interface{ P(x int) *S }

type Gen[X any] struct{ X X }

func (g *Gen[X]) P(x X) *Gen[X] { Log("Gen.P %v", x); return g }

type C struct{ A, B int }

type Opt func(*int)

func With(n int) Opt { Log("With %d", n); return func(p *int) { *p += n } }

func Dial(a string, o ...Opt) int {
	n := len(a)
	for _, f := range o {
		f(&n)
	}
	Log("Dial %s %d", a, n)
	return n
}

func DialOf[X any](a X, o ...Opt) X { Dial(fmt.Sprint(a), o...); return a }

func Opts2(o ...Opt) (int, error) { return Dial("", o...), nil }

func One() string { Log("One"); return "one" }

func Two() (string, Opt) { Log("Two"); return "two", With(1) }

func Three() (string, Opt, Opt) { Log("Three"); return "three", With(1), With(2) }

func Str() (hidden, Opt) { return "hidden", With(3) }

type hidden string

func DialHidden(a hidden, o ...Opt) hidden { Dial(string(a), o...); return a }

func Void(a string, o ...Opt) { Dial(a, o...) }
`,
  'inj/inj.go': `package inj

import "example.com/m/lib"

var Hits int

func W[X any](x X) X { Hits++; return x }

func F(x int) int { Hits++; lib.Log("F %d", x); return x }

func G[X any](x X) X { Hits++; lib.Log("G %v", x); return x }

func Zero[X any]() X { Hits++; var x X; lib.Log("Zero %T", x); return x }

func G2[K, V any](k K, v V) V { Hits++; lib.Log("G2 %v %v", k, v); return v }
`,
};
