package sdkmetrics

import (
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

var (
	parentOrigin   = attr.Short("otel.span.parent.origin")
	samplingResult = attr.Short("otel.span.sampling_result")
)

// The values of the two, in the order of rt.SpanCounts.
var (
	origins = [...]string{rt.NoParent: "none", rt.LocalParent: "local", rt.RemoteParent: "remote"}
	results = [...]string{rt.Drop: "DROP", rt.RecordOnly: "RECORD_ONLY", rt.RecordAndSample: "RECORD_AND_SAMPLE"}
)

func init() {
	rt.Instrument(name, func() {
		meter.Observe(scope, []meter.Observable{
			{Kind: meter.KindCounter, Desc: meter.Desc{Name: "otel.sdk.span.started", Unit: "{span}", Text: "The number of created spans."}},
			{Kind: meter.KindUpDown, Desc: meter.Desc{
				Name: "otel.sdk.span.live", Unit: "{span}", Text: "The number of created spans with recording=true for which the end operation has not been called yet.",
			}},
			{Kind: meter.KindCounter, Desc: meter.Desc{Name: "otel.sdk.log.created", Unit: "{log_record}", Text: "The number of logs submitted to enabled SDK Loggers."}},
		}, created)
	})
}

// created tells how many spans and log records there were. Kinds of spans that never were are left out.
func created(o meter.Observer) {
	counts := rt.CountSpans()
	for result, text := range results {
		for origin := range origins {
			if n := counts.Started[origin][result]; n > 0 {
				o.Int(0, n, parentOrigin.String(origins[origin]), samplingResult.String(text))
			}
		}
		if counts.Started[rt.NoParent][result]+counts.Started[rt.LocalParent][result]+counts.Started[rt.RemoteParent][result] > 0 && rt.Decision(result) != rt.Drop {
			o.Int(1, counts.Live[result], samplingResult.String(text))
		}
	}
	if n := rt.CountLogs(); n > 0 {
		o.Int(2, n)
	}
}
