// Package crash sends what has been recorded when a panic ends the program. Code woven into package runtime calls it, which only programs
// with the aspects gots:otel/crash have: weaving runtime has every package compiled again.
package crash

import (
	"context"
	"runtime/debug"
	"time"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/rt"
)

// hook is called with the value of a panic that nothing recovered, on its goroutine, before the runtime prints it.
//
//go:linkname hook gots_runtime_crash
var hook func(value any)

func init() { hook = crashed }

// timeout is how long the end of the program waits.
const timeout = time.Second

// crashed ends the span that the goroutine is in, as one that panicked, and sends what there is. Whatever happens here, the program ends as
// it would.
func crashed(value any) {
	defer func() { _ = recover() }()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	stack := string(debug.Stack())
	span := rt.SpanOf(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { _ = recover() }()
		span.Panicked(value, stack)
		span.End()
		rt.Flush(ctx)
	}()
	select {
	case <-done:
	case <-ctx.Done():
	}
}
