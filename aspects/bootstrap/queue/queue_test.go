package queue

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

func TestBatches(t *testing.T) {
	e := &exporter{}
	q, _ := start(t, e, bounds())
	sink := &Sink{Queues: []*Queue{q}}
	for i := range 4 {
		sink.End(ended("a", fmt.Sprint(i)))
	}
	sink.End(&rt.Record{Name: "not sampled"})
	until(func() bool { return len(e.sent()) == 1 }) // a complete batch goes at once
	equal(t, e.sent(), "a:0 1 2 3")
	q.take(context.Background()) // nothing goes before the flush
	for i, scope := range []string{"a", "b", "a", "b", "b", "a", "a"} {
		sink.End(ended(scope, fmt.Sprint(i)))
	}
	q.turn <- struct{}{}
	if err := sink.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	until(func() bool { return len(e.sent()) == 3 })
	equal(t, e.sent()[1:], "a:0 2 b:1 3", "b:4 a:5 6")
	sink.End(ended("b", "last"))
	if err := sink.Shutdown(context.Background()); err != nil || !e.closed {
		t.Error(err, e.closed)
	}
	equal(t, e.sent()[3:], "b:last")
	sink.End(ended("a", "too late"))
	if err := errors.Join(sink.Flush(context.Background()), sink.Shutdown(context.Background())); err != nil || len(e.sent()) != 4 {
		t.Errorf("%v, %q", err, e.sent())
	}
	if records, bytes := q.Held(); records != 0 || bytes != 0 || q.open.Load() != 0 || q.openBytes.Load() != 0 {
		t.Errorf("%d records, %d bytes held; %d, %d open", records, bytes, q.open.Load(), q.openBytes.Load())
	}
}

