package bridge

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// early is as package-level variables of programs are: taken before any provider is set, and before the bridge's init if that comes later.
var early = otel.Tracer("early", trace.WithInstrumentationVersion("1.2"), trace.WithSchemaURL("https://example.com/schema"))

var hooks = rt.NewScope(rt.OwnScopes + "bridge/trace/test")

func TestSpansOfTheAPIAreTheCores(t *testing.T) {
	recorder := rttest.Use(t)
	linked := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1}, SpanID: trace.SpanID{2}, TraceFlags: trace.FlagsSampled})
	began, happened, ended := time.Unix(100, 1), time.Unix(101, 2), time.Unix(102, 3)
	ctx, span := early.Start(context.Background(), "first", trace.WithSpanKind(trace.SpanKindConsumer), trace.WithTimestamp(began),
		trace.WithAttributes(attribute.Int("a", 1), attribute.String("b", "\xff")),
		trace.WithLinks(trace.Link{SpanContext: linked, Attributes: []attribute.KeyValue{attribute.Bool("of link", true)}}))
	if trace.SpanFromContext(ctx) != span || !span.IsRecording() || !span.SpanContext().IsSampled() {
		t.Fatalf("%v, %v", trace.SpanFromContext(ctx), span)
	}
	span.SetAttributes(attribute.Int("a", 2), attribute.Float64("f", 0.5), attribute.BoolSlice("bs", []bool{true, false}),
		attribute.Int64Slice("is", []int64{-1, 2}), attribute.Float64Slice("fs", []float64{1.5}), attribute.StringSlice("ss", []string{"x", "y"}))
	span.AddEvent("event", trace.WithTimestamp(happened), trace.WithAttributes(attribute.String("k", "v")))
	span.RecordError(errors.New("broken"), trace.WithTimestamp(happened), trace.WithStackTrace(true))
	span.RecordError(nil)
	span.SetName("renamed")
	span.SetStatus(codes.Error, "why")
	_, child := span.TracerProvider().Tracer("late").Start(ctx, "child")
	child.End()
	_, root := early.Start(ctx, "root", trace.WithNewRoot())
	root.End()
	span.End(trace.WithTimestamp(ended))
	span.End()
	span.SetName("after the end")

	all := recorder.Ended()
	if len(all) != 3 {
		t.Fatalf("%d spans", len(all))
	}
	r := all[2]
	want := map[string]any{
		"a": int64(2), "b": "\uFFFD", "f": 0.5, "bs": []bool{true, false}, "is": []int64{-1, 2}, "fs": []float64{1.5}, "ss": []string{"x", "y"},
	}
	if got := rttest.Attrs(r.Attrs); !reflect.DeepEqual(got, want) {
		t.Errorf("attributes %v", got)
	}
	if r.Name != "renamed" || r.Kind != rt.Consumer || r.Start != began.UnixNano() || r.End != ended.UnixNano() || r.Status != rt.Failed || r.StatusText != "why" {
		t.Errorf("%+v", r)
	}
	if r.Scope.Name != "early" || r.Scope.Version != "1.2" || r.Scope.SchemaURL != "https://example.com/schema" {
		t.Errorf("scope %+v", r.Scope)
	}
	if len(r.Links) != 1 || r.Links[0].To.Span != (ids.SpanID{2}) || rttest.Attrs(r.Links[0].Attrs)["of link"] != true {
		t.Errorf("links %+v", r.Links)
	}
	if len(r.Events) != 2 || r.Events[0].Time != happened.UnixNano() || rttest.Attrs(r.Events[0].Attrs)["k"] != "v" {
		t.Fatalf("events %+v", r.Events)
	}
	failure := rttest.Attrs(r.Events[1].Attrs)
	if failure["exception.type"] != "*errors.errorString" || failure["exception.message"] != "broken" ||
		!strings.Contains(failure["exception.stacktrace"].(string), "TestSpansOfTheAPIAreTheCores") {
		t.Errorf("exception %v", failure)
	}
	if all[0].Parent != r.Self || all[0].Scope.Name != "late" {
		t.Errorf("the child is below %+v", all[0].Parent)
	}
	if all[1].Parent.IsValid() || all[1].Self.Trace == r.Self.Trace {
		t.Errorf("the root is below %+v", all[1].Parent)
	}
}

