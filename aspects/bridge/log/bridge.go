// Package bridge joins the recording core with OpenTelemetry's logs API, in programs that have it. Log records that the program makes while it
// has set no provider are the core's; once it has set one, the core's records are made with it (ADR 17, ADR 39).
package bridge

import (
	"context"
	"reflect"
	"strings"
	"sync/atomic"
	"time"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/log/noop"

	"github.com/gots-dev/gots/aspects/internal/otelapi"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// providerSet is called by code woven into go.opentelemetry.io/otel when the program sets a provider.
//
//go:linkname providerSet gots_otel_logger_provider_set
var providerSet atomic.Pointer[func(log.LoggerProvider)]

// mayExport and forget are shared with the hook of log/slog: what loggers are given is to be kept, because the program may set a provider at
// any time.

//go:linkname mayExport gots_log_slog_may_export
var mayExport atomic.Bool

//go:linkname forget gots_log_slog_forget
var forget atomic.Bool

func init() {
	defer rt.Recover("otel logs")
	mayExport.Store(true)
	forget.Store(false)
	if own := otel.GetLoggerProvider(); otelapi.IsDefault(own) {
		otel.SetLoggerProvider(relay)
	} else {
		relay.handOver(own) // the program has set it before
	}
	handOver := relay.handOver
	providerSet.Store(&handOver)
}

// relay is the global provider of a program that has set none.
var relay = &provider{}

// provider makes loggers whose records are the core's, until the program sets a provider; from then on they are that one's.
type provider struct {
	noop.LoggerProvider // for methods of later versions
	next                atomic.Pointer[log.LoggerProvider]
}

func (p *provider) Logger(name string, options ...log.LoggerOption) log.Logger {
	if next := p.next.Load(); next != nil {
		return (*next).Logger(name, options...)
	}
	config := log.NewLoggerConfig(options...)
	set := config.InstrumentationAttributes()
	scope := &attr.Scope{
		Name: name, Version: config.InstrumentationVersion(), SchemaURL: config.SchemaURL(), Attrs: attr.CloneAll(values(set.ToSlice())),
	}
	return &logger{provider: p, name: name, options: options, scope: scope}
}

// handOver makes next, which the program sets, the provider of all records to come.
func (p *provider) handOver(next log.LoggerProvider) {
	if next == nil || next == log.LoggerProvider(p) {
		return
	}
	p.next.Store(&next)
	rt.TakeOver(rt.Logs)
	if !otelapi.Disabled() {
		rt.SetSink(rt.Logs, &sink{provider: next})
	}
}

// logger makes records of the core for the program.
type logger struct {
	noop.Logger
	provider *provider
	name     string
	options  []log.LoggerOption
	scope    *attr.Scope
	next     atomic.Pointer[log.Logger]
}

func (l *logger) theirs() log.Logger {
	next := l.provider.next.Load()
	if next == nil {
		return nil
	}
	own := l.next.Load()
	if own == nil {
		made := (*next).Logger(l.name, l.options...)
		own = &made
		l.next.Store(own)
	}
	return *own
}

// Enabled says whether a record goes anywhere.
func (l *logger) Enabled(ctx context.Context, param log.EnabledParameters) bool {
	if next := l.theirs(); next != nil {
		return next.Enabled(ctx, param)
	}
	return rt.On(rt.Logs)
}

// Emit records a log record.
func (l *logger) Emit(ctx context.Context, record log.Record) {
	if next := l.theirs(); next != nil {
		next.Emit(ctx, record)
		return
	}
	if !rt.On(rt.Logs) {
		return
	}
	defer rt.Recover("otel logs")
	if ctx == nil {
		ctx = context.Background()
	}
	span := rt.ContextOf(ctx)
	out := logrec.Record{
		Scope: l.scope, Time: nanoseconds(record.Timestamp()), Observed: nanoseconds(record.ObservedTimestamp()),
		Severity: logrec.Severity(min(max(record.Severity(), 0), 24)), SeverityText: record.SeverityText(), EventName: record.EventName(),
		Body: value(body, record.Body()), Trace: span.Trace, Span: span.Span, Flags: span.Flags,
	}
	if out.Observed == 0 {
		out.Observed = time.Now().UnixNano()
	}
	attrs := make([]attr.Value, 0, record.AttributesLen()+2)
	failed := false
	record.WalkAttributes(func(kv attribute.KeyValue) bool {
		failed = failed || strings.HasPrefix(string(kv.Key), "exception.")
		attrs = append(attrs, value(attr.Program(string(kv.Key), -1), kv.Value))
		return true
	})
	if err := record.Err(); err != nil && !failed {
		attrs = append(attrs, errorType.String(reflect.TypeOf(err).String()), errorText.String(err.Error()))
	}
	out.Attrs = attrs
	rt.Log(&out)
}

var (
	body      = attr.Program("body", -1)
	errorType = attr.Program("exception.type", -1)
	errorText = attr.Program("exception.message", -1)
)

// nanoseconds since 1970; 0 for the zero time.
func nanoseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixNano()
}
