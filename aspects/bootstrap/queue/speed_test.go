package queue

import (
	"context"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

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

// BenchmarkSpan encodes the span of a request as the hook of net/http makes it.
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

// A span from its start to the queue costs its handle, which is also its context, and nothing else.
func TestASpanCostsOneAllocation(t *testing.T) {
	e := &exporter{}
	b := bounds()
	b.Records, b.Size, b.Bytes, b.SizeBytes = 1<<30, 1<<30, 1<<40, 1<<40
	q, _ := start(t, e, b)
	before := rt.SetSink(rt.Traces, &Sink{Queues: []*Queue{q}})
	defer rt.SetSink(rt.Traces, before)
	scope := rt.NewScope("example.com/shop")
	ctx := context.Background()
	one := func() {
		_, span := scope.Start(ctx, rt.Client, "GET", attr.HTTPRequestMethod.String("GET"))
		span.Set(attr.URLPath.String("/orders/17"), attr.HTTPResponseStatusCode.Int(200))
		span.End()
	}
	one()
	if n := testing.AllocsPerRun(300, one); n > 1 {
		t.Errorf("%v allocations", n)
	}
}
