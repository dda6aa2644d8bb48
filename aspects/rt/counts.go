package rt

import (
	"sync/atomic"
	"unsafe"
)

// Origin says where the parent of a span is.
type Origin uint8

// The origins, in the order of SpanCounts.
const (
	NoParent Origin = iota
	LocalParent
	RemoteParent
	origins
)

const decisions = RecordAndSample + 1

// SpanCounts says how many spans have begun, by origin and decision, and how many of those that are recorded have not ended. Spans of a
// program's provider are not counted.
type SpanCounts struct {
	Started [origins][decisions]int64
	Live    [decisions]int64
}

// tally is a part of the counts. Goroutines add to several, so that they do not wait for each other's cache line.
type tally struct {
	started [origins][decisions]atomic.Int64
	live    [decisions]atomic.Int64
	logs    atomic.Int64
	_       [24]byte // two cache lines in all
}

var tallies [8]tally

// ownTally is that of the goroutine: found by where its stack is.
func ownTally() *tally {
	var here byte
	const spread = 0x9E3779B97F4A7C15 // 2**64 divided by the golden ratio
	return &tallies[uint64(uintptr(unsafe.Pointer(&here))>>8)*spread>>61]
}

// count counts a span that begins, if metrics are on; the record remembers to count its end.
func (r *Record) count(d Decision) {
	if !On(Metrics) || r.Foreign != nil || d >= decisions {
		return
	}
	origin := NoParent
	if r.Parent.IsValid() {
		origin = LocalParent
		if r.Parent.Remote {
			origin = RemoteParent
		}
	}
	t := ownTally()
	t.started[origin][d].Add(1)
	if d != Drop {
		r.counted = d
		t.live[d].Add(1)
	}
}

// uncount counts the end of a span.
func (r *Record) uncount() {
	if r.counted != Drop {
		ownTally().live[r.counted].Add(-1)
		r.counted = Drop
	}
}

// CountSpans gives the counts since metrics were switched on.
func CountSpans() (c SpanCounts) {
	for i := range tallies {
		for o := range c.Started {
			for d := range c.Started[o] {
				c.Started[o][d] += tallies[i].started[o][d].Load()
			}
		}
		for d := range c.Live {
			c.Live[d] += tallies[i].live[d].Load()
		}
	}
	return c
}

// CountLogs says how many log records have been made since metrics were switched on.
func CountLogs() (n int64) {
	for i := range tallies {
		n += tallies[i].logs.Load()
	}
	return n
}
