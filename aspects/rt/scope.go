package rt

import (
	"context"
	"time"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Scope starts the spans of one instrumented library.
type Scope struct {
	attr.Scope
	hook bool
}

// NewScope makes the scope of a hook package; importPath is its own.
func NewScope(importPath string) *Scope {
	return &Scope{attr.Scope{Name: importPath, Version: Version, SchemaURL: attr.SchemaURL}, true}
}

// ProgramScope makes a scope for what the program records itself, through a bridge.
func ProgramScope(name, version, schemaURL string, attrs ...attr.Value) *Scope {
	return &Scope{attr.Scope{Name: name, Version: version, SchemaURL: schemaURL, Attrs: attr.CloneAll(attrs)}, false}
}

// Options are what a span may begin with.
type Options struct {
	Kind    Kind // Internal if 0
	Name    string
	At      time.Time // now if zero
	NewRoot bool      // neither ctx nor the goroutine has the parent
	Attrs   []attr.Value
	Links   []Link
}

// Start starts a span. Its parent is the current span of ctx, else that of the goroutine's scope. The context that it returns has the
// span as the current one. Where nothing is recorded, the span has the ids of its parent and ignores what it is told.
func (s *Scope) Start(ctx context.Context, kind Kind, name string, attrs ...attr.Value) (context.Context, *Span) {
	sp := &Span{scope: s}
	sp.in = carrier{ctx, sp}
	sp.begin(sp.adopt(find(ctx).orGoroutine()), kind, name, time.Now(), nil, attrs)
	return &sp.in, sp
}

// StartWith is Start for spans that begin in other ways.
func (s *Scope) StartWith(ctx context.Context, o Options) (context.Context, *Span) {
	sp := &Span{scope: s}
	sp.in = carrier{ctx, sp}
	var parent current
	if !o.NewRoot {
		parent = sp.adopt(find(ctx).orGoroutine())
	}
	if o.At.IsZero() {
		o.At = time.Now()
	}
	if o.Kind == 0 {
		o.Kind = Internal
	}
	sp.begin(parent, o.Kind, o.Name, o.At, o.Links, o.Attrs)
	return &sp.in, sp
}

// adopt notes the parent. A span that has it from the goroutine keeps it, for its baggage.
func (sp *Span) adopt(parent current) current {
	if parent.span != nil {
		parent.span.hasChildren.Store(true)
		if parent.ofGoroutine {
			sp.from = parent.span
		}
	}
	return parent
}

// begin asks the sink about the span, and records it if the answer is so. The span is not shared yet.
func (sp *Span) begin(parent current, kind Kind, name string, at time.Time, links []Link, attrs []attr.Value) {
	sp.state.Store(started)
	sink := sinks[Traces].Load()
	if sink == nil {
		sp.self = parent.context
		return
	}
	r := newRecord()
	r.Scope, r.Ctx, r.Name, r.Kind, r.began, r.sink = &sp.scope.Scope, sp.in.Context, attr.ShortText(name), kind, at, sink
	r.Start = at.UnixNano()
	if sp.request != nil {
		r.Path = sp.request.path
	}
	r.set(attrs)
	for _, l := range links {
		r.link(l.To, l.Attrs)
	}
	sp.ask(parent.context, r)
}

// ask gives the record its ids and asks its sink about it.
func (sp *Span) ask(parent ids.SpanContext, r *Record) {
	r.Parent = parent
	r.Self = ids.SpanContext{Trace: parent.Trace, Span: ids.NewSpanID(), Flags: parent.Flags &^ ids.Sampled, State: parent.State}
	if !parent.IsValid() {
		r.Parent = ids.SpanContext{}
		r.Self = ids.SpanContext{Trace: ids.NewTraceID(), Span: r.Self.Span}
	}
	decision, ok := r.ask()
	if !ok {
		sp.self = parent
		r.free()
		return
	}
	if r.Foreign == nil && decision == RecordAndSample {
		r.Self.Flags |= ids.Sampled
	}
	sp.self, sp.foreign = r.Self, r.Foreign
	r.count(decision)
	if decision == Drop {
		r.free()
		return
	}
	r.follows = follow(r)
	sp.record = r
}

// ask is the sink's decision; ok is false if it panics.
func (r *Record) ask() (d Decision, ok bool) {
	defer Recover(r.Scope.Name)
	return r.sink.Start(r), true
}
