package bridge

import (
	"context"
	"testing"

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestSpanOfGoroutine(t *testing.T) {
	rttest.Use(t)
	_, s := rt.NewScope("x").Start(context.Background(), rt.Internal, "request")
	defer s.End()
	token := rt.Enter(s)
	if got := spanOfGoroutine(context.Background()); got != nil {
		t.Errorf("without being asked for: %v", got)
	}
	local.SetMode(local.Full)
	defer local.SetMode(local.Hooks)
	for _, ctx := range []context.Context{nil, context.Background()} {
		got := spanOfGoroutine(ctx)
		if got == nil || got.SpanContext().SpanID() != trace.SpanID(s.Context().Span) {
			t.Errorf("%v", got)
		}
	}
	// A context that has a span, and one that is to have none.
	other, _ := rt.NewScope("x").Start(context.Background(), rt.Internal, "other")
	for _, ctx := range []context.Context{other, trace.ContextWithSpanContext(context.Background(), trace.SpanContext{})} {
		if got := spanOfGoroutine(ctx); got != nil {
			t.Errorf("%v", got)
		}
	}
	token.Leave()
	if got := spanOfGoroutine(context.Background()); got != nil {
		t.Errorf("after the scope: %v", got)
	}
	defer local.Enter(&local.Scope{Suppressed: true}).Leave()
	if got := spanOfGoroutine(context.Background()); got != nil {
		t.Errorf("suppressed: %v", got)
	}
}
