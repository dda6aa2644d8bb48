package bridge

import (
	"context"
	"slices"
	"strings"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/baggage"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/propagate"
)

func TestPropagation(t *testing.T) {
	p, unknown := propagate.New([]string{"tracecontext", "baggage"})
	if len(unknown) > 0 {
		t.Fatal(unknown)
	}
	propagate.Set(p)
	defer propagate.Set(nil)
	global := otel.GetTextMapPropagator()
	const parent = "00-0102030405060708090a0b0c0d0e0f10-0102030405060708-01"
	carrier := propagation.MapCarrier{"traceparent": parent, "tracestate": "a=b", "baggage": "k=v;p=1,blank=v%20w"}
	ctx := global.Extract(context.Background(), carrier)
	sc := trace.SpanContextFromContext(ctx)
	if !sc.IsRemote() || sc.SpanID().String() != "0102030405060708" || sc.TraceState().String() != "a=b" || baggage.FromContext(ctx).Member("k").Value() == "" {
		t.Errorf("%+v, %v", sc, baggage.FromContext(ctx))
	}
	out := propagation.MapCarrier{}
	global.Inject(ctx, out)
	if out["traceparent"] != parent || out["tracestate"] != "a=b" || !strings.Contains(out["baggage"], "k=v;p=1") {
		t.Errorf("%v", out)
	}
	// What hooks use is the same, and finds the program's baggage.
	member, _ := baggage.NewMember("mine", "1")
	own, _ := baggage.New(member)
	hooked := propagate.Map{}
	propagate.Get().Inject(baggage.ContextWithBaggage(ctx, own), hooked)
	if hooked["traceparent"] != parent || hooked["baggage"] != "mine=1" {
		t.Errorf("%v", hooked)
	}
	// The program sets one.
	(*propagatorSet.Load())(propagation.Baggage{})
	defer relayed.to.Store(newPropagatorRelay().to.Load())
	(*propagatorSet.Load())(nil)
	(*propagatorSet.Load())(otel.GetTextMapPropagator())
	if got := propagate.Get().Fields(); !slices.Equal(got, []string{"baggage"}) || !slices.Equal(global.Fields(), got) {
		t.Errorf("%q, %q", got, global.Fields())
	}
	if sc := trace.SpanContextFromContext(propagate.Get().Extract(context.Background(), propagate.Map(carrier))); sc.IsValid() {
		t.Errorf("%+v", sc)
	}
}
