package bridge

import (
	"context"
	"sync"
	"sync/atomic"

	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// meterOf makes instruments of the core for the program.
type meterOf struct {
	metric.Meter // one that does nothing
	provider     *provider
	name         string
	options      []metric.MeterOption
	scope        *rt.Scope

	mu   sync.Mutex
	made map[instrument]any
}

// instrument tells synchronous instruments of a meter apart.
type instrument struct{ kind, name, unit, text string }

// once gives the instrument that there is, or makes it: programs ask for the same one again and again.
func once[I any](m *meterOf, kind string, d meter.Desc, make func() I) I {
	id := instrument{kind, d.Name, d.Unit, d.Text}
	m.mu.Lock()
	defer m.mu.Unlock()
	if found, ok := m.made[id]; ok {
		return found.(I)
	}
	i := make()
	m.made[id] = i
	return i
}

// with has move called with the program's meter once there is one.
func (m *meterOf) with(move func(metric.Meter)) {
	m.provider.onHandOver(func(next metric.MeterProvider) { move(next.Meter(m.name, m.options...)) })
}

// next is the program's instrument that has taken the place of one of the core.
type next[I any] struct{ atomic.Pointer[I] }

// set notes what the program's meter made; where it failed, the instrument stays the core's.
func (n *next[I]) set(made I, err error) {
	if err == nil {
		n.Store(&made)
	}
}

// adder counts for the program: in N.
type adder[N int64 | float64, I interface {
	Add(context.Context, N, ...metric.AddOption)
}] struct {
	next next[I]
	on   func() bool
	add  func(*rt.Span, key, N)
}

func (a *adder[N, I]) Add(ctx context.Context, n N, options ...metric.AddOption) {
	if next := a.next.Load(); next != nil {
		(*next).Add(ctx, n, options...)
	} else if a.on() {
		config := metric.NewAddConfig(options)
		a.add(spanOf(ctx), keyOf(config.Attributes()), n)
	}
}

// Enabled says whether a measurement goes anywhere.
func (a *adder[N, I]) Enabled(ctx context.Context) bool {
	if next := a.next.Load(); next != nil {
		return enabled(ctx, *next)
	}
	return a.on()
}

// recorder measures a distribution for the program.
type recorder[N int64 | float64, I interface {
	Record(context.Context, N, ...metric.RecordOption)
}] struct {
	next next[I]
	core *meter.Histogram[key]
}

func (r *recorder[N, I]) Record(ctx context.Context, n N, options ...metric.RecordOption) {
	if next := r.next.Load(); next != nil {
		(*next).Record(ctx, n, options...)
	} else if r.core.Enabled() {
		config := metric.NewRecordConfig(options)
		r.core.Record(spanOf(ctx), keyOf(config.Attributes()), float64(n))
	}
}

// Enabled says whether a measurement goes anywhere.
func (r *recorder[N, I]) Enabled(ctx context.Context) bool {
	if next := r.next.Load(); next != nil {
		return enabled(ctx, *next)
	}
	return r.core.Enabled()
}

// enabled asks an instrument of the program, which can be asked since version 1.40 of the API.
func enabled(ctx context.Context, instrument any) bool {
	if asked, ok := instrument.(interface{ Enabled(context.Context) bool }); ok {
		return asked.Enabled(ctx)
	}
	return true
}

func spanOf(ctx context.Context) *rt.Span {
	if ctx == nil {
		return nil
	}
	return rt.SpanOf(ctx)
}

// The types below join what counts with what does nothing, which has the methods of later versions; it lies deeper, so that what counts
// goes first.

type (
	noInt64Counter         struct{ noop.Int64Counter }
	noInt64UpDownCounter   struct{ noop.Int64UpDownCounter }
	noInt64Histogram       struct{ noop.Int64Histogram }
	noFloat64Counter       struct{ noop.Float64Counter }
	noFloat64UpDownCounter struct{ noop.Float64UpDownCounter }
	noFloat64Histogram     struct{ noop.Float64Histogram }
)

type (
	int64Counter struct {
		noInt64Counter
		*adder[int64, metric.Int64Counter]
	}
	int64UpDownCounter struct {
		noInt64UpDownCounter
		*adder[int64, metric.Int64UpDownCounter]
	}
	int64Histogram struct {
		noInt64Histogram
		*recorder[int64, metric.Int64Histogram]
	}
	float64Counter struct {
		noFloat64Counter
		*adder[float64, metric.Float64Counter]
	}
	float64UpDownCounter struct {
		noFloat64UpDownCounter
		*adder[float64, metric.Float64UpDownCounter]
	}
	float64Histogram struct {
		noFloat64Histogram
		*recorder[float64, metric.Float64Histogram]
	}
)

func (m *meterOf) Int64Counter(name string, options ...metric.Int64CounterOption) (metric.Int64Counter, error) {
	config := metric.NewInt64CounterConfig(options...)
	d := desc(name, &config)
	return once(m, "int64Counter", d, func() metric.Int64Counter {
		core := meter.NewCounter(m.scope, d, attributes)
		a := &adder[int64, metric.Int64Counter]{on: core.Enabled, add: core.Add}
		m.with(func(next metric.Meter) { a.next.set(next.Int64Counter(name, options...)) })
		return int64Counter{adder: a}
	}), nil
}

func (m *meterOf) Int64UpDownCounter(name string, options ...metric.Int64UpDownCounterOption) (metric.Int64UpDownCounter, error) {
	config := metric.NewInt64UpDownCounterConfig(options...)
	d := desc(name, &config)
	return once(m, "int64UpDownCounter", d, func() metric.Int64UpDownCounter {
		core := meter.NewUpDown(m.scope, d, attributes)
		a := &adder[int64, metric.Int64UpDownCounter]{on: core.Enabled, add: core.Add}
		m.with(func(next metric.Meter) { a.next.set(next.Int64UpDownCounter(name, options...)) })
		return int64UpDownCounter{adder: a}
	}), nil
}

func (m *meterOf) Int64Histogram(name string, options ...metric.Int64HistogramOption) (metric.Int64Histogram, error) {
	config := metric.NewInt64HistogramConfig(options...)
	d := desc(name, &config)
	return once(m, "int64Histogram", d, func() metric.Int64Histogram {
		r := &recorder[int64, metric.Int64Histogram]{core: meter.NewHistogram(m.scope, d, attributes)}
		m.with(func(next metric.Meter) { r.next.set(next.Int64Histogram(name, options...)) })
		return int64Histogram{recorder: r}
	}), nil
}

func (m *meterOf) Float64Counter(name string, options ...metric.Float64CounterOption) (metric.Float64Counter, error) {
	config := metric.NewFloat64CounterConfig(options...)
	d := inFloats(desc(name, &config))
	return once(m, "float64Counter", d, func() metric.Float64Counter {
		core := meter.NewCounter(m.scope, d, attributes)
		a := &adder[float64, metric.Float64Counter]{on: core.Enabled, add: core.AddFloat}
		m.with(func(next metric.Meter) { a.next.set(next.Float64Counter(name, options...)) })
		return float64Counter{adder: a}
	}), nil
}

func (m *meterOf) Float64UpDownCounter(name string, options ...metric.Float64UpDownCounterOption) (metric.Float64UpDownCounter, error) {
	config := metric.NewFloat64UpDownCounterConfig(options...)
	d := inFloats(desc(name, &config))
	return once(m, "float64UpDownCounter", d, func() metric.Float64UpDownCounter {
		core := meter.NewUpDown(m.scope, d, attributes)
		a := &adder[float64, metric.Float64UpDownCounter]{on: core.Enabled, add: core.AddFloat}
		m.with(func(next metric.Meter) { a.next.set(next.Float64UpDownCounter(name, options...)) })
		return float64UpDownCounter{adder: a}
	}), nil
}

func (m *meterOf) Float64Histogram(name string, options ...metric.Float64HistogramOption) (metric.Float64Histogram, error) {
	config := metric.NewFloat64HistogramConfig(options...)
	d := desc(name, &config)
	return once(m, "float64Histogram", d, func() metric.Float64Histogram {
		r := &recorder[float64, metric.Float64Histogram]{core: meter.NewHistogram(m.scope, d, attributes)}
		m.with(func(next metric.Meter) { r.next.set(next.Float64Histogram(name, options...)) })
		return float64Histogram{recorder: r}
	}), nil
}

// desc describes an instrument of the program for the core. Histograms say their bounds since version 1.20 of the API.
func desc(name string, config interface {
	Unit() string
	Description() string
}) meter.Desc {
	d := meter.Desc{Name: name, Unit: config.Unit(), Text: config.Description()}
	if with, ok := config.(interface{ ExplicitBucketBoundaries() []float64 }); ok {
		d.Bounds = with.ExplicitBucketBoundaries()
	}
	return d
}

func inFloats(d meter.Desc) meter.Desc {
	d.Float = true
	return d
}
