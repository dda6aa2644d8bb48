package bridge

import (
	"context"
	"sync"

	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// observed is what the observable instruments of the program have in common.
type observed struct {
	meter.Observable
	next next[metric.Observable]
}

// observable is an instrument made here.
type observable interface{ common() *observed }

func (o *observed) common() *observed { return o }

type (
	int64ObservableCounter struct {
		noop.Int64ObservableCounter
		*observed
	}
	int64ObservableUpDownCounter struct {
		noop.Int64ObservableUpDownCounter
		*observed
	}
	int64ObservableGauge struct {
		noop.Int64ObservableGauge
		*observed
	}
	float64ObservableCounter struct {
		noop.Float64ObservableCounter
		*observed
	}
	float64ObservableUpDownCounter struct {
		noop.Float64ObservableUpDownCounter
		*observed
	}
	float64ObservableGauge struct {
		noop.Float64ObservableGauge
		*observed
	}
)

func (m *meterOf) Int64ObservableCounter(name string, options ...metric.Int64ObservableCounterOption) (metric.Int64ObservableCounter, error) {
	config := metric.NewInt64ObservableCounterConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindCounter, Desc: desc(name, &config)}}
	m.observe(o, ofInt64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Int64ObservableCounter(name, options...)
	})
	return int64ObservableCounter{observed: o}, nil
}

func (m *meterOf) Int64ObservableUpDownCounter(
	name string, options ...metric.Int64ObservableUpDownCounterOption,
) (metric.Int64ObservableUpDownCounter, error) {
	config := metric.NewInt64ObservableUpDownCounterConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindUpDown, Desc: desc(name, &config)}}
	m.observe(o, ofInt64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Int64ObservableUpDownCounter(name, options...)
	})
	return int64ObservableUpDownCounter{observed: o}, nil
}

func (m *meterOf) Int64ObservableGauge(name string, options ...metric.Int64ObservableGaugeOption) (metric.Int64ObservableGauge, error) {
	config := metric.NewInt64ObservableGaugeConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindGauge, Desc: desc(name, &config)}}
	m.observe(o, ofInt64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Int64ObservableGauge(name, options...)
	})
	return int64ObservableGauge{observed: o}, nil
}

func (m *meterOf) Float64ObservableCounter(name string, options ...metric.Float64ObservableCounterOption) (metric.Float64ObservableCounter, error) {
	config := metric.NewFloat64ObservableCounterConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindCounter, Desc: inFloats(desc(name, &config))}}
	m.observe(o, ofFloat64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Float64ObservableCounter(name, options...)
	})
	return float64ObservableCounter{observed: o}, nil
}

func (m *meterOf) Float64ObservableUpDownCounter(
	name string, options ...metric.Float64ObservableUpDownCounterOption,
) (metric.Float64ObservableUpDownCounter, error) {
	config := metric.NewFloat64ObservableUpDownCounterConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindUpDown, Desc: inFloats(desc(name, &config))}}
	m.observe(o, ofFloat64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Float64ObservableUpDownCounter(name, options...)
	})
	return float64ObservableUpDownCounter{observed: o}, nil
}

func (m *meterOf) Float64ObservableGauge(name string, options ...metric.Float64ObservableGaugeOption) (metric.Float64ObservableGauge, error) {
	config := metric.NewFloat64ObservableGaugeConfig(options...)
	o := &observed{Observable: meter.Observable{Kind: meter.KindGauge, Desc: inFloats(desc(name, &config))}}
	m.observe(o, ofFloat64(config.Callbacks()), func(next metric.Meter) (metric.Observable, error) {
		return next.Float64ObservableGauge(name, options...)
	})
	return float64ObservableGauge{observed: o}, nil
}

// observe has the core call the callbacks of an instrument, until the program has a provider: it is given the callbacks with the options.
func (m *meterOf) observe(o *observed, callbacks []func(meter.Observer), move func(metric.Meter) (metric.Observable, error)) {
	stops := make([]func(), 0, len(callbacks))
	for _, read := range callbacks {
		stops = append(stops, meter.Observe(m.scope, []meter.Observable{o.Observable}, read))
	}
	m.with(func(next metric.Meter) {
		for _, stop := range stops {
			stop()
		}
		stops = nil
		o.next.set(move(next))
	})
}

func ofInt64(callbacks []metric.Int64Callback) (out []func(meter.Observer)) {
	for _, callback := range callbacks {
		out = append(out, func(o meter.Observer) { _ = callback(context.Background(), int64Observer{to: o}) })
	}
	return out
}

