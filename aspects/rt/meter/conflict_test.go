package meter

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

func TestContradictingMetricsAreToldOnce(t *testing.T) {
	one := scope()
	counter := func(d Desc) { NewCounter(one, d, request.attrs) }
	first := Desc{Name: "visits", Unit: "{visit}", Text: "what is counted"}
	changed := func(change func(*Desc)) Desc {
		d := first
		change(&d)
		return d
	}
	rename := View{Instrument: "visits", Unit: "s", Name: "visits.time"}
	for name, tt := range map[string]struct {
		views []View
		make  func()
		want  []string // parts of the line; none: no line
	}{
		"the same again": {nil, func() { counter(first) }, nil},
		"another key":    {nil, func() { NewCounter(one, first, func(int) []attr.Value { return nil }) }, nil},
		"another scope": {nil, func() {
			NewCounter(rt.NewScope("example.com/other"), changed(func(d *Desc) { d.Unit = "s" }), request.attrs)
		}, nil},
		"another unit": {nil, func() { counter(changed(func(d *Desc) { d.Unit = "s" })) },
			[]string{`two metrics of example.com/scope are named visits and differ: units "{visit}" and "s"; both are sent`, `{instrument_name: visits, unit: "s"}`}},
		"no unit":             {nil, func() { counter(changed(func(d *Desc) { d.Unit = "" })) }, []string{`units "{visit}" and ""`, "Rename one of them"}},
		"another number":      {nil, func() { counter(changed(func(d *Desc) { d.Float = true })) }, []string{"numbers int64 and float64"}},
		"another description": {nil, func() { counter(changed(func(d *Desc) { d.Text = "x" })) }, []string{`descriptions "what is counted" and "x"`, "stream: {description: …}"}},
		"another kind":        {nil, func() { NewUpDown(one, first, request.attrs) }, []string{"instruments counter and up_down_counter", "instrument_type: up_down_counter"}},
		"an observed one": {nil, func() { Observe(one, []Observable{{KindCounter, first}}, func(Observer) {}) },
			[]string{"instruments counter and observable_counter"}},
		"in other letters": {nil, func() { counter(changed(func(d *Desc) { d.Name, d.Unit = "Visits", "s" })) }, []string{"are named Visits and differ: units"}},
		"all at once": {nil, func() { NewHistogram(one, Desc{Name: "visits", Unit: "s"}, request.attrs) },
			[]string{"descriptions", "numbers int64 and float64", "units", "instruments counter and histogram"}},
		"a view renames":         {[]View{rename}, func() { counter(changed(func(d *Desc) { d.Unit = "s" })) }, nil},
		"a view drops":           {[]View{{Unit: "s", Aggregation: Aggregation{Kind: DropAggregation}}}, func() { counter(changed(func(d *Desc) { d.Unit = "s" })) }, nil},
		"a view describes":       {[]View{{Text: "one text"}}, func() { counter(changed(func(d *Desc) { d.Text = "x" })) }, nil},
		"a view names them both": {[]View{{Instrument: "other", Name: "visits"}}, func() { counter(changed(func(d *Desc) { d.Name, d.Unit = "other", "s" })) }, []string{"are named visits"}},
	} {
		var said []string
		fresh(t, Options{Views: tt.views, Say: func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }})
		NewReader(ReaderOptions{})
		NewReader(ReaderOptions{Temporality: Delta})
		counter(first)
		tt.make()
		tt.make()
		if len(said) != min(len(tt.want), 1) {
			t.Errorf("%s: said %q", name, said)
		}
		for _, part := range tt.want {
			if !strings.Contains(strings.Join(said, "\n"), part) {
				t.Errorf("%s: said %q, want %s", name, said, part)
			}
		}
	}
}

// Readers come after the instruments of package variables; the line may be written while others measure.
func TestContradictionsOfBeforeAreToldWhenThereIsAReader(t *testing.T) {
	var said []string
	fresh(t, Options{Say: func(string, ...any) {
		NewCounter(scope(), Desc{Name: "made while it is told"}, request.attrs)
		said = append(said, "a line")
	}})
	one := scope()
	a := NewCounter(one, Desc{Name: "visits"}, request.attrs)
	b := NewHistogram(one, Desc{Name: "visits"}, request.attrs)
	if len(said) != 0 {
		t.Errorf("said %q without a reader", said)
	}
	r := NewReader(ReaderOptions{})
	a.Add(nil, request{}, 1)
	b.Record(nil, request{}, 1)
	seen := 0
	r.Collect(func(m *Metric) bool {
		if m.Name == "visits" {
			seen++
		}
		return true
	})
	if len(said) != 1 || seen != 2 {
		t.Errorf("said %q, %d metrics", said, seen)
	}
}

func TestLimitsByKind(t *testing.T) {
	fresh(t, Options{Views: []View{{Instrument: "viewed", Limit: 9}}})
	limits := Limits{Measured: [kinds]int{KindCounter: 3}, Observed: [kinds]int{KindGauge: 4}}
	r := NewReader(ReaderOptions{Limit: 6, Limits: limits})
	many := func(c *Counter[request]) {
		for i := range 20 {
			c.Add(nil, request{"GET", i}, 1)
		}
	}
	many(NewCounter(scope(), Desc{Name: "counted"}, request.attrs))
	many(NewCounter(scope(), Desc{Name: "viewed"}, request.attrs))
	gauge := NewGauge(scope(), Desc{Name: "set"}, request.attrs)
	for i := range 20 {
		gauge.Set(nil, request{"GET", i}, 1)
	}
	stop := Observe(scope(), []Observable{{KindGauge, Desc{Name: "seen"}}}, func(o Observer) {
		for i := range 20 {
			o.Int(0, 1, request{"GET", i}.attrs()...)
		}
	})
	defer stop()
	got := collected(r)
	for name, want := range map[string]int{"counted": 3, "viewed": 9, "set": 6, "seen": 4} {
		if n := len(got[name].Points); n != want {
			t.Errorf("%s has %d series, want %d", name, n, want)
		}
	}
}
