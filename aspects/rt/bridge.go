package rt

import (
	"context"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Bridge joins contexts of the core with those of another API, in a program that has one. From then on the other API's key decides which
// span is current, and spans of hooks may yield.
type Bridge struct {
	// Key is the key under which the API's contexts hold the current span.
	Key any
	// Answer gives what a context of the core answers to Key: for one of its spans, or for one of another process (s is nil). nil asks on.
	Answer func(s *Span, remote ids.SpanContext) any
	// Find tells what a context holds under Key: one of the core's spans, or the ids of another.
	Find func(v any) (*Span, ids.SpanContext)
	// ByHand says whether a span of the program that the core did not make stands for a request or a statement of this layer ("http.",
	// "db."), and whether it is a client's at all.
	ByHand func(v any, layer string) (client, byHand bool)
	// Named gives the scope and the name of such a span, "" where it does not tell; it may be nil.
	Named func(v any) (scope, name string)
	// PutBaggage and GetBaggage reach the API's own baggage; both may be nil.
	PutBaggage func(context.Context, ids.Baggage) context.Context
	GetBaggage func(context.Context) (b ids.Baggage, ok bool)
}

var bridge atomic.Pointer[Bridge]

// SetBridge sets the bridge; nil is none.
func SetBridge(b *Bridge) { bridge.Store(b) }

// Bridged says whether there is a bridge: then spans may be the program's, whose samplers and processors look at the attributes that a span
// begins with.
func Bridged() bool { return bridge.Load() != nil }

// ByHand says whether the current span of ctx is one that the program made for the very request or statement that is about to be sent: a
// client span whose attributes or scope are of that layer, named by the beginning of its attributes' keys ("http.", "db.").
// client gives the ids of the current span if it is a client's that no hook made.
func ByHand(ctx context.Context, layer string) (client ids.SpanContext, byHand bool) {
	b := bridge.Load()
	if b == nil {
		return client, false // no API, no spans by hand
	}
	at := find(ctx)
	switch {
	case at.span != nil && at.span.scope.hook:
		return client, false
	case at.span != nil:
		if at.span.kind() != Client {
			return client, false
		}
		return at.context, StandsFor(at.span.scope.Name, at.span.name(), layer) || at.span.hasAttribute(layer)
	case at.foreign == nil:
		return client, false
	}
	isClient, byHand := b.ByHand(at.foreign, layer)
	if !isClient {
		return client, false
	}
	return at.context, byHand
}

// OwnScopes is how the names of the hooks' scopes begin.
const OwnScopes = "github.com/gots-dev/gots/aspects/"
