package bridge

import (
	"context"
	"sync/atomic"

	"go.opentelemetry.io/otel/baggage"
	"go.opentelemetry.io/otel/propagation"

	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// relayed is the global propagator of a program that has set none: what the environment asks for, until the program sets one.
var relayed = newPropagatorRelay()

type propagatorRelay struct {
	to atomic.Pointer[propagation.TextMapPropagator]
}

func newPropagatorRelay() *propagatorRelay {
	p := &propagatorRelay{}
	configured := propagation.TextMapPropagator(configured{})
	p.to.Store(&configured)
	return p
}

func (p *propagatorRelay) Inject(ctx context.Context, carrier propagation.TextMapCarrier) {
	(*p.to.Load()).Inject(ctx, carrier)
}

func (p *propagatorRelay) Extract(ctx context.Context, carrier propagation.TextMapCarrier) context.Context {
	return (*p.to.Load()).Extract(ctx, carrier)
}

func (p *propagatorRelay) Fields() []string { return (*p.to.Load()).Fields() }

// configured gives the API what the environment asks for.
type configured struct{}

func (configured) Inject(ctx context.Context, carrier propagation.TextMapCarrier) {
	propagate.Configured().Inject(ctx, carrier)
}

func (configured) Extract(ctx context.Context, carrier propagation.TextMapCarrier) context.Context {
	return propagate.Configured().Extract(ctx, carrier)
}

func (configured) Fields() []string { return propagate.Configured().Fields() }

// putBaggage gives ctx the baggage as the API has it. What its version refuses is left out: old ones take no blanks in values.
func putBaggage(ctx context.Context, b ids.Baggage) context.Context {
	if parsed, err := baggage.Parse(b.String()); err == nil {
		return baggage.ContextWithBaggage(ctx, parsed)
	}
	var out baggage.Baggage
	for _, m := range b.Members() {
		one, err := baggage.Parse(ids.Baggage{}.With(m).String())
		if err != nil {
			continue
		}
		for _, member := range one.Members() {
			if with, err := out.SetMember(member); err == nil {
				out = with
			}
		}
	}
	return baggage.ContextWithBaggage(ctx, out)
}

// getBaggage is the way back.
func getBaggage(ctx context.Context) (b ids.Baggage, ok bool) {
	if own := baggage.FromContext(ctx); own.Len() > 0 {
		return ids.ParseBaggage(own.String()), true
	}
	return b, false
}

// global is what hooks use: the program's propagator, once it has set one.
type global struct{}

func (global) Inject(ctx context.Context, to propagate.Carrier) { relayed.Inject(ctx, textMap{to}) }

func (global) Extract(ctx context.Context, from propagate.Carrier) context.Context {
	return relayed.Extract(ctx, textMap{from})
}

func (global) Fields() []string { return relayed.Fields() }

// textMap is a carrier of the core in the form of the API.
type textMap struct{ propagate.Carrier }

// Keys are the names that the carrier holds, as far as it tells them.
func (t textMap) Keys() []string {
	if with, ok := t.Carrier.(interface{ Keys() []string }); ok {
		return with.Keys()
	}
	return nil
}

// Values are all values of a name.
func (t textMap) Values(name string) []string {
	if many, ok := t.Carrier.(propagate.MultiCarrier); ok {
		return many.Values(name)
	}
	if one := t.Get(name); one != "" {
		return []string{one}
	}
	return nil
}
