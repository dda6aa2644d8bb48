package rt_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

var scope = rt.NewScope("example.com/hook")

var key = attr.Program("k", -1)

func only(t *testing.T, r *rttest.Recorder) *rt.Record {
	t.Helper()
	ended := r.Ended()
	if len(ended) != 1 {
		t.Fatalf("%d spans", len(ended))
	}
	return ended[0]
}

func TestASpan(t *testing.T) {
	r := rttest.Use(t)
	linked := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}
	before := time.Now()
	ctx, span := scope.Start(context.Background(), rt.Client, "first", key.Int(1))
	if rt.SpanOf(ctx) != span || rt.ContextOf(ctx) != span.Context() || !span.Context().IsSampled() || !span.Recording() {
		t.Errorf("%+v is not what is in its context", span.Context())
	}
	span.Set(key.Int(2), attr.ServerPort.Int(80))
	span.Set(attr.Value{}) // nothing
	span.Rename("second")
	span.Event("event", key.String("v"))
	span.Link(linked, key.Bool(true))
	span.Link(ids.SpanContext{}) // names nothing
	span.SetStatus(rt.OK, "no description")
	span.SetStatus(rt.Failed, "too late")
	if span.End() {
		t.Error("it gave way")
	}
	span.End()
	span.Set(key.Int(3))
	span.Rename("third")

	got := only(t, r)
	if got.Name != "second" || got.Kind != rt.Client || got.Status != rt.OK || got.StatusText != "" || got.Scope != &scope.Scope {
		t.Errorf("%+v", got)
	}
	if got.Start < before.UnixNano() || got.End < got.Start || got.End > time.Now().UnixNano() {
		t.Errorf("from %d to %d", got.Start, got.End)
	}
	if want := map[string]any{"k": int64(2), "server.port": int64(80)}; !reflect.DeepEqual(rttest.Attrs(got.Attrs), want) {
		t.Errorf("attributes %v", rttest.Attrs(got.Attrs))
	}
	if len(got.Events) != 1 || got.Events[0].Name != "event" || rttest.Attrs(got.Events[0].Attrs)["k"] != "v" {
		t.Errorf("events %+v", got.Events)
	}
	if len(got.Links) != 1 || got.Links[0].To != linked || rttest.Attrs(got.Links[0].Attrs)["k"] != true {
		t.Errorf("links %+v", got.Links)
	}
	if span.Recording() || span.Context() != got.Self {
		t.Error("what has ended records, or has lost its ids")
	}
}

func TestParents(t *testing.T) {
	r := rttest.Use(t)
	state, _ := ids.ParseState("a=1")
	remote := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID(), Flags: ids.Sampled | ids.Random, State: state}
	far := rt.WithRemote(context.Background(), remote)
	ctx, child := scope.Start(far, rt.Server, "child")
	_, grandchild := scope.Start(ctx, rt.Internal, "grandchild")
	_, root := scope.StartWith(ctx, rt.Options{Name: "root", NewRoot: true})
	for _, s := range []*rt.Span{root, grandchild, child} {
		s.End()
	}
	all := r.Ended()
	if p := all[2].Parent; p.Span != remote.Span || !p.Remote {
		t.Errorf("the parent is %+v", p)
	}
	if s := all[2].Self; s.Trace != remote.Trace || s.State != state || s.Flags != remote.Flags || s.Remote || s.Span == remote.Span {
		t.Errorf("%+v", s)
	}
	if all[1].Parent != all[2].Self || all[1].Kind != rt.Internal {
		t.Errorf("%+v", all[1])
	}
	if all[0].Parent.IsValid() || all[0].Self.Trace == remote.Trace || all[0].Self.State.String() != "" {
		t.Errorf("%+v", all[0])
	}
	if other := rt.WithSpan(context.Background(), child); rt.SpanOf(other) != child || rt.WithSpan(other, child) != other || rt.WithSpan(other, nil) != other {
		t.Error("a span cannot be put into another context")
	}
}

type ctxKey struct{}

