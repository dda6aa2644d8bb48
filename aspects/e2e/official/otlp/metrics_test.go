package otlp

import (
	"slices"
	"testing"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	collector "go.opentelemetry.io/proto/otlp/collector/metrics/v1"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

func TestMetrics(t *testing.T) {
	address, last := sink(t)
	exporter, err := otlpmetrichttp.New(background, otlpmetrichttp.WithEndpointURL(address))
	must(t, err)
	for seed := range uint64(requests) {
		r := newRandom(seed)
		theirResource, ourResource := r.resource()
		theirs := &metricdata.ResourceMetrics{Resource: theirResource}
		scopes := r.scopes()
		var blocks []otlp.Block
		for at, scope := range scopes.theirs {
			all := metricdata.ScopeMetrics{Scope: scope}
			for range 1 + r.count(5) {
				their, our := r.metric()
				all.Metrics = append(all.Metrics, their)
				blocks = append(blocks, otlp.Block{Scope: scopes.ours[at], Data: otlp.AppendMetric(nil, our)})
			}
			theirs.ScopeMetrics = append(theirs.ScopeMetrics, all)
		}
		must(t, exporter.Export(background, theirs))
		compare(t, seed, rt.Metrics, *last, join(ourResource, blocks), func() *collector.ExportMetricsServiceRequest { return new(collector.ExportMetricsServiceRequest) }, metricsFromJSON)
	}
}

func (r random) metric() (metricdata.Metrics, *meter.Metric) {
	m := &meter.Metric{
		Name: r.name(), Unit: r.text(), Text: r.text(), Form: meter.Form(r.IntN(4)), Temporality: meter.Temporality(r.IntN(2)), Monotonic: r.one(2), Float: r.one(2),
	}
	if m.Form == meter.FormHistogram {
		m.Bounds = list(r, r.float)
	}
	for range r.count(30) {
		m.Points = append(m.Points, meter.Point{})
	}
	out := metricdata.Metrics{Name: m.Name, Unit: m.Unit, Description: m.Text}
	temporality := [...]metricdata.Temporality{metricdata.CumulativeTemporality, metricdata.DeltaTemporality}[m.Temporality]
	switch {
	case m.Form == meter.FormSum && m.Float:
		out.Data = metricdata.Sum[float64]{Temporality: temporality, IsMonotonic: m.Monotonic, DataPoints: numbers(r, m, r.float, setFloat)}
	case m.Form == meter.FormSum:
		out.Data = metricdata.Sum[int64]{Temporality: temporality, IsMonotonic: m.Monotonic, DataPoints: numbers(r, m, r.int, setInt)}
	case m.Form == meter.FormGauge && m.Float:
		out.Data = metricdata.Gauge[float64]{DataPoints: numbers(r, m, r.float, setFloat)}
	case m.Form == meter.FormGauge:
		out.Data = metricdata.Gauge[int64]{DataPoints: numbers(r, m, r.int, setInt)}
	case m.Form == meter.FormHistogram:
		out.Data = metricdata.Histogram[float64]{Temporality: temporality, DataPoints: histograms(r, m)}
	default:
		out.Data = metricdata.ExponentialHistogram[float64]{Temporality: temporality, DataPoints: exponentials(r, m)}
	}
	return out, m
}

func setFloat(f float64) (int64, float64) { return 0, f }
func setInt(n int64) (int64, float64)     { return n, 0 }

// point fills in what all points have.
func (r random) point(p *meter.Point) (attrs attribute.Set, start, at time.Time) {
	theirs, ours := r.attributes(10, 0)
	p.Attrs, p.Start, p.Time = ours, r.time(), r.time()
	return attribute.NewSet(theirs...), time.Unix(0, p.Start), time.Unix(0, p.Time)
}

func exemplars[N int64 | float64](r random, p *meter.Point, number func() N, set func(N) (int64, float64)) (out []metricdata.Exemplar[N]) {
	for range r.count(4) {
		n := number()
		e := meter.Exemplar{Time: r.time()}
		e.Int, e.Float = set(n)
		their := metricdata.Exemplar[N]{Value: n, Time: time.Unix(0, e.Time)}
		their.FilteredAttributes, e.Filtered = r.attributes(3, 0)
		if _, within := r.context(r.one(2)); within.IsValid() {
			e.Trace, e.Span = within.Trace, within.Span
			their.TraceID, their.SpanID = slices.Clone(within.Trace[:]), slices.Clone(within.Span[:])
		}
		p.Exemplars, out = append(p.Exemplars, e), append(out, their)
	}
	return out
}

func numbers[N int64 | float64](r random, m *meter.Metric, number func() N, set func(N) (int64, float64)) (out []metricdata.DataPoint[N]) {
	for i := range m.Points {
		p := &m.Points[i]
		n := number()
		their := metricdata.DataPoint[N]{Value: n}
		their.Attributes, their.StartTime, their.Time = r.point(p)
		p.Int, p.Float = set(n)
		their.Exemplars = exemplars(r, p, number, set)
		out = append(out, their)
	}
	return out
}

func (r random) counts(n int) (out []uint64) {
	for range n {
		if r.one(3) {
			out = append(out, r.Uint64()>>r.IntN(64))
		} else {
			out = append(out, uint64(r.IntN(3)))
		}
	}
	return out
}

func histograms(r random, m *meter.Metric) (out []metricdata.HistogramDataPoint[float64]) {
	for i := range m.Points {
		p := &m.Points[i]
		p.Count, p.Sum, p.HasSum, p.Buckets = r.Uint64(), r.float(), true, r.counts(len(m.Bounds)+1)
		their := metricdata.HistogramDataPoint[float64]{Count: p.Count, Sum: p.Sum, Bounds: m.Bounds, BucketCounts: p.Buckets}
		their.Attributes, their.StartTime, their.Time = r.point(p)
		their.Min, their.Max = r.extrema(p)
		their.Exemplars = exemplars(r, p, r.float, setFloat)
		out = append(out, their)
	}
	return out
}

func (r random) extrema(p *meter.Point) (least, most metricdata.Extrema[float64]) {
	if p.HasMinMax = r.one(2); !p.HasMinMax {
		return least, most
	}
	p.Min, p.Max = r.float(), r.float()
	return metricdata.NewExtrema(p.Min), metricdata.NewExtrema(p.Max)
}

func (r random) buckets() (metricdata.ExponentialBucket, meter.Buckets) {
	b := meter.Buckets{Offset: int32(r.int()), Counts: r.counts(r.count(160))}
	return metricdata.ExponentialBucket{Offset: b.Offset, Counts: b.Counts}, b
}

func exponentials(r random, m *meter.Metric) (out []metricdata.ExponentialHistogramDataPoint[float64]) {
	for i := range m.Points {
		p := &m.Points[i]
		p.HasSum, p.Count, p.Sum, p.Scale, p.Zero = true, r.Uint64(), r.float(), int32(r.IntN(31)-10), r.Uint64()
		their := metricdata.ExponentialHistogramDataPoint[float64]{Count: p.Count, Sum: p.Sum, Scale: p.Scale, ZeroCount: p.Zero}
		their.Attributes, their.StartTime, their.Time = r.point(p)
		their.PositiveBucket, p.Positive = r.buckets()
		their.NegativeBucket, p.Negative = r.buckets()
		their.Min, their.Max = r.extrema(p)
		their.Exemplars = exemplars(r, p, r.float, setFloat)
		out = append(out, their)
	}
	return out
}
