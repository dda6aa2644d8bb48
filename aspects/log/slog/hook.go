// Package hook puts trace and span ids into the records of log/slog.
package hook

import (
	"context"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

//go:linkname hook gots_log_slog_ids
var hook atomic.Pointer[func(ctx context.Context) (traceID, spanID string)]

func init() {
	if !rt.Enabled("log/slog") {
		return
	}
	ids := ids
	hook.Store(&ids)
}

// ids finds the current span of ctx; both are empty without one.
func ids(ctx context.Context) (traceID, spanID string) {
	defer rt.Recover("log/slog")
	span := trace.SpanContextFromContext(ctx)
	if !span.IsValid() {
		return "", ""
	}
	return span.TraceID().String(), span.SpanID().String()
}
