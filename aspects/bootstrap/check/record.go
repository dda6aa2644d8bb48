package check

import (
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// name is that of the test records.
const name = "gots doctor"

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/bootstrap/check")

// request is one with a test record of the signal.
func request(signal rt.Signal, schemaURL string, described []attr.Value) [][]byte {
	now := time.Now().UnixNano()
	var data []byte
	switch signal {
	case rt.Traces:
		r := &rt.Record{Scope: &scope.Scope, Name: name, Kind: rt.Internal, Start: now, End: now}
		r.Self = ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID(), Flags: ids.Sampled}
		data = otlp.AppendSpan(nil, r)
	case rt.Logs:
		data = otlp.AppendLog(nil, &logrec.Record{
			Scope: &scope.Scope, Time: now, Observed: now, Severity: logrec.Info, SeverityText: "INFO", Body: attr.Program("body", 100).String(name),
		})
	case rt.Metrics:
		data = otlp.AppendMetric(nil, &meter.Metric{
			Scope: &scope.Scope, Name: "gots.doctor", Unit: "{check}", Text: "Checks by gots doctor", Form: meter.FormSum, Monotonic: true,
			Points: []meter.Point{{Start: now, Time: now, Int: 1}},
		})
	}
	return otlp.Request(otlp.Resource(described, schemaURL), []otlp.Block{{Scope: &scope.Scope, Data: data}})
}
