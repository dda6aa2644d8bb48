package rt

import (
	"context"
	"time"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Layer is what a span stands for that may yield.
type Layer uint8

// The layers whose spans give way to the program's own.
const (
	NoLayer  Layer = iota
	Requests       // a request that the program answers; its span has kind Server
	Database       // a statement; kind Client
)

// Later starts a span that yields to the program's: with a bridge, it starts when its context is asked for the current span, and at its end
// at the latest, with the time at which it was made. If the program starts a span for the same request or statement, that one takes its
// place and this one never existed, or, if somebody has looked at it, never ends and so is never sent. Once it has children, it stays: they
// would be without their parent. Without a bridge it starts at once.
//
// own is the program's context; parent is own, or a context made from it that also holds what a remote caller sent. After a yield, the
// context is own again.
func (s *Scope) Later(own, parent context.Context, layer Layer, name string, attrs ...attr.Value) (context.Context, *Span) {
	sp := &Span{scope: s}
	sp.later(own, parent, layer, name, attrs)
	return &sp.in, sp
}

func (s *Span) later(own, parent context.Context, layer Layer, name string, attrs []attr.Value) {
	kind := Client
	if layer == Requests {
		kind = Server
	}
	s.in, s.own, s.layer = carrier{parent, s}, own, layer
	if bridge.Load() == nil {
		s.begin(s.parentIn(parent), kind, name, time.Now(), nil, attrs)
		return
	}
	r := newRecord()
	r.Scope, r.Ctx, r.Name, r.Kind, r.began = &s.scope.Scope, parent, attr.ShortText(name), kind, time.Now()
	r.Start = r.began.UnixNano()
	if s.request != nil {
		r.Path = s.request.path
	}
	r.set(attrs)
	s.record = r
	s.state.Store(waiting)
}

// parentIn gives the parent of a span that may yield. Of a request it is what the request itself says: a server's goroutines inherit the
// scope of whatever started the server.
func (s *Span) parentIn(ctx context.Context) current {
	if s.layer == Requests {
		return find(ctx)
	}
	return s.adopt(find(ctx).orGoroutine())
}

// start starts a span that waits.
func (s *Span) start() {
	if s.state.Load() != waiting {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state.Load() != waiting {
		return
	}
	s.state.Store(started)
	r := s.record
	s.record = nil
	parent := s.parentIn(r.Ctx)
	if r.sink = sinks[Traces].Load(); r.sink == nil {
		s.self = parent.context
		r.free()
		return
	}
	s.ask(parent.context, r)
}

// yield gives way to a span of the program, unless this one has children.
func (s *Span) yield() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if state := s.state.Load(); state == waiting || state == started && !s.hasChildren.Load() {
		s.state.Store(yielded)
		if s.record != nil {
			s.record.free()
			s.record = nil
		}
		s.self, s.foreign = ids.SpanContext{}, nil
	}
}

func layered(ctx context.Context, layer Layer) *Span {
	s, _ := ctx.Value(layerKey(layer)).(*Span)
	return s
}

// Starting says that a span is about to start in ctx, of this kind; own says that a sink starts it for a hook, statement whether it stands
// for a statement. If it is the program's span of the request or the statement that a hook's span stands for, the hook's yields. Else that
// one has a child.
func Starting(ctx context.Context, own bool, kind Kind, statement func() bool) {
	defer Recover("hand-made spans")
	if ctx == nil {
		return
	}
	request, query := layered(ctx, Requests), layered(ctx, Database)
	switch {
	case own:
	case kind == Server && request != nil:
		request.yield()
		return
	case kind == Client && query != nil && statement():
		query.yield()
		return
	}
	if request != nil {
		request.hasChildren.Store(true)
	}
	if query != nil {
		query.hasChildren.Store(true)
	}
}

// Handled is woven into middlewares that are known to make the span of a request, or none if a filter of theirs says so: the hook's span
// yields before they look at the current one.
func Handled(ctx context.Context) {
	if r := requestIn(ctx); r != nil {
		r.theirs.Store(true)
	}
	if s := layered(ctx, Requests); s != nil {
		s.yield()
	}
}

type measuredKey struct{}

// Measured marks a context whose client requests an instrumentation of the program measures.
func Measured(ctx context.Context) context.Context {
	return context.WithValue(ctx, measuredKey{}, true)
}

// IsMeasured says whether ctx comes from Measured.
func IsMeasured(ctx context.Context) bool { return ctx.Value(measuredKey{}) != nil }
