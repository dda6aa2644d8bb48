package propagate

import (
	"context"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// b3 is Zipkin's B3 (https://github.com/openzipkin/b3-propagation): one header, or several. Both forms are read, the single header
// first; the chosen one is written.
type b3 struct{ multi bool }

const (
	b3Single  = "b3"
	b3Trace   = "x-b3-traceid"
	b3Span    = "x-b3-spanid"
	b3Sampled = "x-b3-sampled"
	b3Flags   = "x-b3-flags"
)

func (p b3) Fields() []string {
	if p.multi {
		return []string{b3Trace, b3Span, b3Sampled}
	}
	return []string{b3Single}
}

func (p b3) Inject(ctx context.Context, to Carrier) {
	c, ok := current(ctx)
	if !ok {
		return
	}
	sampled := "0"
	if c.IsSampled() {
		sampled = "1"
	}
	if p.multi {
		to.Set(b3Trace, c.Trace.String())
		to.Set(b3Span, c.Span.String())
		to.Set(b3Sampled, sampled)
		return
	}
	to.Set(b3Single, c.Trace.String()+"-"+c.Span.String()+"-"+sampled)
}

func (p b3) Extract(ctx context.Context, from Carrier) context.Context {
	c, ok := parseB3(from.Get(b3Single))
	if !ok {
		c, ok = b3Headers(from)
	}
	if !ok {
		return ctx
	}
	return rt.WithRemote(ctx, c)
}

// parseB3 reads trace-span[-sampled[-parent]]. A sampling decision without ids names no span.
func parseB3(text string) (c ids.SpanContext, ok bool) {
	trace, rest, ok := strings.Cut(text, "-")
	if !ok {
		return c, false
	}
	span, rest, more := strings.Cut(rest, "-")
	if c.Trace, ok = b3TraceID(trace); !ok {
		return c, false
	}
	if c.Span, ok = ids.ParseSpanID(span); !ok {
		return c, false
	}
	if !more {
		return c, true // the decision is left to the receiver
	}
	state, parent, more := strings.Cut(rest, "-")
	if more {
		if _, ok := ids.ParseSpanID(parent); !ok {
			return c, false
		}
	}
	c.Flags, ok = b3Decision(state)
	return c, ok
}

func b3Headers(from Carrier) (c ids.SpanContext, ok bool) {
	if c.Trace, ok = b3TraceID(from.Get(b3Trace)); !ok {
		return c, false
	}
	if c.Span, ok = ids.ParseSpanID(from.Get(b3Span)); !ok {
		return c, false
	}
	if from.Get(b3Flags) == "1" { // debug: sampled, whatever else is said
		c.Flags = ids.Sampled
		return c, true
	}
	if state := from.Get(b3Sampled); state != "" {
		c.Flags, ok = b3Decision(state)
	}
	return c, ok
}

// b3Decision reads a sampling state: d is debug, which implies sampling.
func b3Decision(state string) (ids.Flags, bool) {
	switch state {
	case "1", "d", "true", "True":
		return ids.Sampled, true
	case "0", "false", "False":
		return 0, true
	}
	return 0, false
}

// b3TraceID reads an id of 64 or 128 bits.
func b3TraceID(text string) (ids.TraceID, bool) {
	if len(text) == 16 {
		text = "0000000000000000" + text
	}
	return ids.ParseTraceID(text)
}
