package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploggrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetricgrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/metric"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// exporters are the official ones of one protocol.
type exporters struct {
	traces  sdktrace.SpanExporter
	metrics sdkmetric.Exporter
	logs    sdklog.Exporter
}

func byHTTP(ctx context.Context, url string) exporters {
	return exporters{
		must(otlptrace.New(ctx, otlptracehttp.NewClient(otlptracehttp.WithEndpointURL(url+"/v1/traces")))),
		must(otlpmetrichttp.New(ctx, otlpmetrichttp.WithEndpointURL(url+"/v1/metrics"))),
		must(otlploghttp.New(ctx, otlploghttp.WithEndpointURL(url+"/v1/logs"))),
	}
}

func byGRPC(ctx context.Context, url string) exporters {
	at := strings.TrimPrefix(url, "http://")
	return exporters{
		must(otlptracegrpc.New(ctx, otlptracegrpc.WithEndpoint(at), otlptracegrpc.WithInsecure(), otlptracegrpc.WithCompressor("gzip"))),
		must(otlpmetricgrpc.New(ctx, otlpmetricgrpc.WithEndpoint(at), otlpmetricgrpc.WithInsecure())),
		must(otlploggrpc.New(ctx, otlploggrpc.WithEndpoint(at), otlploggrpc.WithInsecure())),
	}
}

// send has the SDK make one request of each signal: a request with a query below it, in a program that measures and logs.
func send(ctx context.Context, to exporters) {
	from := resource.NewSchemaless(attribute.String("service.name", "record"), attribute.Int64("process.pid", 42))
	tracers := sdktrace.NewTracerProvider(sdktrace.WithBatcher(to.traces), sdktrace.WithResource(from))
	meters := sdkmetric.NewMeterProvider(
		sdkmetric.WithReader(sdkmetric.NewPeriodicReader(to.metrics)), sdkmetric.WithResource(from),
		sdkmetric.WithView(sdkmetric.NewView(sdkmetric.Instrument{Name: "exponential"},
			sdkmetric.Stream{Aggregation: sdkmetric.AggregationBase2ExponentialHistogram{MaxSize: 20, MaxScale: 10}})))
	loggers := sdklog.NewLoggerProvider(sdklog.WithProcessor(sdklog.NewBatchProcessor(to.logs)), sdklog.WithResource(from))

	tracer := tracers.Tracer("example.com/record", trace.WithInstrumentationVersion("1.2.3"))
	ctx, server := tracer.Start(ctx, "GET /orders/{id}", trace.WithSpanKind(trace.SpanKindServer),
		trace.WithAttributes(attribute.Int("http.response.status_code", 500), attribute.StringSlice("list", []string{"a", ""}),
			attribute.Float64("half", 0.5), attribute.Bool("yes", true)))
	_, query := tracer.Start(ctx, "SELECT orders", trace.WithSpanKind(trace.SpanKindClient),
		trace.WithLinks(trace.Link{SpanContext: server.SpanContext(), Attributes: []attribute.KeyValue{attribute.String("why", "test")}}))
	query.RecordError(errors.New("no such table: orders"))
	query.SetStatus(codes.Error, "no such table")

	meter := meters.Meter("example.com/record")
	must(meter.Float64Histogram("http.server.request.duration", metric.WithUnit("s"), metric.WithDescription("Duration of requests."),
		metric.WithExplicitBucketBoundaries(0.005, 0.01, 1))).Record(ctx, 0.007, metric.WithAttributes(attribute.String("http.route", "/orders/{id}")))
	must(meter.Float64Histogram("exponential")).Record(ctx, 3.5)
	must(meter.Int64UpDownCounter("http.server.active_requests", metric.WithUnit("{request}"))).Add(ctx, -1)
	must(meter.Int64Counter("orders")).Add(ctx, 3)
	must(meter.Float64Gauge("temperature")).Record(ctx, -1.5)

	var record log.Record
	record.SetTimestamp(time.Unix(1_800_000_000, 123_456_789))
	record.SetSeverity(log.SeverityWarn)
	record.SetSeverityText("WARN")
	record.SetBody(attribute.StringValue("an order is missing"))
	record.AddAttributes(attribute.Int64("order", 7),
		attribute.Map("cart", attribute.String("sku", "mug"), attribute.Slice("sizes", attribute.IntValue(1), attribute.Value{})))
	loggers.Logger("example.com/record").Emit(ctx, record)

	query.End()
	server.End()
	check(tracers.Shutdown(ctx))
	check(meters.Shutdown(ctx))
	check(loggers.Shutdown(ctx))
}
