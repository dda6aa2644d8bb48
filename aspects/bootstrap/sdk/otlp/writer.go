package otlp

import (
	"context"
	"encoding/json"
	"io"
	"sync"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// Writer writes one line of JSON for each export, in the protocol's JSON form.
type Writer struct {
	mu sync.Mutex
	w  io.Writer
}

// NewWriter makes an exporter that writes to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// ExportSpans implements the SDK's SpanExporter.
func (e *Writer) ExportSpans(_ context.Context, spans []sdktrace.ReadOnlySpan) error {
	if len(spans) == 0 {
		return nil
	}
	line, err := json.Marshal(newRequest(spans))
	if err != nil {
		return err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	_, err = e.w.Write(append(line, '\n'))
	return err
}

// Shutdown implements the SDK's SpanExporter; the writer stays open.
func (e *Writer) Shutdown(context.Context) error { return nil }
