package main

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"

	"github.com/DataDog/dd-trace-go/v2/ddtrace/mocktracer"
	"github.com/DataDog/dd-trace-go/v2/ddtrace/tracer"
)

// Each part uses a library and is named after it.
var parts = map[string]func(ctx context.Context) error{}

type custom struct{ context.Context }

//dd:span span.name:custom.operation kind:test
func annotated(ctx context.Context, n int) error {
	if n > 0 {
		return inner(&custom{ctx}, n)
	}
	return nil
}

//dd:span
func inner(c *custom, n int) error { return fmt.Errorf("n is %d", n) }

func main() {
	mock := mocktracer.Start()
	defer mock.Stop()
	names := make([]string, 0, len(parts))
	for name := range parts {
		if len(os.Args) < 2 || strings.Contains(name, os.Args[1]) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	if len(os.Args) > 1 && os.Args[1] == "--list" {
		for name := range parts {
			fmt.Println(name)
		}
		return
	}
	failed := false
	for _, name := range names {
		mock.Reset()
		span, ctx := tracer.StartSpanFromContext(context.Background(), "part")
		err := parts[name](ctx)
		span.Finish()
		ops := map[string]int{}
		for _, span := range mock.FinishedSpans() {
			if span.OperationName() != "part" {
				ops[span.OperationName()]++
			}
		}
		for op, n := range ops {
			fmt.Printf("%s\tspan\t%s\t%d\n", name, op, n)
		}
		if err != nil {
			failed = true
			fmt.Printf("%s\terror\t%v\n", name, err)
		}
	}
	if failed {
		os.Exit(1)
	}
}
