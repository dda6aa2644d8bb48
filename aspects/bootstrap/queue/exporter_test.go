package queue

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

func bounds() config.Batch {
	return config.Batch{Records: 10, Bytes: 1 << 20, Size: 4, SizeBytes: 1 << 19, Delay: time.Hour, Timeout: time.Hour}
}

// exporter notes the names of the spans that it is given, by scope. While hold is there, it waits.
type exporter struct {
	mu       sync.Mutex
	requests []string
	began    chan struct{} // gets a token when an export begins
	hold     chan struct{}
	outcome  func(spans int) transport.Outcome
	implied  bool
	closed   bool
}

func (e *exporter) Export(ctx context.Context, message [][]byte) transport.Outcome {
	text, err := otlp.JSON(rt.Traces, bytes.Join(message, nil))
	if err != nil {
		panic(err)
	}
	if e.began != nil {
		e.began <- struct{}{}
	}
	if e.hold != nil {
		select {
		case <-e.hold:
		case <-ctx.Done():
			return transport.Outcome{Kind: transport.Failed, Err: ctx.Err()}
		}
	}
	shown, spans := show(text)
	if e.outcome != nil {
		if out := e.outcome(spans); out.Kind != transport.Sent {
			return out
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.requests = append(e.requests, shown)
	return transport.Outcome{}
}

func (e *exporter) Shown() string { return fmt.Sprintf("%p", e) }
func (e *exporter) Implied() bool { return e.implied }
func (e *exporter) Close()        { e.closed = true }

// sent gives the requests, each as "scope:span span scope:span".
func (e *exporter) sent() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.requests)
}

func show(text []byte) (shown string, spans int) {
	var request struct {
		ResourceSpans []struct {
			ScopeSpans []struct {
				Scope struct{ Name string }
				Spans []struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal(text, &request); err != nil {
		panic(err)
	}
	var words []string
	for _, resource := range request.ResourceSpans {
		for _, scope := range resource.ScopeSpans {
			for i, span := range scope.Spans {
				name := span.Name
				if i == 0 {
					name = scope.Scope.Name + ":" + name
				}
				words = append(words, name)
				spans++
			}
		}
	}
	return strings.Join(words, " "), spans
}

type notes struct {
	sync.Mutex
	lines []string
}

func (n *notes) say(format string, args ...any) {
	n.Lock()
	defer n.Unlock()
	n.lines = append(n.lines, fmt.Sprintf(format, args...))
}

// start makes a queue with one shard, so that records keep their order.
func start(t *testing.T, e *exporter, b config.Batch) (*Queue, *notes) {
	t.Helper()
	said := &notes{}
	q := New(rt.Traces, b, transport.NewSender(rt.Traces, e, said.say), Options{Resource: func() []byte { return nil }, Say: said.say})
	q.shards = q.shards[:1]
	t.Cleanup(func() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		_ = q.Shutdown(ctx)
	})
	return q, said
}

var scopes = map[string]*attr.Scope{"a": {Name: "a"}, "b": {Name: "b"}}

func ended(scope, name string, attrs ...attr.Value) *rt.Record {
	return &rt.Record{
		Scope: scopes[scope], Name: name, Kind: rt.Server, Self: ids.SpanContext{Trace: ids.TraceID{1}, Span: ids.SpanID{1}, Flags: ids.Sampled},
		Start: 1, End: 2, Attrs: attrs,
	}
}

// until waits for what must come; go test ends a test for which it does not.
func until(ready func() bool) {
	for !ready() {
		time.Sleep(time.Millisecond)
	}
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
