package rt

import (
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// Kind is the kind of a span, numbered as in OTLP.
type Kind uint8

// The kinds of spans.
const (
	Internal Kind = iota + 1
	Server
	Client
	Producer
	Consumer
)

// Status is the status of a span, numbered as in OTLP.
type Status uint8

// The states of spans.
const (
	Unset Status = iota
	OK
	Failed
)

// Event is something that happened while a span lasted.
type Event struct {
	Name    string
	Time    int64 // nanoseconds since 1970
	Attrs   []attr.Value
	Dropped uint32 // attributes left out because of limits
}

// Link names another span that has to do with this one.
type Link struct {
	To      ids.SpanContext
	Attrs   []attr.Value
	Dropped uint32
}

// inline is how many attributes a record holds without a list of its own.
const inline = 32

// Record is what is known of a span. It belongs to a sink only while Start or End run, and is used again afterwards. Texts may share
// memory with a request.
type Record struct {
	Scope *attr.Scope
	// Ctx is the context in which the span began, for sinks that start a span of the program.
	Ctx          context.Context
	Self, Parent ids.SpanContext
	Name         string
	Kind         Kind
	Path         string // of a request that a server answers: the path asked for, before routing and redaction
	Start, End   int64  // nanoseconds since 1970; End is 0 until the span ends
	Status       Status
	StatusText   string
	Attrs        []attr.Value // each key once
	Events       []Event
	Links        []Link
	// DroppedAttrs, DroppedEvents and DroppedLinks count what limits left out.
	DroppedAttrs, DroppedEvents, DroppedLinks uint32
	// Foreign is the program's span, where a bridge made it.
	Foreign any

	began time.Time
	sink  *box
	// follows is who is told instead, once there is a span of the program.
	follows *followed
	counted Decision // as what the span counts as live
	first   [inline]attr.Value
}

var records = sync.Pool{New: func() any { return new(Record) }}

func newRecord() *Record {
	r := records.Get().(*Record)
	r.Attrs = r.first[:0]
	return r
}

// free gives the record back. Nothing of a request stays in it.
func (r *Record) free() {
	r.uncount()
	clear(r.first[:min(len(r.Attrs), inline)])
	clear(r.Events)
	clear(r.Links)
	r.Scope, r.Ctx, r.Attrs, r.Events, r.Links, r.Foreign, r.sink, r.follows = nil, nil, nil, r.Events[:0], r.Links[:0], nil, nil, nil
	r.Self, r.Parent, r.Name, r.Kind, r.Status, r.StatusText = ids.SpanContext{}, ids.SpanContext{}, "", 0, Unset, ""
	r.Path = ""
	r.Start, r.End, r.DroppedAttrs, r.DroppedEvents, r.DroppedLinks, r.began = 0, 0, 0, 0, 0, time.Time{}
	records.Put(r)
}

// Limits bound what a span holds. A negative number is no bound.
type Limits struct{ Attributes, Events, Links, EventAttributes, LinkAttributes int }

// DefaultLimits are those of the specification.
var DefaultLimits = Limits{128, 128, 128, 128, 128}

var limits atomic.Pointer[Limits]

// SetLimits bounds the spans that are recorded from now on.
func SetLimits(l Limits) { limits.Store(&l) }

func limitsNow() *Limits {
	if l := limits.Load(); l != nil {
		return l
	}
	return &DefaultLimits
}

// set adds attributes; one whose key is there replaces it.
func (r *Record) set(attrs []attr.Value) {
	most := limitsNow().Attributes
	for _, v := range attrs {
		if at := r.index(v); at >= 0 {
			r.Attrs[at] = v
		} else if v.Key() == nil {
			continue
		} else if most >= 0 && len(r.Attrs) >= most {
			r.DroppedAttrs++
		} else {
			r.Attrs = append(r.Attrs, v)
		}
	}
}

// index finds an attribute of the same name. Keys of one name may be two: a hook's and the program's.
func (r *Record) index(v attr.Value) int {
	key := v.Key()
	for i := range r.Attrs {
		if other := r.Attrs[i].Key(); other == key || key != nil && other.Name() == key.Name() {
			return i
		}
	}
	return -1
}

// event adds an event; of too many, the oldest goes.
func (r *Record) event(name string, at int64, attrs []attr.Value) {
	bounds := limitsNow()
	kept, dropped := bounded(attrs, bounds.EventAttributes)
	r.Events = latest(r.Events, Event{attr.ShortText(name), at, kept, dropped}, bounds.Events, &r.DroppedEvents)
}

// link adds a link; of too many, the oldest goes.
func (r *Record) link(to ids.SpanContext, attrs []attr.Value) {
	if !to.IsValid() && len(attrs) == 0 && to.State.String() == "" {
		return
	}
	bounds := limitsNow()
	kept, dropped := bounded(attrs, bounds.LinkAttributes)
	r.Links = latest(r.Links, Link{to, kept, dropped}, bounds.Links, &r.DroppedLinks)
}

// latest adds one to a list that holds the latest ones, at most so many; a negative number is no bound. It counts those that go.
func latest[T any](list []T, one T, most int, dropped *uint32) []T {
	switch {
	case most == 0:
		*dropped++
	case most > 0 && len(list) >= most:
		*dropped++
		copy(list, list[1:])
		list[len(list)-1] = one
	default:
		list = append(list, one)
	}
	return list
}

// bounded copies a list of attributes: the caller's may lie on its stack.
func bounded(attrs []attr.Value, most int) (kept []attr.Value, dropped uint32) {
	if most >= 0 && len(attrs) > most {
		attrs, dropped = attrs[:most], uint32(len(attrs)-most)
	}
	if len(attrs) == 0 {
		return nil, dropped
	}
	return slices.Clone(attrs), dropped
}

// status changes the status as the specification says: OK is final, Unset changes nothing.
func (r *Record) status(s Status, text string) {
	if r.Status == OK || s == Unset {
		return
	}
	if s != Failed {
		text = ""
	}
	r.Status, r.StatusText = s, attr.LongText(text)
}

// Clone gives a copy that does not share memory with anything, for sinks that keep records.
func (r *Record) Clone() *Record {
	out := &Record{
		Scope: r.Scope, Ctx: r.Ctx, Self: r.Self, Parent: r.Parent, Kind: r.Kind, Start: r.Start, End: r.End, Status: r.Status, Foreign: r.Foreign,
		DroppedAttrs: r.DroppedAttrs, DroppedEvents: r.DroppedEvents, DroppedLinks: r.DroppedLinks, began: r.began, sink: r.sink,
		Name: strings.Clone(r.Name), StatusText: strings.Clone(r.StatusText), Attrs: attr.CloneAll(r.Attrs),
	}
	for _, e := range r.Events {
		out.Events = append(out.Events, Event{strings.Clone(e.Name), e.Time, attr.CloneAll(e.Attrs), e.Dropped})
	}
	for _, l := range r.Links {
		out.Links = append(out.Links, Link{l.To, attr.CloneAll(l.Attrs), l.Dropped})
	}
	return out
}
