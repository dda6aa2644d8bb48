package official

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/gots-dev/gots/aspects/rt/meter"
)

// theirPoints collects from the official SDK.
func theirPoints(t *testing.T, reader *sdkmetric.ManualReader) []point {
	var data metricdata.ResourceMetrics
	if err := reader.Collect(context.Background(), &data); err != nil {
		t.Fatal(err)
	}
	var all []point
	for _, scope := range data.ScopeMetrics {
		for _, m := range scope.Metrics {
			head := func(form meter.Form, monotonic bool, temporality metricdata.Temporality) string {
				return fmt.Sprintf("%s|%s|%s|form %d|monotonic %v|delta %v", m.Name, m.Unit, m.Description, form, monotonic, temporality == metricdata.DeltaTemporality)
			}
			switch d := m.Data.(type) {
			case metricdata.Sum[int64]:
				all = append(all, numbers(head(meter.FormSum, d.IsMonotonic, d.Temporality), d.DataPoints)...)
			case metricdata.Sum[float64]:
				all = append(all, numbers(head(meter.FormSum, d.IsMonotonic, d.Temporality), d.DataPoints)...)
			case metricdata.Gauge[int64]:
				all = append(all, numbers(head(meter.FormGauge, false, 0), d.DataPoints)...)
			case metricdata.Gauge[float64]:
				all = append(all, numbers(head(meter.FormGauge, false, 0), d.DataPoints)...)
			case metricdata.Histogram[float64]:
				all = append(all, histograms(head(meter.FormHistogram, false, d.Temporality), d.DataPoints)...)
			case metricdata.Histogram[int64]:
				all = append(all, histograms(head(meter.FormHistogram, false, d.Temporality), d.DataPoints)...)
			case metricdata.ExponentialHistogram[float64]:
				all = append(all, exponentials(head(meter.FormExponential, false, d.Temporality), d.DataPoints)...)
			case metricdata.ExponentialHistogram[int64]:
				all = append(all, exponentials(head(meter.FormExponential, false, d.Temporality), d.DataPoints)...)
			default:
				t.Fatalf("%T", d)
			}
		}
	}
	return ordered(all)
}

func theirAttributes(set attribute.Set) string {
	var parts []string
	for _, kv := range set.ToSlice() {
		parts = append(parts, fmt.Sprintf("%s=%v", kv.Key, kv.Value.AsInterface()))
	}
	return strings.Join(parts, ",")
}

func numbers[N int64 | float64](head string, points []metricdata.DataPoint[N]) (all []point) {
	for _, p := range points {
		out := point{Metric: head, Attrs: theirAttributes(p.Attributes), StartsBeforeTime: !p.StartTime.After(p.Time)}
		switch v := any(p.Value).(type) {
		case int64:
			out.Value = fmt.Sprint(v)
		case float64:
			out.Sum = v
		}
		all = append(all, out)
	}
	return all
}

func histograms[N int64 | float64](head string, points []metricdata.HistogramDataPoint[N]) (all []point) {
	for _, p := range points {
		out := point{Metric: head, Attrs: theirAttributes(p.Attributes), StartsBeforeTime: !p.StartTime.After(p.Time), Count: p.Count, Sum: float64(p.Sum),
			Bounds: p.Bounds, Buckets: p.BucketCounts}
		out.Min, out.Max, out.HasMinMax = extrema(p.Min, p.Max)
		all = append(all, out)
	}
	return all
}

func exponentials[N int64 | float64](head string, points []metricdata.ExponentialHistogramDataPoint[N]) (all []point) {
	for _, p := range points {
		out := point{Metric: head, Attrs: theirAttributes(p.Attributes), StartsBeforeTime: !p.StartTime.After(p.Time), Count: p.Count, Sum: float64(p.Sum),
			Scale: p.Scale, Zero: p.ZeroCount, Positive: spread(p.PositiveBucket.Offset, p.PositiveBucket.Counts), Minus: spread(p.NegativeBucket.Offset, p.NegativeBucket.Counts)}
		out.Min, out.Max, out.HasMinMax = extrema(p.Min, p.Max)
		all = append(all, out)
	}
	return all
}

func extrema[N int64 | float64](low, high metricdata.Extrema[N]) (minimum, maximum float64, ok bool) {
	l, ok := low.Value()
	h, _ := high.Value()
	return float64(l), float64(h), ok
}
