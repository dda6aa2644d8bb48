package meter

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// number is a measurement, as a whole number for sums of those, and as a float64.
type number struct {
	i int64
	f float64
}

// cell is a series of a stream. Measurements go to its first shard until some have found it locked; then to one of several.
type cell struct {
	attrs []attr.Value
	first shard
	waits atomic.Int32 // how many measurements have waited for the first shard
	more  atomic.Pointer[[]shard]

	mu   sync.Mutex // held while more is made, and by collections
	dead bool       // guarded by mu
}

// shard is a part of a cell that is locked alone. Two never share a cache line.
type shard struct {
	part
	_ [(128 - unsafe.Sizeof(part{})%128) % 128]byte
}

type part struct {
	mu sync.Mutex
	// dead says that the cell has left its stream: what is recorded here would be lost.
	dead     bool
	count    uint64
	sum      number // or the last value
	min, max float64
	buckets  []uint64
	spread   *exponential
	samples  *samples
}

func newCell(f *form, attrs []attr.Value) *cell {
	c := &cell{attrs: attrs}
	c.first.init(f)
	return c
}

func (s *shard) init(f *form) {
	switch f.form {
	case FormHistogram:
		s.buckets = make([]uint64, len(f.bounds)+1)
	case FormExponential:
		s.spread = newExponential(f.maxScale, f.maxSize)
	}
}

// maxWaits is how many measurements wait before a cell gets more shards. Collections make some wait, too.
const maxWaits = 16

// maxShards bounds the shards that a cell gets when it is in demand.
var maxShards = min(max(runtime.GOMAXPROCS(0)/2, 2), 32)

// lock gives a shard, locked.
func (c *cell) lock(f *form) *shard {
	more := c.more.Load()
	if more == nil {
		// The last value of a gauge is the last one of its only shard.
		if f.form == FormGauge {
			c.first.mu.Lock()
			return &c.first
		}
		if c.first.mu.TryLock() {
			return &c.first
		}
		if c.waits.Add(1) <= maxWaits {
			c.first.mu.Lock()
			return &c.first
		}
		more = c.split(f)
	}
	s := &(*more)[int(whereabouts())%len(*more)]
	s.mu.Lock()
	return s
}

// split makes the other shards.
func (c *cell) split(f *form) *[]shard {
	c.mu.Lock()
	defer c.mu.Unlock()
	if more := c.more.Load(); more != nil {
		return more
	}
	more := make([]shard, maxShards)
	for i := range more {
		more[i].init(f)
		more[i].dead = c.dead
	}
	c.more.Store(&more)
	return &more
}

// whereabouts is a number that goroutines seldom share: where their stack is.
func whereabouts() uint32 {
	var here byte
	const spread = 0x9E3779B97F4A7C15 // 2**64 divided by the golden ratio
	return uint32(uint64(uintptr(unsafe.Pointer(&here))>>8) * spread >> 40)
}

// record adds a measurement; false says that the cell is dead.
func (c *cell) record(f *form, sp *rt.Span, n number, gone []attr.Value) bool {
	s := c.lock(f)
	if s.dead {
		s.mu.Unlock()
		return false
	}
	bucket := s.add(f, n)
	if f.wants(sp) {
		if s.samples == nil {
			s.samples = newSamples(f)
		}
		s.samples.offer(f, bucket, sp, n, gone)
	}
	s.mu.Unlock()
	return true
}

// add gives the bucket of an explicit histogram that the measurement falls into.
func (s *shard) add(f *form, n number) (bucket int) {
	s.count++
	switch f.form {
	case FormGauge:
		s.sum = n
		return 0
	case FormHistogram:
		bucket = bucketAmong(f.bounds, n.f)
		s.buckets[bucket]++
	case FormExponential:
		s.spread.record(n.f)
	}
	s.sum.i += n.i
	s.sum.f += n.f
	if s.count == 1 {
		s.min, s.max = n.f, n.f
	} else {
		s.min, s.max = math.Min(s.min, n.f), math.Max(s.max, n.f)
	}
	return bucket
}

// bucketAmong finds the first bound that is not below v.
func bucketAmong(bounds []float64, v float64) int {
	low, high := 0, len(bounds)
	for low < high {
		middle := (low + high) >> 1
		if v <= bounds[middle] {
			high = middle
		} else {
			low = middle + 1
		}
	}
	return low
}

// reset begins the next interval.
func (s *shard) reset(f *form) {
	s.count, s.sum = 0, number{}
	clear(s.buckets)
	if s.spread != nil {
		s.spread.reset(f.maxScale)
	}
	s.samples.reset()
}
