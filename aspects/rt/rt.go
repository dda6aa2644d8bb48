// Package rt is what hooks call to record spans. It needs the standard library only, and of that no network, no logging and no SQL, so
// that woven packages of any depth may call hooks. What becomes of the records is up to a Sink.
package rt

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/noise"
)

// Version of the hooks, reported as the version of their instrumentation scopes.
const Version = "0.1.0"

// Signal is one of the three kinds of telemetry.
type Signal uint8

// The signals.
const (
	Traces Signal = iota
	Metrics
	Logs
	signals
)

// String gives the name that the protocol has for it: "traces", "metrics", "logs".
func (s Signal) String() string {
	if s >= signals {
		return "unknown"
	}
	return [...]string{"traces", "metrics", "logs"}[s]
}

// Decision is a sampler's.
type Decision uint8

// What becomes of a span. The zero Decision drops it.
const (
	Drop            Decision = iota
	RecordOnly               // processors see it, it is not sent
	RecordAndSample          // it is sent
)

// Sink takes what is recorded. Its methods are called from many goroutines; a panic in them costs the record and is reported.
type Sink interface {
	// Start decides about a span that begins. It may change Self.State, and replace Self together with Foreign. The record has name, kind,
	// parent, ids, links and the attributes known so far.
	Start(*Record) Decision
	// End takes a span that ended. The record is used again when End returns.
	End(*Record)
	// Log takes a log record, which is the caller's again when Log returns.
	Log(*logrec.Record)
}

type box struct{ Sink }

var (
	sinks [signals]atomic.Pointer[box]
	on    [signals]atomic.Bool
)

// SetSink makes sink the one that takes spans (Traces) or log records (Logs) from now on; nil is none. It switches the signal on or off.
// Spans end in the sink that they began with.
func SetSink(s Signal, sink Sink) (before Sink) {
	if sink != nil && disabled.Load() {
		return nil
	}
	var now *box
	if sink != nil {
		now = &box{sink}
	}
	if old := sinks[s].Swap(now); old != nil {
		before = old.Sink
	}
	Switch(s, sink != nil)
	return before
}

// SinkOf gives the sink of a signal; nil for none.
func SinkOf(s Signal) Sink {
	if b := sinks[s].Load(); b != nil {
		return b.Sink
	}
	return nil
}

// On says whether a signal is recorded. Hooks ask before they build anything.
func On(s Signal) bool { return on[s].Load() }

// Switch says whether a signal is recorded: of metrics, which have no sink, the bootstrap or a bridge says so. The first signal that is
// switched on installs the hooks.
func Switch(s Signal, to bool) {
	if to && disabled.Load() {
		return
	}
	on[s].Store(to)
	if to {
		install()
	}
}

var hooks struct {
	sync.Mutex
	installing bool
	waiting    []hook
}

type hook struct {
	name  string
	store func()
}

// Instrument registers the hooks of an instrumented library; name is what the lists of instrumentations call it, an import path. store
// stores the pointers that woven code calls. It is called once, when the first signal is switched on, and never if the name is not
// enabled: a program in which nothing is recorded pays one atomic load at each place.
func Instrument(name string, store func()) {
	hooks.Lock()
	hooks.waiting = append(hooks.waiting, hook{name, store})
	hooks.Unlock()
	if On(Traces) || On(Metrics) || On(Logs) {
		install()
	}
}

func install() {
	hooks.Lock()
	waiting := hooks.waiting
	hooks.waiting = nil
	hooks.Unlock()
	for _, h := range waiting {
		if Enabled(h.name) {
			h.store()
			installed.Store(h.name, nil)
		}
	}
}

// Enabled says whether the instrumentation of that name is wanted: OTEL_GO_ENABLED_INSTRUMENTATIONS,
// OTEL_GO_DISABLED_INSTRUMENTATIONS or the configuration file.
func Enabled(name string) bool { return noise.Enabled(name) }

// Suppress marks a context in which no hook records anything, for the requests of exporters.
func Suppress(ctx context.Context) context.Context { return noise.Suppress(ctx) }

// Exclude marks the context of a request that is left out: hooks make no spans and no measurements in it.
func Exclude(ctx context.Context) context.Context { return noise.Exclude(ctx) }

// Suppressed says whether no span and no measurement is to be made in ctx. The goroutine's scope counts where ctx has no span.
func Suppressed(ctx context.Context) bool {
	if noise.Suppressed(ctx) {
		return true
	}
	scope := local.Current()
	return scope != nil && (scope.Suppressed || scope.Excluded) && !find(ctx).found()
}

// SuppressedLogs says whether not even log records are to be exported in ctx: what is logged in a request that is left out is exported, what an
// exporter logs is not.
func SuppressedLogs(ctx context.Context) bool {
	if noise.SuppressedLogs(ctx) {
		return true
	}
	scope := local.Current()
	return scope != nil && scope.Suppressed && !find(ctx).found()
}

// Log hands a log record to the sink of logs.
func Log(r *logrec.Record) {
	if sink := SinkOf(Logs); sink != nil {
		if On(Metrics) {
			ownTally().logs.Add(1)
		}
		defer Recover("logs")
		sink.Log(r)
	}
}
