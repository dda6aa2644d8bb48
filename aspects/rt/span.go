package rt

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Span is a span that begins, is told things and ends. All methods may be called on nil, from any goroutine and after the end, when all
// but Context do nothing. It is its own context, so it costs one allocation; what it records lies in a Record of a pool.
type Span struct {
	in    carrier
	scope *Scope

	state       atomic.Uint32
	hasChildren atomic.Bool
	layer       Layer
	own         context.Context // what the program gave, of a span that may yield
	request     *Request        // of a server's
	from        *Span           // the parent, if the goroutine had it

	mu      sync.Mutex // held while what follows changes
	self    ids.SpanContext
	foreign any
	wrapped any
	record  *Record // nil if nothing is recorded (any more)
}

const (
	waiting uint32 = iota // it starts when it is looked at
	started
	yielded // to a span of the program
	ended
)

// Recording says whether the span takes attributes: to be asked before they are built.
func (s *Span) Recording() bool {
	if s == nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.record != nil
}

// Context gives the span's ids; the zero SpanContext if there is none.
func (s *Span) Context() ids.SpanContext {
	if s == nil {
		return ids.SpanContext{}
	}
	s.start()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.self
}

// Foreign is the program's span that a bridge made for this one; nil without one.
func (s *Span) Foreign() any {
	if s == nil {
		return nil
	}
	s.start()
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.foreign
}

// Scope is what the span was started with.
func (s *Span) Scope() *Scope {
	if s == nil {
		return nil
	}
	return s.scope
}

// Wrapped gives what make makes of the span when it is called first, for a bridge that has the span in another form.
func (s *Span) Wrapped(make func() any) any {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wrapped == nil {
		s.wrapped = make()
	}
	return s.wrapped
}

// Set adds attributes; one of a name that is there replaces it.
func (s *Span) Set(attrs ...attr.Value) {
	if r := s.lock(); r != nil {
		if f := r.follows; f != nil {
			s.mu.Unlock()
			f.set(attrs)
			return
		}
		r.set(attrs)
		s.mu.Unlock()
	}
}

// Rename changes the name.
func (s *Span) Rename(name string) {
	if r := s.lock(); r != nil {
		if f := r.follows; f != nil {
			s.mu.Unlock()
			f.rename(name)
			return
		}
		r.Name = attr.ShortText(name)
		s.mu.Unlock()
	}
}

// Event adds an event that happens now.
func (s *Span) Event(name string, attrs ...attr.Value) { s.EventAt(time.Now(), name, attrs...) }

// EventAt adds an event that happened at this time.
func (s *Span) EventAt(at time.Time, name string, attrs ...attr.Value) {
	if r := s.lock(); r != nil {
		if f := r.follows; f != nil {
			s.mu.Unlock()
			f.event(name, at.UnixNano(), attrs)
			return
		}
		r.event(name, at.UnixNano(), attrs)
		s.mu.Unlock()
	}
}

// Link says that another span has to do with this one.
func (s *Span) Link(to ids.SpanContext, attrs ...attr.Value) {
	if r := s.lock(); r != nil {
		if f := r.follows; f != nil {
			s.mu.Unlock()
			f.link(Link{To: to, Attrs: attrs})
			return
		}
		r.link(to, attrs)
		s.mu.Unlock()
	}
}

// SetStatus sets the status; text describes a failure. OK is final, Unset changes nothing.
func (s *Span) SetStatus(status Status, text string) {
	if r := s.lock(); r != nil {
		if f := r.follows; f != nil {
			s.mu.Unlock()
			f.status(status, text)
			return
		}
		r.status(status, text)
		s.mu.Unlock()
	}
}

// End ends the span and hands it to its sink. Only the first call does something. gaveWay says whether a span of the program took its
// place.
func (s *Span) End() (gaveWay bool) { return s.EndAt(time.Time{}) }

// EndAt is End at a given time. The zero time is now: the start and the duration by the monotonic clock, which settings of the clock do
// not change.
func (s *Span) EndAt(at time.Time) (gaveWay bool) {
	if s == nil {
		return false
	}
	s.start()
	s.mu.Lock()
	if state := s.state.Load(); state != started {
		s.mu.Unlock()
		return state == yielded
	}
	s.state.Store(ended)
	r := s.record
	s.record = nil
	s.mu.Unlock()
	if r == nil {
		return false
	}
	if at.IsZero() {
		r.End = r.Start + max(0, int64(time.Since(r.began))) // a given start may be ahead of the clock
	} else {
		r.End = at.UnixNano()
	}
	r.finish()
	r.free()
	return false
}

func (r *Record) finish() {
	defer Recover(r.Scope.Name)
	r.sink.End(r)
}

// lock locks the span and gives its record. If there is none, it does not stay locked.
func (s *Span) lock() *Record {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	if s.record == nil {
		s.mu.Unlock()
		return nil
	}
	return s.record
}

// hasAttribute says whether a recorded attribute's name begins so.
func (s *Span) hasAttribute(prefix string) bool {
	r := s.lock()
	if r == nil {
		return false
	}
	defer s.mu.Unlock()
	for _, v := range r.Attrs {
		if strings.HasPrefix(v.Name(), prefix) {
			return true
		}
	}
	return false
}

// kind is the kind of a span that is recorded, else 0.
func (s *Span) kind() Kind {
	r := s.lock()
	if r == nil {
		return 0
	}
	defer s.mu.Unlock()
	return r.Kind
}

// name is the name of a span that is recorded, else "".
func (s *Span) name() string {
	r := s.lock()
	if r == nil {
		return ""
	}
	defer s.mu.Unlock()
	return r.Name
}

// ProfileLabels gives the ids for profiles; empty ones of a span that waits or is not sampled, so that asking does not start it.
func (s *Span) ProfileLabels() (traceID, spanID string) {
	if s == nil {
		return "", ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state.Load() == waiting || !s.self.IsSampled() {
		return "", ""
	}
	return s.self.Trace.String(), s.self.Span.String()
}
