package rt

import (
	"slices"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Follower is a sink that makes spans of the program (Record.Foreign). It is told at once what those spans are told, because the program
// sees them: it may read them, and change them after the core did. At their end, the record has nothing of it.
type Follower interface {
	Set(foreign any, attrs []attr.Value)
	Rename(foreign any, name string)
	Event(foreign any, e Event)
	Link(foreign any, l Link)
	Status(foreign any, s Status, text string)
}

// followed tells a span of the program. The span is not locked then: the program's code may ask for it.
type followed struct {
	Follower
	foreign any
	scope   string
}

func follow(r *Record) *followed {
	if f, ok := r.sink.Sink.(Follower); ok && r.Foreign != nil {
		return &followed{f, r.Foreign, r.Scope.Name}
	}
	return nil
}

// The lists are copied: those of the callers lie on their stacks.

func (f *followed) set(attrs []attr.Value) {
	defer Recover(f.scope)
	f.Follower.Set(f.foreign, slices.Clone(attrs))
}

func (f *followed) rename(name string) {
	defer Recover(f.scope)
	f.Follower.Rename(f.foreign, attr.ShortText(name))
}

func (f *followed) event(name string, at int64, attrs []attr.Value) {
	defer Recover(f.scope)
	f.Follower.Event(f.foreign, Event{Name: attr.ShortText(name), Time: at, Attrs: slices.Clone(attrs)})
}

func (f *followed) link(l Link) {
	defer Recover(f.scope)
	l.Attrs = slices.Clone(l.Attrs)
	f.Follower.Link(f.foreign, l)
}

func (f *followed) status(s Status, text string) {
	defer Recover(f.scope)
	f.Follower.Status(f.foreign, s, attr.LongText(text))
}
