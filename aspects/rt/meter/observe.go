package meter

import (
	"slices"
	"sync"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Observable is an instrument whose values are read when they are collected.
type Observable struct {
	Kind Kind // KindHistogram: of what is kept elsewhere as a histogram
	Desc
}

// Observer takes what a read function finds. i is the index of the observable. What is observed for the same attributes more than once is
// added up, for gauges the last value counts. What is not observed is not collected.
type Observer interface {
	Int(i int, n int64, attrs ...attr.Value)
	// Float is for observables with Desc.Float. NaN and infinities are no values.
	Float(i int, f float64, attrs ...attr.Value)
	// Histogram is for those of KindHistogram: the counts since the start, one more than Desc.Bounds.
	Histogram(i int, counts []uint64, sum float64, attrs ...attr.Value)
}

// Observe has read called at each collection, one call at a time, until stop is called. Several may observe the same instrument: then all
// that they observe is collected.
func Observe(s *rt.Scope, of []Observable, read func(Observer)) (stop func()) {
	registry.Lock()
	defer unlock()
	o := &observing{scope: &s.Scope, of: slices.Clone(of), read: read}
	for _, observable := range of {
		id := identify(&s.Scope, observable.Kind, observable.Desc, true, nil)
		found, ok := registry.named[id]
		if !ok {
			found.core = &core{scope: &s.Scope, desc: observable.Desc, kind: observable.Kind, observed: true, forget: func() {}, crowded: func() bool { return false }}
			add(found.core, id, nil)
		}
		o.cores = append(o.cores, found.core)
	}
	registry.observers = append(registry.observers, o)
	o.hand(registry.provider)
	return o.stop
}

// observing is one call of Observe.
type observing struct {
	scope *attr.Scope
	of    []Observable
	cores []*core
	read  func(Observer)

	theirs func() // ends the registration with a provider; guarded by the registry's mutex
	gone   bool   // likewise
}

// hand registers with a provider, or with none; the registry is locked.
func (o *observing) hand(p Provider) {
	if o.theirs != nil {
		o.theirs()
		o.theirs = nil
	}
	if p != nil && !o.gone {
		o.theirs = p.Observe(o.scope, o.of, o.guarded)
	}
}

func (o *observing) stop() {
	registry.Lock()
	defer registry.Unlock()
	o.gone = true
	o.hand(nil)
	registry.observers = slices.DeleteFunc(registry.observers, func(other *observing) bool { return other == o })
}

// reading has one read function run at a time: they may share what they read into.
var reading sync.Mutex

// guarded calls read; a panic in it costs what it would have observed.
func (o *observing) guarded(to Observer) {
	defer rt.Recover(o.scope.Name)
	reading.Lock()
	defer reading.Unlock()
	o.read(to)
}

// observation is a series of a stream that is observed.
type observation struct {
	attrs     []attr.Value
	round     uint64 // the collection that now is of
	now, last number
	counts    []uint64 // of histograms
	before    []uint64 // at the collection before, for delta points
}

// collecting is the Observer of one collection.
type collecting struct {
	reader *Reader
	cores  []*core
	attrs  []attr.Value // space
}

func (o *collecting) Int(i int, n int64, attrs ...attr.Value) {
	o.see(i, number{n, float64(n)}, nil, attrs)
}

func (o *collecting) Float(i int, f float64, attrs ...attr.Value) {
	if isFinite(f) {
		o.see(i, number{int64(f), f}, nil, attrs)
	}
}

func (o *collecting) Histogram(i int, counts []uint64, sum float64, attrs ...attr.Value) {
	if isFinite(sum) {
		o.see(i, number{0, sum}, counts, attrs)
	}
}

func (o *collecting) see(i int, n number, counts []uint64, attrs []attr.Value) {
	c := o.cores[i]
	if (c.kind == KindHistogram) != (counts != nil) || counts != nil && len(counts) != len(c.desc.Bounds)+1 {
		return
	}
	for _, s := range *c.streams.Load() {
		if s.reader == o.reader {
			o.attrs = append(o.attrs[:0], attrs...)
			s.see(o.reader.round, sorted(o.attrs), n, counts)
		}
	}
}

// see notes a value; attrs are the caller's.
func (s *stream) see(round uint64, attrs []attr.Value, n number, counts []uint64) {
	kept, _ := s.view.split(attrs)
	var space [256]byte
	id := appendID(space[:0], kept)
	if s.round != round {
		s.round, s.inRound = round, 0
	}
	o := s.observed[string(id)]
	if (o == nil || o.round != round) && s.inRound >= s.limit-1 {
		kept, id = overflowAttrs, []byte(overflowID)
		o = s.observed[overflowID]
	}
	if o == nil {
		if s.observed == nil {
			s.observed = map[string]*observation{}
		}
		o = &observation{attrs: attr.CloneAll(kept)}
		s.observed[string(id)] = o
		s.sequence = append(s.sequence, o)
	}
	if o.round != round {
		o.round, o.now = round, number{}
		o.counts = o.counts[:0]
		s.inRound++
	}
	if s.form.form == FormGauge {
		o.now = n
		return
	}
	o.now.i += n.i
	o.now.f += n.f
	for len(o.counts) < len(counts) {
		o.counts = append(o.counts, 0)
	}
	for i, count := range counts {
		o.counts[i] += count
	}
}