func TestContextsHoldWhatTheyHeld(t *testing.T) {
	rttest.Use(t)
	base, cancel := context.WithCancel(context.WithValue(context.Background(), ctxKey{}, "v"))
	ctx, _ := scope.Start(base, rt.Internal, "x")
	inner, stop := context.WithTimeout(ctx, time.Hour)
	defer stop()
	if ctx.Value(ctxKey{}) != "v" || inner.Value(ctxKey{}) != "v" || ctx.Value("nothing") != nil {
		t.Error("a value is lost")
	}
	cancel()
	<-inner.Done()
	if !errors.Is(ctx.Err(), context.Canceled) || !errors.Is(inner.Err(), context.Canceled) {
		t.Errorf("%v, %v", ctx.Err(), inner.Err())
	}
}

func TestSamplers(t *testing.T) {
	r := rttest.Use(t)
	r.Decide = func(record *rt.Record) rt.Decision {
		switch record.Name {
		case "drop":
			return rt.Drop
		case "record":
			return rt.RecordOnly
		}
		return rt.RecordAndSample
	}
	ctx, dropped := scope.Start(context.Background(), rt.Internal, "drop", key.Int(1))
	if dropped.Recording() || dropped.Context().IsSampled() || !dropped.Context().IsValid() || rt.SpanOf(ctx) != dropped {
		t.Errorf("%+v", dropped.Context())
	}
	_, child := scope.Start(ctx, rt.Internal, "sampled all the same")
	if !child.Context().IsSampled() || child.Context().Trace != dropped.Context().Trace {
		t.Errorf("%+v", child.Context())
	}
	_, recorded := scope.Start(ctx, rt.Internal, "record")
	if !recorded.Recording() || recorded.Context().IsSampled() {
		t.Errorf("%+v", recorded.Context())
	}
	for _, s := range []*rt.Span{recorded, child, dropped} {
		s.Set(key.Int(1))
		s.End()
	}
	if all := r.Ended(); len(all) != 2 || all[1].Parent != dropped.Context() {
		t.Errorf("%+v", all)
	}
}

func TestWithoutASinkIDsPass(t *testing.T) {
	defer rt.SetSink(rt.Traces, rt.SetSink(rt.Traces, nil))
	remote := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID(), Flags: ids.Sampled, Remote: true}
	ctx, span := scope.Start(rt.WithRemote(context.Background(), remote), rt.Server, "x")
	if rt.ContextOf(ctx) != remote || span.Recording() {
		t.Errorf("%+v", rt.ContextOf(ctx))
	}
	span.Set(key.Int(1))
	span.End()
	_, span = scope.Start(context.Background(), rt.Server, "x")
	if span.Context().IsValid() {
		t.Error("ids come from nowhere")
	}
}

func TestNil(t *testing.T) {
	var s *rt.Span
	s.Set(key.Int(1))
	s.Rename("x")
	s.Event("x")
	s.Link(ids.SpanContext{})
	s.SetStatus(rt.OK, "")
	s.Fail(errors.New("x"))
	s.Panicked("x", "")
	if s.Recording() || s.Context().IsValid() || s.End() || s.Foreign() != nil || s.Scope() != nil {
		t.Error("nil is something")
	}
}

