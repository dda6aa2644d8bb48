package meter

import (
	"context"
	"math"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// spans gives one that is sampled and one that is not.
func spans(t *testing.T) (sampled, unsampled *rt.Span) {
	t.Helper()
	r := rttest.Use(t)
	_, sampled = scope().Start(context.Background(), rt.Server, "sampled")
	r.Decide = func(*rt.Record) rt.Decision { return rt.Drop }
	_, unsampled = scope().Start(context.Background(), rt.Server, "unsampled")
	if !sampled.Context().IsSampled() || unsampled.Context().IsSampled() {
		t.Fatal("the sampler is not asked")
	}
	return sampled, unsampled
}

func TestExemplars(t *testing.T) {
	sampled, unsampled := spans(t)
	for _, tt := range []struct {
		name   string
		filter Exemplars
		want   []float64
	}{
		{"trace_based", TraceBased, []float64{0.5}}, {"always_on", AlwaysOn, []float64{0.5, 1.5, 7}}, {"always_off", AlwaysOff, nil},
	} {
		fresh(t, Options{Exemplars: tt.filter})
		h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{1, 2}}, request.attrs)
		r := NewReader(ReaderOptions{})
		h.Record(sampled, request{}, 0.5)
		h.Record(unsampled, request{}, 1.5)
		h.Record(nil, request{}, 7)
		p := only(t, collected(r)["h"])
		var got []float64
		for _, e := range p.Exemplars {
			got = append(got, e.Float)
			if e.Time < p.Start || e.Time > p.Time {
				t.Errorf("%s: an exemplar at %d, the point is from %d to %d", tt.name, e.Time, p.Start, p.Time)
			}
		}
		if !equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
		if len(got) > 0 {
			if e := p.Exemplars[0]; e.Trace != sampled.Context().Trace || e.Span != sampled.Context().Span {
				t.Errorf("%s: ids %v %v", tt.name, e.Trace, e.Span)
			}
		}
		if len(got) == 3 && p.Exemplars[2].Trace.IsValid() {
			t.Errorf("%s: ids without a span", tt.name)
		}
	}
}

func equal(a, b []float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if math.Abs(a[i]-b[i]) > 1e-12 {
			return false
		}
	}
	return true
}

// Each measurement of a bucket has the same chance. The chance that this test fails for a right choice is less than one in a million.
func TestExemplarsAreChosenEvenly(t *testing.T) {
	fresh(t, Options{Exemplars: AlwaysOn})
	h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{100}}, request.attrs)
	r := NewReader(ReaderOptions{Temporality: Delta})
	var chosen [10]int
	const rounds = 4000
	for range rounds {
		for i := range 10 {
			h.Record(nil, request{}, float64(i))
		}
		chosen[int(only(t, collected(r)["h"]).Exemplars[0].Float)]++
	}
	for i, n := range chosen {
		// The standard deviation is 19.
		if math.Abs(float64(n)-rounds/10) > 115 {
			t.Errorf("value %d was chosen %d times of %d", i, n, rounds)
		}
	}
}

func TestExemplarsOfIntervals(t *testing.T) {
	for name, temporality := range map[string]Temporality{"cumulative": Cumulative, "delta": Delta} {
		fresh(t, Options{Exemplars: AlwaysOn})
		h := NewHistogram(scope(), Desc{Name: "h", Bounds: []float64{10}}, request.attrs)
		c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
		r := NewReader(ReaderOptions{Temporality: temporality})
		for range 100 {
			h.Record(nil, request{}, 1)
			c.Add(nil, request{}, 1)
		}
		h.Record(nil, request{}, 11)
		if p := only(t, collected(r)["h"]); len(p.Exemplars) != 2 {
			t.Errorf("%s: %v", name, p.Exemplars)
		}
		// The first one of the next interval takes the place of those before; other places keep theirs, if points are cumulative.
		h.Record(nil, request{}, 2)
		c.Add(nil, request{}, 5)
		got := collected(r)
		p := only(t, got["h"])
		want := 2
		if temporality == Delta {
			want = 1
		}
		if len(p.Exemplars) != want || p.Exemplars[0].Float != 2 {
			t.Errorf("%s: %v", name, p.Exemplars)
		}
		if p := only(t, got["c"]); len(p.Exemplars) != 1 || p.Exemplars[0].Int != 5 {
			t.Errorf("%s: %v", name, p.Exemplars)
		}
	}
}

func TestExponentialHistogramsHaveTwentyExemplars(t *testing.T) {
	fresh(t, Options{Exemplars: AlwaysOn})
	h := NewHistogram(scope(), Desc{Name: "h"}, request.attrs)
	r := NewReader(ReaderOptions{Exponential: true})
	for i := range 1000 {
		h.Record(nil, request{}, float64(i))
	}
	if p := only(t, collected(r)["h"]); len(p.Exemplars) != exponentialSlots {
		t.Errorf("%d exemplars", len(p.Exemplars))
	}
}
