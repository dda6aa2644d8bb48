package bridge

import (
	"context"
	"testing"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

// theirs is a provider of a program.
type theirs struct {
	trace.TracerProvider
	spans []*theirSpan
	names []string
}

type theirTracer struct {
	trace.Tracer
	provider *theirs
	name     string
}

type theirSpan struct {
	trace.Span
	scope, name string
	self        trace.SpanContext
	parent      trace.SpanContext
	config      trace.SpanConfig
	attrs       []attribute.KeyValue
	events      []string
	code        codes.Code
	ended       time.Time
}

func (p *theirs) Tracer(name string, _ ...trace.TracerOption) trace.Tracer {
	p.names = append(p.names, name)
	return &theirTracer{provider: p, name: name}
}

func (t *theirTracer) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	Starting(ctx, t, name, options) // as it is woven into the SDK
	s := &theirSpan{Span: nothing, scope: t.name, name: name, config: trace.NewSpanStartConfig(options...)}
	config := trace.SpanContextConfig{TraceID: trace.TraceID{9}, SpanID: trace.SpanID{byte(len(t.provider.spans) + 1)}, TraceFlags: trace.FlagsSampled}
	if !s.config.NewRoot() {
		s.parent = trace.SpanContextFromContext(ctx)
	}
	if s.parent.IsValid() {
		config.TraceID = s.parent.TraceID()
	}
	s.self, s.attrs = trace.NewSpanContext(config), s.config.Attributes()
	t.provider.spans = append(t.provider.spans, s)
	return trace.ContextWithSpan(ctx, s), s
}

// What spans of the SDK tell, woven or not.
func (s *theirSpan) SpanKind() trace.SpanKind         { return s.config.SpanKind() }
func (s *theirSpan) Attributes() []attribute.KeyValue { return s.attrs }
func (s *theirSpan) Name() string                     { return s.name }
func (s *theirSpan) GotsScope() string                { return s.scope }

func (s *theirSpan) IsRecording() bool                            { return s.ended.IsZero() }
func (s *theirSpan) SpanContext() trace.SpanContext               { return s.self }
func (s *theirSpan) SetName(name string)                          { s.name = name }
func (s *theirSpan) SetStatus(code codes.Code, _ string)          { s.code = code }
func (s *theirSpan) SetAttributes(kvs ...attribute.KeyValue)      { s.attrs = append(s.attrs, kvs...) }
func (s *theirSpan) AddEvent(name string, _ ...trace.EventOption) { s.events = append(s.events, name) }
func (s *theirSpan) End(options ...trace.SpanEndOption) {
	config := trace.NewSpanEndConfig(options...)
	s.ended = config.Timestamp()
}

func use(t *testing.T, p trace.TracerProvider) {
	before := rt.SinkOf(rt.Traces)
	(*providerSet.Load())(p)
	t.Cleanup(func() {
		relay.next.Store(nil)
		rt.SetSink(rt.Traces, before)
	})
}
