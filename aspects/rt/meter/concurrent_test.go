package meter

import (
	"sync"
	"testing"
)

func TestConcurrentUse(t *testing.T) {
	fresh(t, Options{Exemplars: AlwaysOn})
	h := NewHistogram(scope(), Desc{Name: "h"}, request.attrs)
	cumulative, delta := NewReader(ReaderOptions{}), NewReader(ReaderOptions{Temporality: Delta, Exponential: true})
	const goroutines, each = 8, 3000
	var deltas uint64
	count := func(m Metric) (n uint64) {
		for _, p := range m.Points {
			n += p.Count
		}
		return n
	}
	var recorders, collectors sync.WaitGroup
	done := make(chan struct{})
	collectors.Add(1)
	go func() {
		defer collectors.Done()
		for ended := false; !ended; {
			select {
			case <-done:
				ended = true
			default:
			}
			deltas += count(collected(delta)["h"])
			collected(cumulative)
		}
	}()
	for g := range goroutines {
		recorders.Add(1)
		go func() {
			defer recorders.Done()
			for i := range each {
				h.Record(nil, request{"GET", (i + g) % 7}, float64(i))
			}
		}()
	}
	recorders.Wait()
	close(done)
	collectors.Wait()
	if n := count(collected(cumulative)["h"]); n != goroutines*each {
		t.Errorf("cumulative: %d of %d", n, goroutines*each)
	}
	if deltas != goroutines*each {
		t.Errorf("deltas add up to %d, want %d", deltas, goroutines*each)
	}
}
