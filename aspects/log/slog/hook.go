// Package hook puts trace and span ids into the records of log/slog.
package hook

import (
	"context"
	"log/slog"
	"slices"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

//go:linkname args gots_log_slog_args
var args atomic.Pointer[func(ctx context.Context, l *slog.Logger, level slog.Level, args []any) []any]

//go:linkname attrs gots_log_slog_attrs
var attrs atomic.Pointer[func(ctx context.Context, l *slog.Logger, level slog.Level, attrs []slog.Attr) []slog.Attr]

// The names that the OpenTelemetry specification gives the ids in logs of other formats.
const (
	traceKey = "trace_id"
	spanKey  = "span_id"
)

func init() {
	if !rt.Enabled("log/slog") {
		return
	}
	correlateArgs, correlateAttrs := correlateArgs, correlateAttrs
	args.Store(&correlateArgs)
	attrs.Store(&correlateAttrs)
}

// The ids go in front: behind, they would become the value of a key that was left without one.
func correlateArgs(ctx context.Context, l *slog.Logger, level slog.Level, args []any) []any {
	ids, ok := ids(ctx, l, level)
	if !ok || slices.ContainsFunc(args, namesTrace) {
		return args
	}
	return append([]any{ids[0], ids[1]}, args...)
}

func correlateAttrs(ctx context.Context, l *slog.Logger, level slog.Level, attrs []slog.Attr) []slog.Attr {
	ids, ok := ids(ctx, l, level)
	if !ok || slices.ContainsFunc(attrs, func(a slog.Attr) bool { return a.Key == traceKey }) {
		return attrs
	}
	return append(ids[:], attrs...)
}

// ids finds the span of ctx, which may be nil here. Texts are made only for records that will be written.
func ids(ctx context.Context, l *slog.Logger, level slog.Level) (pair [2]slog.Attr, ok bool) {
	if ctx == nil {
		return pair, false
	}
	span := trace.SpanContextFromContext(ctx)
	if !span.IsValid() || !l.Enabled(ctx, level) {
		return pair, false
	}
	return [2]slog.Attr{
		slog.String(traceKey, span.TraceID().String()),
		slog.String(spanKey, span.SpanID().String()),
	}, true
}

func namesTrace(arg any) bool {
	if a, ok := arg.(slog.Attr); ok {
		return a.Key == traceKey
	}
	return arg == any(traceKey)
}
