package local

import (
	"runtime"
	"testing"
	"weak"
)

// heap is the memory in use after a collection, in bytes.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

type span struct{ room [1024]byte }

// Spans that end on another goroutine than the one that serves a connection, which never leaves their scopes: a stray each, one below the other,
// would be 200 MB.
func TestStraysOnLongLivedGoroutine(t *testing.T) {
	before := heap()
	wait(func() {
		for i := 0; i < 200_000; i++ {
			expect(t, "next request", nil)
			_, kill := enter(&span{})
			wait(kill)
		}
		if after := heap(); after > before+1<<20 {
			t.Errorf("%d bytes, then %d", before, after)
		}
	})
}

// The same where each request leaves a goroutine behind, which starts the next.
func TestGoroutinesThatStartOneAnother(t *testing.T) {
	before := heap()
	done := make(chan struct{})
	var next func(left int)
	next = func(left int) {
		if left == 0 {
			if after := heap(); after > before+1<<20 {
				t.Errorf("%d bytes, then %d", before, after)
			}
			close(done)
			return
		}
		leave, _ := enter(&span{})
		started := make(chan struct{})
		go func() {
			<-started
			next(left - 1)
		}()
		leave()
		close(started)
	}
	go next(200_000)
	<-done
}

func TestManyGoroutines(t *testing.T) {
	leave, _ := enter(1)
	defer leave()
	before := heap()
	for i := 0; i < 1_000_000; i += 100 {
		ends := make(chan struct{}, 100)
		for j := 0; j < 100; j++ {
			go func() { ends <- struct{}{} }()
		}
		for j := 0; j < 100; j++ {
			<-ends
		}
	}
	if after := heap(); after > before+1<<20 {
		t.Errorf("%d bytes, then %d", before, after)
	}
}

// What a request was is garbage when it ends, even if goroutines of it still run.
func TestNothingKeepsARequest(t *testing.T) {
	request := &span{}
	gone := weak.Make(request)
	leave, _ := enter(request)
	request = nil
	w := startWorker()
	defer close(w)
	late := bind(func() {})
	leave()
	for i := 0; gone.Value() != nil; i++ {
		if i == 100 {
			t.Fatal("the request is kept")
		}
		runtime.GC()
	}
	w.run(late)
}
