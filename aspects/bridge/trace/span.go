package bridge

import (
	"context"
	"fmt"
	"reflect"
	"runtime/debug"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// span is a span of the core as the API has it.
type span struct {
	trace.Span // one that does nothing: versions of the interface have methods that cannot be written here
	core       *rt.Span
}

var nothing = trace.SpanFromContext(context.Background())

// wrap gives the API's form of a span of the core, the same each time.
func wrap(s *rt.Span) trace.Span {
	return s.Wrapped(func() any { return &span{nothing, s} }).(*span)
}

func (s *span) SpanContext() trace.SpanContext       { return convert.SpanContext(s.core.Context()) }
func (s *span) IsRecording() bool                    { return s.core.Recording() }
func (s *span) SetName(name string)                  { s.core.Rename(name) }
func (s *span) TracerProvider() trace.TracerProvider { return relay }

func (s *span) SetAttributes(kvs ...attribute.KeyValue) {
	if s.core.Recording() {
		s.core.Set(convert.Values(kvs)...)
	}
}

func (s *span) SetStatus(code codes.Code, description string) {
	switch code {
	case codes.Ok:
		s.core.SetStatus(rt.OK, "")
	case codes.Error:
		s.core.SetStatus(rt.Failed, description)
	}
}

func (s *span) AddEvent(name string, options ...trace.EventOption) {
	if s.core.Recording() {
		s.event(name, trace.NewEventConfig(options...), nil)
	}
}

func (s *span) event(name string, config trace.EventConfig, first []attr.Value) {
	attrs := append(first, convert.Values(config.Attributes())...)
	if config.StackTrace() {
		attrs = append(attrs, attr.ExceptionStacktrace.String(string(debug.Stack())))
	}
	at := config.Timestamp()
	if at.IsZero() {
		at = time.Now()
	}
	s.core.EventAt(at, name, attrs...)
}

func (s *span) AddLink(link trace.Link) {
	if s.core.Recording() {
		s.core.Link(convert.IDs(link.SpanContext), convert.Values(link.Attributes)...)
	}
}

// The program records an error on purpose, with its text.
var (
	errorType = attr.Program("exception.type", -1)
	errorText = attr.Program("exception.message", -1)
)

func (s *span) RecordError(err error, options ...trace.EventOption) {
	if err == nil || !s.core.Recording() {
		return
	}
	t := reflect.TypeOf(err)
	kind := t.String()
	if t.PkgPath() != "" && t.Name() != "" {
		kind = t.PkgPath() + "." + t.Name()
	}
	s.event("exception", trace.NewEventConfig(options...), []attr.Value{errorType.String(kind), errorText.String(err.Error())})
}

// End does not recover a panic to record it, as the SDK does: without a provider of the program, its panics are not touched.
func (s *span) End(options ...trace.SpanEndOption) {
	config := trace.NewSpanEndConfig(options...)
	s.core.EndAt(config.Timestamp())
}

// String tells spans apart for people.
func (s *span) String() string { return fmt.Sprintf("span %s", s.core.Context().Span) }

// answer is what a context of the core holds under the API's key.
func answer(s *rt.Span, remote ids.SpanContext) any {
	if s == nil {
		return trace.SpanFromContext(trace.ContextWithRemoteSpanContext(context.Background(), convert.SpanContext(remote)))
	}
	if own, ok := s.Foreign().(trace.Span); ok {
		return own
	}
	return wrap(s)
}

// find is the way back.
func find(v any) (*rt.Span, ids.SpanContext) {
	switch v := v.(type) {
	case *span:
		return v.core, ids.SpanContext{}
	case trace.Span:
		return nil, convert.IDs(v.SpanContext())
	}
	return nil, ids.SpanContext{}
}
