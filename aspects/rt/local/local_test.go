package local

import (
	"context"
	"runtime"
	"runtime/pprof"
	"slices"
	"testing"
	"unsafe"
)

// These tests run unwoven: aspects/e2e/local has those of woven programs.

func expect(t *testing.T, what string, want *Scope) {
	t.Helper()
	if got := Current(); got != want {
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

func TestNested(t *testing.T) {
	expect(t, "before", nil)
	var request int
	outer, inner := &Scope{Span: 1, Request: unsafe.Pointer(&request)}, &Scope{Span: 2}
	a := Enter(outer)
	expect(t, "outer", outer)
	b := Enter(inner)
	expect(t, "inner", inner)
	if inner.Request != outer.Request {
		t.Error("the request is not inherited")
	}
	wait(func() { wait(func() { wait(func() { expect(t, "three goroutines away", inner) }) }) })
	none := Enter(nil)
	expect(t, "hidden", nil)
	wait(func() { expect(t, "started while hidden", nil) })
	none.Leave()
	expect(t, "inner again", inner)
	b.Leave()
	expect(t, "outer again", outer)
	a.Leave()
	expect(t, "after", nil)
	if get() != nil {
		t.Error("something is left")
	}
}

func TestGoroutineOutlivesScopes(t *testing.T) {
	outer := &Scope{}
	a := Enter(outer)
	b := Enter(&Scope{})
	hidden := Enter(nil)
	step, done := make(chan func()), make(chan struct{})
	start := func() {
		go func() {
			for f := range step {
				f()
				done <- struct{}{}
			}
		}()
	}
	run := func(f func()) { step <- f; <-done }
	start()
	hidden.Leave()
	run(func() { expect(t, "started while hidden", nil) })
	close(step)
	step = make(chan func())
	start()
	b.Leave()
	run(func() { expect(t, "inner ended", outer) })
	a.Leave()
	run(func() { expect(t, "all ended", nil) })
	next := &Scope{}
	run(func() {
		defer Enter(next).Leave()
		expect(t, "a scope of its own", next)
	})
	run(func() { expect(t, "that ended", nil) })
	close(step)
}

func TestEndedElsewhere(t *testing.T) {
	outer, inner := &Scope{}, &Scope{}
	a := Enter(outer)
	b := Enter(inner)
	wait(b.Kill)
	expect(t, "killed", outer)
	wait(b.Kill)
	b.Leave()
	expect(t, "left", outer)
	wait(a.Leave) // a mistake, but one without consequences
	expect(t, "left elsewhere", nil)
	c := Enter(inner)
	expect(t, "entered after a stray", inner)
	c.Leave()
	expect(t, "after a stray", nil)
	set(nil)
}

func TestPanicAndGoexit(t *testing.T) {
	for what, end := range map[string]func(){"panic": func() { panic(1) }, "Goexit": runtime.Goexit} {
		wait(func() {
			defer expect(t, what, nil)
			defer func() { _ = recover() }()
			defer Enter(&Scope{}).Leave()
			end()
		})
	}
}

func TestBind(t *testing.T) {
	if Bind(nil) != nil {
		t.Error("a function made of nil")
	}
	s := &Scope{}
	tok := Enter(s)
	bound := Bind(func() { expect(t, "bound", s) })
	exit := Bind(runtime.Goexit)
	if Bind(nil) != nil {
		t.Error("a function made of nil, in a scope")
	}
	none := Enter(nil)
	wait(func() {
		bound()
		expect(t, "after", nil)
	})
	wait(func() {
		defer expect(t, "after Goexit", nil)
		exit()
	})
	none.Leave()
	late := Bind(func() { expect(t, "bound to a scope that ended", nil) })
	tok.Leave()
	late()
	bound = Bind(func() { expect(t, "bound outside of scopes", s) })
	defer Enter(s).Leave()
	bound()
}

// Unwoven, runtime/pprof replaces the labels of a goroutine: the scope is gone, but nothing is taken for what it is not.
func TestLabelsOfOthers(t *testing.T) {
	defer set(nil)
	pprof.Do(context.Background(), pprof.Labels("k", "v"), func(context.Context) {
		expect(t, "labels only", nil)
		theirs := get()
		s := &Scope{}
		tok := Enter(s)
		expect(t, "with labels", s)
		if n := nodeAt(get()); n == nil || n.user != theirs || n.len != 1 || Shown(get()) != theirs {
			t.Errorf("%+v", n)
		}
		tok.Leave()
		if get() != theirs {
			t.Error("the labels are gone")
		}
	})
	s := &Scope{}
	tok := Enter(s)
	// What woven runtime/pprof does. Labels that the program leaves behind stay, the scope does not.
	theirs := unsafe.Pointer(&labelSet{})
	set(Adopt(theirs))
	expect(t, "labels set in a scope", s)
	wait(func() { expect(t, "inherited with labels", s) })
	tok.Leave()
	expect(t, "left", nil)
	if get() != theirs {
		t.Error("the program's labels are gone")
	}
}

type labeled [2]string

func (l labeled) ProfileLabels() (string, string) { return l[0], l[1] }

func TestIDsAmongLabels(t *testing.T) {
	Labels(true)
	defer Labels(false)
	defer set(nil)
	shown := func() (list []label) {
		s := (*labelSet)(Shown(get()))
		if s == nil {
			return nil
		}
		return unsafe.Slice((*label)(s.list), s.len)
	}
	check := func(what string, want ...label) {
		t.Helper()
		if got := shown(); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	check("nothing")
	a := Enter(&Scope{Span: labeled{"t", "1"}})
	check("outer", label{"span_id", "1"}, label{"trace_id", "t"})
	b := Enter(&Scope{Span: labeled{"t", "2"}})
	check("inner", label{"span_id", "2"}, label{"trace_id", "t"})
	pprof.Do(context.Background(), pprof.Labels("z", "1", "a", "2", "trace_id", "own"), func(context.Context) {
		set(Adopt(get()))                           // get is theirs, unwoven: the scope is gone
		c := Enter(&Scope{Span: labeled{"t", "3"}}) // and comes back
		check("merged", label{"a", "2"}, label{"span_id", "3"}, label{"trace_id", "own"}, label{"z", "1"})
		c.Leave()
		check("left", label{"a", "2"}, label{"trace_id", "own"}, label{"z", "1"})
	})
	b.Leave()
	a.Leave()
	d := Enter(&Scope{Span: labeled{}})
	check("a span without ids")
	d.Leave()
	defer Enter(&Scope{Span: 1}).Leave()
	check("a span that has no labels")
}

func TestOff(t *testing.T) {
	SetMode(Off)
	defer SetMode(Hooks)
	tok := Enter(&Scope{})
	if get() != nil || tok != (Token{}) {
		t.Error("recorded")
	}
	tok.Kill()
	tok.Leave()
	if theirs := unsafe.Pointer(&labelSet{}); Adopt(theirs) != theirs {
		t.Error("adopted")
	}
	SetMode(Hooks)
	tok = Enter(&Scope{})
	ran := 0
	bound := Bind(func() { expect(t, "bound", nil); ran++ })
	SetMode(Off)
	expect(t, "off in a scope", nil)
	bound()
	Bind(func() { ran++ })()
	tok.Leave()
	if get() != nil || ran != 2 {
		t.Error("something is left")
	}
}

func TestForeign(t *testing.T) {
	defer func() { foreign.Store(false); foreigners.report = nil; set(nil) }()
	tok := Enter(&Scope{})
	Foreign("example.com/early")
	var told []string
	OnForeign(func(path string) { told = append(told, path) })
	Foreign("example.com/late")
	if !slices.Equal(told, []string{"example.com/early", "example.com/late"}) {
		t.Error(told)
	}
	expect(t, "foreign", nil)
	if CurrentMode() != Off {
		t.Error(CurrentMode())
	}
	small := unsafe.Pointer(new(byte)) // what cannot be looked at without a fault of checkptr
	set(small)
	tok.Leave()
	if get() != small {
		t.Error("what is foreign was replaced")
	}
}

func TestParseMode(t *testing.T) {
	for value, want := range map[string]Mode{"off": Off, "hooks": Hooks, "full": Full} {
		if m, ok := ParseMode(value); m != want || !ok {
			t.Error(value, m, ok)
		}
	}
	if m, ok := ParseMode("on"); m != Hooks || ok {
		t.Error(m, ok)
	}
}