func TestLimits(t *testing.T) {
	r := rttest.Use(t)
	rt.SetLimits(rt.Limits{Attributes: 40, Events: 2, Links: 2, EventAttributes: 1, LinkAttributes: 1})
	defer rt.SetLimits(rt.DefaultLimits)
	_, span := scope.Start(context.Background(), rt.Internal, strings.Repeat("ä", 500))
	for i := range 50 {
		span.Set(attr.Program(fmt.Sprint("k", i), -1).Int(i))
	}
	span.Set(attr.Program("k1", -1).Int(100))
	for i := range 3 {
		span.Event(fmt.Sprint("e", i), key.Int(1), attr.ServerPort.Int(2))
		span.Link(ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.SpanID{byte(i + 1)}}, key.Int(1), attr.ServerPort.Int(2))
	}
	span.End()
	got := only(t, r)
	if len(got.Attrs) != 40 || got.DroppedAttrs != 10 || rttest.Attrs(got.Attrs)["k1"] != int64(100) || rttest.Attrs(got.Attrs)["k39"] != int64(39) {
		t.Errorf("%d attributes, %d dropped", len(got.Attrs), got.DroppedAttrs)
	}
	if len(got.Events) != 2 || got.Events[0].Name != "e1" || got.Events[1].Name != "e2" || got.DroppedEvents != 1 ||
		len(got.Events[0].Attrs) != 1 || got.Events[0].Dropped != 1 {
		t.Errorf("events %+v, %d dropped", got.Events, got.DroppedEvents)
	}
	if len(got.Links) != 2 || got.Links[0].To.Span[0] != 2 || got.DroppedLinks != 1 || len(got.Links[0].Attrs) != 1 || got.Links[0].Dropped != 1 {
		t.Errorf("links %+v, %d dropped", got.Links, got.DroppedLinks)
	}
	if len(got.Name) > 255 {
		t.Errorf("a name of %d bytes", len(got.Name))
	}
	rt.SetLimits(rt.Limits{})
	_, span = scope.Start(context.Background(), rt.Internal, "none", key.Int(1))
	span.Event("x")
	span.Link(ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()})
	span.End()
	if got := r.Ended()[1]; len(got.Attrs)+len(got.Events)+len(got.Links) > 0 || got.DroppedAttrs+got.DroppedEvents+got.DroppedLinks != 3 {
		t.Errorf("%+v", got)
	}
	rt.SetLimits(rt.Limits{-1, -1, -1, -1, -1})
	_, span = scope.Start(context.Background(), rt.Internal, "all")
	for i := range 1000 {
		span.Set(attr.Program(fmt.Sprint("k", i), -1).Int(i))
		span.Event("x")
	}
	span.End()
	if got := r.Ended()[2]; len(got.Attrs) != 1000 || len(got.Events) != 1000 {
		t.Errorf("%d attributes, %d events", len(got.Attrs), len(got.Events))
	}
}

type nilError struct{ text string }

func (e *nilError) Error() string { return e.text }

// Texts of errors are not recorded: GOTS_RECORD_ERROR_TEXTS is not set here.
func TestFailures(t *testing.T) {
	r := rttest.Use(t)
	for i, tt := range []struct {
		err        error
		kind, want string
	}{
		{errors.New(`duplicate key "bob@example.com"`), "errors.errorString", ""},
		{fmt.Errorf("login of bob: %w", context.DeadlineExceeded), "fmt.wrapError", "context deadline exceeded"},
		{&net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "net.OpError", "connection refused"},
		{(*nilError)(nil), "github.com/gots-dev/gots/aspects/rt_test.nilError", ""},
	} {
		_, span := scope.Start(context.Background(), rt.Internal, "x")
		span.Fail(tt.err)
		span.End()
		got := r.Ended()[i]
		if got.Status != rt.Failed || got.StatusText != tt.want || rttest.Attrs(got.Attrs)["error.type"] != tt.kind {
			t.Errorf("%T: %q, %v", tt.err, got.StatusText, rttest.Attrs(got.Attrs))
		}
	}
	_, span := scope.Start(context.Background(), rt.Internal, "x")
	span.Fail(nil)
	span.End()
	if got := r.Ended()[4]; got.Status != rt.Unset {
		t.Error("nil is a failure")
	}
}

func TestPanics(t *testing.T) {
	r := rttest.Use(t)
	for i, tt := range []struct {
		value any
		want  string
	}{
		{"bob", "panic"},
		{errors.New("bob"), "panic"},
		{runtimeError(t), "panic: runtime error: index out of range [3] with length 2"},
	} {
		_, span := scope.Start(context.Background(), rt.Internal, "x")
		span.Panicked(tt.value, "the stack"+strings.Repeat("s", 100_000))
		span.End()
		got := r.Ended()[i]
		event := rttest.Attrs(got.Events[0].Attrs)
		if got.StatusText != tt.want || got.Events[0].Name != "exception" || rttest.Attrs(got.Attrs)["error.type"] != event["exception.type"] {
			t.Errorf("%v: %q, %v", tt.value, got.StatusText, event)
		}
		if stack, _ := event["exception.stacktrace"].(string); !strings.HasPrefix(stack, "the stack") || len(stack) > 16_384 {
			t.Errorf("a stack of %d bytes", len(stack))
		}
		if text := fmt.Sprint(event, got.StatusText); strings.Contains(text, "bob") {
			t.Errorf("%s", text)
		}
	}
}

