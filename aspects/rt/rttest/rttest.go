// Package rttest records what hooks record, for tests.
package rttest

import (
	"slices"
	"sync"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// Recorder is a sink that keeps copies.
type Recorder struct {
	mu      sync.Mutex
	started []string
	ended   []*rt.Record
	logs    []*logrec.Record
	// Decide is the sampler; nil records and samples everything.
	Decide func(*rt.Record) rt.Decision
}

// Use makes a new Recorder the sink of traces and logs, and switches metrics on, until the test ends.
func Use(t testing.TB) *Recorder {
	r := &Recorder{}
	traces, logs, metrics := rt.SetSink(rt.Traces, r), rt.SetSink(rt.Logs, r), rt.On(rt.Metrics)
	rt.Switch(rt.Metrics, true)
	t.Cleanup(func() {
		rt.SetSink(rt.Traces, traces)
		rt.SetSink(rt.Logs, logs)
		rt.Switch(rt.Metrics, metrics)
	})
	return r
}

// Start notes the name of the span.
func (r *Recorder) Start(record *rt.Record) rt.Decision {
	r.mu.Lock()
	r.started = append(r.started, record.Name)
	r.mu.Unlock()
	if r.Decide != nil {
		return r.Decide(record)
	}
	return rt.RecordAndSample
}

// End keeps a copy of the span.
func (r *Recorder) End(record *rt.Record) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.ended = append(r.ended, record.Clone())
}

// Log keeps a copy of the log record.
func (r *Recorder) Log(record *logrec.Record) {
	kept := *record
	kept.Body, kept.Attrs = record.Body.Clone(), attr.CloneAll(record.Attrs)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.logs = append(r.logs, &kept)
}

// Started gives the names of the spans that began.
func (r *Recorder) Started() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.started)
}

// Ended gives the spans that ended, in that order.
func (r *Recorder) Ended() []*rt.Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.ended)
}

// Logs gives the log records.
func (r *Recorder) Logs() []*logrec.Record {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.logs)
}

// Attrs gives attributes by name, as Go values.
func Attrs(values []attr.Value) map[string]any {
	out := make(map[string]any, len(values))
	for _, v := range values {
		out[v.Name()] = v.Any()
	}
	return out
}
