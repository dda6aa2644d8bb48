package meter

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

var (
	methodKey = attr.Short("http.request.method")
	statusKey = attr.Number("http.response.status_code")
)

// request is a key as hooks have it.
type request struct {
	method string
	status int
}

func (r request) attrs() []attr.Value {
	return []attr.Value{statusKey.Int(r.status), methodKey.String(r.method)}
}

// fresh forgets all instruments and readers for the time of a test.
func fresh(t *testing.T, o Options) {
	t.Helper()
	registry.Lock()
	registry.options, registry.groups, registry.named, registry.observers, registry.readers, registry.provider = o, nil, nil, nil, nil, nil
	registry.told, registry.untold = nil, nil
	registry.Unlock()
}

func scope() *rt.Scope { return rt.NewScope("example.com/scope") }

// collected is a copy of what a reader shows, by name.
func collected(r *Reader) map[string]Metric {
	all := map[string]Metric{}
	r.Collect(func(m *Metric) bool {
		kept := *m
		kept.Points = nil
		for _, p := range m.Points {
			p.Buckets, p.Exemplars = slices.Clone(p.Buckets), slices.Clone(p.Exemplars)
			p.Positive.Counts, p.Negative.Counts = slices.Clone(p.Positive.Counts), slices.Clone(p.Negative.Counts)
			kept.Points = append(kept.Points, p)
		}
		all[m.Name] = kept
		return true
	})
	return all
}

// text shows attributes as name=value pairs.
func text(attrs []attr.Value) string {
	var parts []string
	for _, a := range attrs {
		parts = append(parts, fmt.Sprintf("%s=%v", a.Name(), a.Any()))
	}
	return strings.Join(parts, " ")
}

// only gives the point of the metric's single series.
func only(t *testing.T, m Metric) Point {
	t.Helper()
	if len(m.Points) != 1 {
		t.Fatalf("%s has %d points, want 1", m.Name, len(m.Points))
	}
	return m.Points[0]
}

func TestHistogram(t *testing.T) {
	fresh(t, Options{})
	h := NewHistogram(scope(), Desc{Name: "d", Unit: "s", Text: "how long", Bounds: []float64{1, 2}}, request.attrs)
	h.Record(nil, request{"GET", 200}, 100) // no reader yet
	r := NewReader(ReaderOptions{})
	for _, v := range []float64{0.5, 1, 1.5, 2, 3} {
		h.Record(nil, request{"GET", 200}, v)
	}
	h.Record(nil, request{"PUT", 500}, -1)
	m := collected(r)["d"]
	if m.Form != FormHistogram || m.Unit != "s" || m.Text != "how long" || m.Temporality != Cumulative || !slices.Equal(m.Bounds, []float64{1, 2}) ||
		m.Scope.Name != "example.com/scope" || len(m.Points) != 2 {
		t.Fatalf("got %+v", m)
	}
	p := m.Points[0]
	if p.Count != 5 || p.Sum != 8 || !p.HasSum || p.Min != 0.5 || p.Max != 3 || !slices.Equal(p.Buckets, []uint64{2, 2, 1}) {
		t.Errorf("got %+v", p)
	}
	if got := text(p.Attrs); got != "http.request.method=GET http.response.status_code=200" {
		t.Errorf("attributes %s", got)
	}
	if p.Start == 0 || p.Time < p.Start {
		t.Errorf("from %d to %d", p.Start, p.Time)
	}
	if p = m.Points[1]; p.Count != 1 || p.Sum != -1 || p.Min != -1 || p.Max != -1 || !slices.Equal(p.Buckets, []uint64{1, 0, 0}) {
		t.Errorf("got %+v", p)
	}
}

func TestCountersAndGauges(t *testing.T) {
	fresh(t, Options{})
	none := func(struct{}) []attr.Value { return nil }
	counter := NewCounter(scope(), Desc{Name: "c"}, none)
	seconds := NewCounter(scope(), Desc{Name: "s", Float: true}, none)
	active := NewUpDown(scope(), Desc{Name: "u"}, none)
	gauge := NewGauge(scope(), Desc{Name: "g"}, none)
	r := NewReader(ReaderOptions{})
	key := struct{}{}
	counter.Add(nil, key, 3)
	counter.Add(nil, key, -1)
	seconds.AddFloat(nil, key, 0.25)
	seconds.AddFloat(nil, key, math.NaN())
	seconds.AddFloat(nil, key, math.Inf(1))
	held := active.Hold(nil, key)
	active.Add(nil, key, 4)
	gauge.Set(nil, key, 9)
	gauge.Set(nil, key, 7)
	got := collected(r)
	if m := got["c"]; !m.Monotonic || m.Form != FormSum || m.Float || only(t, m).Int != 3 {
		t.Errorf("counter %+v", m)
	}
	if m := got["s"]; !m.Monotonic || !m.Float || only(t, m).Float != 0.25 {
		t.Errorf("float counter %+v", m)
	}
	if m := got["u"]; m.Monotonic || m.Form != FormSum || only(t, m).Int != 5 {
		t.Errorf("up-down counter %+v", m)
	}
	if m := got["g"]; m.Form != FormGauge || only(t, m).Int != 7 || only(t, m).Start != 0 {
		t.Errorf("gauge %+v", m)
	}
	r.Close()
	held.Release(nil)
	Held{}.Release(nil)
}

