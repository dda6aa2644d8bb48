package official

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	client "github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/common/expfmt"
	"go.opentelemetry.io/otel/attribute"
	exporter "go.opentelemetry.io/otel/exporters/prometheus"
	"go.opentelemetry.io/otel/metric"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"

	"github.com/gots-dev/gots/aspects/bootstrap/prometheus"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// words are parts of names and units, usual and odd ones.
var (
	words = []string{"http", "server", "request", "duration", "seconds", "total", "ratio", "bytes", "3d", "a__b", "é", "per_second", "x:y", "-", "by"}
	units = []string{"", "s", "ms", "By", "1", "%", "{request}", "By/s", "{packet}/min", "m/h", "KiBy", "foo bar", "/s", "Cel", "s/", "a-b/c-d"}
)

// The text that Prometheus gets is that of the official exporter, for random names, units, attributes and values.
func TestPrometheusGetsTheSameText(t *testing.T) {
	for seed := range uint64(150) {
		comparePages(t, rand.New(rand.NewPCG(seed, 34)), seed)
		if t.Failed() {
			return
		}
	}
}

func comparePages(t *testing.T, r *rand.Rand, seed uint64) {
	registry := client.NewRegistry()
	theirs, err := exporter.New(exporter.WithRegisterer(registry))
	if err != nil {
		t.Fatal(err)
	}
	provider := sdkmetric.NewMeterProvider(sdkmetric.WithReader(theirs), sdkmetric.WithResource(resource.NewSchemaless(attribute.String("service.name", `a "b"\c`), attribute.Int("process.pid", 7))))
	m := provider.Meter("example.com/page", metric.WithInstrumentationVersion("2"), metric.WithSchemaURL("https://example.com/schema"))

	meter.Configure(meter.Options{Exemplars: meter.AlwaysOff})
	ours := prometheus.New(prometheus.Options{Resource: []attr.Value{attr.Number("process.pid").Int(7), attr.Short("service.name").String(`a "b"\c`)}, Say: t.Logf})
	defer ours.Close()
	scope := rt.ProgramScope("example.com/page", "2", "https://example.com/schema")

	key := func(n int) []attr.Value {
		return []attr.Value{attr.Number("n").Int(n), attr.Short("a.text").String("line\n\"quoted\" \\"), attr.Number("0is").Bool(true), attr.Number("f").Float(0.1), attr.Short("x..y").Strings([]string{"p", "q\""})}
	}
	theirKey := func(n int) metric.MeasurementOption {
		return metric.WithAttributes(attribute.Int("n", n), attribute.String("a.text", "line\n\"quoted\" \\"), attribute.Bool("0is", true), attribute.Float64("f", 0.1), attribute.StringSlice("x..y", []string{"p", "q\""}))
	}
	used := map[string]bool{}
	for i := range 8 {
		var parts []string
		for range 1 + r.IntN(4) {
			parts = append(parts, words[r.IntN(len(words))])
		}
		name := fmt.Sprintf("m%d.%s", i, strings.Join(parts, []string{".", "_", "/"}[r.IntN(3)]))
		if used[name] {
			continue
		}
		used[name] = true
		d := meter.Desc{Name: name, Unit: units[r.IntN(len(units))], Text: "what \"it\" is \\ \n" + name, Float: true}
		ctx := context.Background()
		options := func(k int) (int, float64) { return k, float64(r.IntN(1000)) / 8 }
		switch r.IntN(4) {
		case 0:
			their, err := m.Float64Counter(name, metric.WithUnit(d.Unit), metric.WithDescription(d.Text))
			own := meter.NewCounter(scope, d, key)
			if err != nil {
				continue // a name that the API does not allow
			}
			for k := range 3 {
				k, v := options(k)
				their.Add(ctx, v, theirKey(k))
				own.AddFloat(nil, k, v)
			}
		case 1:
			their, err := m.Float64UpDownCounter(name, metric.WithUnit(d.Unit), metric.WithDescription(d.Text))
			own := meter.NewUpDown(scope, d, key)
			if err != nil {
				continue
			}
			for k := range 3 {
				k, v := options(k)
				their.Add(ctx, -v, theirKey(k))
				own.AddFloat(nil, k, -v)
			}
		case 2:
			d.Float = false
			their, err := m.Int64Gauge(name, metric.WithUnit(d.Unit), metric.WithDescription(d.Text))
			own := meter.NewGauge(scope, d, key)
			if err != nil {
				continue
			}
			their.Record(ctx, 12345678901, theirKey(1))
			own.Set(nil, 1, 12345678901)
		case 3:
			d.Bounds = []float64{0.5, 10, 1e6}
			their, err := m.Float64Histogram(name, metric.WithUnit(d.Unit), metric.WithDescription(d.Text), metric.WithExplicitBucketBoundaries(d.Bounds...))
			own := meter.NewHistogram(scope, d, key)
			if err != nil {
				continue
			}
			for k := range 12 {
				k, v := options(k % 2)
				their.Record(ctx, v, theirKey(k))
				own.Record(nil, k, v)
			}
		}
	}

	families, err := registry.Gather()
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	var want bytes.Buffer
	for _, family := range families {
		if _, err := expfmt.MetricFamilyToText(&want, family); err != nil {
			t.Fatal(err)
		}
	}
	w := httptest.NewRecorder()
	ours.ServeHTTP(w, httptest.NewRequest(http.MethodGet, prometheus.Path, nil))
	got, wanted := samples(w.Body.String()), samples(want.String())
	if !slices.Equal(got, wanted) {
		for i := 0; i < len(got) || i < len(wanted); i++ {
			if i >= len(got) || i >= len(wanted) || got[i] != wanted[i] {
				t.Errorf("seed %d, from line %d:\ngot  %s\nwant %s", seed, i, strings.Join(got[min(i, len(got)):], "\n     "), strings.Join(wanted[min(i, len(wanted)):], "\n     "))
				return
			}
		}
	}
}

// samples gives the lines in order, with the value of large numbers in one form, without those of the SDK's own metrics.
func samples(page string) (lines []string) {
	for _, line := range strings.Split(strings.TrimSpace(page), "\n") {
		if strings.HasPrefix(line, "#") && (strings.Contains(line, "otel_sdk_") || strings.Contains(line, "# HELP target_info")) || strings.HasPrefix(line, "otel_sdk_") {
			continue
		}
		if i := strings.LastIndexByte(line, ' '); !strings.HasPrefix(line, "#") && i > 0 && line[i+1:] == "12345678901" {
			line = line[:i+1] + "1.2345678901e+10"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}
