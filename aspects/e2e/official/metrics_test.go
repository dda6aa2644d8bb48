package official

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// The same random measurements go to the official SDK and to meter; what both collect must be the same.

// key is what tells series apart in both.
type key struct {
	method string
	status int
	ok     bool
}

var (
	methodKey = attr.Short("method")
	statusKey = attr.Number("status")
	okKey     = attr.Number("ok")
)

func (k key) ours() []attr.Value {
	return []attr.Value{statusKey.Int(k.status), okKey.Bool(k.ok), methodKey.String(k.method)}
}

func (k key) official() metric.MeasurementOption {
	return metric.WithAttributes(attribute.Int("status", k.status), attribute.Bool("ok", k.ok), attribute.String("method", k.method))
}

// point is a point of either side, in a form that can be compared.
type point struct {
	Metric, Attrs    string
	Value            string // of sums and gauges
	Count            uint64
	Sum, Min, Max    float64
	Bounds           []float64
	Buckets          []uint64
	Scale            int32
	Zero             uint64
	Positive, Minus  string
	HasMinMax        bool
	StartsBeforeTime bool
}

// setup is one random pipeline of both sides.
type setup struct {
	temporality meter.Temporality
	exponential bool
	limit       int
	views       []meter.View
}

func randomSetup(r *rand.Rand) setup {
	s := setup{temporality: meter.Temporality(r.IntN(3)), exponential: r.IntN(2) == 0, limit: []int{0, 2, 3, 7}[r.IntN(4)]}
	if s.limit > 0 {
		// Which series are there in delta points and which in the overflow is free (metrics SDK, "Cardinality limits"): the SDK begins again with
		// each interval, meter keeps a series as long as something happens in it.
		s.temporality = meter.Cumulative
	}
	if r.IntN(2) == 0 {
		s.views = append(s.views, randomView(r, "histogram"))
	}
	if r.IntN(3) == 0 {
		s.views = append(s.views, randomView(r, "counter*"))
	}
	if r.IntN(4) == 0 {
		s.views = append(s.views, meter.View{Instrument: "updown", Aggregation: meter.Aggregation{Kind: meter.DropAggregation}})
	}
	return s
}

func randomView(r *rand.Rand, instrument string) meter.View {
	v := meter.View{Instrument: instrument}
	switch r.IntN(4) {
	case 0:
		v.Only = []string{"method", "nothing"}
	case 1:
		v.Without = []string{"status"}
	case 2:
		v.Only = []string{}
	}
	if instrument == "histogram" && r.IntN(2) == 0 {
		v.Name, v.Text = "renamed", "in other words"
	}
	switch r.IntN(4) {
	case 0:
		v.Aggregation = meter.Aggregation{Kind: meter.ExplicitAggregation, Bounds: []float64{-1, 0, 1, 10}, NoMinMax: r.IntN(2) == 0}
	case 1:
		v.Aggregation = meter.Aggregation{
			Kind: meter.ExponentialAggregation, MaxSize: int32(2 + r.IntN(30)), MaxScale: int32(r.IntN(20)), HasMaxScale: true, NoMinMax: r.IntN(2) == 0,
		}
	case 2:
		v.Aggregation = meter.Aggregation{Kind: meter.SumAggregation}
	}
	return v
}

// official gives the options of the SDK for the same.
func (s setup) official(reader sdkmetric.Reader) []sdkmetric.Option {
	options := []sdkmetric.Option{sdkmetric.WithReader(reader)}
	if s.limit > 0 {
		options = append(options, sdkmetric.WithCardinalityLimit(s.limit))
	}
	for _, v := range s.views {
		stream := sdkmetric.Stream{Name: v.Name, Description: v.Text}
		switch v.Aggregation.Kind {
		case meter.DropAggregation:
			stream.Aggregation = sdkmetric.AggregationDrop{}
		case meter.SumAggregation:
			stream.Aggregation = sdkmetric.AggregationSum{}
		case meter.ExplicitAggregation:
			stream.Aggregation = sdkmetric.AggregationExplicitBucketHistogram{Boundaries: v.Aggregation.Bounds, NoMinMax: v.Aggregation.NoMinMax}
		case meter.ExponentialAggregation:
			stream.Aggregation = sdkmetric.AggregationBase2ExponentialHistogram{
				MaxSize: v.Aggregation.MaxSize, MaxScale: v.Aggregation.MaxScale, NoMinMax: v.Aggregation.NoMinMax,
			}
		}
		if v.Only != nil || v.Without != nil {
			stream.AttributeFilter = func(kv attribute.KeyValue) bool {
				return (v.Only == nil || slices.Contains(v.Only, string(kv.Key))) && !slices.Contains(v.Without, string(kv.Key))
			}
		}
		options = append(options, sdkmetric.WithView(sdkmetric.NewView(sdkmetric.Instrument{Name: v.Instrument}, stream)))
	}
	return options
}

