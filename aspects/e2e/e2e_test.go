// Package e2e tests the built-in aspects in programs that are woven with them: gots go test. Unwoven, its tests fail.
package e2e

import (
	"context"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

var recorder spanRecorder

// spanRecorder keeps the spans that ended. The SDK's own cannot be emptied in its older versions.
type spanRecorder struct {
	sync.Mutex
	spans []sdktrace.ReadOnlySpan
}

func (r *spanRecorder) OnStart(context.Context, sdktrace.ReadWriteSpan) {}
func (r *spanRecorder) Shutdown(context.Context) error                  { return nil }
func (r *spanRecorder) ForceFlush(context.Context) error                { return nil }

func (r *spanRecorder) OnEnd(s sdktrace.ReadOnlySpan) {
	note(s)
	r.Lock()
	defer r.Unlock()
	r.spans = append(r.spans, s)
}

func (r *spanRecorder) Reset() {
	r.Lock()
	defer r.Unlock()
	r.spans = nil
}

func (r *spanRecorder) Ended() []sdktrace.ReadOnlySpan {
	r.Lock()
	defer r.Unlock()
	return slices.Clone(r.spans)
}

func TestMain(m *testing.M) {
	// What a program does that brings an SDK of its own: the hooks have to follow.
	otel.SetTracerProvider(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(&recorder)))
	otel.SetTextMapPropagator(propagation.TraceContext{})
	code := m.Run()
	if missing, err := unnamed(&emitted, ".."); err != nil || len(missing) > 0 {
		fmt.Fprintln(os.Stderr, strings.Join(missing, "\n"), err)
		code = max(code, 1)
	}
	os.Exit(code)
}

// span is what the tests look at.
type span struct {
	Name   string
	Kind   trace.SpanKind
	Parent string // name of the parent span, "" for a root
	Attrs  map[string]any
	Failed bool
	Events []string
}

// record runs f below a root span of its own and returns the spans of that trace, root excluded, in the order they began.
func record(t *testing.T, want int, f func(ctx context.Context)) []span {
	t.Helper()
	recorder.Reset()
	ctx, root := otel.Tracer("e2e").Start(context.Background(), "root")
	f(ctx)
	root.End()
	// A server's span ends after the client has its answer.
	deadline := time.Now().Add(10 * time.Second)
	for ended(root) < want+1 && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	var spans []sdktrace.ReadOnlySpan
	for _, s := range recorder.Ended() {
		if s.SpanContext().TraceID() == root.SpanContext().TraceID() {
			spans = append(spans, s)
		}
	}
	slices.SortStableFunc(spans, func(a, b sdktrace.ReadOnlySpan) int { return a.StartTime().Compare(b.StartTime()) })
	names := map[trace.SpanID]string{}
	var out []span
	for _, s := range spans {
		names[s.SpanContext().SpanID()] = s.Name()
		if s.SpanContext().SpanID() != root.SpanContext().SpanID() {
			out = append(out, newSpan(s, names[s.Parent().SpanID()]))
		}
	}
	if len(out) != want {
		t.Fatalf("got %d spans, want %d: %+v", len(out), want, out)
	}
	return out
}

func ended(root trace.Span) int {
	n := 0
	for _, s := range recorder.Ended() {
		if s.SpanContext().TraceID() == root.SpanContext().TraceID() {
			n++
		}
	}
	return n
}

func newSpan(s sdktrace.ReadOnlySpan, parent string) span {
	out := span{Name: s.Name(), Kind: s.SpanKind(), Parent: parent, Attrs: map[string]any{}, Failed: s.Status().Code == codes.Error}
	for _, kv := range s.Attributes() {
		out.Attrs[string(kv.Key)] = kv.Value.AsInterface()
	}
	for _, e := range s.Events() {
		out.Events = append(out.Events, e.Name)
	}
	return out
}

// expect compares the attributes that want names; nil says that there must be none.
func expect(t *testing.T, s span, want map[string]any) {
	t.Helper()
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if got := s.Attrs[key]; got != want[key] {
			t.Errorf("%s: %s is %v, want %v", s.Name, key, got, want[key])
		}
	}
}
