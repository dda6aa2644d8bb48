// Package hook gives the lines of log/slog the ids of their spans, and exports its records.
package hook

import (
	"context"
	"log/slog"
	"os"
	"sync/atomic"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/rt"
)

// Code that is woven into log/slog (woven.go) calls these.

//go:linkname ids gots_log_slog_ids
var ids atomic.Pointer[func(ctx context.Context) [24]byte]

//go:linkname exporting gots_log_slog_export
var exporting atomic.Pointer[func(ctx context.Context) func(r slog.Record, with any)]

//go:linkname forget gots_log_slog_forget
var forget atomic.Bool

// mayExport is set where a bridge to OpenTelemetry's logs is linked: the program may set a provider at any time.
//
//go:linkname mayExport gots_log_slog_may_export
var mayExport atomic.Bool

// forwarded is set by code that is woven into otelslog: the program makes log records of log/slog itself.
//
//go:linkname forwarded gots_log_slog_forwarded
var forwarded atomic.Bool

func init() {
	if !rt.Enabled("log/slog") {
		forget.Store(true)
		return
	}
	if os.Getenv("OTEL_LOGS_EXPORTER") == "" && os.Getenv("OTEL_CONFIG_FILE") == "" && !mayExport.Load() {
		forget.Store(true)
	}
	rt.Instrument("log/slog", func() {
		find, export := find, export
		ids.Store(&find)
		exporting.Store(&export)
	})
}

// find gives the current span of ctx, else of the goroutine's scope; all zero is none.
func find(ctx context.Context) (ids [24]byte) {
	defer rt.Recover("log/slog")
	if ctx == nil {
		ctx = context.Background()
	}
	if span := rt.ContextOf(ctx); span.IsValid() {
		copy(ids[:], span.Trace[:])
		copy(ids[16:], span.Span[:])
	}
	return ids
}
