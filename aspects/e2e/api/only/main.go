// Command only uses OpenTelemetry's API and sets no provider, as a program does whose libraries have it: what they record is sent with what hooks
// record.
package main

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	otellog "go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"
)

var (
	tracer     = otel.Tracer("only")
	counter, _ = otel.Meter("only").Int64Counter("only.requests")
	logger     = otel.Logger("only")
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		ctx, span := tracer.Start(r.Context(), "work", trace.WithAttributes(attribute.String("k", "v")))
		defer span.End()
		counter.Add(ctx, 2, metric.WithAttributes(attribute.String("k", "v")))
		var record otellog.Record
		record.SetBody(attribute.StringValue("of the API"))
		logger.Emit(ctx, record)
		slog.InfoContext(ctx, "of slog")
		log.Print("of log")
	}))
	ctx, root := tracer.Start(context.Background(), "root")
	req, _ := http.NewRequestWithContext(ctx, "GET", server.URL, nil)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	_ = res.Body.Close()
	root.End()
	server.Close()
}
