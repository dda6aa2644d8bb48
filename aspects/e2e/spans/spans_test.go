package spans

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"runtime"
	"testing"

	"github.com/gots-dev/gots/aspects/e2e/spans/internal/store"
)

// tree gives the spans as `name < parent`, with `!` behind one that failed.
func tree(spans []span) (out []string) {
	for _, s := range spans {
		failed := ""
		if s.status == 2 {
			failed = "!"
		}
		out = append(out, fmt.Sprintf("%s%s < %s", s.name, failed, s.parent))
	}
	return out
}

func check(t *testing.T, ended func() []span, want ...string) {
	t.Helper()
	spans := ended()
	write(t, spans)
	if got := tree(spans); !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNestedCalls(t *testing.T) {
	ended := record(t)
	plain()
	check(t, ended, "help out < spans.plain", "spans.plain < ")
	spans := ended()
	if spans[0].kind != 3 || spans[1].kind != 1 {
		t.Errorf("%+v", spans)
	}
	const path = "github.com/gots-dev/gots/aspects/e2e/spans."
	if got := spans[1].attrs; !reflect.DeepEqual(got, map[string]any{"code.function.name": path + "plain"}) {
		t.Errorf("%v", got)
	}
}

func TestMethodWithAll(t *testing.T) {
	ended := record(t)
	c := &cart{}
	if n, err := c.place(context.Background(), "o-1", 2, "hunter2"); n != 2 || err != nil {
		t.Error(n, err)
	}
	if n, err := c.place(nil, "o-2", -1, ""); n != 0 || err != errOrder { //nolint: the context is not looked at
		t.Error(n, err)
	}
	check(t, ended, "spans.errOf < spans.cart.place", "spans.cart.place < ", "spans.cart.place! < ")
	want := map[string]any{
		"code.function.name": "github.com/gots-dev/gots/aspects/e2e/spans.(*cart).place",
		"order.id":           "o-1", "n": int64(2), "tier": "gold", "note": "two words", "secret": "REDACTED",
	}
	if got := ended()[1].attrs; !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
	if got := ended()[2].attrs["error.type"]; got != "errors.errorString" {
		t.Errorf("%v", got)
	}
}

func TestUnnamedAndShadowed(t *testing.T) {
	ended := record(t)
	if n, err := (cart{}).unnamed(context.Background()); n != 1 || err != errOrder {
		t.Error(n, err)
	}
	if got := taken("a", "b"); got != "ab" {
		t.Error(got)
	}
	if n := loops(true); n != 3 {
		t.Error(n)
	}
	check(t, ended, "help out < spans.plain", "spans.plain < spans.cart.unnamed", "spans.cart.unnamed! < ", "spans.taken < ", "spans.loops < ")
	if got := ended()[3].attrs["gotsspan"]; got != "a" {
		t.Errorf("%v", got)
	}
}

func TestGenerics(t *testing.T) {
	ended := record(t)
	err := list[int]{1, 2}.each(context.Background(), func(ctx context.Context, n int) error {
		if m := most(n, 5); m != 5 {
			t.Error(m)
		}
		return errOf(ctx, nil)
	})
	if err != nil || most(1.5) != 1.5 || variadic("a", "b") != 2 {
		t.Error(err)
	}
	check(t, ended, "spans.most < spans.list.each", "spans.errOf < spans.list.each", "spans.most < spans.list.each", "spans.errOf < spans.list.each",
		"spans.list.each < ", "spans.most < ", "spans.variadic < ")
	spans := ended()
	if spans[0].attrs["first"] != int64(1) || spans[5].attrs["first"] != 1.5 {
		t.Errorf("%+v", spans)
	}
	if _, ok := spans[6].attrs["rest"]; ok {
		t.Error("a list became an attribute")
	}
}

// The request's own context stays: below it are spans of what goes by it, and none of this function's.
func TestRequest(t *testing.T) {
	ended := record(t)
	r, _ := http.NewRequest("GET", "http://x", nil)
	before := r.Context()
	serve(nil, r)
	if r.Context() != before {
		t.Error("the request has another context")
	}
	check(t, ended, "help out < spans.plain", "spans.plain < spans.serve", "spans.errOf < spans.serve", "spans.serve < ")
}

func TestEndsOfCalls(t *testing.T) {
	ended := record(t)
	func() {
		defer func() {
			if _, ok := recover().(runtime.Error); !ok {
				t.Error("the panic is not the program's")
			}
		}()
		_ = panics(context.Background())
	}()
	if err := recovers(); err != errOrder {
		t.Error(err)
	}
	if err := wrapped(); err != nil {
		t.Error(err)
	}
	check(t, ended, "spans.panics! < ", "spans.recovers! < ", "spans.wrapped < ")
	spans := ended()
	if spans[0].attrs["error.type"] != "panic" || spans[1].attrs["error.type"] != "errors.errorString" {
		t.Errorf("%+v", spans)
	}
}

func TestLiteralAndGoroutine(t *testing.T) {
	ended := record(t)
	done := make(chan struct{})
	func() {
		//gots:span name:outer
		f := func() {
			go func() {
				defer close(done)
				if literals() != 3 {
					t.Error("a result")
				}
			}()
			<-done
		}
		f()
	}()
	check(t, ended, "help out < spans.plain", "spans.plain < literal", "literal < outer", "outer < ")
}

func TestPatterns(t *testing.T) {
	ended := record(t)
	s := store.Open()
	if err := s.Put(context.Background(), 1); err != nil {
		t.Error(err)
	}
	if err := s.Put(context.Background(), 2); err != store.ErrFull {
		t.Error(err)
	}
	store.Close()
	if n := s.Len(); n != 1 {
		t.Error(n)
	}
	check(t, ended, "store.Open < ", "add one < store.Store.Put", "store.Store.Put < ", "store.Store.Put! < ")
}

func TestCommentsOfOtherTools(t *testing.T) {
	ended := record(t)
	if err := ofOrchestrion(context.Background()); err != errOrder {
		t.Error(err)
	}
	ofBoth()
	check(t, ended, "help out < spans.plain", "spans.plain < spans.ofOtelc", "spans.ofOtelc! < custom.operation", "custom.operation! < ", "spans.ofBoth < ")
	spans := ended()
	if spans[2].kind != 3 || spans[2].attrs["tag"] != "two words" || spans[3].kind != 1 || spans[3].attrs["kind"] != "test" || spans[3].attrs["span.name"] != nil {
		t.Errorf("%+v", spans)
	}
}
