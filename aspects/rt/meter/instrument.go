package meter

import (
	"math"
	"sync"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// core is what instruments have in common, whatever their keys are.
type core struct {
	scope    *attr.Scope
	desc     Desc
	kind     Kind
	observed bool

	streams atomic.Pointer[[]*stream]
	foreign atomic.Pointer[Foreign]
	// on says whether a measurement goes anywhere.
	on atomic.Bool
	// forget has the instrument find its series again. crowded says whether it knows as many keys as it may.
	forget  func()
	crowded func() bool
}

// instrument finds the series of measurements. A known key costs one look into a map that does not change. New keys go into a second
// map, which takes the first one's place when it has been asked as often as it has keys.
type instrument[K comparable] struct {
	core
	attrs func(K) []attr.Value
	texts []uintptr

	known atomic.Pointer[map[K]*series]
	// complete says that there is no second map and none is begun: known has as many keys as it may have.
	complete atomic.Bool
	beyond   atomic.Pointer[series] // the overflow, where all streams are full

	mu     sync.Mutex
	fresh  map[K]*series // all of known, and more
	misses int
}

// series is where measurements with one key go.
type series struct {
	targets []target
	bound   Bound
}

// target is a series of one stream.
type target struct {
	stream     *stream
	cell       atomic.Pointer[cell]
	kept, gone []attr.Value
}

// maxKeys is how many keys an instrument knows at least. Those of streams with higher limits know more.
const maxKeys = 2000

// find gives the series of a key.
func (t *instrument[K]) find(k K) *series {
	if known := t.known.Load(); known != nil {
		if s, ok := (*known)[k]; ok {
			return s
		}
	}
	if t.complete.Load() {
		return t.unknown(k)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if s, ok := t.fresh[k]; ok {
		t.missed()
		return s
	}
	known := t.known.Load()
	if known != nil {
		if s, ok := (*known)[k]; ok {
			return s // it has just become known
		}
	}
	if t.fresh == nil {
		t.fresh = map[K]*series{}
		if known != nil {
			for k, s := range *known {
				t.fresh[k] = s
			}
		}
	}
	k = owned(k, t.texts)
	s := t.series(k)
	t.fresh[k] = s
	t.missed()
	return s
}

// missed counts a look that known could not answer; t.mu is held.
func (t *instrument[K]) missed() {
	t.misses++
	full := len(t.fresh) >= t.most()
	if t.misses >= len(t.fresh) || full {
		known := t.fresh
		t.known.Store(&known)
		t.fresh, t.misses = nil, 0
		t.complete.Store(full)
	}
}

func (t *instrument[K]) most() int {
	most := maxKeys
	for _, s := range *t.streams.Load() {
		most = max(most, s.limit)
	}
	return most
}

// unknown gives the series of a key that has no place: the overflow, or that of other keys, if views left out what tells them apart.
func (t *instrument[K]) unknown(k K) *series {
	streams := *t.streams.Load()
	if t.foreign.Load() != nil {
		return t.series(k)
	}
	for _, s := range streams {
		if s.view.filters() || !s.full.Load() {
			return t.series(k)
		}
	}
	if s := t.beyond.Load(); s != nil {
		return s
	}
	s := bind(streams, overflowAttrs)
	t.beyond.Store(s)
	return s
}

// series makes what measurements with this key go to.
func (t *instrument[K]) series(k K) *series {
	attrs := sorted(attr.CloneAll(t.attrs(k)))
	s := bind(*t.streams.Load(), attrs)
	if f := t.foreign.Load(); f != nil {
		s.bound = (*f).Bind(attrs)
	}
	return s
}

func bind(streams []*stream, attrs []attr.Value) *series {
	s := &series{targets: make([]target, len(streams))}
	for i, stream := range streams {
		to := &s.targets[i]
		to.stream = stream
		to.kept, to.gone = stream.view.split(attrs)
		to.cell.Store(stream.cell(to.kept))
	}
	return s
}

// again drops all that is known of keys.
func (t *instrument[K]) again() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known.Store(nil)
	t.beyond.Store(nil)
	t.fresh, t.misses = nil, 0
	t.complete.Store(false)
}

func (s *series) record(sp *rt.Span, n number) {
	for i := range s.targets {
		to := &s.targets[i]
		// A collection may have ended a series of delta points in which nothing had happened.
		for !to.cell.Load().record(&to.stream.form, sp, n, to.gone) {
			to.cell.Store(to.stream.cell(to.kept))
		}
	}
	if s.bound != nil {
		s.bound.Record(sp, n.i, n.f)
	}
}

func isFinite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }

func floatBits(f float64) uint64 { return math.Float64bits(f) }
