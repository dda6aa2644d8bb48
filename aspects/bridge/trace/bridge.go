// Package bridge joins the recording core with OpenTelemetry's tracing API, in programs that have it. Spans that the program starts while it
// has set no provider become spans of the core; once it has set one, the core's spans are made with it (ADR 17, ADR 39).
package bridge

import (
	"context"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/internal/otelapi"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

// Code woven into go.opentelemetry.io/otel tells of what the program sets. The API hands tracers that were taken early to the first provider
// that is set, for ever; so what is set here relays to the program's.

//go:linkname providerSet gots_otel_tracer_provider_set
var providerSet atomic.Pointer[func(trace.TracerProvider)]

//go:linkname propagatorSet gots_otel_propagator_set
var propagatorSet atomic.Pointer[func(propagation.TextMapPropagator)]

func init() {
	defer rt.Recover("otel")
	if spanKey = findSpanKey(); spanKey != nil {
		rt.SetBridge(&rt.Bridge{
			Key: spanKey, Answer: answer, Find: find, ByHand: byHand, Named: named, PutBaggage: putBaggage, GetBaggage: getBaggage,
		})
	}
	installProvider()
	installPropagator()
	of := spanOfGoroutine
	goroutineSpan.Store(&of)
}

// spanKey is the key under which contexts hold the current span; nil if it could not be found out.
var spanKey any

func installProvider() {
	if own := otel.GetTracerProvider(); otelapi.IsDefault(own) {
		otel.SetTracerProvider(relay)
	} else {
		relay.handOver(own) // the program has set it before
	}
	handOver := relay.handOver
	providerSet.Store(&handOver)
}

func installPropagator() {
	handOver := func(next propagation.TextMapPropagator) {
		if next != nil && next != propagation.TextMapPropagator(relayed) {
			relayed.to.Store(&next)
		}
	}
	if own := otel.GetTextMapPropagator(); otelapi.IsDefault(own) {
		otel.SetTextMapPropagator(relayed)
	} else {
		handOver(own)
	}
	propagatorSet.Store(&handOver)
	propagate.SetBridge(global{})
}

// findSpanKey finds the key under which contexts hold the current span, which is not public; nil if it cannot be found out.
func findSpanKey() any {
	spy := keySpy{Context: context.Background()}
	trace.SpanFromContext(&spy)
	return spy.key
}

// keySpy remembers the key that it is asked for.
type keySpy struct {
	context.Context
	key any
}

func (s *keySpy) Value(key any) any {
	s.key = key
	return nil
}
