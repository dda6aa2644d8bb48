//go:build ignore

// This file becomes part of package log/slog (gots.yml, log/slog.ids).

package slog

import (
	"context"
	"slices"
	"sync/atomic"
	"unsafe"
)

// gotsIDs finds the span that a record belongs to: of ctx, which may be nil, else of the goroutine. All zero is none.
//
//go:linkname gotsIDs gots_log_slog_ids
var gotsIDs atomic.Pointer[func(ctx context.Context) gotsSpan]

// gotsSpan is a trace id, 16 bytes, and a span id, 8 bytes.
type gotsSpan = [24]byte

// gotsKeys holds the keys of the attributes that gotsMark adds. They are known by where they lie in memory: equal keys of the program lie
// elsewhere.
var gotsKeys = "trace_id span_id of gots"

func gotsTraceKey() string { return gotsKeys[:8] }
func gotsSpanKey() string  { return gotsKeys[9:16] }

func gotsSame(a, b string) bool {
	return len(a) == len(b) && unsafe.StringData(a) == unsafe.StringData(b)
}

func gotsIsMark(a Attr) bool {
	return gotsSame(a.Key, gotsTraceKey()) || gotsSame(a.Key, gotsSpanKey())
}

// gotsExport gives what takes a record that is logged in ctx, with all that its caller adds, and what With and WithGroup gave its logger (a
// *gotsWith, or nil). It is nil while nothing is exported.
//
//go:linkname gotsExport gots_log_slog_export
var gotsExport atomic.Pointer[func(ctx context.Context) func(r Record, with any)]

// gotsForget says that nothing will be exported, so that what With gives need not be kept.
//
//go:linkname gotsForget gots_log_slog_forget
var gotsForget atomic.Bool

// gotsWith is what With or WithGroup gave a logger, beside what it had.
type gotsWith struct {
	outer *gotsWith
	group string
	attrs []Attr
}

// GotsWith gives what there is to know to a package that cannot name the type; outer is nil or has the same method.
func (w *gotsWith) GotsWith() (outer any, group string, attrs []Attr) {
	if w.outer != nil {
		outer = w.outer
	}
	return outer, w.group, w.attrs
}

// gotsAdd gives a logger's own With, and another.
func (w *gotsWith) gotsAdd(group string, attrs []Attr) *gotsWith {
	if gotsForget.Load() {
		return nil
	}
	return &gotsWith{w, group, attrs}
}

// gotsRecord is a record on its way to a handler: it is exported, and marked.
func gotsRecord[T any](l *Logger, ctx context.Context, r Record, own []T) Record {
	if exporting := gotsExport.Load(); exporting != nil {
		if export := (*exporting)(ctx); export != nil {
			export(gotsWhole(l, r, own))
		}
	}
	return gotsMark(l.handler, ctx, r, own)
}

// gotsWhole gives the record with what its caller adds, and what the logger was given before.
func gotsWhole[T any](l *Logger, r Record, own []T) (whole Record, with any) {
	switch own := any(own).(type) {
	case []any:
		r.Add(own...)
	case []Attr:
		r.AddAttrs(own...)
	}
	given := l.gotsWith
	switch h := l.handler.(type) { // which may have got more before it became the logger's
	case *JSONHandler:
		given = h.gotsWith
	case *TextHandler:
		given = h.gotsWith
	case *defaultHandler:
		given = h.ch.gotsWith
	}
	if given == nil {
		return r, nil
	}
	return r, given
}

// gotsMark gives a record that is on its way to a handler of the program its ids as attributes, in front of what the caller adds: behind,
// they would become the value of a key that was left without one. A caller that gives a trace_id itself keeps it. The handlers of this
// package need no such attributes: they ask for the ids themselves, once they have the record.
func gotsMark[T any](h Handler, ctx context.Context, r Record, own []T) Record {
	ids := gotsIDs.Load()
	if ids == nil {
		return r
	}
	switch h.(type) {
	case *JSONHandler, *TextHandler, *defaultHandler:
		return r
	}
	for _, arg := range own {
		switch arg := any(arg).(type) {
		case string:
			if arg == "trace_id" {
				return r
			}
		case Attr:
			if arg.Key == "trace_id" {
				return r
			}
		}
	}
	span := (*ids)(ctx)
	if span == (gotsSpan{}) {
		return r
	}
	text := string(gotsAppendHex(make([]byte, 0, 48), span[:]))
	r.AddAttrs(Attr{gotsTraceKey(), StringValue(text[:32])}, Attr{gotsSpanKey(), StringValue(text[32:])})
	return r
}

