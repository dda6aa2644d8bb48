package queue

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
	"unsafe"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

func config() Config {
	return Config{Spans: 10, Bytes: 1 << 20, Batch: 4, BatchBytes: 1 << 19, Delay: time.Hour, Timeout: time.Hour, ValueLength: 100}
}

// exporter notes what it is given; while hold is there, it waits.
type exporter struct {
	mu      sync.Mutex
	batches [][]string
	hold    chan struct{}
	err     error
	closed  bool
}

func (e *exporter) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	var names []string
	for _, s := range spans {
		names = append(names, s.Name())
	}
	if e.hold != nil {
		select {
		case <-e.hold:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.batches = append(e.batches, names)
	return e.err
}

func (e *exporter) Shutdown(context.Context) error {
	e.closed = true
	return nil
}

func (e *exporter) sent() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return fmt.Sprint(e.batches)
}

func ended(name string, attrs ...attribute.KeyValue) sdktrace.ReadOnlySpan {
	return tracetest.SpanStub{Name: name, SpanContext: sampled(), Attributes: attrs}.Snapshot()
}

func sampled() trace.SpanContext {
	return trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1}, SpanID: trace.SpanID{1}, TraceFlags: trace.FlagsSampled})
}

func quiet(string, ...any) {}

func TestBatches(t *testing.T) {
	e := &exporter{}
	p := New(e, config(), quiet)
	for i := range 4 {
		p.OnEnd(ended(fmt.Sprint(i)))
	}
	p.OnEnd(tracetest.SpanStub{Name: "not sampled"}.Snapshot())
	deadline := time.Now().Add(10 * time.Second)
	for e.sent() != "[[0 1 2 3]]" && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond) // a complete batch goes at once
	}
	for i := range 6 {
		p.OnEnd(ended(fmt.Sprint("later", i)))
	}
	if err := p.ForceFlush(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(e.sent(), "later"); got != 6 {
		t.Errorf("flushed: %s", e.sent())
	}
	p.OnEnd(ended("last"))
	if err := p.Shutdown(context.Background()); err != nil || !e.closed || !strings.HasSuffix(e.sent(), "[last]]") {
		t.Errorf("%v, %s", err, e.sent())
	}
	p.OnEnd(ended("too late"))
	if err := errors.Join(p.ForceFlush(context.Background()), p.Shutdown(context.Background())); err != nil || strings.Contains(e.sent(), "late]") {
		t.Errorf("%v, %s", err, e.sent())
	}
}

func TestDelay(t *testing.T) {
	e := &exporter{}
	c := config()
	c.Delay = time.Millisecond
	p := New(e, c, quiet)
	p.OnEnd(ended("alone"))
	deadline := time.Now().Add(10 * time.Second)
	for e.sent() == "[]" && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	if e.sent() != "[[alone]]" {
		t.Error(e.sent())
	}
	_ = p.Shutdown(context.Background())
}

// While nothing can be sent, what is held stays below both bounds; what is being sent counts.
func TestBounds(t *testing.T) {
	for name, tt := range map[string]struct {
		size, held int
	}{"spans": {10, 10}, "bytes": {90, 5}} {
		e := &exporter{hold: make(chan struct{})}
		var said []string
		c := config()
		c.Bytes = 5*(spanBytes+attributeBytes+94) + 100
		if name == "spans" {
			c.Bytes = 1 << 20
		}
		p := New(e, c, func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) })
		for i := range 100 {
			p.OnEnd(ended(fmt.Sprintf("%03d", i), attribute.String("k", strings.Repeat("x", tt.size))))
		}
		if p.spans != tt.held || p.bytes > c.Bytes || p.dropped != 100-tt.held {
			t.Errorf("%s: %d spans, %d bytes held, %d dropped", name, p.spans, p.bytes, p.dropped)
		}
		close(e.hold)
		if err := p.ForceFlush(context.Background()); err != nil || p.spans != 0 || p.bytes != 0 || p.waitingBytes != 0 {
			t.Errorf("%s: %v, %d spans, %d bytes left", name, err, p.spans, p.bytes)
		}
		p.OnEnd(ended("again"))
		if err := p.Shutdown(context.Background()); err != nil || !strings.Contains(e.sent(), "again") {
			t.Errorf("%s: %v, %s", name, err, e.sent())
		}
		p.report(nil)
		if text := strings.Join(said, "\n"); strings.Count(text, "were dropped") != 1 {
			t.Errorf("%s: %q", name, said)
		}
	}
}

func TestBatchesAreBoundedInBytes(t *testing.T) {
	e := &exporter{}
	c := config()
	c.BatchBytes = 2 * (spanBytes + 3)
	p := New(e, c, quiet)
	p.turn = make(chan struct{}, 1) // nothing goes before the flush
	for i := range 3 {
		p.OnEnd(ended(fmt.Sprintf("%03d", i)))
	}
	p.turn <- struct{}{}
	if err := p.ForceFlush(context.Background()); err != nil || e.sent() != "[[000 001] [002]]" {
		t.Errorf("%v, %s", err, e.sent())
	}
}