func (s setup) officialReader() *sdkmetric.ManualReader {
	return sdkmetric.NewManualReader(
		sdkmetric.WithTemporalitySelector(func(kind sdkmetric.InstrumentKind) metricdata.Temporality {
			switch kind {
			case sdkmetric.InstrumentKindCounter, sdkmetric.InstrumentKindHistogram:
				if s.temporality != meter.Cumulative {
					return metricdata.DeltaTemporality
				}
			case sdkmetric.InstrumentKindObservableCounter:
				if s.temporality == meter.Delta {
					return metricdata.DeltaTemporality
				}
			}
			return metricdata.CumulativeTemporality
		}),
		sdkmetric.WithAggregationSelector(func(kind sdkmetric.InstrumentKind) sdkmetric.Aggregation {
			if kind == sdkmetric.InstrumentKindHistogram && s.exponential {
				return sdkmetric.AggregationBase2ExponentialHistogram{MaxSize: 160, MaxScale: 20}
			}
			return sdkmetric.DefaultAggregationSelector(kind)
		}),
	)
}

func TestMetricsAreThoseOfTheSDK(t *testing.T) {
	for seed := range uint64(400) {
		compare(t, seed)
		if t.Failed() {
			return
		}
	}
}

func compare(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 12))
	s := randomSetup(r)

	reader := s.officialReader()
	provider := sdkmetric.NewMeterProvider(s.official(reader)...)
	scopeName := fmt.Sprintf("example.com/scope/%d", seed)
	m := provider.Meter(scopeName, metric.WithInstrumentationVersion("1"))
	theirHistogram, _ := m.Float64Histogram("histogram", metric.WithUnit("s"), metric.WithDescription("how long"), metric.WithExplicitBucketBoundaries(0.1, 1, 5))
	theirCounter, _ := m.Int64Counter("counter", metric.WithUnit("{x}"))
	theirSeconds, _ := m.Float64Counter("counter.seconds", metric.WithUnit("s"))
	theirUpDown, _ := m.Int64UpDownCounter("updown")
	theirGauge, _ := m.Float64Gauge("gauge")

	meter.Configure(meter.Options{Views: s.views, Exemplars: meter.AlwaysOff})
	own := meter.NewReader(meter.ReaderOptions{Temporality: s.temporality, Exponential: s.exponential, Limit: s.limit})
	defer own.Close()
	scope := rt.ProgramScope(scopeName, "1", "")
	histogram := meter.NewHistogram(scope, meter.Desc{Name: "histogram", Unit: "s", Text: "how long", Bounds: []float64{0.1, 1, 5}}, key.ours)
	counter := meter.NewCounter(scope, meter.Desc{Name: "counter", Unit: "{x}"}, key.ours)
	seconds := meter.NewCounter(scope, meter.Desc{Name: "counter.seconds", Unit: "s", Float: true}, key.ours)
	upDown := meter.NewUpDown(scope, meter.Desc{Name: "updown"}, key.ours)
	gauge := meter.NewGauge(scope, meter.Desc{Name: "gauge", Float: true}, key.ours)

	// What is observed changes from collection to collection.
	var observed map[key]int64
	theirObserved, _ := m.Int64ObservableCounter("observed.counter")
	theirLevel, _ := m.Float64ObservableGauge("observed.gauge")
	_, _ = m.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		for k, n := range observed {
			o.ObserveInt64(theirObserved, n, k.official())
			o.ObserveFloat64(theirLevel, float64(n)/3, k.official())
		}
		return nil
	}, theirObserved, theirLevel)
	defer meter.Observe(scope, []meter.Observable{
		{Kind: meter.KindCounter, Desc: meter.Desc{Name: "observed.counter"}}, {Kind: meter.KindGauge, Desc: meter.Desc{Name: "observed.gauge", Float: true}},
	}, func(o meter.Observer) {
		for k, n := range observed {
			o.Int(0, n, k.ours()...)
			o.Float(1, float64(n)/3, k.ours()...)
		}
	})()

	ctx := context.Background()
	counts := map[key]int64{}
	for round := range 1 + r.IntN(4) {
		for range r.IntN(60) {
			k := key{[]string{"GET", "PUT", "POST"}[r.IntN(3)], 200 + r.IntN(2), r.IntN(2) == 0}
			v := math.Exp(r.NormFloat64() * 3)
			switch r.IntN(12) {
			case 0:
				v = 0
			case 1:
				v = float64(int(1) << r.IntN(20))
			}
			theirHistogram.Record(ctx, v, k.official())
			histogram.Record(nil, k, v)
			n := int64(r.IntN(10))
			theirCounter.Add(ctx, n, k.official())
			counter.Add(nil, k, n)
			theirSeconds.Add(ctx, v, k.official())
			seconds.AddFloat(nil, k, v)
			theirUpDown.Add(ctx, n-5, k.official())
			upDown.Add(nil, k, n-5)
			theirGauge.Record(ctx, v, k.official())
			gauge.SetFloat(nil, k, v)
		}
		observed = map[key]int64{}
		for range r.IntN(4) {
			k := key{[]string{"GET", "PUT"}[r.IntN(2)], 200, false}
			counts[k] += int64(r.IntN(50))
			observed[k] = counts[k]
		}
		if s.limit > 0 && len(observed) >= s.limit { // which ones overflow depends on the order of a map
			observed = nil
		}
		got, want := ourPoints(own, scopeName), theirPoints(t, reader)
		if len(got) != len(want) {
			t.Errorf("seed %d, round %d, %+v: %d points, the SDK has %d\n%s\n%s", seed, round, s, len(got), len(want), names(got), names(want))
			return
		}
		for i := range got {
			if !alike(got[i], want[i]) {
				t.Errorf("seed %d, round %d, %+v\ngot  %+v\nwant %+v", seed, round, s, got[i], want[i])
				return
			}
		}
	}
}

