// Command byhand is the same server with the telemetry that a team writes by hand: otelhttp, otelsql, instrumentation of the runtime, ids in log
// lines, and the SDK with its exporters.
package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net/http"

	"example.com/bench/server"
	"github.com/XSAM/otelsql"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	goruntime "go.opentelemetry.io/contrib/instrumentation/runtime"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/metric"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"

	"database/sql"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) (err error) {
	spans, err := otlptracehttp.New(ctx)
	if err != nil {
		return err
	}
	tracers := sdktrace.NewTracerProvider(sdktrace.WithBatcher(spans))
	measurements, err := otlpmetrichttp.New(ctx)
	if err != nil {
		return err
	}
	meters := metric.NewMeterProvider(metric.WithReader(metric.NewPeriodicReader(measurements)))
	defer func() { err = errors.Join(err, tracers.Shutdown(ctx), meters.Shutdown(ctx)) }()
	otel.SetTracerProvider(tracers)
	otel.SetMeterProvider(meters)
	otel.SetTextMapPropagator(propagation.NewCompositeTextMapPropagator(propagation.TraceContext{}, propagation.Baggage{}))
	if err := goruntime.Start(); err != nil {
		return err
	}
	return server.Run(server.Options{Open: open, Wrap: wrap, Logging: func(h slog.Handler) slog.Handler { return ids{h} }})
}

func open(driver, source string) (*sql.DB, error) {
	system := otelsql.WithAttributes(semconv.DBSystemNameSQLite)
	db, err := otelsql.Open(driver, source, system, otelsql.WithSpanOptions(otelsql.SpanOptions{OmitConnResetSession: true, OmitRows: true}))
	if err != nil {
		return nil, err
	}
	_, err = otelsql.RegisterDBStatsMetrics(db, system)
	return db, err
}

func wrap(next http.Handler) http.Handler {
	return otelhttp.NewHandler(next, "server", otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string {
		if r.Pattern != "" {
			return r.Pattern
		}
		return r.Method
	}))
}

// ids adds those of the span to each record.
type ids struct{ slog.Handler }

func (h ids) Handle(ctx context.Context, record slog.Record) error {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		record.AddAttrs(slog.String("trace_id", span.TraceID().String()), slog.String("span_id", span.SpanID().String()))
	}
	return h.Handler.Handle(ctx, record)
}

func (h ids) WithAttrs(attrs []slog.Attr) slog.Handler { return ids{h.Handler.WithAttrs(attrs)} }
func (h ids) WithGroup(name string) slog.Handler       { return ids{h.Handler.WithGroup(name)} }
