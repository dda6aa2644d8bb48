package rt

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// names is a sink that notes the names of spans.
type names struct {
	sync.Mutex
	started, ended []string
}

func (n *names) Start(r *Record) Decision {
	n.Lock()
	defer n.Unlock()
	n.started = append(n.started, r.Name)
	return RecordAndSample
}

func (n *names) End(r *Record) {
	n.Lock()
	defer n.Unlock()
	n.ended = append(n.ended, r.Name)
}

func (*names) Log(*logrec.Record) {}

type apiKey struct{}

// foreign is a span of another API, in a context of the program.
type foreign struct {
	self         ids.SpanContext
	client, hand bool
}

func bridged(t *testing.T) *names {
	n := &names{}
	SetSink(Traces, n)
	SetBridge(&Bridge{
		Key: apiKey{},
		Answer: func(s *Span, remote ids.SpanContext) any {
			if s == nil {
				return foreign{self: remote}
			}
			return s
		},
		Find: func(v any) (*Span, ids.SpanContext) {
			switch v := v.(type) {
			case *Span:
				return v, ids.SpanContext{}
			case foreign:
				return nil, v.self
			}
			return nil, ids.SpanContext{}
		},
		ByHand: func(v any, _ string) (client, byHand bool) {
			f, _ := v.(foreign)
			return f.client, f.hand
		},
	})
	t.Cleanup(func() {
		SetSink(Traces, nil)
		SetBridge(nil)
	})
	return n
}

var library = NewScope(OwnScopes + "x")

func TestSpansWaitUntilTheyAreSeenOrEnd(t *testing.T) {
	n := bridged(t)
	type key struct{}
	own := context.WithValue(context.Background(), key{}, 1)
	far := WithRemote(own, ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()})
	ctx, request := library.StartRequest(own, far, nil, "GET", "/")
	if ctx.Value(key{}) != 1 || len(n.started) > 0 || RequestOf(ctx) != request || !request.Recording() {
		t.Errorf("%v, %v, %v", ctx.Value(key{}), n.started, RequestOf(ctx))
	}
	if id, _ := request.ProfileLabels(); id != "" || len(n.started) > 0 {
		t.Error("profiles start a span")
	}
	SetRoute(ctx, "/", "/{$}")
	if v := context.WithValue(ctx, key{}, 2).Value(apiKey{}); v != any(&request.Span) || !slices.Equal(n.started, []string{"GET /{$}"}) {
		t.Errorf("%v, %v", v, n.started)
	}
	if request.Context().Trace != ContextOf(far).Trace {
		t.Error("the caller is not the parent")
	}
	if request.End() || request.End() || !slices.Equal(n.ended, []string{"GET /{$}"}) {
		t.Errorf("%v", n.ended)
	}
	if ctx.Value(apiKey{}) != any(&request.Span) {
		t.Error("an ended request is no parent")
	}
	ctx, begin := library.Later(own, own, Database, "BEGIN")
	if begin.End(); !slices.Equal(n.ended, []string{"GET /{$}", "BEGIN"}) {
		t.Errorf("%v", n.ended)
	}
	if FromContext(ctx) != nil {
		t.Error("an ended statement is current: a transaction keeps its context")
	}
}

func TestASpanOfTheProgramTakesThePlaceOfAHooks(t *testing.T) {
	own := context.Background()
	yes, no := func() bool { return true }, func() bool { return false }
	for _, tt := range []struct {
		name      string
		layer     Layer
		own       bool
		kind      Kind
		statement func() bool
		yields    bool
	}{
		{"a server's", Requests, false, Server, no, true},
		{"a hook's", Requests, true, Server, no, false},
		{"work inside", Requests, false, Internal, no, false},
		{"a client's", Requests, false, Client, yes, false},
		{"a statement's", Database, false, Client, yes, true},
		{"a client's of something else", Database, false, Client, no, false},
		{"a server's below a statement", Database, false, Server, yes, false},
	} {
		for _, seen := range []bool{false, true} {
			n := bridged(t)
			ctx, span := library.Later(own, own, tt.layer, "mine")
			if seen || tt.own { // a hook has looked for its parent
				ctx.Value(apiKey{})
			}
			Starting(ctx, tt.own, tt.kind, tt.statement)
			Starting(ctx, false, tt.kind, tt.statement) // of what has children, or has yielded, nothing changes
			if gaveWay := span.End(); gaveWay != tt.yields || len(n.ended) == 1 == tt.yields {
				t.Errorf("%s, seen %v: gave way %v, ended %v", tt.name, seen, gaveWay, n.ended)
			}
			if v := ctx.Value(apiKey{}); tt.yields && v != nil {
				t.Errorf("%s, seen %v: the context has %v", tt.name, seen, v)
			}
		}
	}
}

func TestAYieldedRequestHasARoute(t *testing.T) {
	bridged(t)
	own := context.Background()
	ctx, request := library.StartRequest(own, own, nil, "GET", "/a/7")
	Handled(ctx)
	SetRoute(ctx, "/a/7", "/a/{id}")
	if route, _, _ := request.Outcome(); route != "/a/{id}" || RequestOf(ctx) != nil || !request.MeasuredByProgram() || !request.End() {
		t.Errorf("%q, %v", route, RequestOf(ctx))
	}
}

func TestByHand(t *testing.T) {
	program := ProgramScope("gorm.io/plugin/opentelemetry", "", "")
	if _, byHand := ByHand(context.Background(), "db."); byHand || Bridged() {
		t.Error("there is no API")
	}
	bridged(t)
	in := func(s *Scope, kind Kind) context.Context {
		ctx, _ := s.Start(context.Background(), kind, "x")
		return ctx
	}
	remote := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}
	outside := func(f foreign) context.Context { return context.WithValue(context.Background(), apiKey{}, f) }
	for name, tt := range map[string]struct {
		ctx            context.Context
		client, byHand bool
	}{
		"no span":                  {context.Background(), false, false},
		"a hook's":                 {in(library, Client), false, false},
		"a library's for database": {in(program, Client), true, true},
		"its work inside":          {in(program, Internal), false, false},
		"another client's":         {in(ProgramScope("x", "", ""), Client), true, false},
		"the program's":            {outside(foreign{remote, true, true}), true, true},
		"the program's client":     {outside(foreign{remote, true, false}), true, false},
		"the program's server":     {outside(foreign{remote, false, false}), false, false},
	} {
		client, byHand := ByHand(tt.ctx, "db.")
		if client.IsValid() != tt.client || byHand != tt.byHand {
			t.Errorf("%s: %v, %v", name, client.IsValid(), byHand)
		}
	}
}
