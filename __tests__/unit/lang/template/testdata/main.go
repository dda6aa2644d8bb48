// Command main answers what Go's text/template and fmt say about a list of cases: JSON on stdin, JSON on stdout.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math/big"
	"os"
	"strconv"
	"strings"
	"text/template"
)

// A Value is a Go value with its type spelled out.
type Value struct {
	T string
	S string  // scalars: as text, strings with one code point for each byte
	L []Value // slices: elements; maps: keys and values in turn; structs: fields
}

type Case struct {
	Text string // one code point for each byte
	Data Value
	// Printf: Text is a format, Data a slice of arguments.
	Printf bool
}

type Answer struct {
	Out string // one code point for each byte
	Err string
}

type Pair struct {
	Key, Value string
	Any        any
	hidden     int
}

// Thing stands for the objects that callers hand to a template.
type Thing struct {
	Field string
}

func (t *Thing) String() string                    { return "_.P0" }
func (t *Thing) Name() string                      { return "thing" }
func (t *Thing) Self() *Thing                      { return t }
func (t *Thing) Nil() any                          { return nil }
func (t *Thing) Any() any                          { return "any" }
func (t *Thing) Arg(n int) string                  { return "arg" + strconv.Itoa(n) }
func (t *Thing) Two(a string, b bool) string       { return fmt.Sprint(a, b) }
func (t *Thing) Rest(a string, rest ...int) string { return a + fmt.Sprint(rest) }
func (t *Thing) Float(f float64) string            { return fmt.Sprint(f) }
func (t *Thing) Uint(u uint8) string               { return fmt.Sprint(u) }
func (t *Thing) Accept(v any) string               { return fmt.Sprintf("%T", v) }
func (t *Thing) Strings(v []string) string         { return strings.Join(v, "+") }
func (t *Thing) Fail() (string, error)             { return "", errors.New("failed on purpose") }
func (t *Thing) List() []string                    { return []string{"x", "y"} }
func (t *Thing) Pairs() []Pair                     { return []Pair{{Key: "k", Value: "v"}, {Key: "l"}} }
func (t *Thing) Things() []*Thing                  { return []*Thing{t, t} }

var functions = template.FuncMap{
	"Version": func() string { return "v1.2.3" },
	"upper":   strings.ToUpper,
	"add": func(a int, rest ...int) int {
		for _, b := range rest {
			a += b
		}
		return a
	},
	"fail": func() (string, error) { return "", errors.New("refused: 100%") },
	"null": func() any { return nil },
}

func bytesOf(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}

func textOf(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteRune(rune(s[i]))
	}
	return b.String()
}

func number(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 10)
	if !ok {
		panic("bad number " + s)
	}
	return n
}

func float(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return f
}

func list[T any](v Value) []T {
	out := make([]T, 0, len(v.L))
	for _, e := range v.L {
		var t T
		if x := build(e); x != nil {
			t = x.(T)
		}
		out = append(out, t)
	}
	return out
}

func dict[K comparable, V any](v Value) map[K]V {
	out := make(map[K]V)
	for i := 0; i+1 < len(v.L); i += 2 {
		var value V
		if x := build(v.L[i+1]); x != nil {
			value = x.(V)
		}
		out[build(v.L[i]).(K)] = value
	}
	return out
}

func build(v Value) any {
	switch v.T {
	case "nil":
		return nil
	case "bool":
		return v.S == "true"
	case "int":
		return int(number(v.S).Int64())
	case "int8":
		return int8(number(v.S).Int64())
	case "int32":
		return int32(number(v.S).Int64())
	case "int64":
		return number(v.S).Int64()
	case "uint":
		return uint(number(v.S).Uint64())
	case "uint8":
		return uint8(number(v.S).Uint64())
	case "uint64":
		return number(v.S).Uint64()
	case "float64":
		return float(v.S)
	case "complex128":
		return complex(float(v.L[0].S), float(v.L[1].S))
	case "string":
		return bytesOf(v.S)
	case "[]interface {}":
		return list[any](v)
	case "[]string":
		return list[string](v)
	case "[]int":
		return list[int](v)
	case "[]uint8":
		return list[uint8](v)
	case "nil []int":
		return []int(nil)
	case "map[string]interface {}":
		return dict[string, any](v)
	case "map[string]int":
		return dict[string, int](v)
	case "map[int]string":
		return dict[int, string](v)
	case "map[interface {}]string":
		return dict[any, string](v)
	case "map[float64]bool":
		return dict[float64, bool](v)
	case "map[string]string":
		return dict[string, string](v)
	case "nil map[string]int":
		return map[string]int(nil)
	case "main.Pair":
		return Pair{Key: bytesOf(v.L[0].S), Value: bytesOf(v.L[1].S), Any: build(v.L[2])}
	case "*main.Thing":
		return &Thing{Field: "field"}
	case "func upper":
		return strings.ToUpper
	case "func add":
		return functions["add"]
	case "func fail":
		return functions["fail"]
	case "seq":
		return iter.Seq[int](func(yield func(int) bool) {
			for i := range 3 {
				if !yield(i * 10) {
					return
				}
			}
		})
	case "seq2":
		return iter.Seq2[string, int](func(yield func(string, int) bool) {
			for i, s := range []string{"a", "b"} {
				if !yield(s, i) {
					return
				}
			}
		})
	}
	panic("unknown type " + v.T)
}

func answer(c Case) (a Answer) {
	if c.Printf {
		return Answer{Out: textOf(fmt.Sprintf(bytesOf(c.Text), list[any](c.Data)...))}
	}
	t, err := template.New("code.Template").Funcs(functions).Parse(bytesOf(c.Text))
	if err == nil {
		var out strings.Builder
		err = t.Execute(&out, build(c.Data))
		a.Out = textOf(out.String())
	}
	if err != nil {
		return Answer{Err: textOf(err.Error())}
	}
	return a
}

func main() {
	var cases []Case
	if err := json.NewDecoder(os.Stdin).Decode(&cases); err != nil {
		panic(err)
	}
	answers := make([]Answer, len(cases))
	for i, c := range cases {
		answers[i] = answer(c)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}
