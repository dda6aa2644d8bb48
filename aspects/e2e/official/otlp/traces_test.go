package otlp

import (
	"testing"
	"time"

	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
)

func TestTraces(t *testing.T) {
	address, last := sink(t)
	exporter, err := otlptracehttp.New(background, otlptracehttp.WithEndpointURL(address))
	must(t, err)
	for seed := range uint64(requests) {
		r := newRandom(seed)
		theirResource, ourResource := r.resource()
		scopes := r.scopes()
		var theirs tracetest.SpanStubs
		var blocks []otlp.Block
		for range 1 + r.count(20) {
			at := r.IntN(len(scopes.ours))
			stub, record := r.span()
			stub.InstrumentationScope, record.Scope = scopes.theirs[at], scopes.ours[at]
			stub.Resource = theirResource
			theirs = append(theirs, stub)
			blocks = append(blocks, otlp.Block{Scope: record.Scope, Data: otlp.AppendSpan(nil, record)})
		}
		must(t, exporter.ExportSpans(background, theirs.Snapshots()))
		compare(t, seed, rt.Traces, *last, join(ourResource, blocks), func() *collector.ExportTraceServiceRequest { return new(collector.ExportTraceServiceRequest) }, tracesFromJSON)
	}
}

// span gives a span with everything a span can have. The official exporter forgets the state of links.
func (r random) span() (tracetest.SpanStub, *rt.Record) {
	var stub tracetest.SpanStub
	record := new(rt.Record)
	stub.SpanContext, record.Self = r.state(r.context(true))
	stub.Parent, record.Parent = r.context(r.one(2))
	record.Name, record.Kind, record.Start, record.End = r.text(), rt.Kind(1+r.IntN(5)), r.time(), r.time()
	stub.Name, stub.SpanKind, stub.StartTime, stub.EndTime = record.Name, trace.SpanKind(record.Kind), time.Unix(0, record.Start), time.Unix(0, record.End)
	stub.Attributes, record.Attrs = r.attributes(40, 0)
	for range r.count(10) {
		e := rt.Event{Name: r.text(), Time: r.time(), Dropped: uint32(r.IntN(3))}
		event := sdktrace.Event{Name: e.Name, Time: time.Unix(0, e.Time), DroppedAttributeCount: int(e.Dropped)}
		event.Attributes, e.Attrs = r.attributes(8, 0)
		stub.Events, record.Events = append(stub.Events, event), append(record.Events, e)
	}
	for range r.count(10) {
		l := rt.Link{Dropped: uint32(r.IntN(3))}
		link := sdktrace.Link{DroppedAttributeCount: int(l.Dropped)}
		link.SpanContext, l.To = r.context(true)
		link.Attributes, l.Attrs = r.attributes(8, 0)
		stub.Links, record.Links = append(stub.Links, link), append(record.Links, l)
	}
	record.DroppedAttrs, record.DroppedEvents, record.DroppedLinks = uint32(r.IntN(3)), uint32(r.IntN(300)), uint32(r.IntN(3))
	stub.DroppedAttributes, stub.DroppedEvents, stub.DroppedLinks = int(record.DroppedAttrs), int(record.DroppedEvents), int(record.DroppedLinks)
	switch r.IntN(3) {
	case 1:
		stub.Status, record.Status = sdktrace.Status{Code: codes.Ok}, rt.OK
	case 2:
		record.Status, record.StatusText = rt.Failed, r.text()
		stub.Status = sdktrace.Status{Code: codes.Error, Description: record.StatusText}
	}
	return stub, record
}
