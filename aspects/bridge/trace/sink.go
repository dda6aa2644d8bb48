package bridge

import (
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// sink makes the core's spans with a provider of the program.
type sink struct {
	provider trace.TracerProvider
	tracers  sync.Map // *attr.Scope → trace.Tracer
}

// ownOption marks the spans that the core starts.
type ownOption struct{ trace.SpanStartOption }

// Start starts the program's span; its sampler decides.
func (s *sink) Start(r *rt.Record) rt.Decision {
	options := []trace.SpanStartOption{
		trace.WithSpanKind(spanKindOf(r.Kind)), trace.WithTimestamp(time.Unix(0, r.Start)), trace.WithAttributes(convert.KeyValues(r.Attrs)...),
		ownOption{trace.WithAttributes()},
	}
	if len(r.Links) > 0 {
		options = append(options, trace.WithLinks(apiLinks(r.Links)...))
	}
	ctx := r.Ctx
	if parent := convert.SpanContext(r.Parent); !parent.IsValid() {
		options = append(options, trace.WithNewRoot())
	} else if !parent.Equal(trace.SpanContextFromContext(ctx)) {
		ctx = trace.ContextWithSpanContext(ctx, parent) // of the goroutine
	}
	_, own := s.tracer(r.Scope).Start(ctx, r.Name, options...)
	r.Foreign, r.Self = own, convert.IDs(own.SpanContext())
	if !own.IsRecording() {
		return rt.Drop
	}
	// A span that waited may have been told more than a span can start with.
	for _, e := range r.Events {
		s.Event(own, e)
	}
	s.Status(own, r.Status, r.StatusText)
	return rt.RecordAndSample
}

func (s *sink) tracer(scope *attr.Scope) trace.Tracer {
	if t, ok := s.tracers.Load(scope); ok {
		return t.(trace.Tracer)
	}
	t := s.provider.Tracer(scope.Name, trace.WithInstrumentationVersion(scope.Version), trace.WithSchemaURL(scope.SchemaURL))
	s.tracers.Store(scope, t)
	return t
}

// End ends the program's span. What the core's span was told, the program's has been told at once.
func (s *sink) End(r *rt.Record) {
	if own, ok := r.Foreign.(trace.Span); ok {
		own.End(trace.WithTimestamp(time.Unix(0, r.End)))
	}
}

// Log is of another signal.
func (*sink) Log(*logrec.Record) {}

// Set, Rename, Event, Link and Status tell a span of the program what the core's span is told.
func (*sink) Set(own any, attrs []attr.Value) {
	own.(trace.Span).SetAttributes(convert.KeyValues(attrs)...)
}

func (*sink) Rename(own any, name string) { own.(trace.Span).SetName(name) }

func (*sink) Event(own any, e rt.Event) {
	own.(trace.Span).AddEvent(e.Name, trace.WithTimestamp(time.Unix(0, e.Time)), trace.WithAttributes(convert.KeyValues(e.Attrs)...))
}

// Link adds a link; versions of the API below 1.27 have links at the start of a span only.
func (*sink) Link(own any, l rt.Link) {
	if linking, ok := own.(interface{ AddLink(trace.Link) }); ok {
		linking.AddLink(apiLinks([]rt.Link{l})[0])
	}
}

func (*sink) Status(own any, status rt.Status, text string) {
	switch status {
	case rt.OK:
		own.(trace.Span).SetStatus(codes.Ok, "")
	case rt.Failed:
		own.(trace.Span).SetStatus(codes.Error, text)
	}
}

func apiLinks(of []rt.Link) []trace.Link {
	out := make([]trace.Link, 0, len(of))
	for _, l := range of {
		var attrs []attribute.KeyValue
		if len(l.Attrs) > 0 {
			attrs = convert.KeyValues(l.Attrs)
		}
		out = append(out, trace.Link{SpanContext: convert.SpanContext(l.To), Attributes: attrs})
	}
	return out
}

func spanKindOf(kind rt.Kind) trace.SpanKind {
	switch kind {
	case rt.Server:
		return trace.SpanKindServer
	case rt.Client:
		return trace.SpanKindClient
	case rt.Producer:
		return trace.SpanKindProducer
	case rt.Consumer:
		return trace.SpanKindConsumer
	}
	return trace.SpanKindInternal
}
