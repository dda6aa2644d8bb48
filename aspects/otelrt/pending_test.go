package otelrt

import (
	"context"
	"errors"
	"slices"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// recorder is a provider that notes the spans it is asked for. Its types embed the interfaces, whose other methods differ by version.
type recorder struct {
	trace.TracerProvider
	started []string
	panics  bool
}

type recorded struct {
	trace.Span
	name  string
	kind  trace.SpanKind
	attrs []attribute.KeyValue
	ended int
}

func (r *recorder) Tracer(string, ...trace.TracerOption) trace.Tracer { return tracer{recorder: r} }

type tracer struct {
	trace.Tracer
	recorder *recorder
}

func (t tracer) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	if t.recorder.panics {
		panic("a processor of the program")
	}
	config := trace.NewSpanStartConfig(options...)
	t.recorder.started = append(t.recorder.started, name)
	s := &recorded{Span: trace.SpanFromContext(context.Background()), name: name, kind: config.SpanKind(), attrs: config.Attributes()}
	return trace.ContextWithSpan(ctx, s), s
}

func (s *recorded) IsRecording() bool                      { return true }
func (s *recorded) SetName(name string)                    { s.name = name }
func (s *recorded) SetAttributes(kv ...attribute.KeyValue) { s.attrs = append(s.attrs, kv...) }
func (s *recorded) End(...trace.SpanEndOption)             { s.ended++ }
func (s *recorded) SpanKind() trace.SpanKind               { return s.kind }
func (s *recorded) Attributes() []attribute.KeyValue       { return s.attrs }
func (s *recorded) GotsScope() string                      { return s.name }
func nothing(trace.Span)                                   {}
func isRecorded(ctx context.Context) (s *recorded, ok bool) {
	s, ok = trace.SpanFromContext(ctx).(*recorded)
	return
}

func use(t *testing.T) *recorder {
	r := &recorder{}
	otel.SetTracerProvider(r)
	t.Cleanup(func() { otel.SetTracerProvider(trace.SpanFromContext(context.Background()).TracerProvider()) })
	return r
}

func server(kind trace.SpanKind, attrs ...attribute.KeyValue) []trace.SpanStartOption {
	return []trace.SpanStartOption{trace.WithSpanKind(kind), trace.WithAttributes(attrs...)}
}

func TestSpansStartWhenTheyAreSeenOrEnd(t *testing.T) {
	if spanKey == nil {
		t.Fatal("the key of the current span was not found")
	}
	r := use(t)
	type key struct{}
	own := context.WithValue(context.Background(), key{}, 1)
	ctx, request := NewScope("x").StartRequest(own, own, nil, "GET", "/", nil)
	if ctx.Value(key{}) != 1 || len(r.started) != 0 || RequestOf(ctx) != request {
		t.Errorf("%v, %v, %v", ctx.Value(key{}), r.started, RequestOf(ctx))
	}
	seen, ok := isRecorded(context.WithValue(ctx, key{}, 2))
	if !ok || seen.kind != trace.SpanKindServer || !slices.Equal(r.started, []string{"GET"}) {
		t.Errorf("%+v, %v", seen, r.started)
	}
	SetRoute(ctx, "/", "/{$}")
	if gaveWay := request.End(nothing); gaveWay || seen.ended != 1 || seen.name != "GET /{$}" {
		t.Errorf("gave way: %v, %+v", gaveWay, seen)
	}
	request.End(func(trace.Span) { t.Error("ended twice") })
	if again, _ := isRecorded(ctx); again != seen || seen.ended != 1 {
		t.Errorf("%+v", again)
	}

	_, statement := NewScope("x").Later(own, own, Database, "SELECT", nil)
	statement.End(nothing)
	if !slices.Equal(r.started, []string{"GET", "SELECT"}) {
		t.Errorf("%v", r.started)
	}
}

