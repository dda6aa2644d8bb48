package propagate

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// jaeger is the header uber-trace-id (https://www.jaegertracing.io/docs/1.21/client-libraries/#propagation-format). Its baggage headers
// are not read: the specification lists them as optional, and any header could be one.
type jaeger struct{}

const jaegerHeader = "uber-trace-id"

func (jaeger) Fields() []string { return []string{jaegerHeader} }

func (jaeger) Inject(ctx context.Context, to Carrier) {
	if c, ok := current(ctx); ok {
		to.Set(jaegerHeader, c.Trace.String()+":"+c.Span.String()+":0:"+string(digits[c.Flags&ids.Sampled]))
	}
}

func (jaeger) Extract(ctx context.Context, from Carrier) context.Context {
	c, ok := parseJaeger(from.Get(jaegerHeader))
	if !ok {
		return ctx
	}
	return rt.WithRemote(ctx, c)
}

// parseJaeger reads trace:span:parent:flags, whose ids may lack zeros in front, and whose colons may be escaped.
func parseJaeger(text string) (c ids.SpanContext, ok bool) {
	if len(text) > 200 {
		return c, false
	}
	if strings.Contains(text, "%") {
		plain, err := url.QueryUnescape(text)
		if err != nil {
			return c, false
		}
		text = plain
	}
	parts := strings.Split(text, ":")
	if len(parts) != 4 {
		return c, false
	}
	trace, ok := padded(parts[0], 32)
	if !ok {
		return c, false
	}
	span, ok := padded(parts[1], 16)
	if !ok {
		return c, false
	}
	if c.Trace, ok = ids.ParseTraceID(trace); !ok {
		return c, false
	}
	if c.Span, ok = ids.ParseSpanID(span); !ok {
		return c, false
	}
	bits, err := strconv.ParseUint(parts[3], 16, 8)
	if err != nil {
		return c, false
	}
	c.Flags = flags(bits&1 != 0)
	return c, true
}

func padded(text string, length int) (string, bool) {
	if text == "" || len(text) > length {
		return "", false
	}
	return strings.Repeat("0", length-len(text)) + text, true
}
