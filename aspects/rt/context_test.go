package rt_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

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
	if !rt.SuppressedLogs(context.Background()) || rt.SuppressedLogs(ctx) || !rt.SuppressedLogs(rt.Suppress(ctx)) {
		t.Error("log records are exported, or too few")
	}
	excluded := local.Enter(&local.Scope{Excluded: true})
	defer excluded.Leave()
	if !rt.Suppressed(context.Background()) || rt.SuppressedLogs(context.Background()) || !rt.Suppressed(rt.Exclude(ctx)) || rt.SuppressedLogs(rt.Exclude(ctx)) {
		t.Error("of a request that is left out, log records are exported and nothing else")
	}
}
