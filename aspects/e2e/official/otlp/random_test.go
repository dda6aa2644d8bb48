package otlp

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/instrumentation"
	sdkresource "go.opentelemetry.io/otel/sdk/resource"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// random makes the same data twice: as the official exporters take it, and as gots does.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 12))} }

// one gives true once in n times.
func (r random) one(n int) bool { return r.IntN(n) == 0 }

// count is small most of the time.
func (r random) count(most int) int {
	if r.one(20) {
		return r.IntN(most + 1)
	}
	return r.IntN(min(most, 4) + 1)
}

var letters = []rune("abcxyzAZ019 ._-/\\\"\n\t\u0000äß€𝄞\u2028漢字\U0001F600")

func (r random) text() string {
	n := r.IntN(12)
	switch {
	case r.one(30):
		n = 100 + r.IntN(60) // around the border of a length of one byte
	case r.one(200):
		n = 3000
	}
	var b strings.Builder
	for range n {
		b.WriteRune(letters[r.IntN(len(letters))])
	}
	return b.String()
}

// name is short: gots bounds names at 255 bytes.
func (r random) name() string {
	text := []rune(r.text())
	return "k" + fmt.Sprint(r.IntN(1000)) + string(text[:min(len(text), 40)])
}

func (r random) int() int64 {
	switch r.IntN(4) {
	case 0:
		return int64(r.Uint64())
	case 1:
		return 0
	}
	return int64(r.IntN(300)) - 100
}

func (r random) float() float64 {
	special := []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), math.MaxFloat64, math.SmallestNonzeroFloat64}
	if r.one(4) {
		return special[r.IntN(len(special))]
	}
	return r.NormFloat64() * 1000
}

// time is in nanoseconds since 1970, now and then before that.
func (r random) time() int64 {
	if r.one(50) {
		return -5
	}
	return 1_700_000_000_000_000_000 + r.Int64N(1e15)
}

func list[T any](r random, make func() T) []T {
	var out []T
	for range r.count(10) {
		out = append(out, make())
	}
	return out
}

// value gives a value under a name; maps and lists of any values only if nested.
func (r random) value(name string, nested int) (attribute.Value, attr.Value) {
	key := attr.Program(name, 16_000)
	kinds := 8
	if nested > 0 {
		kinds = 11
	}
	switch r.IntN(kinds) {
	case 0:
		v := r.int()
		return attribute.Int64Value(v), key.Int64(v)
	case 1:
		v := r.float()
		return attribute.Float64Value(v), key.Float(v)
	case 2:
		v := r.one(2)
		return attribute.BoolValue(v), key.Bool(v)
	case 3:
		v := list(r, r.text)
		return attribute.StringSliceValue(v), key.Strings(v)
	case 4:
		v := list(r, r.int)
		return attribute.Int64SliceValue(v), key.Ints(v)
	case 5:
		v := list(r, r.float)
		return attribute.Float64SliceValue(v), key.Floats(v)
	case 6:
		v := list(r, func() bool { return r.one(2) })
		return attribute.BoolSliceValue(v), key.Bools(v)
	case 8:
		v := []byte(r.text())
		return attribute.ByteSliceValue(v), key.Bytes(v)
	case 9:
		var theirs []attribute.Value
		var ours []attr.Value
		for range r.count(5) {
			a, b := r.value("", nested-1)
			theirs, ours = append(theirs, a), append(ours, b)
		}
		return attribute.SliceValue(theirs...), key.List(ours)
	case 10:
		theirs, ours := r.attributes(5, nested-1)
		return attribute.MapValue(theirs...), key.Map(ours)
	}
	v := r.text()
	return attribute.StringValue(v), key.String(v)
}

// attributes are sorted, and each name is there once.
func (r random) attributes(most, nested int) (theirs []attribute.KeyValue, ours []attr.Value) {
	var names []string
	for range r.count(most) {
		names = append(names, r.name())
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		a, b := r.value(name, nested)
		theirs = append(theirs, attribute.KeyValue{Key: attribute.Key(name), Value: a})
		ours = append(ours, b)
	}
	return theirs, ours
}

func (r random) context(valid bool) (trace.SpanContext, ids.SpanContext) {
	var own ids.SpanContext
	if valid {
		own.Trace, own.Span = ids.NewTraceID(), ids.NewSpanID()
		for i := range own.Trace {
			own.Trace[i] = byte(r.IntN(255) + 1)
		}
		for i := range own.Span {
			own.Span[i] = byte(r.IntN(255) + 1)
		}
	}
	own.Flags, own.Remote = ids.Flags(r.IntN(4)), r.one(2)
	return trace.NewSpanContext(trace.SpanContextConfig{
		TraceID: trace.TraceID(own.Trace), SpanID: trace.SpanID(own.Span), TraceFlags: trace.TraceFlags(own.Flags), Remote: own.Remote,
	}), own
}

func (r random) state(theirs trace.SpanContext, ours ids.SpanContext) (trace.SpanContext, ids.SpanContext) {
	if r.one(2) {
		return theirs, ours
	}
	text := fmt.Sprintf("gots=%d,other=x:%d", r.IntN(100), r.IntN(1000))
	state, err := trace.ParseTraceState(text)
	own, ok := ids.ParseState(text)
	if err != nil || !ok {
		panic(text)
	}
	ours.State = own
	return theirs.WithTraceState(state), ours
}

type scopes struct {
	theirs []instrumentation.Scope
	ours   []*attr.Scope
}

// scopes differ in their names: the official exporters give them in no order. No attribute is NaN: they would make a group of each record,
// because such a scope does not equal itself.
func (r random) scopes() (out scopes) {
	for i := range 1 + r.IntN(4) {
		s := instrumentation.Scope{Name: fmt.Sprint(i, r.text()), Version: r.text(), SchemaURL: r.text()}
		theirs, ours := r.attributes(4, 0)
		for attribute.NewSet(theirs...) != attribute.NewSet(theirs...) {
			theirs, ours = r.attributes(4, 0)
		}
		s.Attributes = attribute.NewSet(theirs...)
		out.theirs = append(out.theirs, s)
		out.ours = append(out.ours, &attr.Scope{Name: s.Name, Version: s.Version, SchemaURL: s.SchemaURL, Attrs: ours})
	}
	return out
}

func (r random) resource() (*sdkresource.Resource, []byte) {
	theirs, ours := r.attributes(10, 0)
	theirs = append(theirs, attribute.String("service.name", "shop"))
	ours = append(ours, attr.Program("service.name", 100).String("shop"))
	schema := "https://schema/" + fmt.Sprint(r.IntN(3))
	return sdkresource.NewWithAttributes(schema, theirs...), otlp.Resource(ours, schema)
}
