package bridge

import (
	"context"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"

	"github.com/gots-dev/gots/aspects/rt/meter"
)

// The API has synchronous gauges since version 1.27. Code that is woven into it (woven.go) names their types.

// setGauge sets a gauge to i or f.
type setGauge = func(ctx context.Context, i int64, f float64, attrs metric.MeasurementOption)

// gauges makes a gauge with a meter of the program; nil if the API has none.
//
//go:linkname gauges gots_otel_metric_gauges
var gauges func(m metric.Meter, name, text, unit string, float bool) setGauge

// withGauges gives a meter whose gauges are made by this function; nil if the API has none.
//
//go:linkname withGauges gots_otel_metric_with_gauges
var withGauges func(m metric.Meter, made func(name, text, unit string, float bool) (set func(context.Context, int64, float64, attribute.Set), enabled func() bool)) metric.Meter

// asMeter gives the meter with all the instruments that the API has.
func (m *meterOf) asMeter() metric.Meter {
	if withGauges == nil {
		return m
	}
	return withGauges(m, m.gauge)
}

// gauge is a gauge of the core, until the program has a provider.
type gauge struct {
	set     func(context.Context, int64, float64, attribute.Set)
	enabled func() bool
}

func (m *meterOf) gauge(name, text, unit string, float bool) (set func(context.Context, int64, float64, attribute.Set), enabled func() bool) {
	d := meter.Desc{Name: name, Text: text, Unit: unit, Float: float}
	kind := map[bool]string{false: "int64Gauge", true: "float64Gauge"}[float]
	g := once(m, kind, d, func() *gauge { return m.newGauge(d) })
	return g.set, g.enabled
}

func (m *meterOf) newGauge(d meter.Desc) *gauge {
	core := meter.NewGauge(m.scope, d, attributes)
	var theirs next[setGauge]
	m.with(func(next metric.Meter) { theirs.set(gauges(next, d.Name, d.Text, d.Unit, d.Float), nil) })
	set := func(ctx context.Context, i int64, f float64, attrs attribute.Set) {
		switch next := theirs.Load(); {
		case next != nil:
			(*next)(ctx, i, f, metric.WithAttributeSet(attrs))
		case !core.Enabled():
		case d.Float:
			core.SetFloat(spanOf(ctx), keyOf(attrs), f)
		default:
			core.Set(spanOf(ctx), keyOf(attrs), i)
		}
	}
	return &gauge{set, func() bool { return theirs.Load() != nil || core.Enabled() }}
}
