package otelrt

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Layer is what a pending span stands for.
type Layer int

// The layers whose spans give way to the program's own.
const (
	Server   Layer = iota // a request that the program answers; its span has kind SERVER
	Database              // a statement; kind CLIENT
)

// Pending is a span that starts when its context is asked for the current span, and at its end at the latest, with the time at which it
// was made. It can yield: if the program's own instrumentation starts a span for the same request or statement, that span takes its
// place and this one never existed, or, if somebody has looked at it, never ends and so is never exported. Once it has children, it
// stays: they would be without their parent.
type Pending struct {
	layer Layer
	scope *Scope
	began time.Time
	// own is the context that the program gave, parent the one that the span starts in.
	own, parent context.Context
	routes      *Request // of a server

	state       atomic.Int32
	hasChildren atomic.Bool
	mu          sync.Mutex // held while the state changes
	name        string
	attrs       []attribute.KeyValue
	span        trace.Span
}

const (
	waiting int32 = iota
	started
	yielded
	ended
)

// Later makes a pending span and its context. own is the program's context; parent is own, or a context made from it that also holds
// what a remote caller sent. After a yield, the context is own again.
func (s *Scope) Later(own, parent context.Context, layer Layer, name string, attrs []attribute.KeyValue) (context.Context, *Pending) {
	p := &Pending{layer: layer, scope: s, began: time.Now(), own: own, parent: parent, name: name, attrs: attrs}
	return p.in(own), p
}

func (p *Pending) in(ctx context.Context) context.Context {
	if spanKey == nil {
		p.start() // contexts cannot tell when they are asked for the span
	}
	return &pendingContext{ctx, p}
}

// End ends the span; finish adds what is known by then. Only the first call does something. The result says whether the span gave way
// to one of the program.
func (p *Pending) End(finish func(trace.Span)) (gaveWay bool) {
	p.mu.Lock()
	if p.state.Load() == waiting {
		p.start()
	}
	if state := p.state.Load(); state != started {
		p.mu.Unlock()
		return state == yielded
	}
	p.state.Store(ended)
	p.mu.Unlock()
	defer p.span.End()
	if p.span.IsRecording() {
		finish(p.span)
	}
	return false
}

// yield gives way to a span of the program, unless this one has children.
func (p *Pending) yield() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if state := p.state.Load(); state == waiting || state == started && !p.hasChildren.Load() {
		p.state.Store(yielded)
	}
}

// rename changes the name and adds attributes, whether the span has started or not.
func (p *Pending) rename(name string, attrs ...attribute.KeyValue) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch p.state.Load() {
	case waiting:
		p.name, p.attrs = name, append(p.attrs, attrs...)
	case started:
		p.span.SetName(bound.Text(name, shortLimit))
		p.span.SetAttributes(attrs...)
	}
}

// start starts the span; p.mu is held, or p is not shared yet. If Start panics, there is no span.
func (p *Pending) start() {
	defer Recover(p.scope.name)
	kind := trace.SpanKindClient
	if p.layer == Server {
		kind = trace.SpanKindServer
	}
	p.state.Store(yielded)
	_, p.span = p.scope.Start(p.parent, p.name, trace.WithSpanKind(kind), trace.WithTimestamp(p.began), trace.WithAttributes(p.attrs...))
	p.state.Store(started)
}

// current is the span for somebody who asks for it; nil when the program's own context has the answer.
func (p *Pending) current() trace.Span {
	if p.state.Load() == waiting {
		p.mu.Lock()
		if p.state.Load() == waiting {
			p.start()
		}
		p.mu.Unlock()
	}
	switch state := p.state.Load(); {
	case state == yielded:
		return nil
	case state == ended && p.layer == Database:
		return nil // a transaction keeps the context of its BEGIN, which is not the parent of what follows
	}
	return p.span
}

// layerKey finds the innermost pending span of a layer.
type layerKey Layer

func pendingOf(ctx context.Context, layer Layer) *Pending {
	p, _ := ctx.Value(layerKey(layer)).(*Pending)
	return p
}

// pendingContext is the program's context with the pending span as the current one.
type pendingContext struct {
	context.Context
	pending *Pending
}

func (c *pendingContext) Value(key any) any {
	p := c.pending
	if key == spanKey {
		if span := p.current(); span != nil {
			return span
		}
	}
	if p.state.Load() == yielded {
		return p.own.Value(key)
	}
	if key == any(layerKey(p.layer)) {
		return p
	}
	return p.parent.Value(key)
}

// spanKey is the key under which contexts hold the current span; nil if it cannot be found out.
var spanKey = findSpanKey()

func findSpanKey() any {
	spy := keySpy{Context: context.Background()}
	trace.SpanFromContext(&spy)
	return spy.key
}

// keySpy remembers the key that it is asked for.
type keySpy struct {
	context.Context
	key any
}

func (s *keySpy) Value(key any) any {
	s.key = key
	return nil
}
