package official

import (
	"context"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// served is a request of a server, with the attributes of the conventions.
type served struct {
	method, scheme, route, version string
	status                         int
}

func (s served) ours() []attr.Value {
	return []attr.Value{
		attr.HTTPRequestMethod.String(s.method), attr.URLScheme.String(s.scheme), attr.HTTPRoute.String(s.route),
		attr.NetworkProtocolVersion.String(s.version), attr.HTTPResponseStatusCode.Int(s.status),
	}
}

var bounds = []float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10}

func BenchmarkHistogramOurs(b *testing.B) {
	meter.Configure(meter.Options{})
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	h := meter.NewHistogram(rt.NewScope("example.com/bench"), meter.Desc{Name: "d", Unit: "s", Bounds: bounds}, served.ours)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		h.Record(nil, served{"GET", "http", "/orders/{id}", "1.1", 200 + i%3}, 0.01)
	}
}

func BenchmarkHistogramSDK(b *testing.B) {
	provider := sdkmetric.NewMeterProvider(sdkmetric.WithReader(sdkmetric.NewManualReader()))
	h, _ := provider.Meter("example.com/bench").Float64Histogram("d", metric.WithUnit("s"), metric.WithExplicitBucketBoundaries(bounds...))
	ctx := context.Background()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		h.Record(ctx, 0.01, metric.WithAttributes(
			attribute.String("http.request.method", "GET"), attribute.String("url.scheme", "http"), attribute.String("http.route", "/orders/{id}"),
			attribute.String("network.protocol.version", "1.1"), attribute.Int("http.response.status_code", 200+i%3)))
	}
}

func BenchmarkCollectOurs(b *testing.B) {
	meter.Configure(meter.Options{})
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	h := meter.NewHistogram(rt.NewScope("example.com/collect"), meter.Desc{Name: "d", Unit: "s", Bounds: bounds}, served.ours)
	for i := range 1000 {
		h.Record(nil, served{"GET", "http", "/orders/{id}", "1.1", i}, 0.01)
	}
	b.ReportAllocs()
	for b.Loop() {
		r.Collect(func(*meter.Metric) bool { return true })
	}
}
