package meter

import "math"

// measured appends the points of a stream's series.
func (r *Reader) measured(s *stream, p Point) {
	s.mu.Lock()
	defer s.mu.Unlock()
	kept := s.order[:0]
	for _, c := range s.order {
		if r.point(s, c, p) {
			kept = append(kept, c)
		} else {
			delete(s.cells, string(appendID(nil, c.attrs)))
		}
	}
	clear(s.order[len(kept):])
	s.order = kept
	if s.overflow != nil && !r.point(s, s.overflow, p) {
		s.overflow = nil
	}
}

// freed says whether the stream has room again after it had none.
func (s *stream) freed() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.order) < s.limit-1 && s.full.Swap(false)
}

// point appends the point of a series. A series of delta points in which nothing has happened ends: then the result is false.
func (r *Reader) point(s *stream, c *cell, p Point) (alive bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	total := &r.merged
	total.begin(&s.form)
	r.samples = r.samples[:0]
	// A measurement that comes meanwhile must find the series alive, or dead, to look for another: all shards are locked at once.
	c.each(func(part *shard) { part.mu.Lock() })
	c.each(func(part *shard) { r.merge(s, part) })
	ends := s.delta && total.count == 0
	c.each(func(part *shard) {
		part.dead = ends
		part.mu.Unlock()
	})
	if c.dead = ends; ends || total.count == 0 {
		return !ends
	}
	out := r.next(p)
	out.Attrs = c.attrs
	total.write(s, out)
	for i := range r.samples {
		if sample := &r.samples[i]; sample.at != 0 {
			out.Exemplars = append(out.Exemplars, Exemplar{
				Time: min(sample.at, p.Time), Int: sample.n.i, Float: sample.n.f, Trace: sample.trace, Span: sample.span, Filtered: sample.gone,
			})
		}
	}
	return true
}

// each calls f with all shards; c.mu is held.
func (c *cell) each(f func(*shard)) {
	f(&c.first)
	if more := c.more.Load(); more != nil {
		for i := range *more {
			f(&(*more)[i])
		}
	}
}

// begin makes the space for a sum of shards empty.
func (s *shard) begin(f *form) {
	s.count, s.sum, s.min, s.max = 0, number{}, math.Inf(1), math.Inf(-1)
	switch f.form {
	case FormHistogram:
		s.buckets = zeros(s.buckets, len(f.bounds)+1)
	case FormExponential:
		if s.spread == nil {
			s.spread = new(exponential)
		}
		s.spread.maxSize = f.maxSize
		s.spread.reset(f.maxScale)
	}
}

// zeros gives n zeros, in the memory of list if that is enough.
func zeros(list []uint64, n int) []uint64 {
	if cap(list) < n {
		return make([]uint64, n)
	}
	list = list[:n]
	clear(list)
	return list
}

// merge adds a part of a series to the sum and begins its next interval.
func (r *Reader) merge(s *stream, part *shard) {
	total := &r.merged
	if part.count > 0 {
		total.count += part.count
		total.sum.i += part.sum.i
		total.sum.f += part.sum.f
		total.min, total.max = math.Min(total.min, part.min), math.Max(total.max, part.max)
		switch s.form.form {
		case FormHistogram:
			for i, n := range part.buckets {
				total.buckets[i] += n
			}
		case FormExponential:
			total.spread.merge(part.spread)
		}
	}
	r.samples = part.samples.collect(r.samples)
	if s.delta {
		part.reset(&s.form)
	} else {
		part.samples.next()
	}
}

// write makes the point.
func (s *shard) write(of *stream, p *Point) {
	p.Int, p.Float = s.sum.i, s.sum.f
	form := of.form.form
	if form != FormHistogram && form != FormExponential {
		return
	}
	p.Count = s.count
	// Of what goes up and down, a sum says nothing (metrics SDK, "Histogram Aggregations").
	p.HasSum = of.core.kind == KindHistogram || of.core.kind == KindCounter
	if p.HasSum {
		p.Sum = s.sum.f
	}
	if p.HasMinMax = !of.noMinMax; p.HasMinMax {
		p.Min, p.Max = s.min, s.max
	}
	if form == FormHistogram {
		p.Buckets = append(p.Buckets[:0], s.buckets...)
		return
	}
	p.Scale, p.Zero = s.spread.scale, s.spread.zero
	p.Positive.copy(&s.spread.positive)
	p.Negative.copy(&s.spread.negative)
}

func (b *Buckets) copy(s *spread) {
	b.Offset, b.Counts = s.start, append(b.Counts[:0], s.counts...)
	if len(s.counts) == 0 {
		b.Offset = 0
	}
}

// seen appends the points of what was observed in this collection, and forgets what was not.
func (r *Reader) seen(s *stream, p Point) {
	kept := s.sequence[:0]
	for _, o := range s.sequence {
		if o.round != r.round {
			delete(s.observed, string(appendID(nil, o.attrs)))
			continue
		}
		kept = append(kept, o)
		out := r.next(p)
		out.Attrs = o.attrs
		o.write(s, out)
		o.last = o.now
		o.before = append(o.before[:0], o.counts...)
	}
	clear(s.sequence[len(kept):])
	s.sequence = kept
}

// write makes the point: for delta points, what has been added since the last collection.
func (o *observation) write(s *stream, p *Point) {
	p.Int, p.Float = o.now.i, o.now.f
	again := false // what is observed began again at 0
	if s.delta {
		again = o.now.f < o.last.f
		if !again {
			p.Int, p.Float = o.now.i-o.last.i, o.now.f-o.last.f
		}
	}
	if s.core.kind != KindHistogram {
		return
	}
	p.Sum, p.HasSum = p.Float, true
	p.Buckets = append(p.Buckets[:0], o.counts...)
	for i := range p.Buckets {
		if s.delta && !again && i < len(o.before) {
			p.Buckets[i] -= min(o.before[i], p.Buckets[i])
		}
		p.Count += p.Buckets[i]
	}
}
