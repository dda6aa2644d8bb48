package meter

import (
	"slices"
	"sync"
	"time"
)

// ReaderOptions say what a reader wants.
type ReaderOptions struct {
	Temporality Temporality
	// Exponential asks for base-2 exponential histograms where no view says otherwise.
	Exponential bool
	// Explicit asks for explicit histograms even where a view wants exponential ones: the reader has no use for those.
	Explicit bool
	// Limit is the most series of an instrument, the one for the overflow among them; 0 is DefaultLimit. Limits has others.
	Limit  int
	Limits Limits
}

// Limits are the most series of instruments by their kinds, of those that are observed and of the others; 0 is the general limit.
type Limits struct{ Measured, Observed [kinds]int }

// of is the limit of an instrument, 0 for none of its own.
func (l *Limits) of(c *core) int {
	if c.observed {
		return l.Observed[c.kind]
	}
	return l.Measured[c.kind]
}

// Reader collects what instruments measure from its making on. Each reader has series of its own.
type Reader struct {
	temporality Temporality
	exponential bool
	explicit    bool
	limit       int
	limits      Limits
	exemplars   Exemplars
	views       []View

	names map[metricName]*stream // the first of each name; guarded by the registry's mutex

	mu    sync.Mutex // one collection at a time
	start int64      // nanoseconds since 1970
	last  int64      // the collection before
	round uint64     // number of this collection
	// Space that collections use again.
	points  []Point
	merged  shard
	samples []sample
}

// NewReader makes a reader, with the options that Configure has set.
func NewReader(o ReaderOptions) *Reader {
	registry.Lock()
	defer unlock()
	r := &Reader{
		temporality: o.Temporality, exponential: o.Exponential, explicit: o.Explicit, limit: o.Limit, limits: o.Limits, exemplars: registry.options.Exemplars,
		views: slices.Clone(registry.options.Views), start: time.Now().UnixNano(),
	}
	if r.limit <= 0 {
		r.limit = DefaultLimit
	}
	r.last = r.start
	registry.readers = append(registry.readers, r)
	attachAll()
	return r
}

// Close has instruments forget the reader.
func (r *Reader) Close() {
	registry.Lock()
	defer unlock()
	registry.readers = slices.DeleteFunc(registry.readers, func(other *Reader) bool { return other == r })
	attachAll()
}

// everything is the view of instruments that no view selects.
var everything = new(View)

// streamsOf gives the streams of an instrument: those that it has, or new ones. The registry is locked.
func (r *Reader) streamsOf(c *core) (streams []*stream) {
	known := false
	for _, s := range *c.streams.Load() {
		if s.reader == r {
			streams, known = append(streams, s), true
		}
	}
	if known {
		return streams
	}
	selected := false
	for i := range r.views {
		if v := &r.views[i]; v.selects(c) {
			selected = true
			if s := newStream(c, r, v); s != nil {
				streams = append(streams, s)
			}
		}
	}
	if !selected {
		streams = append(streams, newStream(c, r, everything))
	}
	for _, s := range streams {
		r.note(s)
	}
	return streams
}

// isDelta says whether points of the instrument count from the last collection on: OTLP exporter, "temporality preference".
func (r *Reader) isDelta(c *core) bool {
	if c.kind != KindCounter && c.kind != KindHistogram {
		return false
	}
	return r.temporality == Delta || r.temporality == LowMemory && !c.observed
}

// aggregation is the one for instruments of this kind.
func (r *Reader) aggregation(c *core) AggregationKind {
	switch {
	case c.kind == KindGauge:
		return LastValueAggregation
	case c.kind != KindHistogram:
		return SumAggregation
	case r.exponential && !c.observed:
		return ExponentialAggregation
	}
	return ExplicitAggregation
}

// Collect shows the state of all series, the metrics of a scope one after another, until visit returns false. Delta points begin again,
// also of metrics that were not visited. While the program has a provider of its own, there is nothing.
func (r *Reader) Collect(visit func(*Metric) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	registry.Lock()
	groups := make([]group, len(registry.groups))
	for i, g := range registry.groups {
		groups[i] = group{g.scope, slices.Clone(g.cores)}
	}
	observers := slices.Clone(registry.observers)
	theirs := registry.provider != nil
	registry.Unlock()
	r.round++
	if !theirs {
		for _, o := range observers {
			o.guarded(&collecting{reader: r, cores: o.cores})
		}
	}
	now := time.Now().UnixNano()
	// The clock may have been set back since: a point may not end before it starts.
	r.start, r.last = min(r.start, now), min(r.last, now)
	more := true
	for _, g := range groups {
		for _, c := range g.cores {
			freed := false
			for _, s := range *c.streams.Load() {
				if s.reader == r {
					more = r.collect(s, now, visit, more)
					// Keys whose series have ended take the place of new ones.
					freed = s.freed() || s.delta && c.crowded() || freed
				}
			}
			if freed {
				c.forget()
			}
		}
	}
	r.last = now
}

// collect shows a stream.
func (r *Reader) collect(s *stream, now int64, visit func(*Metric) bool, more bool) bool {
	c := s.core
	m := Metric{
		Scope: c.scope, Name: s.name, Unit: c.desc.Unit, Text: s.text, Form: s.form.form, Bounds: s.bounds,
		Monotonic: c.kind == KindCounter || c.kind == KindHistogram, Float: c.desc.Float,
	}
	p := Point{Start: r.start, Time: now}
	if s.delta {
		m.Temporality, p.Start = Delta, r.last
	}
	if m.Form == FormGauge {
		m.Monotonic, p.Start = false, 0
	}
	r.points = r.points[:0]
	if c.observed {
		r.seen(s, p)
	} else {
		r.measured(s, p)
	}
	if more && len(r.points) > 0 {
		m.Points = r.points
		return visit(&m)
	}
	return more
}

// next gives space for another point, begun as p, with the memory of an earlier one.
func (r *Reader) next(p Point) *Point {
	if len(r.points) < cap(r.points) {
		r.points = r.points[:len(r.points)+1]
		old := &r.points[len(r.points)-1]
		p.Buckets, p.Exemplars = old.Buckets[:0], old.Exemplars[:0]
		p.Positive.Counts, p.Negative.Counts = old.Positive.Counts[:0], old.Negative.Counts[:0]
		*old = p
	} else {
		r.points = append(r.points, p)
	}
	return &r.points[len(r.points)-1]
}
