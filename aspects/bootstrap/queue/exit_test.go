package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
)

func TestShutdownIsBounded(t *testing.T) {
	e := &exporter{hold: make(chan struct{}), began: make(chan struct{}, 10)}
	q, _ := start(t, e, bounds())
	for i := range 4 {
		q.Span(ended("a", fmt.Sprint(i)))
	}
	<-e.began
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := q.Shutdown(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	<-q.ctx.Done() // and what was being sent is cancelled
}

// failing is an exporter without a collector.
func failing(refused, implied bool) *exporter {
	return &exporter{implied: implied, began: make(chan struct{}, 1000), outcome: func(int) transport.Outcome {
		return transport.Outcome{Kind: transport.Failed, Err: errors.New("no answer"), Unreachable: true, Refused: refused}
	}}
}

// The end of a program does not wait for a collector that never answered; where none listens, that is known at once, and tried.
func TestTheEndWithoutACollector(t *testing.T) {
	for _, refused := range []bool{false, true} {
		e := failing(refused, false)
		q, _ := start(t, e, bounds())
		for i := range 4 {
			q.Span(ended("a", fmt.Sprint(i)))
		}
		<-e.began
		until(q.sender.Hopeless)
		q.Span(ended("a", "later"))
		if err := q.Flush(context.Background()); err != nil || len(e.began) > 0 {
			t.Errorf("refused %v: %v, a flush tried again", refused, err)
		}
		if err := q.Shutdown(context.Background()); err != nil || len(e.began) > 0 != refused {
			t.Errorf("refused %v: %v, %d more exports", refused, err, len(e.began))
		}
	}
}

// Where nothing was configured and nothing listens, one line is all that is said, however much is lost.
func TestSilenceWithoutACollector(t *testing.T) {
	e := failing(true, true)
	q, said := start(t, e, bounds())
	for i := range 1000 {
		q.Span(ended("a", fmt.Sprint(i)))
		if i == 10 {
			<-e.began
			until(q.sender.Silent)
		}
	}
	if err := q.Shutdown(context.Background()); err != nil || q.dropped.Load() == 0 {
		t.Errorf("%v, %d dropped", err, q.dropped.Load())
	}
	if len(said.lines) != 1 || !strings.Contains(said.lines[0], "no program listens") {
		t.Errorf("%q", said.lines)
	}
}

func TestACopyOfTheProcessSendsOnlyItsOwn(t *testing.T) {
	e := &exporter{}
	forks := 0
	q, _ := start(t, e, bounds())
	q.options.Forked = func() { forks++ }
	q.take(context.Background())
	for i := range 3 {
		q.Span(ended("a", fmt.Sprint(i)))
	}
	q.pid = -1
	q.turn <- struct{}{}
	if err := q.Flush(context.Background()); err != nil || forks != 1 || len(e.sent()) > 0 {
		t.Errorf("%v, %d forks, %q", err, forks, e.sent())
	}
	q.Span(ended("a", "own"))
	if err := q.Flush(context.Background()); err != nil || forks != 1 {
		t.Errorf("%v, %d forks", err, forks)
	}
	equal(t, e.sent(), "a:own")
	if records, bytes := q.Held(); records != 0 || bytes != 0 {
		t.Errorf("%d records, %d bytes held", records, bytes)
	}
}

// A record that cannot be written costs nothing but itself.
func TestPanicsLeaveTheQueueWhole(t *testing.T) {
	e := &exporter{}
	q, _ := start(t, e, bounds())
	q.Span(ended("a", "before"))
	func() {
		defer func() { _ = recover() }()
		add(q, scopes["a"], ended("a", "x"), func(b []byte, _ *rt.Record) []byte { panic(string(append(b, "half"...))) })
	}()
	q.Span(ended("a", "after"))
	if err := q.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	equal(t, e.sent(), "a:before after")
	if records, bytes := q.Held(); records != 0 || bytes != 0 {
		t.Errorf("%d records, %d bytes held", records, bytes)
	}
}
