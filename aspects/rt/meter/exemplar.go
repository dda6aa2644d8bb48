package meter

import (
	"math/rand/v2"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Exemplars says which measurements may become exemplars.
type Exemplars uint8

// The filters of OTEL_METRICS_EXEMPLAR_FILTER.
const (
	TraceBased Exemplars = iota // those in a sampled span
	AlwaysOn
	AlwaysOff
)

// wants says whether the measurement may become an exemplar.
func (f *form) wants(sp *rt.Span) bool {
	switch f.exemplars {
	case AlwaysOn:
		return true
	case TraceBased:
		return sp.Context().IsSampled()
	}
	return false
}

// samples are the exemplars of a shard: one a bucket of an explicit histogram; else as many as f.slots, chosen evenly.
type samples struct {
	seen  uint64 // in this interval
	slots []sample
}

type sample struct {
	seen  uint64 // in this interval, of this slot; 0 is an exemplar of before
	at    int64  // 0: empty
	n     number
	trace ids.TraceID
	span  ids.SpanID
	gone  []attr.Value
}

// exponentialSlots is the specification's number for exponential histograms.
const exponentialSlots = 20

func newSamples(f *form) *samples {
	n := 1
	switch f.form {
	case FormHistogram:
		n = len(f.bounds) + 1
	case FormExponential:
		n = int(min(exponentialSlots, f.maxSize))
	}
	return &samples{slots: make([]sample, n)}
}

// offer keeps a measurement, or not: each of an interval has the same chance.
func (s *samples) offer(f *form, bucket int, sp *rt.Span, n number, gone []attr.Value) {
	slot := &s.slots[0]
	if f.form == FormHistogram {
		slot = &s.slots[bucket]
		slot.seen++
		if slot.seen > 1 && rand.Uint64N(slot.seen) != 0 {
			return
		}
	} else {
		s.seen++
		at := s.seen - 1
		if at >= uint64(len(s.slots)) {
			if at = rand.Uint64N(s.seen); at >= uint64(len(s.slots)) {
				return
			}
		}
		slot = &s.slots[at]
		slot.seen++
	}
	slot.at, slot.n, slot.gone = time.Now().UnixNano(), n, gone
	slot.trace, slot.span = ids.TraceID{}, ids.SpanID{}
	if c := sp.Context(); c.IsValid() {
		slot.trace, slot.span = c.Trace, c.Span
	}
}

// next begins an interval of cumulative points: exemplars stay until there are newer ones.
func (s *samples) next() {
	if s != nil {
		s.seen = 0
		for i := range s.slots {
			s.slots[i].seen = 0
		}
	}
}

// reset forgets all exemplars.
func (s *samples) reset() {
	if s != nil {
		s.seen = 0
		clear(s.slots)
	}
}

// collect adds the exemplars to those of other shards, each to its slot. Two for one slot: the one of this interval, the newer one.
func (s *samples) collect(into []sample) []sample {
	if s == nil {
		return into
	}
	if len(into) == 0 {
		into = append(into, s.slots...)
		return into
	}
	for i := range s.slots {
		own, other := &s.slots[i], &into[i]
		if own.at != 0 && (other.at == 0 || (own.seen > 0) != (other.seen > 0) && own.seen > 0 || (own.seen > 0) == (other.seen > 0) && own.at > other.at) {
			*other = *own
		}
	}
	return into
}