func TestHooksAndProgramNestInOneTrace(t *testing.T) {
	recorder := rttest.Use(t)
	ctx, outer := early.Start(context.Background(), "program")
	ctx, hook := hooks.Start(ctx, rt.Internal, "hook")
	current := trace.SpanFromContext(ctx)
	current.SetAttributes(attribute.String("by", "program"))
	_, inner := early.Start(ctx, "inner")
	inner.End()
	hook.End()
	outer.End()
	all := recorder.Ended()
	if all[0].Parent != all[1].Self || all[1].Parent != all[2].Self || rttest.Attrs(all[1].Attrs)["by"] != "program" {
		t.Errorf("%+v", all)
	}
	if rt.FromContext(ctx) != hook || rt.ContextOf(ctx) != hook.Context() {
		t.Error("the hook's span is not found in its context")
	}
	var nothing context.Context
	if _, span := early.Start(nothing, "no context"); span == nil { //nolint:staticcheck // programs do it
		t.Error("no span")
	}
}

func TestASpanOfTheProgramTakesThePlaceOfAHooks(t *testing.T) {
	recorder := rttest.Use(t)
	ctx, request := hooks.StartRequest(context.Background(), context.Background(), t, "GET", "/")
	_, own := early.Start(ctx, "my server", trace.WithSpanKind(trace.SpanKindServer))
	own.End()
	if !request.End() {
		t.Error("the hook's span of the request did not give way")
	}
	ctx, query := hooks.Later(context.Background(), context.Background(), rt.Database, "SELECT")
	_, own = early.Start(ctx, "my query", trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("db.system", "mine")))
	own.End()
	if !query.End() {
		t.Error("the hook's span of the statement did not give way")
	}
	var names []string
	for _, r := range recorder.Ended() {
		names = append(names, r.Name)
	}
	if !slices.Equal(names, []string{"my server", "my query"}) {
		t.Errorf("got %q", names)
	}
	ctx, own = early.Start(context.Background(), "my client", trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("http.method", "GET")))
	if client, byHand := rt.ByHand(ctx, "http."); !byHand || client != convert.IDs(own.SpanContext()) {
		t.Errorf("%v, %v", client, byHand)
	}
	if _, byHand := rt.ByHand(ctx, "db."); byHand {
		t.Error("a request stands for a statement")
	}
}

func TestWithoutASinkNothingIsRecorded(t *testing.T) {
	remote := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1}, SpanID: trace.SpanID{2}, TraceFlags: trace.FlagsSampled})
	ctx, span := early.Start(trace.ContextWithRemoteSpanContext(context.Background(), remote), "x")
	span.SetAttributes(attribute.Int("a", 1))
	if span.IsRecording() || span.SpanContext().TraceID() != remote.TraceID() || trace.SpanContextFromContext(ctx).SpanID() != remote.SpanID() {
		t.Errorf("%+v", span.SpanContext())
	}
	span.End()
}

