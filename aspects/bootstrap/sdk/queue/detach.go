package queue

import (
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/instrumentation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// span is a copy of an ended one. The interface is embedded because it has methods that cannot be written here; those are not called.
type span struct {
	sdktrace.ReadOnlySpan
	name          string
	self, parent  trace.SpanContext
	kind          trace.SpanKind
	began, ended  time.Time
	attributes    []attribute.KeyValue
	events        []sdktrace.Event
	links         []sdktrace.Link
	status        sdktrace.Status
	dropped       [3]int // attributes, events, links
	resource      *resource.Resource
	scope         instrumentation.Scope
	childrenCount int
}

func (s *span) Name() string                     { return s.name }
func (s *span) SpanContext() trace.SpanContext   { return s.self }
func (s *span) Parent() trace.SpanContext        { return s.parent }
func (s *span) SpanKind() trace.SpanKind         { return s.kind }
func (s *span) StartTime() time.Time             { return s.began }
func (s *span) EndTime() time.Time               { return s.ended }
func (s *span) Attributes() []attribute.KeyValue { return s.attributes }
func (s *span) Events() []sdktrace.Event         { return s.events }
func (s *span) Links() []sdktrace.Link           { return s.links }
func (s *span) Status() sdktrace.Status          { return s.status }
func (s *span) DroppedAttributes() int           { return s.dropped[0] }
func (s *span) DroppedEvents() int               { return s.dropped[1] }
func (s *span) DroppedLinks() int                { return s.dropped[2] }
func (s *span) ChildSpanCount() int              { return s.childrenCount }
func (s *span) Resource() *resource.Resource     { return s.resource }

func (s *span) InstrumentationScope() instrumentation.Scope { return s.scope }

//nolint:staticcheck // a method of the interface
func (s *span) InstrumentationLibrary() instrumentation.Library { return s.scope }

// What a span, an attribute, an event or a link takes beside its texts, about.
const (
	spanBytes      = 600
	attributeBytes = 64
	eventBytes     = 100
	linkBytes      = 200
	// maxState is the most of a tracestate that is kept, in bytes: what the W3C asks to pass on at least, twice.
	maxState = 1024
)

// detach copies a span whose texts have at most so many characters (negative: any number), and says how many bytes the copy takes,
// about. Resource and scope, which all spans share, are not counted.
func detach(s sdktrace.ReadOnlySpan, length int) (*span, int) {
	c := copier{length: length}
	out := &span{
		name: c.text(s.Name()), self: c.context(s.SpanContext()), parent: s.Parent().WithTraceState(trace.TraceState{}), kind: s.SpanKind(),
		began: s.StartTime(), ended: s.EndTime(), attributes: c.attributes(s.Attributes()),
		status:  sdktrace.Status{Code: s.Status().Code, Description: c.text(s.Status().Description)},
		dropped: [3]int{s.DroppedAttributes(), s.DroppedEvents(), s.DroppedLinks()}, childrenCount: s.ChildSpanCount(),
		resource: s.Resource(), scope: s.InstrumentationScope(),
	}
	for _, e := range s.Events() {
		out.events = append(out.events, sdktrace.Event{
			Name: c.text(e.Name), Time: e.Time, Attributes: c.attributes(e.Attributes), DroppedAttributeCount: e.DroppedAttributeCount,
		})
		c.bytes += eventBytes
	}
	for _, l := range s.Links() {
		out.links = append(out.links, sdktrace.Link{
			SpanContext: c.context(l.SpanContext), Attributes: c.attributes(l.Attributes), DroppedAttributeCount: l.DroppedAttributeCount,
		})
		c.bytes += linkBytes
	}
	return out, c.bytes + spanBytes
}

// copier counts what it copies.
type copier struct {
	length, bytes int
}

func (c *copier) text(s string) string {
	s = strings.Clone(bound.Characters(s, c.length))
	c.bytes += len(s)
	return s
}

func (c *copier) context(of trace.SpanContext) trace.SpanContext {
	if of.TraceState().Len() == 0 {
		return of
	}
	text := of.TraceState().String() // a new text, of which the parsed members are parts
	state, err := trace.ParseTraceState(text)
	if err != nil || len(text) > maxState {
		return of.WithTraceState(trace.TraceState{})
	}
	c.bytes += len(text)
	return of.WithTraceState(state)
}

func (c *copier) attributes(attrs []attribute.KeyValue) []attribute.KeyValue {
	if len(attrs) == 0 {
		return nil
	}
	out := make([]attribute.KeyValue, len(attrs))
	for i, kv := range attrs {
		out[i] = attribute.KeyValue{Key: attribute.Key(c.text(string(kv.Key))), Value: c.value(kv.Value)}
		c.bytes += attributeBytes
	}
	return out
}

func (c *copier) value(v attribute.Value) attribute.Value {
	switch v.Type() {
	case attribute.BOOL, attribute.INT64, attribute.FLOAT64:
		return v
	case attribute.STRING:
		return attribute.StringValue(c.text(v.AsString()))
	case attribute.STRINGSLICE:
		var texts []string
		for _, text := range v.AsStringSlice() {
			texts = append(texts, c.text(text))
			c.bytes += attributeBytes / 4
		}
		return attribute.StringSliceValue(texts)
	case attribute.BOOLSLICE:
		c.bytes += len(v.AsBoolSlice())
		return v
	case attribute.INT64SLICE:
		c.bytes += 8 * len(v.AsInt64Slice())
		return v
	case attribute.FLOAT64SLICE:
		c.bytes += 8 * len(v.AsFloat64Slice())
		return v
	}
	return attribute.StringValue(c.text(v.Emit())) // a type that a later version of the API adds; it is exported as a text
}
