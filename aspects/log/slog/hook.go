// Package hook gives the records of log/slog the ids of their spans.
package hook

import (
	"context"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/trace"

	rt "github.com/gots-dev/gots/aspects/otelrt"
)

// ids is called by code that is woven into log/slog: a trace id of 16 bytes and a span id of 8.
//
//go:linkname ids gots_log_slog_ids
var ids atomic.Pointer[func(ctx context.Context) [24]byte]

func init() {
	if !rt.Enabled("log/slog") {
		return
	}
	find := find
	ids.Store(&find)
}

// find gives the current span of ctx; all zero is none.
func find(ctx context.Context) (ids [24]byte) {
	defer rt.Recover("log/slog")
	span := trace.SpanContextFromContext(ctx)
	if span.IsValid() {
		trace, id := span.TraceID(), span.SpanID()
		copy(ids[:], trace[:])
		copy(ids[16:], id[:])
	}
	return ids
}
