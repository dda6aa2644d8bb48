package meter

import (
	"math"
	"slices"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// keys gives the attributes of the metric's points as texts.
func keys(m Metric) (all []string) {
	for _, p := range m.Points {
		all = append(all, text(p.Attrs))
	}
	return all
}

func TestViews(t *testing.T) {
	fresh(t, Options{Exemplars: AlwaysOn, Views: []View{
		{Instrument: "DROPPED", Aggregation: Aggregation{Kind: DropAggregation}},
		{Instrument: "h*", Kinds: []Kind{KindHistogram}, Name: "renamed", Text: "other words", Only: []string{"*.method"},
			Aggregation: Aggregation{Kind: ExplicitAggregation, Bounds: []float64{7, 3, math.NaN(), 3}, NoMinMax: true}},
		{Instrument: "h*", Without: []string{"http.response.status_code"}, Name: "summed", Aggregation: Aggregation{Kind: SumAggregation}},
		{Unit: "{u}", Aggregation: Aggregation{Kind: LastValueAggregation}}, // makes no sense for a counter
		{Scope: "another scope", Aggregation: Aggregation{Kind: DropAggregation}},
		{Instrument: "e", Aggregation: Aggregation{Kind: ExponentialAggregation, MaxSize: 4, MaxScale: 3, HasMaxScale: true}},
		{Instrument: "limited", Limit: 3},
	}})
	dropped := NewCounter(scope(), Desc{Name: "dropped"}, request.attrs)
	h := NewHistogram(scope(), Desc{Name: "histogram", Unit: "s"}, request.attrs)
	u := NewCounter(scope(), Desc{Name: "c", Unit: "{u}"}, request.attrs)
	e := NewHistogram(scope(), Desc{Name: "e"}, request.attrs)
	limited := NewCounter(scope(), Desc{Name: "limited"}, request.attrs)
	r := NewReader(ReaderOptions{})
	if dropped.Enabled() {
		t.Error("a dropped instrument is enabled")
	}
	for status := range 5 {
		k := request{"GET", status}
		dropped.Add(nil, k, 1)
		h.Record(nil, k, float64(status*2))
		u.Add(nil, k, 1)
		e.Record(nil, request{}, float64(status+1))
		limited.Add(nil, k, 1)
	}
	got := collected(r)
	if len(got) != 5 {
		t.Errorf("%d metrics", len(got))
	}
	p := only(t, got["renamed"])
	if m := got["renamed"]; text(p.Attrs) != "http.request.method=GET" || m.Text != "other words" || m.Unit != "s" || p.HasMinMax ||
		!slices.Equal(m.Bounds, []float64{3, 7}) || !slices.Equal(p.Buckets, []uint64{2, 2, 1}) {
		t.Errorf("got %+v", m)
	}
	if filtered := p.Exemplars[0].Filtered; len(p.Exemplars) != 3 || len(filtered) != 1 || filtered[0].Name() != "http.response.status_code" {
		t.Errorf("exemplars %+v", p.Exemplars)
	}
	if p := only(t, got["summed"]); got["summed"].Form != FormSum || !got["summed"].Monotonic || !got["summed"].Float || p.Float != 20 || text(p.Attrs) != "http.request.method=GET" {
		t.Errorf("got %+v", got["summed"])
	}
	if m := got["c"]; m.Form != FormSum || len(m.Points) != 5 {
		t.Errorf("got %+v", m)
	}
	if p := only(t, got["e"]); got["e"].Form != FormExponential || p.Scale > 3 || len(p.Positive.Counts) > 4 || p.Count != 5 {
		t.Errorf("got %+v", got["e"])
	}
	if all := keys(got["limited"]); len(all) != 3 || all[2] != "otel.metric.overflow=true" || got["limited"].Points[2].Int != 3 {
		t.Errorf("got %v", got["limited"])
	}
}

// Where a view leaves out what tells keys apart, more keys than an instrument remembers make no overflow.
func TestManyKeysOfOneSeries(t *testing.T) {
	fresh(t, Options{Views: []View{{Only: []string{"http.request.method"}}}})
	c := NewCounter(scope(), Desc{Name: "c"}, request.attrs)
	r := NewReader(ReaderOptions{})
	for i := range 3 * maxKeys {
		c.Add(nil, request{"GET", i}, 1)
	}
	if p := only(t, collected(r)["c"]); p.Int != 3*maxKeys || text(p.Attrs) != "http.request.method=GET" {
		t.Errorf("got %+v", p)
	}
}

func TestReadersHaveTheirOwn(t *testing.T) {
	fresh(t, Options{})
	h := NewHistogram(scope(), Desc{Name: "h"}, request.attrs)
	explicit, exponential := NewReader(ReaderOptions{}), NewReader(ReaderOptions{Exponential: true, Temporality: LowMemory})
	h.Record(nil, request{}, 3)
	h.Record(nil, request{}, 30)
	if m := collected(explicit)["h"]; m.Form != FormHistogram || only(t, m).Count != 2 || !slices.Equal(m.Bounds, defaultBounds) {
		t.Errorf("got %+v", m)
	}
	if m := collected(exponential)["h"]; m.Form != FormExponential || m.Temporality != Delta || only(t, m).Count != 2 {
		t.Errorf("got %+v", m)
	}
	explicit.Close()
	h.Record(nil, request{}, 3)
	if len(collected(explicit)) != 0 || only(t, collected(exponential)["h"]).Count != 1 {
		t.Error("closing one reader changed the other")
	}
}

func TestTheSameInstrumentAgain(t *testing.T) {
	fresh(t, Options{})
	s := scope()
	a := NewCounter(s, Desc{Name: "Same", Unit: "x"}, request.attrs)
	b := NewCounter(s, Desc{Name: "same", Unit: "x"}, request.attrs)
	other := NewCounter(s, Desc{Name: "same", Unit: "y"}, request.attrs)
	r := NewReader(ReaderOptions{})
	a.Add(nil, request{}, 1)
	b.Add(nil, request{}, 2)
	other.Add(nil, request{}, 4)
	n, metrics := int64(0), 0
	r.Collect(func(m *Metric) bool {
		metrics++
		if m.Unit == "x" {
			n = m.Points[0].Int
		}
		return true
	})
	if n != 3 || metrics != 2 {
		t.Errorf("%d in %d metrics", n, metrics)
	}
}

func TestKeysOwnTheirTexts(t *testing.T) {
	type nested struct {
		a [2]struct{ text string }
		n int
		b string
	}
	large := []byte("ab12")
	alias := func(i int) string { return string(large[i : i+1]) }
	k := nested{b: alias(2)}
	k.a[0].text, k.a[1].text = alias(0), alias(1)
	texts := textsOf(reflectType(k))
	if len(texts) != 3 {
		t.Fatalf("%d texts", len(texts))
	}
	if got := owned(k, texts); got != k {
		t.Errorf("got %+v, want %+v", got, k)
	}
	if len(textsOf(reflectType(struct {
		p *string
		i any
		n float64
	}{}))) != 0 {
		t.Error("only texts of the key itself are copied")
	}
}

func TestAttributesAreSortedAndUnique(t *testing.T) {
	got := text(sorted([]attr.Value{methodKey.String("a"), {}, statusKey.Int(1), methodKey.String("b")}))
	if got != "http.request.method=b http.response.status_code=1" {
		t.Errorf("got %s", got)
	}
}
