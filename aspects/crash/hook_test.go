package crash

import (
	"context"
	"errors"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/crash/test")

func TestTheCurrentSpanEndsAndIsSent(t *testing.T) {
	recorder := rttest.Use(t)
	flushed := 0
	rt.SetFlush(func(ctx context.Context) {
		if _, ok := ctx.Deadline(); ok && len(recorder.Ended()) == 1 {
			flushed++
		}
	})
	_, span := scope.Start(context.Background(), rt.Internal, "work")
	token := rt.Enter(span)
	hook(errors.New("broken"))
	token.Leave()
	all := recorder.Ended()
	if flushed != 1 || len(all) != 1 || all[0].Status != rt.Failed || len(all[0].Events) != 1 || all[0].Events[0].Name != "exception" {
		t.Errorf("%d flushes, %+v", flushed, all)
	}
}

func TestNothingElseEndsTheProgram(t *testing.T) {
	rttest.Use(t)
	rt.SetFlush(func(context.Context) { panic("stays inside") })
	hook(nil) // and without a span
	rt.SetFlush(func(context.Context) {})
}

func TestTheWaitIsBounded(t *testing.T) {
	rttest.Use(t)
	block := make(chan struct{})
	defer close(block)
	rt.SetFlush(func(context.Context) { <-block })
	hook("x") // would never return
}
