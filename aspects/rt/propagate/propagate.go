// Package propagate hands trace context and baggage from process to process: tracecontext, baggage, b3, b3multi, jaeger and xray, as
// OTEL_PROPAGATORS names them.
package propagate

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Carrier is what a message has beside its content: the header of a request. Names are looked up in any case, as far as the kind of
// message allows it.
type Carrier interface {
	// Get gives the first value of a name; "" without one.
	Get(name string) string
	// Set replaces all values of a name.
	Set(name, value string)
}

// MultiCarrier is a carrier in which a name may have several values.
type MultiCarrier interface {
	Carrier
	Values(name string) []string
}

// Map is a carrier of names that are looked up as they are.
type Map map[string]string

// Get gives the value of a name.
func (m Map) Get(name string) string { return m[name] }

// Set sets the value of a name.
func (m Map) Set(name, value string) { m[name] = value }

// Header is a carrier of names in canonical form, such as http.Header; this package does without net/http. Conversion is free:
// propagate.Header(request.Header).
type Header map[string][]string

// Get gives the first value of a name.
func (h Header) Get(name string) string {
	if v := h[canonical(name)]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// Set replaces all values of a name.
func (h Header) Set(name, value string) { h[canonical(name)] = []string{value} }

// Values gives all values of a name.
func (h Header) Values(name string) []string { return h[canonical(name)] }

// names are the headers of this package in canonical form, as textproto.CanonicalMIMEHeaderKey has it.
var names = map[string]string{
	traceParent: "Traceparent", traceState: "Tracestate", baggageHeader: "Baggage", b3Single: "B3", b3Trace: "X-B3-Traceid", b3Span: "X-B3-Spanid",
	b3Sampled: "X-B3-Sampled", b3Flags: "X-B3-Flags", jaegerHeader: "Uber-Trace-Id", xrayHeader: "X-Amzn-Trace-Id",
}

// canonical gives the canonical form of a name: words between hyphens begin with a capital.
func canonical(name string) string {
	if known, ok := names[name]; ok {
		return known
	}
	out, first := []byte(name), true
	for i, c := range out {
		if first && c >= 'a' && c <= 'z' {
			out[i] = c - 'a' + 'A'
		} else if !first && c >= 'A' && c <= 'Z' {
			out[i] = c - 'A' + 'a'
		}
		first = c == '-'
	}
	return string(out)
}

// Propagator writes what goes along with a request, and reads it.
type Propagator interface {
	// Inject writes the current span and the baggage of ctx. What is invalid is left out.
	Inject(ctx context.Context, to Carrier)
	// Extract gives ctx with what the carrier holds. What is malformed counts as absent.
	Extract(ctx context.Context, from Carrier) context.Context
	// Fields are the names that Inject may set.
	Fields() []string
}

type box struct{ Propagator }

var configured, ofProgram atomic.Pointer[box]

// Set makes p the one that the environment asks for; nil is none.
func Set(p Propagator) { store(&configured, p) }

// SetBridge makes p the one that hooks use, instead of the one that the environment asks for; nil is none. The bridge has the program's.
func SetBridge(p Propagator) { store(&ofProgram, p) }

func store(in *atomic.Pointer[box], p Propagator) {
	if p == nil {
		in.Store(nil)
		return
	}
	in.Store(&box{p})
}

// Get gives the propagator that hooks use; one that does nothing where there is none.
func Get() Propagator {
	if b := ofProgram.Load(); b != nil {
		return b.Propagator
	}
	return Configured()
}

// Configured gives the propagator that the environment asks for; one that does nothing where there is none.
func Configured() Propagator {
	if b := configured.Load(); b != nil {
		return b.Propagator
	}
	return list(nil)
}

// Names are those that New knows.
var Names = []string{"tracecontext", "baggage", "b3", "b3multi", "jaeger", "xray", "none"}

// New makes what OTEL_PROPAGATORS lists, in any case; none stands for nothing. Names that it does not know are left out and returned.
func New(names []string) (p Propagator, unknown []string) {
	var out list
	for _, name := range names {
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "", "none":
		case "tracecontext":
			out = append(out, traceContext{})
		case "baggage":
			out = append(out, baggage{})
		case "b3":
			out = append(out, b3{})
		case "b3multi":
			out = append(out, b3{multi: true})
		case "jaeger":
			out = append(out, jaeger{})
		case "xray":
			out = append(out, xray{})
		default:
			unknown = append(unknown, name)
		}
	}
	return out, unknown
}

// list is several propagators. The last one that finds a span wins, as in OpenTelemetry's composite propagator.
type list []Propagator

func (l list) Inject(ctx context.Context, to Carrier) {
	for _, p := range l {
		p.Inject(ctx, to)
	}
}

func (l list) Extract(ctx context.Context, from Carrier) context.Context {
	for _, p := range l {
		ctx = p.Extract(ctx, from)
	}
	return ctx
}

func (l list) Fields() []string {
	var out []string
	for _, p := range l {
		for _, name := range p.Fields() {
			if !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// values gives all values of a name.
func values(from Carrier, name string) []string {
	if many, ok := from.(MultiCarrier); ok {
		return many.Values(name)
	}
	if one := from.Get(name); one != "" {
		return []string{one}
	}
	return nil
}

// current is the span that goes along with requests made in ctx.
func current(ctx context.Context) (ids.SpanContext, bool) {
	c := rt.ContextOf(ctx)
	return c, c.IsValid()
}

// flags are the sampled flag alone.
func flags(sampled bool) ids.Flags {
	if sampled {
		return ids.Sampled
	}
	return 0
}
