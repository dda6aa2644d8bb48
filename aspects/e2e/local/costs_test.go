package local

import (
	"sync"
	"testing"
)

// BenchmarkGo starts goroutines in a program: plain with go test, woven with gots go test. In a scope it means something woven only.
//
// Compared are none of both programs, and none and scope of the woven one (docs/adr/0040-the-goroutines-context-in-its-labels.md).
func BenchmarkGo(b *testing.B) {
	for _, in := range []string{"none", "scope"} {
		b.Run(in, func(b *testing.B) {
			if in == "scope" {
				leave, _ := enter("benchmark")
				defer leave()
				if got := current(); got != "benchmark" && got != "unwoven" {
					b.Fatalf("in %v", got)
				}
			}
			b.ReportAllocs()
			var done sync.WaitGroup
			f := func() { done.Done() }
			for n := b.N; n > 0; n -= batch {
				done.Add(min(n, batch))
				for i := min(n, batch); i > 0; i-- {
					go f()
				}
				done.Wait()
			}
		})
	}
}

// batch is how many goroutines there are at a time: few, so that those that end are used again.
const batch = 100