func TestShutdownIsInTime(t *testing.T) {
	e := &exporter{hold: make(chan struct{})}
	p := New(e, config(), quiet)
	for i := range 4 {
		p.OnEnd(ended(fmt.Sprint(i)))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if err := p.Shutdown(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	<-p.ctx.Done() // and what was being sent is cancelled
}

type panicking struct{ exporter }

func (*panicking) ExportSpans(context.Context, []sdktrace.ReadOnlySpan) error { panic("not outside") }

func TestPanicsOfExportersStayInside(t *testing.T) {
	p := New(&panicking{}, config(), quiet)
	p.OnEnd(ended("x"))
	if err := p.ForceFlush(context.Background()); err == nil || strings.Contains(err.Error(), "outside") {
		t.Errorf("got %v", err)
	}
}

// A span in the queue keeps nothing else alive: its texts are cut and copied, also those that the SDK does not cut.
func TestSpansAreDetached(t *testing.T) {
	line := strings.Repeat("ä", 500_000)
	part := func(n int) string { return line[1000 : 1000+2*n] }
	state, err := trace.ParseTraceState("a=" + strings.Repeat("b", 50))
	if err != nil {
		t.Fatal(err)
	}
	attrs := []attribute.KeyValue{
		attribute.String(part(3), part(400)), attribute.StringSlice("ss", []string{part(400), part(2)}), attribute.Int("n", 1),
		attribute.IntSlice("ns", []int{1, 2}), attribute.Float64Slice("fs", []float64{1}), attribute.BoolSlice("bs", []bool{true}),
	}
	in := tracetest.SpanStub{
		Name: part(400), SpanContext: sampled().WithTraceState(state), Parent: sampled(), Attributes: attrs,
		Events: []sdktrace.Event{{Name: part(400), Attributes: attrs}}, Links: []sdktrace.Link{{SpanContext: sampled(), Attributes: attrs}},
		Status: sdktrace.Status{Code: codes.Error, Description: part(400)}, DroppedAttributes: 1, DroppedEvents: 2, DroppedLinks: 3, ChildSpanCount: 4,
		StartTime: time.Unix(1, 0), EndTime: time.Unix(2, 0), SpanKind: trace.SpanKindServer,
	}.Snapshot()
	out, bytes := detach(in, 100)
	texts := []string{out.Name(), out.Status().Description, out.Events()[0].Name, out.SpanContext().TraceState().String()}
	for _, list := range [][]attribute.KeyValue{out.Attributes(), out.Events()[0].Attributes, out.Links()[0].Attributes} {
		if len(list) != len(attrs) {
			t.Errorf("%d attributes", len(list))
		}
		for _, kv := range list {
			texts = append(texts, string(kv.Key))
			switch kv.Value.Type() {
			case attribute.STRING:
				texts = append(texts, kv.Value.AsString())
			case attribute.STRINGSLICE:
				texts = append(texts, kv.Value.AsStringSlice()...)
			}
		}
	}
	sum := 0
	from := uintptr(unsafe.Pointer(unsafe.StringData(line)))
	for _, text := range texts {
		sum += len(text)
		if at := uintptr(unsafe.Pointer(unsafe.StringData(text))); at >= from && at < from+uintptr(len(line)) {
			t.Errorf("%.20q is a part of the line", text)
		}
		if len([]rune(text)) > 100 {
			t.Errorf("%.20q has %d characters", text, len([]rune(text)))
		}
	}
	if bytes < sum || bytes > sum+10_000 {
		t.Errorf("%d bytes are counted for texts of %d", bytes, sum)
	}
	same := out.SpanKind() == in.SpanKind() && out.StartTime().Equal(in.StartTime()) && out.EndTime().Equal(in.EndTime()) &&
		out.DroppedAttributes() == 1 && out.DroppedEvents() == 2 && out.DroppedLinks() == 3 && out.ChildSpanCount() == 4 &&
		out.Parent().SpanID() == in.Parent().SpanID() && out.Resource() == in.Resource() && out.Status().Code == codes.Error &&
		out.InstrumentationScope() == in.InstrumentationScope() && out.SpanContext().TraceState().String() == state.String()
	if !same {
		t.Errorf("%+v", out)
	}
}

func TestReadConfig(t *testing.T) {
	var said []string
	env := map[string]string{}
	read := func() Config {
		return ReadConfig(func(name string) string { return env[name] }, func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) })
	}
	if got := read(); got != (Config{2048, 16 << 20, 512, 3 << 20, 5 * time.Second, 30 * time.Second, 16_384}) || len(said) > 0 {
		t.Errorf("%+v, %q", got, said)
	}
	env = map[string]string{
		"OTEL_BSP_MAX_QUEUE_SIZE": "5", "OTEL_BSP_SCHEDULE_DELAY": "0", "OTEL_BSP_EXPORT_TIMEOUT": "7", "GOTS_QUEUE_BYTES": "1000",
		"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT": "-1",
	}
	if got := read(); got != (Config{5, 1000, 5, 3 << 20, 0, 7 * time.Millisecond, -1}) || len(said) > 0 {
		t.Errorf("%+v, %q", got, said)
	}
	env = map[string]string{"OTEL_BSP_MAX_QUEUE_SIZE": "0", "GOTS_QUEUE_BYTES": "16MB"}
	if got := read(); got.Spans != 2048 || got.Bytes != 16<<20 || len(said) != 2 {
		t.Errorf("%+v, %q", got, said)
	}
}
