package life

import (
	"context"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/collect"
	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/console"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/queue"
	"github.com/gots-dev/gots/aspects/bootstrap/resource"
	"github.com/gots-dev/gots/aspects/bootstrap/sample"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// telemetry is what was started: for each signal what takes its records, nil where the signal is off.
type telemetry struct {
	traces, logs *queue.Sink
	metrics      *collect.Pipeline
	// head is the resource as requests begin with it. A copy of the process gets another.
	head atomic.Pointer[[]byte]
	set  config.Settings

	mu    sync.Mutex
	taken map[rt.Signal]bool
}

// assemble starts what the settings ask for; nil if that is nothing. What cannot start is told, and left out.
func assemble(set config.Settings, described []attr.Value) *telemetry {
	if len(set.Traces)+len(set.Metrics)+len(set.Logs) == 0 {
		return nil
	}
	t := &telemetry{set: set, taken: map[rt.Signal]bool{}}
	t.describe(described)
	rt.OnTakeOver(t.takenOver) // first of those signals that the program has taken over already
	if !t.has(rt.Traces) {
		t.traces = t.sink(rt.Traces, set.Traces)
	}
	if t.traces != nil {
		t.traces.Decide = sample.New(set.Sampler, set.Routes).Decide
		rt.SetSink(rt.Traces, t.traces)
	}
	if !t.has(rt.Logs) {
		t.logs = t.sink(rt.Logs, set.Logs)
	}
	if t.logs != nil {
		rt.SetSink(rt.Logs, t.logs)
	}
	if len(set.Metrics) > 0 && !t.has(rt.Metrics) && !(t.has(rt.Traces) && unasked(set.Metrics)) {
		t.metrics = collect.Start(set, collect.Options{
			Resource: described, Head: func() []byte { return *t.head.Load() }, Encode: otlp.AppendMetric, Say: warn,
			Exporter: func(e config.Exporter) (transport.Exporter, error) { return newExporter(rt.Metrics, e) },
		})
	}
	if t.traces == nil && t.logs == nil && t.metrics == nil {
		return nil
	}
	return t
}

func (t *telemetry) describe(attrs []attr.Value) {
	head := otlp.Resource(attrs, resource.SchemaURL)
	t.head.Store(&head)
}

// sink makes a queue for each exporter.
func (t *telemetry) sink(signal rt.Signal, exporters []config.Exporter) *queue.Sink {
	sink := &queue.Sink{}
	for _, e := range exporters {
		exporter, err := newExporter(signal, e)
		if err != nil {
			warn("no %s are sent: %v", signal, err)
			continue
		}
		sink.Queues = append(sink.Queues, queue.New(signal, e.Batch, transport.NewSender(signal, exporter, warn), queue.Options{
			Resource: func() []byte { return *t.head.Load() }, Say: warn, Exports: sdkmetrics.ExporterOf(signal, e),
			Component: sdkmetrics.ProcessorKind(signal, e.Batch.Simple),
			// A copy of the process is another instance, with another pid.
			Forked: func() { t.describe(newResource(t.set)) },
		}))
		say(config.Debug, "%s go to %s", signal, place(e))
	}
	if len(sink.Queues) == 0 {
		return nil
	}
	return sink
}

func place(e config.Exporter) string {
	if e.Kind == config.OTLP {
		return e.Shown + " by " + string(e.Protocol)
	}
	return string(e.Kind)
}

func newExporter(signal rt.Signal, e config.Exporter) (transport.Exporter, error) {
	if e.Kind == config.Console {
		return console.New(signal, os.Stdout), nil
	}
	return transport.New(signal, e, exiting)
}

// unasked says that all of these exporters are defaults.
func unasked(exporters []config.Exporter) bool {
	for _, e := range exporters {
		if !e.Default {
			return false
		}
	}
	return true
}

func (t *telemetry) has(s rt.Signal) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.taken[s]
}

// takenOver is told that the program has a provider of its own for a signal. A program that chose where its traces go has not asked for
// a second connection for metrics (ADR 39).
func (t *telemetry) takenOver(s rt.Signal) {
	t.mu.Lock()
	t.taken[s] = true
	metrics := t.metrics
	drop := s == rt.Traces && metrics != nil && unasked(t.set.Metrics) && !t.taken[rt.Metrics]
	if drop {
		t.metrics = nil
	}
	t.mu.Unlock()
	if drop {
		rt.Switch(rt.Metrics, false)
		metrics.Drop()
	}
}

func (t *telemetry) flush(ctx context.Context) {
	t.each(ctx, (*queue.Sink).Flush, (*collect.Pipeline).Flush)
}

// shutdown sends everything for the last time. The last collection of metrics counts what has become of spans and log records, so it waits
// for these, but for no more than half of the time: a place that hangs may not cost the metrics.
func (t *telemetry) shutdown(ctx context.Context) {
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		t.each(ctx, (*queue.Sink).Flush, nil)
	}()
	half, cancel := halfOf(ctx)
	select {
	case <-sent:
	case <-half.Done():
	}
	cancel()
	t.each(ctx, nil, (*collect.Pipeline).Shutdown)
	<-sent // at the end of ctx at the latest
	t.each(ctx, (*queue.Sink).Shutdown, nil)
}

// halfOf gives a context that ends when half of the time is over that ctx has left.
func halfOf(ctx context.Context) (context.Context, context.CancelFunc) {
	end, ok := ctx.Deadline()
	if !ok {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, time.Until(end)/2)
}

// each has all signals do something at the same time, those for which there is something to do. What goes wrong has been told where it went
// wrong.
func (t *telemetry) each(ctx context.Context, sink func(*queue.Sink, context.Context) error, metrics func(*collect.Pipeline, context.Context) error) {
	t.mu.Lock()
	pipeline := t.metrics
	t.mu.Unlock()
	var all sync.WaitGroup
	do := func(work func() error) {
		all.Add(1)
		go func() {
			defer all.Done()
			defer func() {
				if p := recover(); p != nil {
					say(config.Error, "flushing panicked (%T)", p)
				}
			}()
			if err := work(); err != nil && !errors.Is(err, context.DeadlineExceeded) {
				say(config.Debug, "flushing: %v", err)
			}
		}()
	}
	for _, s := range []*queue.Sink{t.traces, t.logs} {
		if s != nil && sink != nil {
			do(func() error { return sink(s, ctx) })
		}
	}
	if pipeline != nil && metrics != nil {
		do(func() error { return metrics(pipeline, ctx) })
	}
	all.Wait()
}
