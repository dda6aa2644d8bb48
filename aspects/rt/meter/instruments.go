package meter

import (
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// A key K is a struct of bounded values: what tells series apart, in plain fields (texts, numbers, truth values; no pointers). Its texts
// may be parts of a request, since a new series copies them. attrs makes the attributes of a series; it is called once a series, and for
// a key beyond the limit of series with each measurement.
//
// Instruments are made in package variables. Their methods do nothing on nil, and nothing but one atomic load while measurements go nowhere.
// sp is the span that is measured, or whose work it is; it may be nil.

// Histogram measures a distribution.
type Histogram[K comparable] struct{ *instrument[K] }

// NewHistogram makes a histogram of the scope.
func NewHistogram[K comparable](s *rt.Scope, d Desc, attrs func(K) []attr.Value) *Histogram[K] {
	d.Float = true
	return &Histogram[K]{register(&s.Scope, KindHistogram, d, attrs)}
}

// Record adds a measurement. NaN and infinities are no measurements.
func (h *Histogram[K]) Record(sp *rt.Span, k K, v float64) {
	if h != nil && h.on.Load() && isFinite(v) {
		h.find(k).record(sp, number{int64(v), v})
	}
}

// Enabled says whether measurements go anywhere: ask before work that is for them alone.
func (h *Histogram[K]) Enabled() bool { return h != nil && h.on.Load() }

// Counter counts what only grows.
type Counter[K comparable] struct{ *instrument[K] }

// NewCounter makes a counter of the scope.
func NewCounter[K comparable](s *rt.Scope, d Desc, attrs func(K) []attr.Value) *Counter[K] {
	return &Counter[K]{register(&s.Scope, KindCounter, d, attrs)}
}

// Add counts n more; a negative n counts nothing.
func (c *Counter[K]) Add(sp *rt.Span, k K, n int64) {
	if c != nil && n >= 0 && c.on.Load() {
		c.find(k).record(sp, number{n, float64(n)})
	}
}

// AddFloat counts f more, for counters with Desc.Float; a negative f, NaN and infinities count nothing.
func (c *Counter[K]) AddFloat(sp *rt.Span, k K, f float64) {
	if c != nil && f >= 0 && isFinite(f) && c.on.Load() {
		c.find(k).record(sp, number{int64(f), f})
	}
}

// Enabled says whether measurements go anywhere.
func (c *Counter[K]) Enabled() bool { return c != nil && c.on.Load() }

// UpDown counts what comes and goes.
type UpDown[K comparable] struct{ *instrument[K] }

// NewUpDown makes an up-down counter of the scope.
func NewUpDown[K comparable](s *rt.Scope, d Desc, attrs func(K) []attr.Value) *UpDown[K] {
	return &UpDown[K]{register(&s.Scope, KindUpDown, d, attrs)}
}

// Add counts n more, or fewer.
func (u *UpDown[K]) Add(sp *rt.Span, k K, n int64) {
	if u != nil && u.on.Load() {
		u.find(k).record(sp, number{n, float64(n)})
	}
}

// AddFloat is Add for up-down counters with Desc.Float.
func (u *UpDown[K]) AddFloat(sp *rt.Span, k K, f float64) {
	if u != nil && isFinite(f) && u.on.Load() {
		u.find(k).record(sp, number{int64(f), f})
	}
}

// Held is one thing that Hold has counted.
type Held struct{ to *series }

// Hold counts one thing more, until the result is released.
func (u *UpDown[K]) Hold(sp *rt.Span, k K) Held {
	if u == nil || !u.on.Load() {
		return Held{}
	}
	s := u.find(k)
	s.record(sp, number{1, 1})
	return Held{s}
}

// Release counts one thing less, in the place where Hold counted it, even if measurements have been switched off or go to another provider
// by now. To be called once.
func (h Held) Release(sp *rt.Span) {
	if h.to != nil {
		h.to.record(sp, number{-1, -1})
	}
}

// Enabled says whether measurements go anywhere.
func (u *UpDown[K]) Enabled() bool { return u != nil && u.on.Load() }

// Gauge keeps the last value.
type Gauge[K comparable] struct{ *instrument[K] }

// NewGauge makes a gauge of the scope.
func NewGauge[K comparable](s *rt.Scope, d Desc, attrs func(K) []attr.Value) *Gauge[K] {
	return &Gauge[K]{register(&s.Scope, KindGauge, d, attrs)}
}

// Set keeps n.
func (g *Gauge[K]) Set(sp *rt.Span, k K, n int64) {
	if g != nil && g.on.Load() {
		g.find(k).record(sp, number{n, float64(n)})
	}
}

// SetFloat keeps f, for gauges with Desc.Float. NaN and infinities are no values.
func (g *Gauge[K]) SetFloat(sp *rt.Span, k K, f float64) {
	if g != nil && isFinite(f) && g.on.Load() {
		g.find(k).record(sp, number{int64(f), f})
	}
}

// Enabled says whether measurements go anywhere.
func (g *Gauge[K]) Enabled() bool { return g != nil && g.on.Load() }
