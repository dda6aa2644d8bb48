package bridge

import (
	"context"
	"sync"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// boundsOption makes the option for the bounds of a histogram: woven into the API, which has it since version 1.20.
//
//go:linkname boundsOption gots_otel_metric_bounds
var boundsOption func(bounds []float64) any

// out makes the core's measurements with a provider of the program.
type out struct {
	provider metric.MeterProvider
	meters   sync.Map // *attr.Scope → metric.Meter
}

func (o *out) meter(s *attr.Scope) metric.Meter {
	if m, ok := o.meters.Load(s); ok {
		return m.(metric.Meter)
	}
	m := o.provider.Meter(s.Name, scopeOptions(s)...)
	o.meters.Store(s, m)
	return m
}

// measure is an instrument of the program: it takes i or f.
type measure func(ctx context.Context, i int64, f float64, attrs metric.MeasurementOption)

// Instrument makes the program's instrument; nil where its provider makes none.
func (o *out) Instrument(s *attr.Scope, k meter.Kind, d meter.Desc) (made meter.Foreign) {
	defer rt.Recover("otel metrics")
	m := o.meter(s)
	text, unit := metric.WithDescription(d.Text), metric.WithUnit(d.Unit)
	switch {
	case k == meter.KindCounter && !d.Float:
		return foreign(adding(m.Int64Counter(d.Name, text, unit)))
	case k == meter.KindCounter:
		return foreign(addingFloat(m.Float64Counter(d.Name, text, unit)))
	case k == meter.KindUpDown && !d.Float:
		return foreign(adding(m.Int64UpDownCounter(d.Name, text, unit)))
	case k == meter.KindUpDown:
		return foreign(addingFloat(m.Float64UpDownCounter(d.Name, text, unit)))
	case k == meter.KindHistogram:
		options := []metric.Float64HistogramOption{text, unit}
		if boundsOption != nil && d.Bounds != nil {
			if bounds, ok := boundsOption(d.Bounds).(metric.Float64HistogramOption); ok {
				options = append(options, bounds)
			}
		}
		histogram, err := m.Float64Histogram(d.Name, options...)
		if err != nil {
			return nil
		}
		return bindable(func(ctx context.Context, _ int64, f float64, attrs metric.MeasurementOption) {
			histogram.Record(ctx, f, attrs)
		})
	case k == meter.KindGauge && gauges != nil:
		set := gauges(m, d.Name, d.Text, d.Unit, d.Float)
		return bindable(func(ctx context.Context, i int64, f float64, attrs metric.MeasurementOption) {
			set(ctx, i, f, attrs)
		})
	}
	return nil
}

func adding(to interface {
	Add(context.Context, int64, ...metric.AddOption)
}, err error) (measure, error) {
	return func(ctx context.Context, i int64, _ float64, attrs metric.MeasurementOption) { to.Add(ctx, i, attrs) }, err
}

func addingFloat(to interface {
	Add(context.Context, float64, ...metric.AddOption)
}, err error) (measure, error) {
	return func(ctx context.Context, _ int64, f float64, attrs metric.MeasurementOption) { to.Add(ctx, f, attrs) }, err
}

func foreign(m measure, err error) meter.Foreign {
	if err != nil {
		return nil
	}
	return bindable(m)
}

// bindable is an instrument whose series are made one by one.
type bindable measure

// Bind makes a series.
func (b bindable) Bind(attrs []attr.Value) meter.Bound {
	return &bound{measure(b), metric.WithAttributeSet(attribute.NewSet(convert.KeyValues(attrs)...))}
}

type bound struct {
	measure measure
	attrs   metric.MeasurementOption
}

// Record measures. The span is in the context, where the provider looks for exemplars.
func (b *bound) Record(sp *rt.Span, i int64, f float64) {
	defer rt.Recover("otel metrics")
	ctx := context.Background()
	if own, ok := sp.Foreign().(trace.Span); ok {
		ctx = trace.ContextWithSpan(ctx, own)
	} else if id := sp.Context(); id.IsValid() {
		ctx = trace.ContextWithSpanContext(ctx, convert.SpanContext(id))
	}
	b.measure(ctx, i, f, b.attrs)
}

// Observe has the provider call read at its collections. Histograms that are kept elsewhere have no place in the API, and are left out.
func (o *out) Observe(s *attr.Scope, of []meter.Observable, read func(meter.Observer)) (stop func()) {
	stop = func() {}
	defer rt.Recover("otel metrics")
	m := o.meter(s)
	theirs := make([]metric.Observable, len(of))
	var known []metric.Observable
	for i, observable := range of {
		made, err := observableOf(m, observable)
		if err == nil && made != nil {
			theirs[i] = made
			known = append(known, made)
		}
	}
	if len(known) == 0 {
		return stop
	}
	registered, err := m.RegisterCallback(func(_ context.Context, to metric.Observer) error {
		read(&theirObserver{to, theirs})
		return nil
	}, known...)
	if err != nil {
		return stop
	}
	return func() { _ = registered.Unregister() }
}

func observableOf(m metric.Meter, o meter.Observable) (metric.Observable, error) {
	text, unit := metric.WithDescription(o.Text), metric.WithUnit(o.Unit)
	switch {
	case o.Kind == meter.KindCounter && !o.Float:
		return m.Int64ObservableCounter(o.Name, text, unit)
	case o.Kind == meter.KindCounter:
		return m.Float64ObservableCounter(o.Name, text, unit)
	case o.Kind == meter.KindUpDown && !o.Float:
		return m.Int64ObservableUpDownCounter(o.Name, text, unit)
	case o.Kind == meter.KindUpDown:
		return m.Float64ObservableUpDownCounter(o.Name, text, unit)
	case o.Kind == meter.KindGauge && !o.Float:
		return m.Int64ObservableGauge(o.Name, text, unit)
	case o.Kind == meter.KindGauge:
		return m.Float64ObservableGauge(o.Name, text, unit)
	}
	return nil, nil
}

// theirObserver hands what the core observes to a provider of the program.
type theirObserver struct {
	to     metric.Observer
	theirs []metric.Observable
}

func (o *theirObserver) Int(i int, n int64, attrs ...attr.Value) {
	if to, ok := o.theirs[i].(metric.Int64Observable); ok {
		o.to.ObserveInt64(to, n, metric.WithAttributes(convert.KeyValues(attrs)...))
	}
}

func (o *theirObserver) Float(i int, f float64, attrs ...attr.Value) {
	if to, ok := o.theirs[i].(metric.Float64Observable); ok {
		o.to.ObserveFloat64(to, f, metric.WithAttributes(convert.KeyValues(attrs)...))
	}
}

// Histogram has no place in the API.
func (*theirObserver) Histogram(int, []uint64, float64, ...attr.Value) {}
