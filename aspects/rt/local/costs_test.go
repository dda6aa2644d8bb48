package local

import (
	"runtime"
	"sync"
	"testing"
	"unsafe"
)

func TestCosts(t *testing.T) {
	if size := unsafe.Sizeof(node{}); size != 6*unsafe.Sizeof(uintptr(0)) {
		t.Errorf("a node has %d bytes", size)
	}
	var s Scope
	if n := testing.AllocsPerRun(100, func() { Enter(&s).Leave() }); n != 1 {
		t.Errorf("a scope: %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { Current(); Enter(nil).Leave(); Bind(func() {}) }); n != 0 {
		t.Errorf("no scope: %v allocations", n)
	}
	defer Enter(&s).Leave()
	if n := testing.AllocsPerRun(100, func() { Current() }); n != 0 {
		t.Errorf("looking: %v allocations", n)
	}
}

// A goroutine is started in a scope as it is without: the runtime copies the labels' pointer either way.
func TestStartingAGoroutineCostsNothing(t *testing.T) {
	start := func() float64 {
		done := make(chan struct{})
		f := func() { done <- struct{}{} }
		return testing.AllocsPerRun(1000, func() {
			go f()
			<-done
		})
	}
	outside := start()
	defer Enter(&Scope{}).Leave()
	if inside := start(); inside != outside {
		t.Errorf("%v allocations in a scope, %v without", inside, outside)
	}
}

func TestManyAtATime(t *testing.T) {
	var all sync.WaitGroup
	for i := 0; i < 50; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			for j := 0; j < 100; j++ {
				outer, inner := &Scope{}, &Scope{}
				a := Enter(outer)
				b := Enter(inner)
				all.Add(1)
				go func() {
					defer all.Done()
					if s := Current(); s != nil && s != inner && s != outer {
						t.Error("somebody else's")
					}
					b.Kill()
				}()
				runtime.Gosched()
				b.Leave()
				expect(t, "outer", outer)
				a.Leave()
				expect(t, "none", nil)
			}
		}()
	}
	all.Wait()
}

var found *Scope

func BenchmarkCurrentNone(b *testing.B) {
	for i := 0; i < b.N; i++ {
		found = Current()
	}
}

func BenchmarkCurrent(b *testing.B) {
	defer Enter(&Scope{}).Leave()
	for i := 0; i < b.N; i++ {
		found = Current()
	}
}

func BenchmarkScope(b *testing.B) {
	b.ReportAllocs()
	var s Scope
	for i := 0; i < b.N; i++ {
		Enter(&s).Leave()
	}
}

// BenchmarkGo starts goroutines without a scope and in one, which differs by what a scope costs a go statement.
func BenchmarkGo(b *testing.B) {
	for _, in := range []struct {
		name  string
		scope *Scope
	}{{"none", nil}, {"scope", &Scope{}}} {
		b.Run(in.name, func(b *testing.B) {
			defer Enter(in.scope).Leave()
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