func TestTheProgramsProviderTakesOver(t *testing.T) {
	recorder := rttest.Use(t)
	late := otel.Tracer("late")
	_, before := early.Start(context.Background(), "before")
	_, hookBefore := hooks.Start(context.Background(), rt.Client, "hook before")
	(*providerSet.Load())(nil)
	(*providerSet.Load())(otel.GetTracerProvider()) // what is global already changes nothing
	own := &theirs{}
	use(t, own)
	before.End()
	hookBefore.End()
	if n := len(recorder.Ended()); n != 2 || len(own.spans) != 0 {
		t.Fatalf("%d spans that began before ended with the core, %d with the program", n, len(own.spans))
	}
	for _, tracer := range []trace.Tracer{early, late, otel.Tracer("new")} {
		_, span := tracer.Start(context.Background(), "x")
		span.End()
	}
	text := []byte("text")
	shared := string(text)
	ctx, hook := hooks.Start(context.Background(), rt.Client, "hook", attr.ServerAddress.String(shared), attr.ServerPort.Int(80))
	current, ok := trace.SpanFromContext(ctx).(*theirSpan)
	if !ok {
		t.Fatalf("the current span is a %T", trace.SpanFromContext(ctx))
	}
	hook.Set(attr.HTTPResponseStatusCode.Int(500))
	current.SetName("theirs") // the program may do that, and has the last word
	hook.Event("event")
	hook.Fail(context.Canceled)
	_, child := early.Start(ctx, "child")
	child.End()
	hook.End()
	if current.name != "theirs" || current.scope != rt.OwnScopes+"bridge/trace/test" || current.config.SpanKind() != trace.SpanKindClient ||
		current.code != codes.Error || !slices.Equal(current.events, []string{"event"}) || current.ended.IsZero() {
		t.Errorf("%+v", current)
	}
	wantAttrs := []attribute.KeyValue{
		attribute.String("server.address", "text"), attribute.Int("server.port", 80), attribute.Int("http.response.status_code", 500),
		attribute.String("error.type", "errors.errorString"),
	}
	if !slices.Equal(current.attrs, wantAttrs) {
		t.Errorf("got %v", current.attrs)
	}
	if got := own.spans[4]; got.parent.SpanID() != current.self.SpanID() || hook.Context().Span != ids.SpanID(current.self.SpanID()) {
		t.Errorf("%+v", got)
	}
	if len(recorder.Ended()) != 2 {
		t.Errorf("%d spans went to the core", len(recorder.Ended()))
	}
	if !slices.Equal(own.names, []string{"new", "early", "late", rt.OwnScopes + "bridge/trace/test"}) {
		t.Errorf("tracers %q", own.names)
	}
}

func TestSpansOfTheirsTakeThePlaceOfAHooks(t *testing.T) {
	own := &theirs{}
	use(t, own)
	ctx, request := hooks.StartRequest(context.Background(), context.Background(), t, "GET", "/")
	_, span := otel.Tracer("by hand").Start(ctx, "my server", trace.WithSpanKind(trace.SpanKindServer))
	span.End()
	if !request.End() || len(own.spans) != 1 {
		t.Errorf("%d spans", len(own.spans))
	}
	ctx, request = hooks.StartRequest(context.Background(), context.Background(), t, "GET", "/")
	Handled(ctx)
	if !request.End() || len(own.spans) != 1 {
		t.Errorf("%d spans", len(own.spans))
	}
	// With a child, it stays.
	ctx, request = hooks.StartRequest(context.Background(), context.Background(), t, "GET", "/")
	_, query := hooks.Later(ctx, ctx, rt.Database, "SELECT")
	query.End()
	_, span = otel.Tracer("by hand").Start(ctx, "my server", trace.WithSpanKind(trace.SpanKindServer))
	span.End()
	if request.End() || len(own.spans) != 4 {
		t.Errorf("%d spans", len(own.spans))
	}
}

func TestWhatASpanWasToldWhileItWaited(t *testing.T) {
	own := &theirs{}
	use(t, own)
	_, query := hooks.Later(context.Background(), context.Background(), rt.Database, "SELECT")
	query.Set(attr.ServerPort.Int(1))
	query.Event("event")
	query.Fail(context.Canceled)
	query.Rename("SELECT t")
	if len(own.spans) != 0 {
		t.Fatal("it has started")
	}
	query.End()
	if len(own.spans) != 1 {
		t.Fatalf("%d spans", len(own.spans))
	}
	s := own.spans[0]
	if s.name != "SELECT t" || s.code != codes.Error || !slices.Equal(s.events, []string{"event"}) || len(s.attrs) != 2 || s.ended.IsZero() {
		t.Errorf("%+v", s)
	}
}

// broken are providers that a program may have.
type broken struct{ trace.TracerProvider }

func (broken) Tracer(string, ...trace.TracerOption) trace.Tracer { return nil }

func TestAProviderThatFailsCostsTheSpans(t *testing.T) {
	use(t, broken{})
	_, span := hooks.Start(context.Background(), rt.Client, "x")
	span.Set(attr.ServerPort.Int(1))
	span.End()
}
