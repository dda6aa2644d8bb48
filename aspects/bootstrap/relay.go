package bootstrap

import (
	"context"
	"reflect"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// A program may set up OpenTelemetry itself, in main or later, and its packages may have asked for tracers before. The API hands such
// early tracers to the first provider that is set, for ever. So what is set here only relays: to the SDK that was started here, and from
// the moment on at which the program sets a provider, to that. Code woven into go.opentelemetry.io/otel tells of it.

//go:linkname providerSet gots_otel_tracer_provider_set
var providerSet atomic.Pointer[func(trace.TracerProvider)]

//go:linkname propagatorSet gots_otel_propagator_set
var propagatorSet atomic.Pointer[func(propagation.TextMapPropagator)]

// isDefault says whether the program has left one of the API's globals as it was.
func isDefault(global any) bool {
	t := reflect.TypeOf(global)
	return t != nil && t.Kind() == reflect.Pointer && t.Elem().PkgPath() == "go.opentelemetry.io/otel/internal/global"
}

// setProvider makes own the provider of a program that has none; false if it has one.
func setProvider(own trace.TracerProvider) bool {
	if !isDefault(otel.GetTracerProvider()) {
		return false
	}
	relay := &providerRelay{TracerProvider: own}
	otel.SetTracerProvider(relay)
	handOver := func(next trace.TracerProvider) {
		if next != nil && next != trace.TracerProvider(relay) {
			relay.next.Store(&next)
		}
	}
	providerSet.Store(&handOver)
	return true
}

// setPropagator does the same for propagation.
func setPropagator(own propagation.TextMapPropagator) {
	if !isDefault(otel.GetTextMapPropagator()) {
		return
	}
	relay := &propagatorRelay{}
	relay.to.Store(&own)
	otel.SetTextMapPropagator(relay)
	handOver := func(next propagation.TextMapPropagator) {
		if next != nil && next != propagation.TextMapPropagator(relay) {
			relay.to.Store(&next)
		}
	}
	propagatorSet.Store(&handOver)
}

type providerRelay struct {
	trace.TracerProvider // the SDK's; embedded, because versions of the interface have methods that cannot be written here
	next                 atomic.Pointer[trace.TracerProvider]
}

func (p *providerRelay) Tracer(name string, options ...trace.TracerOption) trace.Tracer {
	if next := p.next.Load(); next != nil {
		return (*next).Tracer(name, options...)
	}
	return &tracerRelay{Tracer: p.TracerProvider.Tracer(name, options...), provider: p, name: name, options: options}
}

type tracerRelay struct {
	trace.Tracer
	provider *providerRelay
	name     string
	options  []trace.TracerOption
	next     atomic.Pointer[trace.Tracer]
}

func (t *tracerRelay) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	if t.provider.next.Load() == nil {
		return t.Tracer.Start(ctx, name, options...)
	}
	if t.next.Load() == nil {
		next := (*t.provider.next.Load()).Tracer(t.name, t.options...)
		t.next.Store(&next)
	}
	return (*t.next.Load()).Start(ctx, name, options...)
}

type propagatorRelay struct {
	to atomic.Pointer[propagation.TextMapPropagator]
}

func (p *propagatorRelay) Inject(ctx context.Context, carrier propagation.TextMapCarrier) {
	(*p.to.Load()).Inject(ctx, carrier)
}

func (p *propagatorRelay) Extract(ctx context.Context, carrier propagation.TextMapCarrier) context.Context {
	return (*p.to.Load()).Extract(ctx, carrier)
}

func (p *propagatorRelay) Fields() []string { return (*p.to.Load()).Fields() }
