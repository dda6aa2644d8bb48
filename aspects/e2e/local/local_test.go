package local

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"iter"
	"log"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"sync"
	"testing"
)

func expect(t *testing.T, what string, want any) {
	t.Helper()
	if got := current(); got != want {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// wait runs f on a goroutine of its own and waits for it.
func wait(f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	<-done
}

// worker is a goroutine that runs what it is sent.
type worker chan func()

func startWorker() worker {
	w := make(worker)
	go func() {
		for f := range w {
			f()
		}
	}()
	return w
}

func (w worker) run(f func()) {
	done := make(chan struct{})
	w <- func() {
		defer close(done)
		f()
	}
	<-done
}

func TestInheritance(t *testing.T) {
	expect(t, "before", nil)
	leave, _ := enter(1)
	wait(func() { wait(func() { wait(func() { expect(t, "three levels", 1) }) }) })
	inner, _ := enter(2)
	wait(func() {
		expect(t, "inner", 2)
		own, _ := enter(3)
		wait(func() { expect(t, "a scope of the goroutine's", 3) })
		own()
		expect(t, "inner again", 2)
	})
	inner()
	wait(func() { expect(t, "outer", 1) })
	leave()
	wait(func() { expect(t, "after", nil) })
}

func TestGoroutineOutlivesItsScope(t *testing.T) {
	outer, _ := enter(1)
	inner, _ := enter(2)
	w := startWorker()
	defer close(w)
	w.run(func() { expect(t, "inner", 2) })
	inner()
	w.run(func() { expect(t, "inner ended", 1) })
	outer()
	w.run(func() { expect(t, "outer ended", nil) })
	w.run(func() {
		leave, _ := enter(3)
		defer leave()
		wait(func() { expect(t, "next", 3) })
	})
	w.run(func() { expect(t, "next ended", nil) })
}

func TestScopeEndsElsewhere(t *testing.T) {
	leave, kill := enter(1)
	wait(kill)
	expect(t, "killed", nil)
	again, _ := enter(2)
	expect(t, "entered after that", 2)
	again()
	expect(t, "left", nil)
	leave()
	expect(t, "left, late", nil)
}

// A coroutine has the scope in which it was made.
func TestCoroutine(t *testing.T) {
	leave, _ := enter(1)
	numbers := iter.Seq[int](func(yield func(int) bool) {
		for i := 0; i < 3; i++ {
			expect(t, "in the coroutine", 1)
			own, _ := enter(10 + i)
			next := yield(i)
			expect(t, "back in the coroutine", 10+i)
			own()
			if !next {
				return
			}
		}
	})
	next, stop := iter.Pull(numbers)
	next()
	expect(t, "outside of the coroutine", 1)
	leave()
	other, _ := enter(2)
	next2, stop2 := iter.Pull(iter.Seq[int](func(yield func(int) bool) {
		expect(t, "in the other", 2)
		yield(1)
	}))
	next2()
	expect(t, "outside of both", 2)
	stop()
	stop2()
	other()
}

func TestLockedThread(t *testing.T) {
	leave, _ := enter(1)
	defer leave()
	wait(func() {
		runtime.LockOSThread() // the thread ends with the goroutine
		expect(t, "locked", 1)
		wait(func() { expect(t, "started from there", 1) })
	})
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	wait(func() { expect(t, "started from a locked thread", 1) })
	expect(t, "still", 1)
}

func TestGoexit(t *testing.T) {
	wait(func() {
		defer expect(t, "after", nil)
		leave, _ := enter(1)
		defer leave()
		defer expect(t, "in a deferred call", 1)
		runtime.Goexit()
	})
}

// After a panic that net/http recovers, and one that the handler does, nothing is left on the connection's goroutine.
func TestPanicInHandler(t *testing.T) {
	var seen []any
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen = append(seen, current())
		defer func() {
			if r.URL.Path == "/recover" {
				_ = recover()
			}
			seen = append(seen, current())
		}()
		leave, _ := enter(r.URL.Path)
		defer leave()
		if r.URL.Path != "/" {
			panic(errors.New("handler"))
		}
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	defer server.Close()
	for _, path := range []string{"/", "/recover", "/", "/panic", "/"} {
		if res, err := server.Client().Get(server.URL + path); err == nil {
			res.Body.Close()
		}
	}
	server.Close() // waits for the handlers
	if len(seen) < 10 || slices.ContainsFunc(seen, func(s any) bool { return s != nil }) {
		t.Error(seen)
	}
}

// Goroutines of the runtime do not inherit, whichever scope they were started in.
func TestFinalizersAndCleanups(t *testing.T) {
	found := make(chan any, 2)
	wait(func() {
		leave, _ := enter(1)
		defer leave()
		type object struct{ room [64]byte }
		runtime.SetFinalizer(&object{}, func(*object) { found <- current() })
		runtime.AddCleanup(&object{}, func(int) { found <- current() }, 0)
		runtime.GC()
	})
	for got := 0; got < 2; {
		runtime.GC()
		select {
		case s := <-found:
			got++
			if s != nil {
				t.Errorf("%v", s)
			}
		default:
			runtime.Gosched()
		}
	}
}

// A pool whose workers were started by an earlier request knows nothing of it. Work that is bound has the scope of its request.
func TestWorkerPool(t *testing.T) {
	leave, _ := enter("first")
	workers := [2]worker{startWorker(), startWorker()}
	leave()
	for i := 0; i < 10; i++ {
		leave, _ := enter(i)
		w := workers[i%2]
		w.run(func() { expect(t, "not bound", nil) })
		w.run(bind(func() {
			expect(t, "bound", i)
			wait(func() { expect(t, "started by bound work", i) })
		}))
		w.run(func() { expect(t, "after bound work", nil) })
		late := bind(func() { expect(t, "bound to a request that has ended", nil) })
		leave()
		w.run(late)
	}
	for _, w := range workers {
		close(w)
	}
}

// opener notes the scopes in which database/sql opens connections.
type opener struct {
	sync.Mutex
	seen []any
	slow chan struct{}
}

func (o *opener) Driver() driver.Driver { return nil }
func (o *opener) Connect(context.Context) (driver.Conn, error) {
	o.Lock()
	defer o.Unlock()
	o.seen = append(o.seen, current())
	return nil, driver.ErrBadConn
}

// The goroutine that opens connections is started by the request that makes the DB, and serves all.
func TestConnectionOpener(t *testing.T) {
	o := &opener{}
	leave, _ := enter("first")
	db := sql.OpenDB(o)
	leave()
	db.SetMaxOpenConns(1)
	leave, _ = enter("second")
	if err := db.Ping(); err == nil {
		t.Error("no error")
	}
	leave()
	db.Close()
	if slices.Contains(o.seen, any("first")) || !slices.Contains(o.seen, any("second")) {
		t.Error(o.seen)
	}
}
