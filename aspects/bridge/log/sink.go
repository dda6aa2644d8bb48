package bridge

import (
	"context"
	"strings"
	"sync"
	"time"

	"go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// sink makes the core's log records with a provider of the program.
type sink struct {
	provider log.LoggerProvider
	loggers  sync.Map // *attr.Scope → log.Logger
}

func (s *sink) logger(scope *attr.Scope) log.Logger {
	if l, ok := s.loggers.Load(scope); ok {
		return l.(log.Logger)
	}
	l := s.provider.Logger(scope.Name, log.WithInstrumentationVersion(scope.Version), log.WithSchemaURL(scope.SchemaURL),
		log.WithInstrumentationAttributes(apiValues(scope.Attrs)...))
	s.loggers.Store(scope, l)
	return l
}

// Log hands a record to the program's provider. The provider may keep it.
func (s *sink) Log(r *logrec.Record) {
	ctx := context.Background()
	if r.Trace.IsValid() {
		ctx = trace.ContextWithSpanContext(ctx, trace.NewSpanContext(trace.SpanContextConfig{
			TraceID: trace.TraceID(r.Trace), SpanID: trace.SpanID(r.Span), TraceFlags: trace.TraceFlags(r.Flags),
		}))
	}
	l := s.logger(r.Scope)
	severity := log.Severity(r.Severity)
	if !l.Enabled(ctx, log.EnabledParameters{Severity: severity, EventName: r.EventName}) {
		return
	}
	var out log.Record
	if r.Time != 0 {
		out.SetTimestamp(time.Unix(0, r.Time))
	}
	out.SetObservedTimestamp(time.Unix(0, r.Observed))
	out.SetSeverity(severity)
	out.SetSeverityText(strings.Clone(r.SeverityText))
	out.SetEventName(strings.Clone(r.EventName))
	out.SetBody(apiValue(r.Body))
	out.AddAttributes(apiValues(r.Attrs)...)
	l.Emit(ctx, out)
}

// Start and End are of another signal.
func (*sink) Start(*rt.Record) rt.Decision { return rt.Drop }

// End does nothing.
func (*sink) End(*rt.Record) {}
