package bridge

import (
	"context"
	"testing"

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

// A middleware that looks at the span starts it before the router has named the route: the program's span learns it all the same.
func TestARouteThatIsFoundOnceTheSpanHasStarted(t *testing.T) {
	own := &theirs{}
	use(t, own)
	ctx, request := hooks.StartRequest(context.Background(), context.Background(), t, "GET", "/orders/1")
	if !trace.SpanContextFromContext(ctx).IsValid() || len(own.spans) != 1 {
		t.Fatalf("%d spans", len(own.spans))
	}
	rt.SetRoute(ctx, "/orders/1", "/orders/{id}")
	request.End()
	s := own.spans[0]
	if s.name != "GET /orders/{id}" || len(s.attrs) != 1 || s.attrs[0].Value.AsString() != "/orders/{id}" {
		t.Errorf("%s %v", s.name, s.attrs)
	}
}
