package meter

import "math"

// The bounds of base-2 exponential histograms (metrics SDK, "Base2 Exponential Bucket Histogram Aggregation").
const (
	defaultMaxSize  = 160
	defaultMaxScale = 20
	// lowestScale is the one at which two buckets hold every number that a float64 has.
	lowestScale = -11
)

// exponential counts values in buckets whose bounds are powers of 2**(2**-scale). The scale falls when the buckets in use, of positive or
// of negative values, would become more than maxSize.
type exponential struct {
	scale, maxSize     int32
	zero               uint64
	positive, negative spread
}

// spread holds the counts of consecutive buckets; counts[0] is bucket start.
type spread struct {
	start  int32
	counts []uint64
}

func newExponential(maxScale, maxSize int32) *exponential {
	return &exponential{scale: maxScale, maxSize: max(maxSize, 2)}
}

// record counts a finite value.
func (e *exponential) record(v float64) {
	s := &e.positive
	if v < 0 {
		s, v = &e.negative, -v
	}
	if v == 0 {
		e.zero++
		return
	}
	at := bucketOf(v, e.scale)
	if by := s.tooFine(at, at, e.maxSize); by > 0 {
		e.coarsen(by)
		at >>= by
	}
	s.add(at, 1)
}

// merge adds the counts of another histogram.
func (e *exponential) merge(o *exponential) {
	if o.scale < e.scale {
		e.coarsen(e.scale - o.scale)
	}
	by := o.scale - e.scale
	by += max(e.positive.tooFineFor(&o.positive, by, e.maxSize), e.negative.tooFineFor(&o.negative, by, e.maxSize))
	e.coarsen(by - (o.scale - e.scale))
	e.zero += o.zero
	e.positive.merge(&o.positive, by)
	e.negative.merge(&o.negative, by)
}

// coarsen makes 2**by buckets one.
func (e *exponential) coarsen(by int32) {
	if by > 0 {
		e.scale -= by
		e.positive.coarsen(by)
		e.negative.coarsen(by)
	}
}

// reset forgets the counts and keeps the memory.
func (e *exponential) reset(maxScale int32) {
	e.scale, e.zero = maxScale, 0
	e.positive.counts, e.negative.counts = e.positive.counts[:0], e.negative.counts[:0]
}

// bucketOf is the bucket of a positive value: bucket i holds base**i < v <= base**(i+1), base = 2**(2**-scale).
func bucketOf(v float64, scale int32) int32 {
	fraction, exponent := math.Frexp(v) // v = fraction × 2**exponent, fraction in [½, 1)
	if fraction == 0.5 {                // a power of two is the highest value of its bucket; logarithms are not that exact
		exponent--
		if scale > 0 {
			return int32(exponent)<<scale - 1
		}
	}
	if scale <= 0 {
		return int32(exponent-1) >> -scale
	}
	return int32(exponent)<<scale + int32(math.Ceil(math.Log(fraction)*math.Ldexp(math.Log2E, int(scale)))) - 1
}

// tooFine tells by how many powers of two the buckets must become coarser so that at most size of them hold those in use, and low to
// high.
func (s *spread) tooFine(low, high, size int32) (by int32) {
	if n := int32(len(s.counts)); n > 0 {
		low, high = min(low, s.start), max(high, s.start+n-1)
	}
	// The difference of two buckets may be more than an int32 holds.
	for int64(high)-int64(low) >= int64(size) {
		low, high = low>>1, high>>1
		by++
	}
	return by
}

// tooFineFor is tooFine for the buckets of o, made coarser by that much.
func (s *spread) tooFineFor(o *spread, by, size int32) int32 {
	if len(o.counts) == 0 {
		return 0
	}
	return s.tooFine(o.start>>by, (o.start+int32(len(o.counts))-1)>>by, size)
}

func (s *spread) merge(o *spread, by int32) {
	for i, n := range o.counts {
		if n > 0 {
			s.add((o.start+int32(i))>>by, n)
		}
	}
}

// add counts n values in a bucket, which may lie outside of those in use.
func (s *spread) add(at int32, n uint64) {
	have := int32(len(s.counts))
	switch {
	case have == 0:
		s.start = at
		s.grow(1)
	case at < s.start:
		by := s.start - at
		s.grow(by)
		copy(s.counts[by:], s.counts[:have])
		clear(s.counts[:by])
		s.start = at
	case at >= s.start+have:
		s.grow(at - s.start - have + 1)
	}
	s.counts[at-s.start] += n
}

// grow appends n zeros.
func (s *spread) grow(n int32) {
	have := len(s.counts)
	if need := have + int(n); need <= cap(s.counts) {
		s.counts = s.counts[:need]
		clear(s.counts[have:])
	} else {
		larger := make([]uint64, need, max(need, 2*cap(s.counts), 8))
		copy(larger, s.counts)
		s.counts = larger
	}
}

func (s *spread) coarsen(by int32) {
	if len(s.counts) == 0 {
		return
	}
	first, last := s.start>>by, (s.start+int32(len(s.counts))-1)>>by
	for i, n := range s.counts {
		s.counts[i] = 0
		s.counts[(s.start+int32(i))>>by-first] += n
	}
	s.start, s.counts = first, s.counts[:last-first+1]
}