func runtimeError(t *testing.T) (value any) {
	defer func() { value = recover() }()
	list, at := make([]int, 2), 3
	t.Log(list[at])
	return nil
}

// failing is a sink that panics.
type failing struct{ atStart bool }

func (f failing) Start(*rt.Record) rt.Decision {
	if f.atStart {
		panic("start")
	}
	return rt.RecordAndSample
}
func (failing) End(*rt.Record)     { panic("end") }
func (failing) Log(*logrec.Record) { panic("log") }

func TestPanicsOfSinksCostTheSpan(t *testing.T) {
	for _, atStart := range []bool{true, false} {
		before := rt.SetSink(rt.Traces, failing{atStart})
		remote := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}
		_, span := scope.Start(rt.WithRemote(context.Background(), remote), rt.Internal, "x")
		if atStart && (span.Recording() || span.Context().Span != remote.Span) {
			t.Errorf("%+v", span.Context())
		}
		span.End()
		rt.SetSink(rt.Traces, before)
	}
	before := rt.SetSink(rt.Logs, failing{})
	rt.Log(&logrec.Record{})
	rt.SetSink(rt.Logs, before)
	func() {
		defer rt.Recover("test")
		panic(errors.New("in a hook"))
	}()
}

func TestSpansEndInTheSinkThatTheyBeganWith(t *testing.T) {
	first := rttest.Use(t)
	_, span := scope.Start(context.Background(), rt.Internal, "x")
	second := rttest.Use(t)
	span.End()
	if len(first.Ended()) != 1 || len(second.Ended()) != 0 {
		t.Errorf("%d, %d", len(first.Ended()), len(second.Ended()))
	}
}

func TestGivenTimes(t *testing.T) {
	r := rttest.Use(t)
	from, to := time.Unix(100, 1), time.Unix(99, 2)
	_, span := scope.StartWith(context.Background(), rt.Options{Kind: rt.Producer, Name: "x", At: from, Attrs: []attr.Value{key.Int(1)}, Links: []rt.Link{{To: ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}}}})
	span.EventAt(to, "e")
	span.EndAt(to)
	got := only(t, r)
	if got.Start != from.UnixNano() || got.End != to.UnixNano() || got.Events[0].Time != to.UnixNano() || len(got.Links) != 1 || len(got.Attrs) != 1 || got.Kind != rt.Producer {
		t.Errorf("%+v", got)
	}
}

// What changes the clock changes no duration; a start that is ahead of the clock makes none that is negative.
func TestClocks(t *testing.T) {
	r := rttest.Use(t)
	before := time.Now()
	_, span := scope.StartWith(context.Background(), rt.Options{At: before.Add(-time.Hour)})
	span.End()
	_, span = scope.StartWith(context.Background(), rt.Options{At: before.Add(time.Hour)})
	span.End()
	_, span = scope.StartWith(context.Background(), rt.Options{At: before.Add(time.Hour).Round(0)})
	span.End()
	all := r.Ended()
	if d := time.Duration(all[0].End - all[0].Start); d < time.Hour || d > time.Hour+time.Since(before) {
		t.Errorf("it lasted %v", d)
	}
	for _, ahead := range all[1:] {
		if ahead.End != ahead.Start {
			t.Errorf("from %d to %d", ahead.Start, ahead.End)
		}
	}
}

