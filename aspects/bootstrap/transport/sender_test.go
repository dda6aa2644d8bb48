package transport

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
)

// place answers with one outcome after the other, the last one for ever.
type place struct {
	name     string
	implied  bool
	outcomes []Outcome
}

func (p *place) Export(context.Context, [][]byte) Outcome {
	out := p.outcomes[0]
	if len(p.outcomes) > 1 {
		p.outcomes = p.outcomes[1:]
	}
	if out.Kind == 99 {
		panic("not outside")
	}
	return out
}

func (p *place) Shown() string { return p.name }
func (p *place) Implied() bool { return p.implied }
func (*place) Close()          {}

func refused() Outcome {
	return Outcome{Kind: Failed, Err: errors.New("connection refused"), Refused: true, Unreachable: true}
}

// send sends n times and gives what was said.
func send(s *Sender, said *[]string, n int) []string {
	*said = nil
	for range n {
		s.Send(context.Background(), nil)
	}
	return *said
}

func noting(signal rt.Signal, p *place) (*Sender, *[]string) {
	var said []string
	return NewSender(signal, p, func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }), &said
}

// Where nothing is configured and nothing listens, one line for all signals says so, and no more follow.
func TestARefusedDefaultIsToldOnce(t *testing.T) {
	traces, said := noting(rt.Traces, &place{"http://refused:1", true, []Outcome{refused()}})
	if lines := send(traces, said, 5); len(lines) != 1 || !strings.Contains(lines[0], "http://refused:1") || !strings.Contains(lines[0], "OTEL_SDK_DISABLED") {
		t.Errorf("%q", lines)
	}
	if !traces.Hopeless() || traces.Rest() != 32*time.Second {
		t.Errorf("hopeless %v, rest %v", traces.Hopeless(), traces.Rest())
	}
	if send(traces, said, 1); traces.Rest() != time.Minute {
		t.Errorf("rest %v", traces.Rest())
	}
	metrics, said := noting(rt.Metrics, &place{"http://refused:1", true, []Outcome{refused()}})
	if lines := send(metrics, said, 5); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
}

// A command that ends before it has sent anything says nothing of a collector that no variable asked for; one that runs on does.
func TestARefusedDefaultAtTheEndIsNotTold(t *testing.T) {
	late := refused()
	late.Unasked = true
	traces, said := noting(rt.Traces, &place{"http://late:1", true, []Outcome{late, late, refused()}})
	if lines := send(traces, said, 2); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
	if lines := send(traces, said, 1); len(lines) != 1 {
		t.Errorf("%q", lines)
	}
}

// A collector that was there and goes away is news, as is one that was asked for.
func TestFailuresAreToldOnceAMinute(t *testing.T) {
	gone, said := noting(rt.Traces, &place{"http://gone:1", true, []Outcome{{Kind: Sent}, refused()}})
	if lines := send(gone, said, 5); len(lines) != 1 || lines[0] != "connection refused" || gone.Hopeless() {
		t.Errorf("%q, hopeless %v", lines, gone.Hopeless())
	}
	asked, said := noting(rt.Traces, &place{"http://asked:1", false, []Outcome{refused()}})
	if lines := send(asked, said, 5); len(lines) != 1 {
		t.Errorf("%q", lines)
	}
	asked.told = asked.told.Add(-2 * time.Minute)
	clear(saidBefore())
	if lines := send(asked, said, 2); len(lines) != 1 {
		t.Errorf("a minute later: %q", lines)
	}
	// What two signals suffer from is told once, though each line names its signal.
	failing := func(signal rt.Signal) Outcome {
		return Outcome{Kind: Failed, Err: &failure{"sending " + signal.String() + ": ", "status 500", nil}}
	}
	for i, signal := range []rt.Signal{rt.Traces, rt.Logs} {
		s, said := noting(signal, &place{"http://both:1", false, []Outcome{failing(signal)}})
		if lines := send(s, said, 3); len(lines) != 1-i {
			t.Errorf("%v: %q", signal, lines)
		}
	}
	partial, said := noting(rt.Logs, &place{"http://partial:1", false, []Outcome{{Kind: Partial, Rejected: 1, Err: errors.New("took all but 1")}}})
	if lines := send(partial, said, 3); len(lines) != 1 || partial.Hopeless() {
		t.Errorf("%q", lines)
	}
}

func saidBefore() map[string]time.Time { return said.at }

func TestPanicsOfExportersStayInside(t *testing.T) {
	s, said := noting(rt.Traces, &place{"http://panics:1", false, []Outcome{{Kind: 99}}})
	if lines := send(s, said, 1); len(lines) != 1 || strings.Contains(lines[0], "outside") {
		t.Errorf("%q", lines)
	}
}

func TestWhatHasBeenSaidIsBounded(t *testing.T) {
	for i := range 10 * mostSaid {
		if !once(fmt.Sprint("text ", i), time.Minute) {
			t.Fatal(i)
		}
	}
	if n := len(said.at); n > mostSaid {
		t.Errorf("%d texts", n)
	}
}
