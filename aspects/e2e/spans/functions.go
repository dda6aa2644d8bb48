package spans

import (
	"context"
	"errors"
	"net/http"
)

var errOrder = errors.New("no such order")

type (
	orderID     string
	cart        struct{ next *cart }
	list[T any] []T
)

//gots:span
func plain() { helper() }

//gots:span name:"help out" kind:client
func helper() {}

//gots:span order.id:$id n tier:gold note:"two words" secret
func (c *cart) place(ctx context.Context, id orderID, n int, secret string) (placed int, err error) {
	if n < 0 {
		return 0, errOrder
	}
	// A name of an outer scope, declared again.
	{
		err, ctx := error(nil), ctx
		return n, errOf(ctx, err)
	}
}

//gots:span
func errOf(_ context.Context, err error) error { return err }

//gots:span
func (cart) unnamed(context.Context, ...int) (int, error) { plain(); return 1, errOrder }

//gots:span
func (l list[T]) each(ctx context.Context, f func(context.Context, T) error) error {
	for _, v := range l {
		if err := f(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

//gots:span first
func most[N int | float64](first N, more ...N) (largest N) {
	largest = first
	for _, n := range more {
		largest = max(largest, n)
	}
	return largest
}

//gots:span rest
func variadic(rest ...string) int { return len(rest) }

//gots:span
func serve(w http.ResponseWriter, r *http.Request) { plain(); errOf(r.Context(), nil) }

// The names that the woven code would choose are taken.
//
//gots:span gotsspan
func taken(gotsspan, gotsspanfunc string) (spanfunc string) { return gotsspan + gotsspanfunc }

//gots:span
func panics(ctx context.Context) error {
	var c *cart
	c = c.next
	return nil
}

//gots:span
func recovers() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errOrder
		}
	}()
	panic("inside")
}

//gots:span
func wrapped() (err error) {
	defer func() {
		if err != nil {
			err = nil
		}
	}()
	return errOrder
}

func literals() int {
	//gots:span name:literal
	f := func(n int) int { plain(); return n }
	return f(3)
}

//gots:span
func loops(again bool) int {
	n := 0
begin:
	n++
	if again && n < 3 {
		goto begin
	}
	return n
}

// Comments of other tools.

//dd:span span.name:custom.operation kind:test
func ofOrchestrion(ctx context.Context) error { return ofOtelc(ctx, errOrder) }

//otelc:span span.kind:client tag:"two words"
func ofOtelc(_ context.Context, err error) error { plain(); return err }

//dd:span span.name:not-this
//gots:span
func ofBoth() {}
