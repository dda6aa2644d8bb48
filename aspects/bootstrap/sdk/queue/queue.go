// Package queue holds ended spans until they are sent. Unlike the SDK's, it is bounded in bytes as well as in spans, and what it holds
// shares no memory with the requests that the spans are about: a collector that is down costs a program a known amount of memory.
package queue

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// Processor implements the SDK's SpanProcessor. Spans that do not fit are dropped, the latest first: a program never waits.
type Processor struct {
	exporter sdktrace.SpanExporter
	config   Config
	warn     func(format string, args ...any)

	mu      sync.Mutex
	waiting []item
	// spans and bytes count what waits and what is being sent, waitingBytes the former alone.
	spans, bytes, waitingBytes int
	dropped                    int
	told                       time.Time
	closed                     bool

	full   chan struct{} // holds a token when a batch waits
	turn   chan struct{} // holds a token while no batch is being sent: exporters take one at a time
	ended  chan struct{} // closed by Shutdown
	ctx    context.Context
	cancel context.CancelFunc
}

type item struct {
	span  sdktrace.ReadOnlySpan
	bytes int
}

// New starts a queue in front of an exporter. warn is told of dropped spans, at most once a minute, and of what goes wrong.
func New(exporter sdktrace.SpanExporter, config Config, warn func(format string, args ...any)) *Processor {
	p := &Processor{
		exporter: exporter, config: config, warn: warn,
		full: make(chan struct{}, 1), turn: make(chan struct{}, 1), ended: make(chan struct{}),
	}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.turn <- struct{}{}
	go p.run()
	return p
}

// OnStart implements the SDK's SpanProcessor.
func (*Processor) OnStart(context.Context, sdktrace.ReadWriteSpan) {}

// OnEnd takes a span.
func (p *Processor) OnEnd(s sdktrace.ReadOnlySpan) {
	if !s.SpanContext().IsSampled() || !p.hasRoom() {
		return // a full queue copies nothing
	}
	span, bytes := detach(s, p.config.ValueLength)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed || !p.fits(bytes) {
		return
	}
	p.waiting = append(p.waiting, item{span, bytes})
	p.spans++
	p.bytes += bytes
	p.waitingBytes += bytes
	if len(p.waiting) >= p.config.Batch || p.waitingBytes >= p.config.BatchBytes {
		select {
		case p.full <- struct{}{}:
		default:
		}
	}
}

func (p *Processor) hasRoom() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return !p.closed && p.fits(1)
}

// fits says whether a span of so many bytes is taken; if not, it counts as dropped.
func (p *Processor) fits(bytes int) bool {
	if p.spans < p.config.Spans && p.bytes+bytes <= p.config.Bytes {
		return true
	}
	p.dropped++
	return false
}

func (p *Processor) run() {
	timer := time.NewTimer(p.config.Delay)
	defer timer.Stop()
	for {
		all := false
		select {
		case <-p.ended:
			return
		case <-p.full:
		case <-timer.C:
			all = true
			timer.Reset(max(p.config.Delay, time.Millisecond))
		}
		if p.lock(p.ctx) {
			p.report(p.send(p.ctx, all))
			p.turn <- struct{}{}
		}
	}
}

// lock waits for its turn to send.
func (p *Processor) lock(ctx context.Context) bool {
	select {
	case <-p.turn:
		return true
	case <-ctx.Done():
		return false
	}
}

// send sends batch after batch: those that are complete, or all that waits now.
func (p *Processor) send(ctx context.Context, all bool) error {
	p.mu.Lock()
	left := len(p.waiting)
	p.mu.Unlock()
	var errs []error
	for left > 0 && ctx.Err() == nil {
		batch, bytes := p.take(all, left)
		if len(batch) == 0 {
			break
		}
		errs = append(errs, p.export(ctx, batch))
		p.mu.Lock()
		p.spans -= len(batch)
		p.bytes -= bytes
		p.mu.Unlock()
		left -= len(batch)
	}
	return errors.Join(errs...)
}

// take gives the next batch, of at most so many spans; unless all may go, only if it is a complete one.
func (p *Processor) take(all bool, most int) (batch []sdktrace.ReadOnlySpan, bytes int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !all && len(p.waiting) < p.config.Batch && p.waitingBytes < p.config.BatchBytes {
		return nil, 0
	}
	n := 0
	for n < min(len(p.waiting), p.config.Batch, most) && (n == 0 || bytes+p.waiting[n].bytes <= p.config.BatchBytes) {
		batch = append(batch, p.waiting[n].span)
		bytes += p.waiting[n].bytes
		n++
	}
	rest := copy(p.waiting, p.waiting[n:])
	clear(p.waiting[rest:])
	p.waiting = p.waiting[:rest]
	p.waitingBytes -= bytes
	return batch, bytes
}

func (p *Processor) export(ctx context.Context, batch []sdktrace.ReadOnlySpan) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("exporting spans panicked (%T)", v)
		}
	}()
	if p.config.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, p.config.Timeout)
		defer cancel()
	}
	return p.exporter.ExportSpans(ctx, batch)
}

// report tells of dropped spans, and of errors that come from sending in the background.
func (p *Processor) report(err error) {
	if err != nil {
		p.warn("%v", err)
	}
	p.mu.Lock()
	dropped := p.dropped
	if now := time.Now(); dropped > 0 && now.Sub(p.told) >= time.Minute {
		p.dropped, p.told = 0, now
	} else {
		dropped = 0
	}
	p.mu.Unlock()
	if dropped > 0 {
		p.warn("%d spans were dropped: %d of them, or %d bytes, wait to be sent", dropped, p.config.Spans, p.config.Bytes)
	}
}

// ForceFlush sends all that waits now.
func (p *Processor) ForceFlush(ctx context.Context) error {
	select {
	case <-p.ended:
		return nil
	default:
	}
	if !p.lock(ctx) {
		return ctx.Err()
	}
	err := p.send(ctx, true)
	p.turn <- struct{}{}
	return errors.Join(err, ctx.Err())
}

// Shutdown takes no more spans, sends those that wait and shuts the exporter down. What is being sent when ctx ends is cancelled.
func (p *Processor) Shutdown(ctx context.Context) error {
	p.mu.Lock()
	again := p.closed
	p.closed = true
	p.mu.Unlock()
	if again {
		return nil
	}
	close(p.ended)
	defer p.cancel()
	if !p.lock(ctx) {
		return ctx.Err()
	}
	// The turn is kept: nothing is sent after this.
	return errors.Join(p.send(ctx, true), p.exporter.Shutdown(ctx))
}
