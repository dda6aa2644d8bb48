package bootstrap

import (
	"context"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

// suppressed is an exporter whose own requests make no spans.
type suppressed struct{ sdktrace.SpanExporter }

func (s suppressed) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	return s.SpanExporter.ExportSpans(rt.Suppress(ctx), spans)
}
