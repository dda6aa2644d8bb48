package bootstrap

import (
	"context"
	"fmt"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	rt "github.com/gots-dev/gots/aspects/otelrt"
)

// quiet is an exporter that disturbs nothing: its own requests make no spans, a panic stays inside, and errors are reported here and
// seldom. The global error handler stays the program's.
type quiet struct{ sdktrace.SpanExporter }

func (q quiet) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	if err := q.export(ctx, spans); err != nil {
		warnSeldom(err)
	}
	return nil
}

func (q quiet) export(ctx context.Context, spans []sdktrace.ReadOnlySpan) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("exporting panicked: %v", p)
		}
	}()
	return q.SpanExporter.ExportSpans(rt.Suppress(ctx), spans)
}