// Spans are used from many goroutines, after their end too; records are used again. Run with -race.
func TestManyGoroutines(t *testing.T) {
	r := rttest.Use(t)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 200 {
				ctx, span := scope.Start(context.Background(), rt.Internal, "outer")
				var inner sync.WaitGroup
				for range 3 {
					inner.Add(1)
					go func() {
						defer inner.Done()
						span.Set(key.Int(g))
						_, child := scope.Start(ctx, rt.Internal, "inner", key.Int(g))
						child.Event("x", key.Int(i))
						child.End()
						child.Set(key.Int(-1))
						span.End()
					}()
				}
				inner.Wait()
			}
		}()
	}
	wg.Wait()
	if got := len(r.Ended()); got != 8*200*4 {
		t.Fatalf("%d spans", got)
	}
	for _, record := range r.Ended() {
		if v := rttest.Attrs(record.Attrs)["k"]; record.Name == "inner" && (v == nil || v == int64(-1) || len(record.Events) != 1) {
			t.Fatalf("%+v", record)
		}
	}
}

func TestGoroutines(t *testing.T) {
	r := rttest.Use(t)
	ctx := rt.WithBaggage(context.Background(), ids.ParseBaggage("a=1"))
	ctx, request := scope.StartRequest(ctx, ctx, t, "GET", "/")
	token := request.Enter()
	if local.Current() == nil {
		t.Fatal("goroutines have no scope")
	}
	_, child := scope.Start(context.Background(), rt.Client, "child")
	if child.Context().Trace != request.Context().Trace || rt.SpanOf(context.Background()) != &request.Span {
		t.Errorf("%+v is not below %+v", child.Context(), request.Context())
	}
	inChild := rt.WithSpan(context.Background(), child)
	if got := rt.BaggageOf(inChild).String() + " " + rt.BaggageOf(context.Background()).String(); got != "a=1 a=1" {
		t.Errorf("baggage %q", got)
	}
	if rt.FromContext(context.Background()) != nil {
		t.Error("the context has a span")
	}
	// A context with a span goes first, and a server's requests do not belong to what started the server.
	far := rt.WithRemote(context.Background(), ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()})
	if rt.ContextOf(far).Trace == request.Context().Trace || rt.BaggageOf(far).String() != "" {
		t.Error("the goroutine goes first")
	}
	_, other := scope.StartRequest(context.Background(), context.Background(), "other", "GET", "/")
	if other.Context().Trace == request.Context().Trace {
		t.Error("a request belongs to what started its server")
	}
	child.End()
	token.Leave()
	if rt.SpanOf(context.Background()) != nil {
		t.Error("the scope has not ended")
	}
	request.End()
	if all := r.Ended(); all[0].Parent != all[1].Self {
		t.Errorf("%+v", all[0])
	}
}

func TestSuppression(t *testing.T) {
	rttest.Use(t)
	if rt.Suppressed(context.Background()) || !rt.Suppressed(rt.Suppress(context.Background())) {
		t.Error("not suppressed, or too much")
	}
	token := local.Enter(&local.Scope{Suppressed: true})
	defer token.Leave()
	ctx, _ := scope.StartWith(context.Background(), rt.Options{NewRoot: true})
	if !rt.Suppressed(context.Background()) || rt.Suppressed(ctx) || !rt.Suppressed(rt.Suppress(ctx)) {
		t.Error("the goroutine's scope counts where the context has no span")
	}
}

// A span that is recorded costs its handle; so does one that is not.
func TestAllocations(t *testing.T) {
	for name, decision := range map[string]rt.Decision{"sampled": rt.RecordAndSample, "dropped": rt.Drop} {
		before := rt.SetSink(rt.Traces, deciding(decision))
		ctx := context.Background()
		n := testing.AllocsPerRun(1000, func() {
			_, span := scope.Start(ctx, rt.Client, "GET", attr.HTTPRequestMethod.String("GET"), attr.ServerPort.Int(80))
			if span.Recording() {
				span.Set(attr.ServerAddress.String("example.com"), attr.URLPath.String("/orders/7"), attr.URLQuery.String("a=b"))
			}
			span.End()
		})
		rt.SetSink(rt.Traces, before)
		if n > 1 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

type deciding rt.Decision

func (d deciding) Start(*rt.Record) rt.Decision { return rt.Decision(d) }
func (deciding) End(*rt.Record)                 {}
func (deciding) Log(*logrec.Record)             {}
