// Command ownsdk sets OpenTelemetry up itself, in main, and says what came of it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"golang.org/x/net/http2"

	"github.com/gots-dev/gots/aspects/e2e/ownsdk/early"
)

type printer struct{}

func (printer) ExportSpans(_ context.Context, spans []sdktrace.ReadOnlySpan) error {
	for _, s := range spans {
		fmt.Println("span:", s.Name(), s.Resource().Set().Encoded(attribute.DefaultEncoder()))
	}
	if name := os.Getenv("E2E_TELEMETRY"); name != "" {
		return write(name, spans)
	}
	return nil
}

// write writes the spans to a file, a line of JSON each, to be compared with the conventions.
func write(name string, spans []sdktrace.ReadOnlySpan) error {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	for _, s := range spans {
		stub := tracetest.SpanStubFromReadOnlySpan(s)
		if err := json.NewEncoder(file).Encode(map[string]any{"span": &stub}); err != nil {
			return err
		}
	}
	return nil
}

func (printer) Shutdown(context.Context) error { return nil }

type counting struct {
	propagation.TraceContext
}

func (counting) Fields() []string { return []string{"mine"} }

func main() {
	fmt.Println("http2:", http2.ConfigureTransport(early.Transport()))
	early := early.Tracer
	prop := otel.GetTextMapPropagator()
	res := resource.NewSchemaless(attribute.String("service.name", "mine"))
	otel.SetTracerProvider(sdktrace.NewTracerProvider(sdktrace.WithSyncer(printer{}), sdktrace.WithResource(res)))
	otel.SetTextMapPropagator(counting{})
	ctx, span := early.Start(context.Background(), "early")
	req, _ := http.NewRequestWithContext(ctx, "GET", "http://127.0.0.1:1/", nil)
	_, err := http.DefaultClient.Do(req)
	fmt.Println("refused:", err != nil)
	span.End()
	_, span = otel.Tracer("late").Start(context.Background(), "late")
	span.End()
	fmt.Println("propagates:", prop.Fields())
	otel.Handle(errors.New("an error of the program's SDK")) // to standard error, as log prints
	fmt.Fprintln(os.Stderr, "done")
}
