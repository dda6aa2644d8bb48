package bridge

import (
	"context"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
)

// What trace.SpanFromContext asks first, with GOTS_GLS=full.
//
//go:linkname goroutineSpan gots_otel_goroutine_span
var goroutineSpan atomic.Pointer[func(context.Context) trace.Span]

// spanOfGoroutine gives the span of the goroutine's scope where ctx has none; nil for the API's own answer. A context that was made to have no
// span, as the SDK does for trace.WithNewRoot, has an empty one.
func spanOfGoroutine(ctx context.Context) trace.Span {
	if local.CurrentMode() != local.Full {
		return nil
	}
	scope := local.Current()
	if scope == nil {
		return nil
	}
	core, ok := scope.Span.(*rt.Span)
	if !ok || core == nil {
		return nil
	}
	if ctx != nil && spanKey != nil && ctx.Value(spanKey) != nil {
		return nil
	}
	s, _ := answer(core, core.Context()).(trace.Span)
	return s
}
