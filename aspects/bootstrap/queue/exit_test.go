package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
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

func TestTakingASpanAllocatesNothing(t *testing.T) {
	e := &exporter{}
	b := bounds()
	b.Records, b.Size, b.Bytes, b.SizeBytes = 1<<30, 1<<30, 1<<40, 1<<40
	q, _ := start(t, e, b)
	sink := &Sink{Queues: []*Queue{q}}
	r := ended("a", "GET /orders/{id}", attr.URLPath.String("/orders/17"), attr.HTTPResponseStatusCode.Int(200))
	// A block of 64 KiB holds more than 500 of them.
	if n := testing.AllocsPerRun(400, func() { sink.End(r) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// benchRecord is the span of a request as the hook of net/http makes it.
func BenchmarkSpan(b *testing.B) {
	e := &exporter{}
	limits := bounds()
	limits.Records, limits.Size, limits.Bytes = 1<<40, 1<<40, 1<<50
	limits.SizeBytes = 1 << 50
	q := New(rt.Traces, limits, transport.NewSender(rt.Traces, e, b.Logf), Options{Resource: func() []byte { return nil }, Say: b.Logf})
	r := ended("a", "GET /orders/{id}",
		attr.HTTPRequestMethod.String("GET"), attr.URLPath.String("/orders/17"), attr.URLScheme.String("http"), attr.ServerAddress.String("localhost"),
		attr.ServerPort.Int(80), attr.ClientAddress.String("127.0.0.1"), attr.NetworkPeerPort.Int(1234), attr.UserAgentOriginal.String("wrk"),
		attr.NetworkProtocolVersion.String("1.1"), attr.HTTPRoute.String("/orders/{id}"), attr.HTTPResponseStatusCode.Int(200))
	b.ReportAllocs()
	for i := range b.N {
		q.Span(r)
		if i%1000 == 0 {
			q.gather()
			q.done(q.backlog.take(1<<30, 1<<40))
		}
	}
}