func TestNothingOnNil(t *testing.T) {
	var h *Histogram[request]
	var c *Counter[request]
	var u *UpDown[request]
	var g *Gauge[request]
	h.Record(nil, request{}, 1)
	c.Add(nil, request{}, 1)
	c.AddFloat(nil, request{}, 1)
	u.Add(nil, request{}, 1)
	u.AddFloat(nil, request{}, 1)
	u.Hold(nil, request{}).Release(nil)
	g.Set(nil, request{}, 1)
	g.SetFloat(nil, request{}, 1)
	if h.Enabled() || c.Enabled() || u.Enabled() || g.Enabled() {
		t.Error("a nil instrument is enabled")
	}
}

func TestSwitchedOffNothingIsStored(t *testing.T) {
	fresh(t, Options{})
	h := NewHistogram(scope(), Desc{Name: "d"}, request.attrs)
	if h.Enabled() {
		t.Error("enabled without a reader")
	}
	h.Record(nil, request{"GET", 200}, 1)
	if h.known.Load() != nil || h.fresh != nil {
		t.Error("a series was made")
	}
	r := NewReader(ReaderOptions{})
	h.Record(nil, request{"GET", 200}, 1)
	r.Close()
	if h.Enabled() || h.known.Load() != nil {
		t.Error("the closed reader is still there")
	}
}

// A measurement of a series that exists allocates nothing, whatever is on.
func TestMeasurementsAllocateNothing(t *testing.T) {
	for name, o := range map[string]ReaderOptions{"explicit": {}, "exponential": {Exponential: true}, "delta": {Temporality: Delta}} {
		fresh(t, Options{Exemplars: AlwaysOn})
		h := NewHistogram(scope(), Desc{Name: "d"}, request.attrs)
		c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
		u := NewUpDown(scope(), Desc{Name: "u"}, request.attrs)
		NewReader(o)
		keys := []request{{"GET", 200}, {"GET", 404}, {"PUT", 200}}
		i := 0
		measure := func() {
			k := keys[i%len(keys)]
			h.Record(nil, k, float64(i%100)/10)
			c.Add(nil, k, 1)
			u.Hold(nil, k).Release(nil)
			i++
		}
		for range 2000 {
			measure()
		}
		if n := testing.AllocsPerRun(2000, measure); n != 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func TestOverflow(t *testing.T) {
	for name, temporality := range map[string]Temporality{"cumulative": Cumulative, "delta": Delta} {
		fresh(t, Options{})
		c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
		r := NewReader(ReaderOptions{Temporality: temporality})
		for round := range 3 {
			for i := range 10_000 {
				c.Add(nil, request{"GET", i}, 1)
			}
			c.Add(nil, request{"GET", 5000}, 1)
			m := collected(r)["c"]
			if len(m.Points) != DefaultLimit {
				t.Fatalf("%s: %d series, want %d", name, len(m.Points), DefaultLimit)
			}
			sum := int64(0)
			for _, p := range m.Points {
				sum += p.Int
			}
			want := int64(10_001)
			if temporality == Cumulative {
				want *= int64(round + 1)
			}
			last := m.Points[len(m.Points)-1]
			if sum != want || text(last.Attrs) != "otel.metric.overflow=true" || last.Int < 8000 {
				t.Errorf("%s: sum %d, want %d; overflow %s %d", name, sum, want, text(last.Attrs), last.Int)
			}
			if known := c.known.Load(); known != nil && len(*known) > maxKeys {
				t.Errorf("%s: %d keys are kept", name, len(*known))
			}
		}
		if temporality == Delta {
			collected(r) // nothing happened: all series end
			c.Add(nil, request{"GET", 9999}, 1)
			if p := only(t, collected(r)["c"]); text(p.Attrs) != "http.request.method=GET http.response.status_code=9999" {
				t.Errorf("after the flood: %s", text(p.Attrs))
			}
		}
	}
}

func TestDelta(t *testing.T) {
	fresh(t, Options{})
	h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{1}}, request.attrs)
	u := NewUpDown(scope(), Desc{Name: "u"}, request.attrs)
	r := NewReader(ReaderOptions{Temporality: Delta})
	h.Record(nil, request{"GET", 200}, 5)
	u.Add(nil, request{"GET", 200}, 5)
	first := only(t, collected(r)["h"])
	h.Record(nil, request{"GET", 200}, 0.5)
	u.Add(nil, request{"GET", 200}, 1)
	got := collected(r)
	p := only(t, got["h"])
	if p.Count != 1 || p.Sum != 0.5 || p.Min != 0.5 || p.Max != 0.5 || p.Start != first.Time || got["h"].Temporality != Delta {
		t.Errorf("got %+v", p)
	}
	if p = only(t, got["u"]); p.Int != 6 || got["u"].Temporality != Cumulative {
		t.Errorf("up-down counters are cumulative, got %+v", p)
	}
	if _, found := collected(r)["h"]; found {
		t.Error("a series without measurements is shown")
	}
}