func names(points []point) string {
	var all []string
	for _, p := range points {
		all = append(all, p.Metric+" "+p.Attrs)
	}
	return strings.Join(all, "\n")
}

// alike compares two points. Sums of numbers with fractions depend on their order.
func alike(a, b point) bool {
	close := func(x, y float64) bool { return math.Abs(x-y) <= 1e-9*math.Max(1, math.Max(math.Abs(x), math.Abs(y))) }
	if !close(a.Sum, b.Sum) {
		return false
	}
	a.Sum, b.Sum = 0, 0
	return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}

func ordered(points []point) []point {
	sort.Slice(points, func(i, j int) bool {
		return points[i].Metric+"\x00"+points[i].Attrs < points[j].Metric+"\x00"+points[j].Attrs
	})
	return points
}

// spread writes the buckets that hold something.
func spread(offset int32, counts []uint64) string {
	var b strings.Builder
	for i, n := range counts {
		if n > 0 {
			fmt.Fprintf(&b, "%d:%d ", offset+int32(i), n)
		}
	}
	return b.String()
}

func ourPoints(r *meter.Reader, scope string) []point {
	var all []point
	r.Collect(func(m *meter.Metric) bool {
		if m.Scope.Name != scope {
			return true
		}
		for _, p := range m.Points {
			out := point{Metric: fmt.Sprintf("%s|%s|%s|form %d|monotonic %v|delta %v", m.Name, m.Unit, m.Text, m.Form, m.Form == meter.FormSum && m.Monotonic, m.Form != meter.FormGauge && m.Temporality == meter.Delta)}
			var attrs []string
			for _, a := range p.Attrs {
				attrs = append(attrs, fmt.Sprintf("%s=%v", a.Name(), a.Any()))
			}
			out.Attrs = strings.Join(attrs, ",")
			out.StartsBeforeTime = p.Start <= p.Time
			switch m.Form {
			case meter.FormHistogram, meter.FormExponential:
				out.Count, out.Sum, out.HasMinMax = p.Count, p.Sum, p.HasMinMax
				if p.HasMinMax {
					out.Min, out.Max = p.Min, p.Max
				}
				out.Bounds, out.Buckets = slices.Clone(m.Bounds), slices.Clone(p.Buckets)
				if m.Form == meter.FormExponential {
					out.Bounds, out.Buckets = nil, nil
					out.Scale, out.Zero, out.Positive, out.Minus = p.Scale, p.Zero, spread(p.Positive.Offset, p.Positive.Counts), spread(p.Negative.Offset, p.Negative.Counts)
				}
			default:
				if m.Float {
					out.Sum = p.Float
				} else {
					out.Value = fmt.Sprint(p.Int)
				}
			}
			all = append(all, out)
		}
		return true
	})
	return ordered(all)
}
