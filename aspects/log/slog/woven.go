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
	if len(h.groups) > 0 {
		return
	}
	for _, a := range as {
		h.gotsOwn |= gotsOwn(a)
	}
}