func TestASpanOfTheProgramTakesThePlaceOfTheHooks(t *testing.T) {
	r := use(t)
	own := context.Background()
	remote := trace.ContextWithSpanContext(own, trace.NewSpanContext(trace.SpanContextConfig{TraceID: [16]byte{1}, SpanID: [8]byte{1}}))
	requests := NewScope("x")
	for _, tt := range []struct {
		name    string
		layer   Layer
		options []trace.SpanStartOption
		yields  bool
	}{
		{"a server span", Server, server(trace.SpanKindServer), true},
		{"a span of the handler's work", Server, server(trace.SpanKindInternal), false},
		{"a request that the handler sends", Server, server(trace.SpanKindClient), false},
		{"a hook's own span", Server, append(server(trace.SpanKindServer), ownOption{trace.WithAttributes()}), false},
		{"a statement's span", Database, server(trace.SpanKindClient, attribute.String("db.system", "x")), true},
		{"a driver's HTTP request", Database, server(trace.SpanKindClient, attribute.String("http.method", "x")), false},
	} {
		ctx, span := requests.Later(own, remote, tt.layer, "hook", nil)
		Starting(context.WithValue(ctx, "k", 1), nil, tt.options) //nolint:staticcheck // any key
		if tt.yields && trace.SpanContextFromContext(ctx).IsValid() {
			t.Errorf("%s: what the hook read off the wire is left", tt.name)
		}
		if _, ok := isRecorded(ctx); ok == tt.yields {
			t.Errorf("%s: the hook's span is current: %v", tt.name, ok)
		}
		if gaveWay := span.End(nothing); gaveWay != tt.yields {
			t.Errorf("%s: gave way: %v", tt.name, gaveWay)
		}
	}

	ctx, request := requests.StartRequest(own, own, nil, "GET", "/", nil)
	seen, _ := isRecorded(ctx) // somebody looks at its ids, or for its provider
	Starting(ctx, nil, server(trace.SpanKindServer))
	if _, ok := isRecorded(ctx); ok || !request.End(nothing) || seen.ended != 0 {
		t.Errorf("seen, and still there: %v, ended %d times", ok, seen.ended)
	}
	ctx, request = requests.StartRequest(own, own, nil, "GET", "/", nil)
	Starting(ctx, nil, server(trace.SpanKindInternal))
	parent, _ := isRecorded(ctx)
	Starting(ctx, nil, server(trace.SpanKindServer))
	if request.End(nothing) || parent.ended != 1 {
		t.Error("a span that has children has vanished")
	}
	for name, yield := range map[string]func(context.Context){
		"starting": func(ctx context.Context) { Starting(ctx, nil, server(trace.SpanKindServer)) },
		"handled":  Handled,
	} {
		before := len(r.started)
		ctx, request = requests.StartRequest(own, own, nil, "GET", "/", nil)
		yield(ctx)
		SetRoute(ctx, "/", "/") // goes nowhere
		if RequestOf(ctx) != nil || !request.End(nothing) || len(r.started) != before {
			t.Errorf("%s: %v, %v", name, RequestOf(ctx), r.started[before:])
		}
	}
}

func TestAnEndedStatementIsNoParent(t *testing.T) {
	use(t)
	ctx, begin := NewScope("x").Later(context.Background(), context.Background(), Database, "BEGIN", nil)
	if _, ok := isRecorded(ctx); !ok {
		t.Error("not current")
	}
	begin.End(nothing)
	if s, ok := isRecorded(ctx); ok {
		t.Errorf("%s is still current", s.name)
	}
}

func TestByHand(t *testing.T) {
	span := func(scope string, kind trace.SpanKind, attrs ...attribute.KeyValue) context.Context {
		return trace.ContextWithSpan(context.Background(), &recorded{name: scope, kind: kind, attrs: attrs})
	}
	request, statement := attribute.String("http.method", "GET"), attribute.String("db.system", "x")
	for name, tt := range map[string]struct {
		ctx      context.Context
		http, db bool
	}{
		"no span":               {context.Background(), false, false},
		"a request":             {span("mine", trace.SpanKindClient, request), true, false},
		"a statement":           {span("mine", trace.SpanKindClient, statement), false, true},
		"gorm's plug-in":        {span("gorm.io/plugin/opentelemetry", trace.SpanKindClient), false, true},
		"a server's request":    {span("mine", trace.SpanKindServer, request), false, false},
		"work of its own":       {span("mine", trace.SpanKindInternal, request), false, false},
		"a hook's request":      {span(ownScopes+"net/http", trace.SpanKindClient, request), false, false},
		"a client of something": {span("mine", trace.SpanKindClient, attribute.String("rpc.system", "aws-api")), false, false},
	} {
		if _, http := ByHand(tt.ctx, "http."); http != tt.http {
			t.Errorf("%s is a request by hand: %v", name, http)
		}
		if _, db := ByHand(tt.ctx, "db."); db != tt.db {
			t.Errorf("%s is a statement by hand: %v", name, db)
		}
	}
}

func TestPanicsStayInHooks(t *testing.T) {
	r := use(t)
	r.panics = true
	ctx, request := NewScope("x").StartRequest(context.Background(), context.Background(), nil, "GET", "/", nil)
	if trace.SpanFromContext(ctx).IsRecording() {
		t.Error("a span that could not start is recording")
	}
	request.End(nothing)
	func() {
		defer Recover("test")
		panic(errors.New("in a hook"))
	}()
}

func TestScopeOfATracer(t *testing.T) {
	type scope struct{ Name string }
	type sdk struct{ instrumentationScope scope }
	for want, tracer := range map[string]any{"otelsql": &sdk{scope{"otelsql"}}, "": struct{ instrumentationScope int }{}} {
		if got := scopeOf(tracer); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := scopeOf(nil); got != "" {
		t.Errorf("got %q", got)
	}
}
