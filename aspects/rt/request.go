package rt

import (
	"context"
	"sync/atomic"

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Request is the one server span of a request. The server's hook owns it; routers only tell it their route.
type Request struct {
	span   trace.Span
	method string
	route  atomic.Pointer[string]
}

// NewRequest makes the scope of a request; method is what the span's name begins with.
func NewRequest(span trace.Span, method string) *Request {
	return &Request{span: span, method: method}
}

type requestKey struct{}

// WithRequest puts a request's scope into a context.
func WithRequest(ctx context.Context, r *Request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// SetRoute names the route that a router found, such as /orders/{id}. Without a server span, or with an empty route, nothing
// happens. The last router wins, so a sub-router refines what the outer one said.
func SetRoute(ctx context.Context, route string) {
	r, _ := ctx.Value(requestKey{}).(*Request)
	if r == nil || route == "" {
		return
	}
	if last := r.route.Swap(&route); last != nil && *last == route {
		return
	}
	r.span.SetName(bound.Text(r.method+" "+route, shortLimit))
	r.span.SetAttributes(HTTPRoute.String(route))
}
