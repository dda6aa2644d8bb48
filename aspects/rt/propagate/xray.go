package propagate

import (
	"context"
	"strings"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// xray is AWS X-Ray's header (https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader):
// Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1
type xray struct{}

const xrayHeader = "x-amzn-trace-id"

func (xray) Fields() []string { return []string{xrayHeader} }

func (xray) Inject(ctx context.Context, to Carrier) {
	if c, ok := current(ctx); ok {
		trace := c.Trace.String()
		to.Set(xrayHeader, "Root=1-"+trace[:8]+"-"+trace[8:]+";Parent="+c.Span.String()+";Sampled="+string(digits[c.Flags&ids.Sampled]))
	}
}

func (xray) Extract(ctx context.Context, from Carrier) context.Context {
	c, ok := ParseXRay(from.Get(xrayHeader))
	if !ok {
		return ctx
	}
	return rt.WithRemote(ctx, c)
}

// ParseXRay reads X-Ray's header, also from where else AWS puts its text: _X_AMZN_TRACE_ID, the attribute AWSTraceHeader of messages. ok
// is false unless it names a span. Without a sampling decision (Sampled=?, or none) the span is not sampled.
func ParseXRay(text string) (c ids.SpanContext, ok bool) {
	if len(text) > 1024 {
		return c, false
	}
	for rest, more := text, true; more; {
		var part string
		part, rest, more = strings.Cut(rest, ";")
		key, value, _ := strings.Cut(strings.TrimSpace(part), "=")
		switch strings.ToLower(key) {
		case "root":
			if len(value) != 35 || value[:2] != "1-" || value[10] != '-' {
				return ids.SpanContext{}, false
			}
			if c.Trace, ok = ids.ParseTraceID(value[2:10] + value[11:]); !ok {
				return ids.SpanContext{}, false
			}
		case "parent":
			if c.Span, ok = ids.ParseSpanID(value); !ok {
				return ids.SpanContext{}, false
			}
		case "sampled":
			c.Flags = flags(value == "1")
		}
	}
	return c, c.IsValid()
}
