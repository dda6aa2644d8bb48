//go:build ignore

// This file becomes part of package go.opentelemetry.io/otel/metric (gots.yml, otel.metric.gauges), in versions that have gauges.

package metric

import (
	"context"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric/embedded"
)

//go:linkname gotsGauges gots_otel_metric_gauges
var gotsGauges = func(m Meter, name, text, unit string, float bool) func(context.Context, int64, float64, MeasurementOption) {
	if float {
		gauge, err := m.Float64Gauge(name, WithDescription(text), WithUnit(unit))
		return func(ctx context.Context, _ int64, f float64, attrs MeasurementOption) {
			if err == nil {
				gauge.Record(ctx, f, attrs)
			}
		}
	}
	gauge, err := m.Int64Gauge(name, WithDescription(text), WithUnit(unit))
	return func(ctx context.Context, i int64, _ float64, attrs MeasurementOption) {
		if err == nil {
			gauge.Record(ctx, i, attrs)
		}
	}
}

//go:linkname gotsWithGauges gots_otel_metric_with_gauges
var gotsWithGauges = func(m Meter, made gotsMade) Meter { return gotsMeter{m, made} }

// gotsMade makes what a gauge does.
type gotsMade = func(name, text, unit string, float bool) (set func(context.Context, int64, float64, attribute.Set), enabled func() bool)

type gotsMeter struct {
	Meter
	made gotsMade
}

func (m gotsMeter) Int64Gauge(name string, options ...Int64GaugeOption) (Int64Gauge, error) {
	c := NewInt64GaugeConfig(options...)
	set, enabled := m.made(name, c.Description(), c.Unit(), false)
	return gotsInt64Gauge{set: set, enabled: enabled}, nil
}

func (m gotsMeter) Float64Gauge(name string, options ...Float64GaugeOption) (Float64Gauge, error) {
	c := NewFloat64GaugeConfig(options...)
	set, enabled := m.made(name, c.Description(), c.Unit(), true)
	return gotsFloat64Gauge{set: set, enabled: enabled}, nil
}

type gotsInt64Gauge struct {
	embedded.Int64Gauge
	set     func(context.Context, int64, float64, attribute.Set)
	enabled func() bool
}

func (g gotsInt64Gauge) Record(ctx context.Context, n int64, options ...RecordOption) {
	c := NewRecordConfig(options)
	g.set(ctx, n, 0, c.Attributes())
}

func (g gotsInt64Gauge) Enabled(context.Context) bool { return g.enabled() }

type gotsFloat64Gauge struct {
	embedded.Float64Gauge
	set     func(context.Context, int64, float64, attribute.Set)
	enabled func() bool
}

func (g gotsFloat64Gauge) Record(ctx context.Context, f float64, options ...RecordOption) {
	c := NewRecordConfig(options)
	g.set(ctx, 0, f, c.Attributes())
}

func (g gotsFloat64Gauge) Enabled(context.Context) bool { return g.enabled() }