func ofFloat64(callbacks []metric.Float64Callback) (out []func(meter.Observer)) {
	for _, callback := range callbacks {
		out = append(out, func(o meter.Observer) { _ = callback(context.Background(), float64Observer{to: o}) })
	}
	return out
}

type int64Observer struct {
	noop.Int64Observer
	to meter.Observer
}

func (o int64Observer) Observe(n int64, options ...metric.ObserveOption) {
	observeInt(o.to, 0, n, options)
}

type float64Observer struct {
	noop.Float64Observer
	to meter.Observer
}

func (o float64Observer) Observe(f float64, options ...metric.ObserveOption) {
	observeFloat(o.to, 0, f, options)
}

func observeInt(to meter.Observer, i int, n int64, options []metric.ObserveOption) {
	config := metric.NewObserveConfig(options)
	set := config.Attributes()
	to.Int(i, n, convert.Values(set.ToSlice())...)
}

func observeFloat(to meter.Observer, i int, f float64, options []metric.ObserveOption) {
	config := metric.NewObserveConfig(options)
	set := config.Attributes()
	to.Float(i, f, convert.Values(set.ToSlice())...)
}

// registration is a callback of the program for several instruments.
type registration struct {
	noop.Registration
	mu   sync.Mutex
	gone bool
	stop func() error
}

// RegisterCallback has the core call f, until the program has a provider.
func (m *meterOf) RegisterCallback(f metric.Callback, instruments ...metric.Observable) (metric.Registration, error) {
	var of []meter.Observable
	at := map[*observed]int{}
	for _, i := range instruments {
		if o, ok := i.(observable); ok {
			at[o.common()] = len(of)
			of = append(of, o.common().Observable)
		}
	}
	stop := meter.Observe(m.scope, of, func(o meter.Observer) { _ = f(context.Background(), &observer{to: o, at: at}) })
	r := &registration{stop: func() error { stop(); return nil }}
	m.with(func(next metric.Meter) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.gone {
			return
		}
		_ = r.stop()
		theirs := make([]metric.Observable, 0, len(instruments))
		for _, i := range instruments {
			theirs = append(theirs, unwrap(i))
		}
		registered, err := next.RegisterCallback(func(ctx context.Context, o metric.Observer) error {
			return f(ctx, unwrapping{o})
		}, theirs...)
		r.stop = func() error { return nil }
		if err == nil {
			r.stop = registered.Unregister
		}
	})
	return r, nil
}

// Unregister ends the calls of the callback.
func (r *registration) Unregister() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gone {
		return nil
	}
	r.gone = true
	return r.stop()
}

// observer takes what a callback for several instruments observes.
type observer struct {
	noop.Observer
	to meter.Observer
	at map[*observed]int
}

func (o *observer) index(instrument any) (int, bool) {
	own, ok := instrument.(observable)
	if !ok {
		return 0, false
	}
	i, ok := o.at[own.common()]
	return i, ok
}

func (o *observer) ObserveInt64(instrument metric.Int64Observable, n int64, options ...metric.ObserveOption) {
	if i, ok := o.index(instrument); ok {
		observeInt(o.to, i, n, options)
	}
}

func (o *observer) ObserveFloat64(instrument metric.Float64Observable, f float64, options ...metric.ObserveOption) {
	if i, ok := o.index(instrument); ok {
		observeFloat(o.to, i, f, options)
	}
}

// unwrap gives the program's instrument that has taken the place of one of the core.
func unwrap(instrument metric.Observable) metric.Observable {
	if own, ok := instrument.(observable); ok {
		if next := own.common().next.Load(); next != nil {
			return *next
		}
	}
	return instrument
}

// unwrapping hands what a callback observes on to the program's provider, which knows its own instruments only.
type unwrapping struct{ metric.Observer }

func (u unwrapping) ObserveInt64(instrument metric.Int64Observable, n int64, options ...metric.ObserveOption) {
	if own, ok := unwrap(instrument).(metric.Int64Observable); ok {
		u.Observer.ObserveInt64(own, n, options...)
	}
}

func (u unwrapping) ObserveFloat64(instrument metric.Float64Observable, f float64, options ...metric.ObserveOption) {
	if own, ok := unwrap(instrument).(metric.Float64Observable); ok {
		u.Observer.ObserveFloat64(own, f, options...)
	}
}
