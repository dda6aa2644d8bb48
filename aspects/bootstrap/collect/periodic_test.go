package collect

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// place is an exporter that keeps what it gets and answers as told.
type place struct {
	got     chan string
	answers func(message string) transport.Outcome
}

func (p *place) Export(_ context.Context, message [][]byte) transport.Outcome {
	text := string(bytes.Join(message, nil))
	p.got <- text
	if p.answers != nil {
		return p.answers(text)
	}
	return transport.Outcome{}
}
func (p *place) Shown() string { return "http://localhost:4318" }
func (p *place) Implied() bool { return true }
func (p *place) Close()        {}

var (
	scope  = rt.NewScope("example.com/collect")
	visits = meter.NewCounter(scope, meter.Desc{Name: "visits"}, func(struct{}) []attr.Value { return nil })
	hits   = meter.NewCounter(scope, meter.Desc{Name: "hits"}, func(struct{}) []attr.Value { return nil })
)

// names writes the names of the test's own metrics.
func names(b []byte, m *meter.Metric) []byte {
	if m.Scope != &scope.Scope {
		return b
	}
	return append(b, "<"+m.Name+">"...)
}

func periodic(t *testing.T, to *place) *Periodic {
	to.got = make(chan string, 100)
	p := newPeriodic(meter.NewReader(meter.ReaderOptions{}), transport.NewSender(rt.Metrics, to, t.Logf), func() []byte { return nil }, names, 0)
	t.Cleanup(p.reader.Close)
	visits.Add(nil, struct{}{}, 1)
	hits.Add(nil, struct{}{}, 1)
	return p
}

func TestTicksAndTheEnd(t *testing.T) {
	to := &place{}
	p := periodic(t, to)
	ticks := make(chan time.Time)
	go p.run(ticks)
	for range 3 {
		ticks <- time.Time{}
		if got := <-to.got; !strings.Contains(got, "<visits>") || !strings.Contains(got, "<hits>") {
			t.Fatalf("got %q", got)
		}
	}
	if err := p.Flush(context.Background()); err != nil || len(to.got) != 1 {
		t.Errorf("flush: %v, %d requests", err, len(to.got))
	}
	if err := p.Shutdown(context.Background()); err != nil || len(to.got) != 2 {
		t.Errorf("shutdown: %v, %d requests", err, len(to.got))
	}
	<-p.done
	if p.Flush(context.Background()) != nil || p.Shutdown(context.Background()) != nil || len(to.got) != 2 {
		t.Error("something was sent after the end")
	}
}

func TestAnAnswerlessPlaceIsLeftAlone(t *testing.T) {
	to := &place{answers: func(string) transport.Outcome {
		return transport.Outcome{Kind: transport.Failed, Err: errors.New("refused"), Refused: true, Unreachable: true}
	}}
	p := periodic(t, to)
	for range 5 {
		_ = p.Flush(context.Background())
	}
	if len(to.got) != 1 {
		t.Errorf("%d requests to a port where no program listens", len(to.got))
	}
	p.tried = p.tried.Add(-time.Hour)
	_ = p.Flush(context.Background())
	if len(to.got) != 2 {
		t.Errorf("%d requests after an hour", len(to.got))
	}
	if _ = p.Shutdown(context.Background()); len(to.got) != 2 {
		t.Error("the end waits for a place that has never answered")
	}
}

func TestTooLargeIsHalved(t *testing.T) {
	to := &place{answers: func(message string) transport.Outcome {
		if strings.Contains(message, "<visits>") && strings.Contains(message, "<hits>") {
			return transport.Outcome{Kind: transport.TooLarge, Err: errors.New("413")}
		}
		return transport.Outcome{}
	}}
	p := periodic(t, to)
	// Other packages' metrics are encoded as nothing, so the halves are of this test's two.
	if err := p.Flush(context.Background()); err != nil {
		t.Error(err)
	}
	all := ""
	for len(to.got) > 0 {
		all += "|" + strings.Join(strings.FieldsFunc(<-to.got, func(r rune) bool { return r < ' ' || r > 'z' }), "")
	}
	if strings.Count(all, "<visits>") != 2 || strings.Count(all, "<hits>") != 2 || strings.Count(all, "|") != 3 {
		t.Errorf("got %q", all)
	}
}

func TestAPanicStaysInside(t *testing.T) {
	to := &place{}
	p := periodic(t, to)
	p.encode = func([]byte, *meter.Metric) []byte { panic("encoder") }
	if err := p.Flush(context.Background()); err == nil || !strings.Contains(err.Error(), "panicked") {
		t.Errorf("got %v", err)
	}
	p.encode = names
	if err := p.Flush(context.Background()); err != nil || len(to.got) != 1 {
		t.Errorf("the next one: %v, %d requests", err, len(to.got))
	}
}

func TestAnObserverThatHangsHoldsUpNoShutdown(t *testing.T) {
	p := periodic(t, &place{})
	hanging, release := make(chan struct{}), make(chan struct{})
	stop := meter.Observe(scope, []meter.Observable{{Kind: meter.KindGauge, Desc: meter.Desc{Name: "hangs"}}}, func(meter.Observer) {
		close(hanging)
		<-release
	})
	collected := make(chan error)
	go func() { collected <- p.Flush(context.Background()) }()
	<-hanging
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := p.Shutdown(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	stop()
	close(release)
	if err := <-collected; err != nil {
		t.Error(err)
	}
}
