package collect

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// Periodic sends the metrics to one place again and again (metrics SDK, "Periodic exporting MetricReader").
type Periodic struct {
	reader   *meter.Reader
	sender   *transport.Sender
	resource func() []byte
	encode   func([]byte, *meter.Metric) []byte
	timeout  time.Duration
	measured *sdkmetrics.Reader
	exports  *sdkmetrics.Exporter

	turn chan struct{} // holds one token: who has it collects
	stop chan struct{}
	done chan struct{}

	// Guarded by turn.
	ended bool
	tried time.Time // the last export
	batch batch
}

// batch is what was collected.
type batch struct {
	bytes   []byte
	metrics []encoded
}

// encoded is a metric in a batch.
type encoded struct {
	scope  *attr.Scope
	end    int // in bytes; it begins where the one before ends
	points int
}

func newPeriodic(r *meter.Reader, s *transport.Sender, resource func() []byte, encode func([]byte, *meter.Metric) []byte, timeout time.Duration) *Periodic {
	p := &Periodic{
		reader: r, sender: s, resource: resource, encode: encode, timeout: timeout,
		turn: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{}),
	}
	p.turn <- struct{}{}
	return p
}

// run collects at each tick until stop is closed.
func (p *Periodic) run(ticks <-chan time.Time) {
	defer close(p.done)
	for {
		select {
		case <-p.stop:
			return
		case <-ticks:
			ctx, cancel := p.bounded(context.Background())
			_ = p.Flush(ctx) // the sender has told of what went wrong
			cancel()
		}
	}
}

func (p *Periodic) bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if p.timeout <= 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, p.timeout)
}

// Flush collects and sends. While no program listens at the endpoint, it leaves it alone now and then: what is measured meanwhile is in
// the next collection.
func (p *Periodic) Flush(ctx context.Context) error {
	select {
	case <-p.turn:
		defer func() { p.turn <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if p.ended || time.Since(p.tried) < p.sender.Rest() {
		return nil
	}
	return p.export(ctx)
}

// Shutdown collects and sends for the last time. It does not wait for a place that has never answered.
func (p *Periodic) Shutdown(ctx context.Context) error {
	select {
	case <-p.turn:
		defer func() { p.turn <- struct{}{} }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if p.ended {
		return nil
	}
	p.ended = true
	close(p.stop)
	var err error
	if !p.sender.Hopeless() {
		err = p.export(ctx)
	}
	p.reader.Close()
	p.sender.Close()
	return err
}

func (p *Periodic) drop() {
	<-p.turn
	defer func() { p.turn <- struct{}{} }()
	if !p.ended {
		p.ended = true
		close(p.stop)
		p.reader.Close()
		p.sender.Close()
	}
}

func (p *Periodic) export(ctx context.Context) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("collecting metrics panicked (%T)", panicked)
		}
	}()
	p.collect()
	p.tried = time.Now()
	out := p.send(ctx, p.batch.metrics, 0)
	p.tried = time.Now()
	if out.Kind != transport.TooLarge {
		return out.Err
	}
	half := p.batch.half()
	if half == len(p.batch.metrics) {
		return out.Err
	}
	first := p.send(ctx, p.batch.metrics[:half], 0)
	second := p.send(ctx, p.batch.metrics[half:], p.batch.metrics[half-1].end)
	return errors.Join(first.Err, second.Err)
}

// half is how many metrics make up the first half of the bytes.
func (b *batch) half() int {
	for i, m := range b.metrics {
		if m.end >= len(b.bytes)/2 {
			return i + 1
		}
	}
	return len(b.metrics)
}

func (p *Periodic) collect() {
	p.batch.bytes, p.batch.metrics = p.batch.bytes[:0], p.batch.metrics[:0]
	began := time.Now()
	p.reader.Collect(func(m *meter.Metric) bool {
		p.batch.bytes = p.encode(p.batch.bytes, m)
		p.batch.metrics = append(p.batch.metrics, encoded{m.Scope, len(p.batch.bytes), len(m.Points)})
		return true
	})
	p.measured.Collected(time.Since(began), "")
}

// send sends some of the batch; begin is where the first one begins.
func (p *Periodic) send(ctx context.Context, metrics []encoded, begin int) transport.Outcome {
	if len(metrics) == 0 {
		return transport.Outcome{}
	}
	var blocks []otlp.Block
	points := 0
	for _, m := range metrics {
		blocks = append(blocks, otlp.Block{Scope: m.scope, Data: p.batch.bytes[begin:m.end]})
		begin, points = m.end, points+m.points
	}
	export := p.exports.Begin(points)
	out := p.sender.Send(ctx, otlp.Request(p.resource(), blocks))
	export.End(sdkmetrics.Result{Failure: out.Type, Rejected: int(out.Rejected), HTTPStatus: out.HTTPStatus, RPCStatus: out.RPCStatus})
	return out
}
