package otlp

import (
	"testing"
	"time"

	"go.opentelemetry.io/otel/exporters/otlp/otlplog/otlploghttp"
	"go.opentelemetry.io/otel/log"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/log/logtest"
	"go.opentelemetry.io/otel/trace"
	collector "go.opentelemetry.io/proto/otlp/collector/logs/v1"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

func TestLogs(t *testing.T) {
	address, last := sink(t)
	exporter, err := otlploghttp.New(background, otlploghttp.WithEndpointURL(address))
	must(t, err)
	for seed := range uint64(requests) {
		r := newRandom(seed)
		theirResource, ourResource := r.resource()
		scopes := r.scopes()
		var theirs []sdklog.Record
		var blocks []otlp.Block
		for range 1 + r.count(20) {
			at := r.IntN(len(scopes.ours))
			factory, record := r.record()
			factory.InstrumentationScope, record.Scope = &scopes.theirs[at], scopes.ours[at]
			factory.Resource = theirResource
			theirs = append(theirs, factory.NewRecord())
			blocks = append(blocks, otlp.Block{Scope: record.Scope, Data: otlp.AppendLog(nil, record)})
		}
		must(t, exporter.Export(background, theirs))
		compare(t, seed, rt.Logs, *last, join(ourResource, blocks), func() *collector.ExportLogsServiceRequest { return new(collector.ExportLogsServiceRequest) }, logsFromJSON)
	}
}

func (r random) record() (logtest.RecordFactory, *logrec.Record) {
	record := &logrec.Record{
		Time: r.time(), Observed: r.time(), Severity: logrec.Severity(r.IntN(25)), SeverityText: r.text(), EventName: r.text(), Dropped: uint32(r.IntN(3)),
	}
	factory := logtest.RecordFactory{
		Timestamp: time.Unix(0, record.Time), ObservedTimestamp: time.Unix(0, record.Observed), Severity: log.Severity(record.Severity),
		SeverityText: record.SeverityText, EventName: record.EventName, DroppedAttributes: int(record.Dropped),
	}
	if !r.one(10) {
		factory.Body, record.Body = r.value("body", 3)
	}
	factory.Attributes, record.Attrs = r.attributes(20, 3)
	_, within := r.context(r.one(2))
	record.Trace, record.Span, record.Flags = within.Trace, within.Span, within.Flags
	factory.TraceID, factory.SpanID, factory.TraceFlags = trace.TraceID(within.Trace), trace.SpanID(within.Span), trace.TraceFlags(within.Flags)
	return factory, record
}
