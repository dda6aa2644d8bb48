package propagate

import (
	"context"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// traceContext is W3C Trace Context, level 2 (https://www.w3.org/TR/trace-context-2/).
type traceContext struct{}

const (
	traceParent = "traceparent"
	traceState  = "tracestate"
	digits      = "0123456789abcdef"
)

func (traceContext) Fields() []string { return []string{traceParent, traceState} }

func (traceContext) Inject(ctx context.Context, to Carrier) {
	c, ok := current(ctx)
	if !ok {
		return
	}
	if state := c.State.String(); state != "" {
		to.Set(traceState, state)
	}
	text := make([]byte, 0, 55)
	text = append(text, "00-"...)
	text = appendHex(text, c.Trace[:])
	text = append(text, '-')
	text = appendHex(text, c.Span[:])
	// Other flags stay here: receivers of version 00 that were written before level 2 refuse a header with them.
	text = append(text, '-', '0', digits[c.Flags&ids.Sampled])
	to.Set(traceParent, string(text))
}

func (traceContext) Extract(ctx context.Context, from Carrier) context.Context {
	c, ok := parseTraceParent(from.Get(traceParent))
	if !ok {
		return ctx
	}
	c.State, _ = ids.ParseState(strings.Join(values(from, traceState), ","))
	return rt.WithRemote(ctx, c)
}

// parseTraceParent reads version-trace-span-flags. Later versions than 00 may have more behind it; ff is none.
func parseTraceParent(text string) (c ids.SpanContext, ok bool) {
	if len(text) < 55 || text[2] != '-' || text[35] != '-' || text[52] != '-' || hasCapitals(text[:55]) {
		return c, false
	}
	version, ok := parseByte(text[:2])
	if !ok || version == 0xff || version == 0 && len(text) != 55 || len(text) > 55 && text[55] != '-' {
		return c, false
	}
	bits, ok := parseByte(text[53:55])
	if !ok {
		return c, false
	}
	if c.Trace, ok = ids.ParseTraceID(text[3:35]); !ok {
		return ids.SpanContext{}, false
	}
	if c.Span, ok = ids.ParseSpanID(text[36:52]); !ok {
		return ids.SpanContext{}, false
	}
	c.Flags = ids.Flags(bits) & (ids.Sampled | ids.Random)
	return c, true
}

func hasCapitals(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 'A' && text[i] <= 'Z' {
			return true
		}
	}
	return false
}

func parseByte(text string) (b byte, ok bool) {
	for i := 0; i < 2; i++ {
		at := strings.IndexByte(digits, text[i])
		if at < 0 {
			return 0, false
		}
		b = b<<4 | byte(at)
	}
	return b, true
}

func appendHex(to []byte, bytes []byte) []byte {
	for _, b := range bytes {
		to = append(to, digits[b>>4], digits[b&15])
	}
	return to
}

// baggage is W3C Baggage (https://www.w3.org/TR/baggage/).
type baggage struct{}

const baggageHeader = "baggage"

func (baggage) Fields() []string { return []string{baggageHeader} }

func (baggage) Inject(ctx context.Context, to Carrier) {
	if text := rt.BaggageOf(ctx).String(); text != "" {
		to.Set(baggageHeader, text)
	}
}

func (baggage) Extract(ctx context.Context, from Carrier) context.Context {
	b := ids.ParseBaggage(strings.Join(values(from, baggageHeader), ","))
	if len(b.Members()) == 0 {
		return ctx
	}
	return rt.WithBaggage(ctx, b)
}