// gotsAsk notes the ids for the handlers of this package.
func (r *Record) gotsAsk(ctx context.Context) {
	if ids := gotsIDs.Load(); ids != nil {
		r.gotsSpan = (*ids)(ctx)
	}
}

// gotsUnmark takes them off for handlers that have the ids of the context anyway.
//
//go:linkname gotsUnmark gots_log_slog_unmark
var gotsUnmark = func(r *Record) { r.gotsTake() }

// gotsTake takes the attributes of gotsMark off the record.
func (r *Record) gotsTake() (trace, span string) {
	take := func(a Attr) bool {
		if !gotsIsMark(a) {
			return false
		}
		if gotsSame(a.Key, gotsTraceKey()) {
			trace = a.Value.String()
		} else {
			span = a.Value.String()
		}
		return true
	}
	for i := 0; i < r.nFront; {
		if !take(r.front[i]) {
			i++
			continue
		}
		copy(r.front[i:], r.front[i+1:r.nFront])
		r.nFront--
		r.front[r.nFront] = Attr{}
	}
	if slices.ContainsFunc(r.back, gotsIsMark) {
		r.back = slices.DeleteFunc(slices.Clone(r.back), take) // copies of the record share the array
	}
	return trace, span
}

// gotsAppendIDs writes the ids before any group is open.
func (s *handleState) gotsAppendIDs(r *Record) {
	trace, span := r.gotsTake()
	if trace == "" && r.gotsSpan == (gotsSpan{}) {
		return
	}
	own := s.h.gotsOwn
	if len(s.h.groups) == 0 {
		r.Attrs(func(a Attr) bool {
			own |= gotsOwn(a)
			return true
		})
	}
	if own&gotsOwnTrace != 0 {
		return // with a trace of the program's own, our span would be one of another trace
	}
	s.appendKey("trace_id")
	s.gotsAppendID(trace, r.gotsSpan[:16])
	if own&gotsOwnSpan == 0 {
		s.appendKey("span_id")
		s.gotsAppendID(span, r.gotsSpan[16:])
	}
}

func (s *handleState) gotsAppendID(text string, id []byte) {
	if s.h.json {
		s.buf.WriteByte('"')
	}
	if text != "" {
		s.buf.WriteString(text)
	} else {
		*s.buf = gotsAppendHex(*s.buf, id)
	}
	if s.h.json {
		s.buf.WriteByte('"')
	}
}

func gotsAppendHex(to, id []byte) []byte {
	const digits = "0123456789abcdef"
	for _, b := range id {
		to = append(to, digits[b>>4], digits[b&15])
	}
	return to
}

const (
	gotsOwnTrace = 1 << iota
	gotsOwnSpan
)

// gotsOwn says which ids an attribute of the program gives, itself or as a group without a name, which is none.
func gotsOwn(a Attr) (own uint8) {
	switch {
	case a.Key == "trace_id":
		return gotsOwnTrace
	case a.Key == "span_id":
		return gotsOwnSpan
	case a.Key == "" && a.Value.Kind() == KindGroup:
		for _, inner := range a.Value.Group() {
			own |= gotsOwn(inner)
		}
	}
	return own
}

// gotsKeep notes the ids that With gives all records of a handler.
func (h *commonHandler) gotsKeep(as []Attr) {
	h.gotsWith = h.gotsWith.gotsAdd("", as)
	if len(h.groups) > 0 {
		return
	}
	for _, a := range as {
		h.gotsOwn |= gotsOwn(a)
	}
}
