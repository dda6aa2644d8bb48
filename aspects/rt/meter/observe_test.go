package meter

import (
	"math"
	"slices"
	"sync"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

func TestObserve(t *testing.T) {
	for name, temporality := range map[string]Temporality{"cumulative": Cumulative, "delta": Delta, "lowmemory": LowMemory} {
		fresh(t, Options{})
		total, queue := int64(10), int64(4)
		counts := []uint64{1, 2}
		stop := Observe(scope(), []Observable{
			{KindCounter, Desc{Name: "c"}}, {KindUpDown, Desc{Name: "u"}}, {KindGauge, Desc{Name: "g", Float: true}}, {KindHistogram, Desc{Name: "h", Bounds: []float64{1}}},
		}, func(o Observer) {
			o.Int(0, total, methodKey.String("a"))
			o.Int(1, queue, methodKey.String("a"))
			o.Int(1, 100, methodKey.String("a")) // the same series again: both count
			o.Float(2, 1)
			o.Float(2, math.NaN())
			o.Float(2, 2.5)
			o.Histogram(3, counts, 6)
			o.Histogram(3, []uint64{1}, 6) // buckets of another histogram
			o.Int(3, 1)                    // no histogram
		})
		r := NewReader(ReaderOptions{Temporality: temporality})
		collected(r)
		total, queue, counts = 25, 3, []uint64{2, 4}
		got := collected(r)
		wantCount, wantBuckets, wantSum := int64(25), []uint64{2, 4}, 6.0
		if temporality == Delta {
			wantCount, wantBuckets, wantSum = 15, []uint64{1, 2}, 0
		}
		if p := only(t, got["c"]); p.Int != wantCount {
			t.Errorf("%s: counter %+v", name, p)
		}
		if p := only(t, got["u"]); p.Int != 103 || got["u"].Monotonic {
			t.Errorf("%s: up-down counter %+v", name, p)
		}
		if p := only(t, got["g"]); p.Float != 2.5 || got["g"].Form != FormGauge {
			t.Errorf("%s: gauge %+v", name, p)
		}
		if p := only(t, got["h"]); !slices.Equal(p.Buckets, wantBuckets) || p.Sum != wantSum || p.Count != wantBuckets[0]+wantBuckets[1] {
			t.Errorf("%s: histogram %+v", name, p)
		}
		// What is counted elsewhere may begin again.
		total, counts = 2, []uint64{0, 1}
		got = collected(r)
		if p := only(t, got["c"]); p.Int != 2 {
			t.Errorf("%s: after a reset: %+v", name, p)
		}
		stop()
		if len(collected(r)) != 0 {
			t.Errorf("%s: observed after stop", name)
		}
	}
}

func TestWhatIsNotObservedIsForgotten(t *testing.T) {
	fresh(t, Options{})
	now := []string{"a", "b"}
	Observe(scope(), []Observable{{KindUpDown, Desc{Name: "u"}}}, func(o Observer) {
		for _, name := range now {
			o.Int(0, 1, methodKey.String(name))
		}
	})
	r := NewReader(ReaderOptions{})
	collected(r)
	now = []string{"b", "c"}
	if got := keys(collected(r)["u"]); !slices.Equal(got, []string{"http.request.method=b", "http.request.method=c"}) {
		t.Errorf("got %v", got)
	}
	c := registry.groups[0].cores[0]
	if s := (*c.streams.Load())[0]; len(s.observed) != 2 || len(s.sequence) != 2 {
		t.Errorf("%d series are kept", len(s.observed))
	}
}

func TestObservedOverflow(t *testing.T) {
	fresh(t, Options{})
	Observe(scope(), []Observable{{KindCounter, Desc{Name: "c"}}}, func(o Observer) {
		for i := range 10_000 {
			o.Int(0, 1, statusKey.Int(i))
		}
	})
	r := NewReader(ReaderOptions{Limit: 100})
	for range 2 {
		m := collected(r)["c"]
		last := m.Points[len(m.Points)-1]
		if len(m.Points) != 100 || last.Int != 10_000-99 || text(last.Attrs) != "otel.metric.overflow=true" {
			t.Errorf("%d points, the last one %+v", len(m.Points), last)
		}
	}
}

func TestSeveralObserveOneInstrument(t *testing.T) {
	fresh(t, Options{})
	s := scope()
	observe := func(name string) (stop func()) {
		return Observe(s, []Observable{{KindUpDown, Desc{Name: "pool"}}}, func(o Observer) { o.Int(0, 1, methodKey.String(name)) })
	}
	observe("a")
	stop := observe("b")
	r := NewReader(ReaderOptions{})
	if m := collected(r)["pool"]; len(m.Points) != 2 {
		t.Errorf("got %v", keys(m))
	}
	stop()
	if m := collected(r)["pool"]; len(m.Points) != 1 {
		t.Errorf("got %v", keys(m))
	}
}

func TestAPanicOfAnObserverCostsItsOwn(t *testing.T) {
	fresh(t, Options{})
	Observe(rt.NewScope("example.com/panics"), []Observable{{KindGauge, Desc{Name: "bad"}}}, func(Observer) { panic("observer") })
	Observe(scope(), []Observable{{KindGauge, Desc{Name: "good"}}}, func(o Observer) { o.Int(0, 1) })
	r := NewReader(ReaderOptions{})
	for range 2 {
		if got := collected(r); len(got) != 1 || len(got["good"].Points) != 1 {
			t.Errorf("got %v", got)
		}
	}
}

// theirs is a program's provider that adds everything up.
type theirs struct {
	mu   sync.Mutex
	sums map[string]float64
	read []func(Observer)
	ends int
}

func (p *theirs) Instrument(s *attr.Scope, _ Kind, d Desc) Foreign {
	if d.Name == "unknown" {
		return nil
	}
	return &theirInstrument{p, s.Name + " " + d.Name}
}

func (p *theirs) Observe(_ *attr.Scope, of []Observable, read func(Observer)) (stop func()) {
	p.read = append(p.read, read)
	return func() { p.ends++ }
}

type theirInstrument struct {
	*theirs
	name string
}

func (i *theirInstrument) Bind(attrs []attr.Value) Bound {
	return &theirSeries{i.theirs, i.name + " " + text(attrs)}
}

type theirSeries struct {
	*theirs
	name string
}

func (s *theirSeries) Record(_ *rt.Span, i int64, f float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sums[s.name] += f
}

func TestAProgramsProvider(t *testing.T) {
	fresh(t, Options{})
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	u := NewUpDown(scope(), Desc{Name: "u"}, request.attrs)
	unknown := NewCounter(scope(), Desc{Name: "unknown"}, request.attrs)
	stop := Observe(scope(), []Observable{{KindGauge, Desc{Name: "g"}}}, func(o Observer) { o.Int(0, 1) })
	r := NewReader(ReaderOptions{})
	key := request{"GET", 200}
	c.Add(nil, key, 1)
	held := u.Hold(nil, key)
	p := &theirs{sums: map[string]float64{}}
	SetProvider(p)
	c.Add(nil, key, 5)
	unknown.Add(nil, key, 5)
	late := NewCounter(scope(), Desc{Name: "late"}, request.attrs)
	late.Add(nil, key, 7)
	held.Release(nil) // counted here, so counted down here
	ours := u.Hold(nil, key)
	const series = "http.request.method=GET http.response.status_code=200"
	if p.sums["example.com/scope c "+series] != 5 || p.sums["example.com/scope late "+series] != 7 || p.sums["example.com/scope u "+series] != 1 || len(p.sums) != 3 {
		t.Errorf("got %v", p.sums)
	}
	if unknown.Enabled() || len(p.read) != 1 || len(collected(r)) != 0 {
		t.Errorf("unknown is enabled: %v, %d observers, %v collected", unknown.Enabled(), len(p.read), collected(r))
	}
	ours.Release(nil)
	SetProvider(nil)
	if p.sums["example.com/scope u "+series] != 0 || p.ends != 1 {
		t.Errorf("%v, %d ended", p.sums, p.ends)
	}
	if got := collected(r); only(t, got["g"]).Int != 1 {
		t.Errorf("got %v", got)
	}
	stop()
}