func TestDelay(t *testing.T) {
	for name, change := range map[string]func(*config.Batch){
		"a moment": func(b *config.Batch) { b.Delay = time.Millisecond }, "none": func(b *config.Batch) { b.Delay = 0 },
		"each at once": func(b *config.Batch) { b.Simple = true },
	} {
		e := &exporter{}
		b := bounds()
		change(&b)
		q, _ := start(t, e, b)
		for i := range 3 {
			q.Span(ended("a", "alone"))
			until(func() bool { return len(e.sent()) == i+1 })
		}
		if got := strings.Join(e.sent(), ","); got != "a:alone,a:alone,a:alone" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// While nothing can be sent, what is held stays below both bounds; what is being sent counts.
func TestBounds(t *testing.T) {
	text := attr.Program("k", 1000).String(strings.Repeat("x", 500))
	size := len(otlp.AppendSpan(nil, ended("a", "000", text)))
	for name, tt := range map[string]struct {
		bytes, held int
	}{"records": {1 << 20, 10}, "bytes": {5*size + size/2, 5}} {
		e := &exporter{hold: make(chan struct{}), began: make(chan struct{}, 1000)}
		b := bounds()
		b.Bytes = tt.bytes
		q, said := start(t, e, b)
		for i := range 100 {
			if i == 4 {
				<-e.began
			}
			q.Span(ended("a", fmt.Sprintf("%03d", i), text))
		}
		if records, bytes := q.Held(); records != tt.held || bytes != tt.held*size || q.dropped.Load() != int64(100-tt.held) {
			t.Errorf("%s: %d records, %d bytes held, %d dropped", name, records, bytes, q.dropped.Load())
		}
		close(e.hold)
		if err := q.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
		if records, bytes := q.Held(); records != 0 || bytes != 0 {
			t.Errorf("%s: %d records, %d bytes left", name, records, bytes)
		}
		q.Span(ended("a", "again"))
		if err := q.Shutdown(context.Background()); err != nil || !strings.Contains(strings.Join(e.sent(), ","), "again") {
			t.Errorf("%s: %v, %q", name, err, e.sent())
		}
		if text := strings.Join(said.lines, "\n"); strings.Count(text, "spans were dropped") != 1 || !strings.Contains(text, fmt.Sprint(100-tt.held)) {
			t.Errorf("%s: %q", name, said.lines)
		}
	}
}

func TestBatchesAreBoundedInBytes(t *testing.T) {
	e := &exporter{}
	b := bounds()
	b.SizeBytes = 2 * len(otlp.AppendSpan(nil, ended("a", "000")))
	q, _ := start(t, e, b)
	q.take(context.Background())
	huge := attr.Program("k", 60_000).String(strings.Repeat("x", 50_000))
	for i := range 3 {
		q.Span(ended("a", fmt.Sprintf("%03d", i)))
	}
	q.Span(ended("a", "huge", huge))
	q.Span(ended("b", "004"))
	q.turn <- struct{}{}
	if err := q.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	until(func() bool { return len(e.sent()) == 4 })
	equal(t, e.sent(), "a:000 001", "a:002", "a:huge", "b:004")
}

// Many blocks, and batches that end within them: each record leaves once.
func TestRecordsOfManyBlocks(t *testing.T) {
	e := &exporter{}
	b := config.Batch{Records: 10_000, Bytes: 1 << 30, Size: 77, SizeBytes: 1 << 20, Delay: time.Hour}
	said := &notes{}
	q := New(rt.Traces, b, transport.NewSender(rt.Traces, e, said.say), Options{Resource: func() []byte { return nil }, Say: said.say})
	text := attr.Program("k", 1000).String(strings.Repeat("x", 700))
	var writers sync.WaitGroup
	for w := range 8 {
		writers.Add(1)
		go func() {
			defer writers.Done()
			for i := range 500 {
				q.Span(ended([]string{"a", "b"}[i/3%2], fmt.Sprint(w, "-", i), text))
			}
		}()
	}
	writers.Wait()
	if err := q.Shutdown(context.Background()); err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, request := range e.sent() {
		words := strings.Fields(strings.NewReplacer("a:", "", "b:", "", " -", "-", "- ", "-").Replace(request))
		if len(words) > 77 {
			t.Errorf("%d records in a request", len(words))
		}
		for _, word := range words {
			seen[word]++
		}
	}
	for name, n := range seen {
		if n != 1 {
			t.Errorf("%s was sent %d times", name, n)
		}
	}
	if len(seen) != 4000 || len(said.lines) > 0 {
		t.Errorf("%d records, %q", len(seen), said.lines)
	}
}

func TestTooLargeBatchesAreHalvedOnce(t *testing.T) {
	for limit, want := range map[int][]string{3: {"a:0 1", "b:2 3"}, 2: {"a:0 1", "b:2 3"}, 1: nil} {
		e := &exporter{outcome: func(spans int) transport.Outcome {
			if spans > limit {
				return transport.Outcome{Kind: transport.TooLarge, Err: errors.New("status 413")}
			}
			return transport.Outcome{}
		}}
		q, _ := start(t, e, bounds())
		q.take(context.Background())
		for i, scope := range []string{"a", "a", "b", "b"} {
			q.Span(ended(scope, fmt.Sprint(i)))
		}
		q.turn <- struct{}{}
		if err := q.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
		if records, _ := q.Held(); records != 0 {
			t.Errorf("%d records left", records)
		}
		equal(t, e.sent(), want...)
	}
}

func TestLogRecords(t *testing.T) {
	var got []byte
	e := &logs{func(message [][]byte) { got = bytes.Join(message, nil) }}
	q := New(rt.Logs, bounds(), transport.NewSender(rt.Logs, e, t.Logf), Options{Resource: func() []byte { return nil }, Say: t.Logf})
	sink := &Sink{Queues: []*Queue{q}}
	line := []byte("of a request")
	key := attr.Program("body", 100)
	sink.Log(&logrec.Record{Scope: scopes["a"], Body: key.Bytes(line)})
	clear(line) // the request is over, and its memory used again
	if err := sink.Shutdown(context.Background()); err != nil || !bytes.Contains(got, []byte("of a request")) {
		t.Errorf("%v, %q", err, got)
	}
}

type logs struct{ take func([][]byte) }

func (l *logs) Export(_ context.Context, message [][]byte) transport.Outcome {
	l.take(message)
	return transport.Outcome{}
}
func (*logs) Shown() string { return "logs" }
func (*logs) Implied() bool { return false }
func (*logs) Close()        {}
