package spanfunc

import (
	"context"
	"errors"
	"math"
	"net/http"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

var errPlace = errors.New("place")

// place is what a woven function looks like.
func place(ctx context.Context, end func(context.Context) error) (err error) {
	s := Start(&ctx, "example.com/shop.(*Cart).Place", "", "")
	defer s.End(&err)
	return end(ctx)
}

func only(t *testing.T, r *rttest.Recorder) *rt.Record {
	t.Helper()
	spans := r.Ended()
	if len(spans) != 1 {
		t.Fatalf("%d spans", len(spans))
	}
	return spans[0]
}

func TestCall(t *testing.T) {
	r := rttest.Use(t)
	if err := place(context.Background(), func(ctx context.Context) error {
		if rt.FromContext(ctx) == nil || rt.SpanOf(context.Background()) != rt.FromContext(ctx) {
			t.Error("the span is not current")
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
	s := only(t, r)
	if s.Name != "shop.Cart.Place" || s.Kind != rt.Internal || s.Status != rt.Unset || s.Scope.Name != rt.OwnScopes+"spanfunc" {
		t.Errorf("%+v", s)
	}
	if got := rttest.Attrs(s.Attrs); !reflect.DeepEqual(got, map[string]any{"code.function.name": "example.com/shop.(*Cart).Place"}) {
		t.Error(got)
	}
	if local.Current() != nil {
		t.Error("a scope is left")
	}
}

func TestHowACallEnds(t *testing.T) {
	for what, tt := range map[string]struct {
		end    func(context.Context) error
		panics any
		status rt.Status
		kind   any
	}{
		"error":         {end: func(context.Context) error { return errPlace }, status: rt.Failed, kind: "errors.errorString"},
		"panic":         {end: func(context.Context) error { panic("boom") }, panics: "boom", status: rt.Failed, kind: "panic"},
		"runtime error": {end: func(context.Context) error { return []error{}[len(t.Name())] }, status: rt.Failed, kind: "panic"},
		"recovered": {end: func(ctx context.Context) (err error) {
			defer func() { err = recover().(error) }()
			panic(errPlace)
		}, status: rt.Failed, kind: "errors.errorString"},
		"Goexit": {end: func(context.Context) error { runtime.Goexit(); return nil }},
	} {
		r := rttest.Use(t)
		done := make(chan any)
		go func() {
			var panicked any
			defer func() { done <- panicked }()
			defer func() {
				panicked = recover()
				if local.Current() != nil {
					t.Errorf("%s: a scope is left", what)
				}
			}()
			_ = place(context.Background(), tt.end)
		}()
		if got := <-done; got != tt.panics && what != "runtime error" {
			t.Errorf("%s: panics with %v", what, got)
		}
		s := only(t, r)
		if s.Status != tt.status || rttest.Attrs(s.Attrs)["error.type"] != tt.kind {
			t.Errorf("%s: %+v", what, s)
		}
		if tt.kind == "panic" && (len(s.Events) != 1 || !strings.Contains(rttest.Attrs(s.Events[0].Attrs)["exception.stacktrace"].(string), "spanfunc.place")) {
			t.Errorf("%s: %+v", what, s.Events)
		}
	}
}

// A function that is called while another panics has ended as it has ended.
func TestCallWhileAnotherPanics(t *testing.T) {
	r := rttest.Use(t)
	func() {
		defer func() { _ = recover() }()
		defer func() { _ = place(context.Background(), func(context.Context) error { return nil }) }()
		panic("outer")
	}()
	if s := only(t, r); s.Status != rt.Unset || len(s.Events) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestParents(t *testing.T) {
	r := rttest.Use(t)
	_ = place(context.Background(), func(ctx context.Context) error {
		s := Start(nil, "example.com/shop.helper", "help me", "client")
		defer s.End(nil)
		var none context.Context
		in := Start(&none, "main.run", "", "producer")
		if none != nil {
			t.Error("a context made of nil")
		}
		in.End(nil)
		request, _ := http.NewRequestWithContext(ctx, "GET", "http://x", nil)
		of := StartRequest(request, "main.serve", "", "server")
		of.End(nil)
		of = StartRequest((*http.Request)(nil), "main.none", "", "consumer")
		of.End(nil)
		return nil
	})
	spans := r.Ended()
	var names []string
	byID := map[string]string{}
	for _, s := range spans {
		byID[s.Self.Span.String()] = s.Name
	}
	for _, s := range spans {
		names = append(names, s.Name+" < "+byID[s.Parent.Span.String()])
	}
	want := []string{"main.run < help me", "main.serve < shop.Cart.Place", "main.none < help me", "help me < shop.Cart.Place", "shop.Cart.Place < "}
	if !reflect.DeepEqual(names, want) {
		t.Errorf("%q", names)
	}
	for at, kind := range []rt.Kind{rt.Producer, rt.Server, rt.Consumer, rt.Client, rt.Internal} {
		if spans[at].Kind != kind {
			t.Errorf("%s: %v", spans[at].Name, spans[at].Kind)
		}
	}
}

type (
	id    string
	level int8
	loud  struct{}
)

func (loud) String() string { panic("asked") }

func TestParameters(t *testing.T) {
	r := rttest.Use(t)
	s := Start(nil, "main.run", "", "")
	s.Text("env", "prod")
	for key, value := range map[string]any{
		"order.id": id("o-1"), "level": level(-3), "n": uint16(7), "on": true, "ratio": float32(0.5), "huge": uint64(math.MaxUint64), "password": "hunter2",
		"loud": loud{}, "nil": nil, "pointer": new(int), "error": errPlace, "long": strings.Repeat("x", 1000),
	} {
		s.Parameter(key, "p", value)
	}
	s.Parameter("user", "apiToken", "abc")
	s.End(nil)
	want := map[string]any{
		"code.function.name": "main.run", "env": "prod", "order.id": "o-1", "level": int64(-3), "n": int64(7), "on": true, "ratio": 0.5,
		"password": "REDACTED", "user": "REDACTED", "long": strings.Repeat("x", 255),
	}
	if got := rttest.Attrs(only(t, r).Attrs); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestNothingIsRecorded(t *testing.T) {
	check := func(what string, ctx context.Context, spans int) {
		t.Helper()
		was := ctx
		s := Start(&ctx, "main.run", "", "")
		if spans == 0 && (s.Recording() || was != ctx || local.Current() != nil) {
			t.Errorf("%s: recorded", what)
		}
		s.Text("a", "b")
		s.Parameter("a", "b", 1)
		s.End(nil)
		of := StartRequest((*http.Request)(nil), "main.run", "", "")
		of.End(nil)
	}
	check("off", context.Background(), 0)
	r := rttest.Use(t)
	on.Store(false)
	check("disabled", context.Background(), 0)
	on.Store(true)
	ctx := rt.Suppress(context.Background())
	s := Start(&ctx, "main.run", "", "")
	s.End(nil)
	if n := len(r.Ended()); n != 0 {
		t.Errorf("%d spans", n)
	}
	r.Decide = func(*rt.Record) rt.Decision { panic("sampler") }
	check("a sampler that panics", context.Background(), 1)
	if local.Current() != nil {
		t.Error("a scope is left")
	}
}

func TestCosts(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { _ = place(context.Background(), func(context.Context) error { return nil }) }); n != 0 {
		t.Errorf("off: %v allocations", n)
	}
}

func TestShort(t *testing.T) {
	for full, want := range map[string]string{
		"main.run": "main.run", "example.com/a/shop.(*Cart).Add": "shop.Cart.Add", "example.com/shop.Cart.Len": "shop.Cart.Len", "x.func": "x.func",
	} {
		if got := short(full); got != want {
			t.Errorf("%s: %s", full, got)
		}
	}
}
