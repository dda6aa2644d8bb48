package queue

import (
	"context"
	"os"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
)

// run sends in the background.
func (q *Queue) run() {
	var timer *time.Timer
	var late <-chan time.Time
	for {
		all := false
		select {
		case <-q.ended:
			return
		case <-q.wake:
		case <-late:
			all, late = true, nil
		}
		if all || q.complete() {
			if !q.take(q.ctx) {
				return
			}
			q.send(q.ctx, all)
			q.report()
			q.turn <- struct{}{}
			if rest := q.sender.Rest(); rest > 0 && !q.sleep(rest) {
				return
			}
		}
		// What waits now leaves after the delay at the latest.
		if late == nil && q.records.Load() > 0 {
			if timer != nil {
				timer.Stop()
			}
			timer = time.NewTimer(q.bounds.Delay)
			late = timer.C
		}
	}
}

func (q *Queue) complete() bool {
	return q.records.Load() >= int64(q.bounds.Size) || q.bytes.Load() >= int64(q.bounds.SizeBytes)
}

func (q *Queue) sleep(d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-q.ended:
		return false
	case <-timer.C:
		return true
	}
}

// take waits for the turn to send.
func (q *Queue) take(ctx context.Context) bool {
	select {
	case <-q.turn:
		return true
	case <-ctx.Done():
		return false
	}
}

// gather closes the blocks of all shards. It belongs to who has the turn, as do all of the following.
func (q *Queue) gather() {
	for i := range q.shards {
		s := &q.shards[i]
		s.mu.Lock()
		full := s.full
		if s.block != nil && len(s.block.runs) > 0 {
			full, s.block = append(full, s.block), nil
		}
		s.full = nil
		for _, b := range full {
			q.backlog.add(b)
			q.open.Add(-int64(b.records()))
			q.openBytes.Add(-int64(len(b.data)))
		}
		s.mu.Unlock()
	}
	if pid := os.Getpid(); pid != q.pid {
		q.forked(pid)
	}
}

// forked forgets what waits: the process that this one is a copy of sends it.
func (q *Queue) forked(pid int) {
	q.pid = pid
	for q.backlog.records > 0 {
		q.done(q.backlog.take(q.bounds.Records, q.bounds.Bytes))
	}
	if q.options.Forked != nil {
		q.options.Forked()
	}
}

// send sends batch after batch: those that are complete, or all that waits now.
func (q *Queue) send(ctx context.Context, all bool) {
	q.gather()
	for q.backlog.records > 0 && ctx.Err() == nil {
		if !all && q.backlog.records < q.bounds.Size && q.backlog.bytes < q.bounds.SizeBytes {
			return
		}
		batch := q.backlog.take(q.bounds.Size, q.bounds.SizeBytes)
		out := q.export(ctx, batch)
		q.done(batch)
		if out.Refused {
			return // so would the next one be
		}
	}
}

// done forgets a batch.
func (q *Queue) done(b batch) {
	q.records.Add(-int64(b.records))
	q.bytes.Add(-int64(b.bytes))
	for _, block := range b.done {
		block.free()
	}
}

func (q *Queue) export(ctx context.Context, b batch) transport.Outcome {
	if q.bounds.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, q.bounds.Timeout)
		defer cancel()
	}
	q.measure.Processed(b.records, "")
	out := q.request(ctx, b)
	if out.Kind != transport.TooLarge {
		return out
	}
	// Half of it may be taken; no less is tried.
	first, second := b.halves()
	for _, half := range []batch{first, second} {
		if half.records > 0 && half.records < b.records {
			out = q.request(ctx, half)
		}
	}
	return out
}

func (q *Queue) request(ctx context.Context, b batch) transport.Outcome {
	export := q.options.Exports.Begin(b.records)
	out := q.sender.Send(ctx, otlp.Request(q.options.Resource(), b.parts))
	export.End(sdkmetrics.Result{Failure: out.Type, Rejected: int(out.Rejected), HTTPStatus: out.HTTPStatus, RPCStatus: out.RPCStatus})
	return out
}

// report tells of dropped records, once a minute. Where no collector was ever asked for and none is there, that has been told.
func (q *Queue) report() {
	now := time.Now()
	if q.sender.Silent() || !q.told.IsZero() && now.Sub(q.told) < time.Minute {
		return
	}
	if n := q.dropped.Swap(0); n > 0 {
		q.told = now
		q.options.Say("%d %s were dropped: %d of them, or %d bytes, wait to be sent", n, transport.Noun(q.signal), q.bounds.Records, q.bounds.Bytes)
	}
}

// Flush sends all that waits now. It does not wait for a collector that has never answered.
func (q *Queue) Flush(ctx context.Context) error {
	select {
	case <-q.ended:
		return nil
	default:
	}
	if q.sender.Hopeless() {
		return nil
	}
	if !q.take(ctx) {
		return ctx.Err()
	}
	q.send(ctx, true)
	q.turn <- struct{}{}
	return ctx.Err()
}

// Shutdown takes no more records, sends those that wait, and closes the exporter. What is being sent when ctx ends is cancelled.
func (q *Queue) Shutdown(ctx context.Context) error {
	if q.closed.Swap(true) {
		return nil
	}
	close(q.ended)
	defer q.cancel()
	defer q.measure.Close()
	if q.sender.Hopeless() && !q.sender.Refused() {
		return nil // it would take all of the time that there is
	}
	if !q.take(ctx) {
		return ctx.Err()
	}
	// The turn is kept: nothing is sent after this.
	q.send(ctx, true)
	q.told = time.Time{}
	q.report()
	q.sender.Close()
	return ctx.Err()
}
