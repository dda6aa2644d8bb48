package rt

import (
	"context"

	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/local"
)

// spanKey is the key under which contexts hold the current span, a *Span or a *remote.
type spanKey struct{}

// layerKey finds the innermost span of a layer.
type layerKey Layer

// carrier is the context of a span.
type carrier struct {
	context.Context
	span *Span
}

// Value answers what the span knows, and asks on.
func (c *carrier) Value(key any) any {
	s := c.span
	switch k := key.(type) {
	case spanKey:
		if s.isCurrent() {
			return s
		}
	case layerKey:
		if s.layer == Layer(k) && (s.layer == Requests || s.state.Load() != yielded) {
			return s
		}
	default:
		if b := bridge.Load(); b != nil && key == b.Key && s.isCurrent() {
			if answer := b.Answer(s, ids.SpanContext{}); answer != nil {
				return answer
			}
		}
	}
	if s.state.Load() == yielded {
		return s.own.Value(key)
	}
	return c.Context.Value(key)
}

// String tells contexts apart for people.
func (c *carrier) String() string { return "gots span" }

// remote is a context with the span of another process.
type remote struct {
	context.Context
	self ids.SpanContext
}

func (r *remote) Value(key any) any {
	if _, ok := key.(spanKey); ok {
		return r
	}
	if b := bridge.Load(); b != nil && key == b.Key {
		if answer := b.Answer(nil, r.self); answer != nil {
			return answer
		}
	}
	return r.Context.Value(key)
}

// WithRemote gives ctx with the span of another process as the current one.
func WithRemote(ctx context.Context, sc ids.SpanContext) context.Context {
	sc.Remote = true
	return &remote{ctx, sc}
}

// WithSpan gives ctx with another span as the current one. Of a context that has the span already it is ctx.
func WithSpan(ctx context.Context, s *Span) context.Context {
	if s == nil || find(ctx).span == s {
		return ctx
	}
	return &other{ctx, &s.in}
}

// other is a context whose current span is that of another context.
type other struct {
	context.Context
	span context.Context
}

func (o *other) Value(key any) any {
	if _, ok := key.(spanKey); ok {
		return o.span.Value(key)
	}
	if b := bridge.Load(); b != nil && key == b.Key {
		return o.span.Value(key)
	}
	return o.Context.Value(key)
}

// current is the span that a context or a goroutine is in.
type current struct {
	span    *Span // nil if it is another process' or the program's
	context ids.SpanContext
	foreign any // what a context holds under the bridge's key
	// ofGoroutine says that the goroutine's scope had it.
	ofGoroutine bool
}

func (c current) found() bool { return c.span != nil || c.context.IsValid() }

// find gives the current span of ctx.
func find(ctx context.Context) (c current) {
	if b := bridge.Load(); b != nil {
		v := ctx.Value(b.Key)
		if v == nil {
			return c
		}
		c.foreign = v
		if c.span, c.context = b.Find(v); c.span != nil {
			c.context = c.span.Context()
		}
		return c
	}
	switch v := ctx.Value(spanKey{}).(type) {
	case *Span:
		return current{span: v, context: v.Context()}
	case *remote:
		return current{context: v.self}
	}
	return c
}

// orGoroutine gives the span of the goroutine's scope if there is no other.
func (c current) orGoroutine() current {
	if c.found() {
		return c
	}
	if scope := local.Current(); scope != nil {
		if s, ok := scope.Span.(*Span); ok && s != nil {
			return current{span: s, context: s.Context(), ofGoroutine: true}
		}
	}
	return c
}

// SpanOf gives the current span of ctx, else that of the goroutine's scope. It is nil if there is none, and if it is another process' or
// one that the program made without the core.
func SpanOf(ctx context.Context) *Span { return find(ctx).orGoroutine().span }

// ContextOf gives the ids of the current span of ctx, the hooks' or the program's, else those of the goroutine's scope.
func ContextOf(ctx context.Context) ids.SpanContext { return find(ctx).orGoroutine().context }

// FromContext gives the current span of ctx alone.
func FromContext(ctx context.Context) *Span { return find(ctx).span }

// Enter makes s the current span of this goroutine and of those that it starts, until the token is left on this goroutine.
func Enter(s *Span) local.Token { return local.Enter(&local.Scope{Span: s}) }

// isCurrent says whether the span is what its context has for the current one. It starts a span that has waited for this.
func (s *Span) isCurrent() bool {
	s.start()
	switch state := s.state.Load(); {
	case state == yielded:
		return false
	case state == ended && s.layer == Database:
		return false // a transaction keeps the context of its BEGIN, which is not the parent of what follows
	}
	return true
}

type baggageKey struct{}

// WithBaggage gives ctx with this baggage in place of its own.
func WithBaggage(ctx context.Context, b ids.Baggage) context.Context {
	ctx = context.WithValue(ctx, baggageKey{}, &b)
	if bridge := bridge.Load(); bridge != nil && bridge.PutBaggage != nil {
		return bridge.PutBaggage(ctx, b)
	}
	return ctx
}

// BaggageOf gives the baggage of ctx, else that of the goroutine's request. With a bridge, what the program put there goes first.
func BaggageOf(ctx context.Context) ids.Baggage {
	if b, ok := baggageIn(ctx); ok {
		return b
	}
	at := find(ctx).orGoroutine()
	from := at.span
	if from != nil && !at.ofGoroutine {
		from = from.from
	}
	if from == nil {
		return ids.Baggage{}
	}
	b, _ := baggageIn(&from.in)
	return b
}

func baggageIn(ctx context.Context) (ids.Baggage, bool) {
	if bridge := bridge.Load(); bridge != nil && bridge.GetBaggage != nil {
		return bridge.GetBaggage(ctx)
	}
	if b, ok := ctx.Value(baggageKey{}).(*ids.Baggage); ok {
		return *b, true
	}
	return ids.Baggage{}, false
}
