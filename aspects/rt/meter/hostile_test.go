package meter

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

func reflectType(v any) reflect.Type { return reflect.TypeOf(v) }

func TestNumbersThatAreNone(t *testing.T) {
	for name, o := range map[string]ReaderOptions{"explicit": {}, "exponential": {Exponential: true}} {
		fresh(t, Options{Exemplars: AlwaysOn})
		h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{1}}, request.attrs)
		g := NewGauge(scope(), Desc{Name: "g", Float: true}, request.attrs)
		r := NewReader(o)
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), 2} {
			h.Record(nil, request{}, v)
			g.SetFloat(nil, request{}, v)
		}
		for _, v := range []float64{math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, math.Copysign(0, -1)} {
			h.Record(nil, request{}, v)
		}
		p := only(t, collected(r)["h"])
		if p.Count != 5 || p.Min != -math.MaxFloat64 || p.Max != math.MaxFloat64 || math.IsNaN(p.Sum) || math.IsInf(p.Sum, 0) {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func TestACounterNeverFalls(t *testing.T) {
	fresh(t, Options{})
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	f := NewCounter(scope(), Desc{Name: "f", Float: true}, request.attrs)
	r := NewReader(ReaderOptions{})
	for _, n := range []int64{5, -3, math.MinInt64, 0} {
		c.Add(nil, request{}, n)
		f.AddFloat(nil, request{}, float64(n))
	}
	if got := collected(r); only(t, got["c"]).Int != 5 || only(t, got["f"]).Float != 5 {
		t.Errorf("got %+v", got)
	}
}

// The wall clock may be set back between two collections.
func TestTheClockIsSetBack(t *testing.T) {
	fresh(t, Options{Exemplars: AlwaysOn})
	h := NewHistogram(scope(), Desc{Name: "h"}, request.attrs)
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	for _, temporality := range []Temporality{Cumulative, Delta} {
		r := NewReader(ReaderOptions{Temporality: temporality})
		future := time.Now().Add(time.Hour).UnixNano()
		r.start, r.last = future, future
		for range 2 {
			h.Record(nil, request{}, 1)
			c.Add(nil, request{}, 1)
			for name, m := range collected(r) {
				if p := only(t, m); p.Start > p.Time || p.Time >= future {
					t.Errorf("%s: from %d to %d", name, p.Start, p.Time)
				}
			}
		}
		r.Close()
	}
}

func TestAnAttributesFunctionThatPanics(t *testing.T) {
	fresh(t, Options{})
	panics := true
	c := NewCounter(scope(), Desc{Name: "c"}, func(request) []attr.Value {
		if panics {
			panic("attributes")
		}
		return nil
	})
	r := NewReader(ReaderOptions{})
	func() {
		defer func() { _ = recover() }() // as hooks do
		c.Add(nil, request{}, 1)
	}()
	panics = false
	c.Add(nil, request{}, 1)
	if p := only(t, collected(r)["c"]); p.Int != 1 {
		t.Errorf("got %+v", p)
	}
}

func TestLongTextsAreCut(t *testing.T) {
	fresh(t, Options{})
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	r := NewReader(ReaderOptions{})
	// Two keys whose attributes are cut to the same are one series.
	c.Add(nil, request{strings.Repeat("x", 300), 0}, 1)
	c.Add(nil, request{strings.Repeat("x", 400), 0}, 1)
	c.Add(nil, request{"\xff", 0}, 1)
	if m := collected(r)["c"]; len(m.Points) != 2 || m.Points[0].Int != 2 || text(m.Points[1].Attrs) != "http.request.method=\uFFFD http.response.status_code=0" {
		t.Errorf("got %v", keys(m))
	}
}

func TestShardsShareNoCacheLine(t *testing.T) {
	if size := unsafe.Sizeof(shard{}); size%64 != 0 {
		t.Errorf("a shard has %d bytes", size)
	}
}

func TestTheVisitorMayStop(t *testing.T) {
	fresh(t, Options{})
	for _, name := range []string{"a", "b", "c"} {
		NewCounter(scope(), Desc{Name: name}, request.attrs)
	}
	r := NewReader(ReaderOptions{Temporality: Delta})
	for _, g := range registry.groups {
		for _, c := range g.cores {
			registry.named[identify(c.scope, c.kind, c.desc, false, reflectType(request{}))].instrument.(*instrument[request]).find(request{}).record(nil, number{1, 1})
		}
	}
	seen := 0
	r.Collect(func(*Metric) bool { seen++; return seen < 2 })
	if seen != 2 || len(collected(r)) != 0 {
		t.Errorf("%d seen", seen)
	}
}

// Series of delta points end, and their keys are forgotten: however many there have been, a measurement allocates nothing.
func TestKeysComeAndGo(t *testing.T) {
	fresh(t, Options{})
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	r := NewReader(ReaderOptions{Temporality: Delta})
	for i := range 5 * maxKeys {
		c.Add(nil, request{"GET", i}, 1)
		if i%100 == 99 {
			if n := len(collected(r)["c"].Points); n != 100 {
				t.Fatalf("%d points after %d keys", n, i)
			}
		}
	}
	measure := func() { c.Add(nil, request{"GET", -1}, 1) }
	measure()
	measure()
	if n := testing.AllocsPerRun(100, measure); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestASeriesInDemandIsSplit(t *testing.T) {
	for name, o := range map[string]ReaderOptions{"cumulative": {}, "delta": {Temporality: Delta}, "exponential": {Exponential: true}} {
		fresh(t, Options{Exemplars: AlwaysOn})
		h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{1, 2}}, request.attrs)
		r := NewReader(o)
		h.Record(nil, request{}, 0.5)
		c := h.find(request{}).targets[0].cell.Load()
		c.waits.Store(maxWaits)
		c.first.mu.Lock() // as if another goroutine measured just now
		h.Record(nil, request{}, 1.5)
		h.Record(nil, request{}, 4)
		c.first.mu.Unlock()
		if more := c.more.Load(); more == nil || len(*more) != maxShards {
			t.Fatalf("%s: the series is not split", name)
		}
		p := only(t, collected(r)["h"])
		if p.Count != 3 || p.Sum != 6 || p.Min != 0.5 || p.Max != 4 || len(p.Exemplars) < 2 || p.Buckets != nil && (p.Buckets[0] != 1 || p.Buckets[1] != 1 || p.Buckets[2] != 1) {
			t.Errorf("%s: %+v", name, p)
		}
		h.Record(nil, request{}, 1)
		want := uint64(4)
		if o.Temporality == Delta {
			want = 1
		}
		if p := only(t, collected(r)["h"]); p.Count != want {
			t.Errorf("%s: %+v", name, p)
		}
	}
}
