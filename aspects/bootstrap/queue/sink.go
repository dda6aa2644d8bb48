package queue

import (
	"context"
	"errors"
	"sync"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// Sink is the rt.Sink of a signal: a sampler, and a queue for each exporter.
type Sink struct {
	// Decide is the sampler; nil samples everything.
	Decide func(*rt.Record) rt.Decision
	Queues []*Queue
}

// Start implements rt.Sink.
func (s *Sink) Start(r *rt.Record) rt.Decision {
	if s.Decide == nil {
		return rt.RecordAndSample
	}
	return s.Decide(r)
}

// End implements rt.Sink.
func (s *Sink) End(r *rt.Record) {
	if !r.Self.IsSampled() {
		return
	}
	for _, q := range s.Queues {
		q.Span(r)
	}
}

// Log implements rt.Sink.
func (s *Sink) Log(r *logrec.Record) {
	for _, q := range s.Queues {
		q.Log(r)
	}
}

// Flush sends what waits in all queues, at the same time.
func (s *Sink) Flush(ctx context.Context) error { return s.each(ctx, (*Queue).Flush) }

// Shutdown ends all queues, at the same time.
func (s *Sink) Shutdown(ctx context.Context) error { return s.each(ctx, (*Queue).Shutdown) }

func (s *Sink) each(ctx context.Context, do func(*Queue, context.Context) error) error {
	errs := make([]error, len(s.Queues))
	var all sync.WaitGroup
	for i, q := range s.Queues {
		all.Add(1)
		go func() {
			defer all.Done()
			errs[i] = do(q, ctx)
		}()
	}
	all.Wait()
	return errors.Join(errs...)
}
