package sdkmetrics

import (
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// QueueFull is the failure of records that a full queue did not take.
const QueueFull = "queue_full"

// processed are the counters of the processors of a signal. Metrics have none.
var processed = func() (all [len(things)]*meter.Counter[ended]) {
	for _, signal := range []rt.Signal{rt.Traces, rt.Logs} {
		all[signal] = meter.NewCounter(scope, meter.Desc{
			Name: "otel.sdk.processor." + things[signal].word + ".processed", Unit: things[signal].unit,
			Text: "The number of " + things[signal].text + " for which the processing has finished, either successful or failed.",
		}, ended.attrs)
	}
	return all
}()

// Processor measures a queue.
type Processor struct {
	signal rt.Signal
	component
	stop func()
}

// NewProcessor makes the measuring part of a queue of spans or log records. kind is a value of otel.component.type, such as
// batching_span_processor. queue tells how many records wait, and how many may.
func NewProcessor(signal rt.Signal, kind string, queue func() (size, capacity int)) *Processor {
	if !rt.Enabled(name) || processed[signal] == nil {
		return nil
	}
	p := &Processor{signal: signal, component: newComponent(kind)}
	of := func(what, text string) meter.Observable {
		return meter.Observable{Kind: meter.KindUpDown, Desc: meter.Desc{
			Name: "otel.sdk.processor." + things[signal].word + ".queue." + what, Unit: things[signal].unit, Text: text,
		}}
	}
	attrs := attr.CloneAll(p.attrs())
	p.stop = meter.Observe(scope, []meter.Observable{
		of("size", "The number of "+things[signal].text+" in the queue of a given instance of an SDK processor."),
		of("capacity", "The maximum number of "+things[signal].text+" the queue of a given instance of an SDK processor can hold."),
	}, func(o meter.Observer) {
		size, capacity := queue()
		o.Int(0, int64(size), attrs...)
		o.Int(1, int64(capacity), attrs...)
	})
	return p
}

// Processed is told that n records have gone on to an exporter, or, with a failure such as QueueFull, that they are lost.
func (p *Processor) Processed(n int, failure string) {
	if p != nil && n > 0 {
		processed[p.signal].Add(nil, ended{component: p.component, failure: failure}, int64(n))
	}
}

// Close ends the observation of the queue.
func (p *Processor) Close() {
	if p != nil {
		p.stop()
	}
}
