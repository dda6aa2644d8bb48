package transport

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
)

// Exporter is a place that requests go to: a Client, or the console.
type Exporter interface {
	Export(ctx context.Context, message [][]byte) Outcome
	// Shown is what messages call the place, Implied says that it was not asked for.
	Shown() string
	Implied() bool
	Close()
}

// Sender sends with an exporter and tells what goes wrong, at most one line a minute. What several signals suffer from is told once.
type Sender struct {
	exporter Exporter
	signal   rt.Signal
	say      func(format string, args ...any)

	mu   sync.Mutex
	told time.Time
	// ever says that a request has been taken, silent that the last one got no answer.
	ever, silent atomic.Bool
	refusals     atomic.Int32
}

// NewSender makes a sender; say writes a line for people to read.
func NewSender(signal rt.Signal, exporter Exporter, say func(format string, args ...any)) *Sender {
	return &Sender{exporter: exporter, signal: signal, say: say}
}

// Send sends a request. A panic of the exporter stays inside.
func (s *Sender) Send(ctx context.Context, message [][]byte) (out Outcome) {
	defer func() {
		if p := recover(); p != nil {
			out = Outcome{Kind: Failed, Err: fmt.Errorf("sending %s panicked (%T)", s.signal, p), Type: "panic"}
		}
		s.note(out)
		s.tell(out)
	}()
	return s.exporter.Export(ctx, message)
}

func (s *Sender) note(out Outcome) {
	s.silent.Store(out.Unreachable)
	if out.Kind == Sent || out.Kind == Partial {
		s.ever.Store(true)
	}
	if out.Refused {
		s.refusals.Add(1)
	} else {
		s.refusals.Store(0)
	}
}

// Hopeless says that no request has ever been taken and that the last one got no answer: the end of a program does not wait for more.
func (s *Sender) Hopeless() bool { return s.silent.Load() && !s.ever.Load() }

// Refused says that no program listens at the endpoint, which is known at once.
func (s *Sender) Refused() bool { return s.refusals.Load() > 0 }

// Silent says that what is lost is not to be told of: no one asked for this endpoint, and that no program listens there has been said.
func (s *Sender) Silent() bool { return s.exporter.Implied() && s.Hopeless() && s.Refused() }

// Rest is how long to leave an endpoint alone at whose port no program listens: longer each time, up to a minute.
func (s *Sender) Rest() time.Duration {
	n := s.refusals.Load()
	if n == 0 {
		return 0
	}
	return min(time.Second<<min(n, 10), time.Minute)
}

// Close closes the exporter's connections.
func (s *Sender) Close() { s.exporter.Close() }

// said is what has been said about endpoints, by any signal, and when.
var said = struct {
	sync.Mutex
	at map[string]time.Time
}{at: map[string]time.Time{}}

// mostSaid bounds what is remembered: servers choose their texts.
const mostSaid = 100

func (s *Sender) tell(out Outcome) {
	if out.Err == nil {
		return
	}
	if out.Refused && s.exporter.Implied() && !s.ever.Load() {
		if !out.Unasked && once("refused\n"+s.exporter.Shown(), 0) {
			s.say("no program listens at %s, the default endpoint of OTLP; what is recorded is dropped until one does (OTEL_EXPORTER_OTLP_ENDPOINT "+
				"says where to send, OTEL_SDK_DISABLED=true switches telemetry off)", s.exporter.Shown())
		}
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now := time.Now()
	if !s.told.IsZero() && now.Sub(s.told) < time.Minute {
		return
	}
	what := out.Err.Error()
	if f, ok := out.Err.(*failure); ok {
		what = f.what
	}
	if once(what+"\n"+s.exporter.Shown(), time.Minute) {
		s.told = now
		s.say("%v", out.Err)
	}
}

// once says whether this has not been said since so long; ever, if that is 0.
func once(what string, since time.Duration) bool {
	said.Lock()
	defer said.Unlock()
	now := time.Now()
	if before, ok := said.at[what]; ok && (since == 0 || now.Sub(before) < since) {
		return false
	}
	if len(said.at) >= mostSaid {
		clear(said.at)
	}
	said.at[what] = now
	return true
}
