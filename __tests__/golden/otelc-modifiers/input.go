package modifiers

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

type state struct {
	n int
}

var (
	first, second = 1, 2
	third         int
)

func double(n int) int { _ = twice; return 2 * n }

var twice = 0

func newBuffer() any { return nil }

var pools = []*sync.Pool{{}, &sync.Pool{}}

func (s *state) Answer() int { return s.n }

//otelc:span name:"the answer" kind:client
func Ask(_ context.Context, who ...any) (string, error) {
	fmt.Println("asked")
	fmt.Println(who...)
	return strings.ToUpper("answer"), nil
}

//otelc:spanner is another directive
func Other() {}

func Loop(n, _ int) {
	each := func() {
		n += 1
		switch {
		case n > 3:
			fmt.Print("in a case")
		default:
			{ fmt.Println("in a block"); return }
		}
	}
	each()
}
