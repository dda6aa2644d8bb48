// Package queue holds ended spans and log records until they are sent, in the form in which they are sent: an ended record is bytes, and
// what waits shares no memory with the request that it is about. The queue is bounded in records and in bytes. What does not fit is
// dropped, the latest first, and counted; the program never waits.
package queue

import (
	"context"
	"math/rand/v2"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
)

// Options are what a queue needs besides its bounds.
type Options struct {
	// Resource gives what otlp.Resource made; it is asked for each request.
	Resource func() []byte
	// Say writes a line for people to read.
	Say func(format string, args ...any)
	// Forked is told that the process is a copy of the one that made the queue, before it sends; nil if that is of no interest.
	Forked func()
	// Exports and Component measure; the first may be nil, the second is the otel.component.type of the queue.
	Exports   *sdkmetrics.Exporter
	Component string
}

// Queue holds the records of one signal for one exporter.
type Queue struct {
	signal  rt.Signal
	bounds  config.Batch
	sender  *transport.Sender
	options Options
	measure *sdkmetrics.Processor

	shards []shard
	// records and bytes count what waits and what is being sent, open and openBytes what is in shards.
	records, bytes, open, openBytes atomic.Int64
	dropped                         atomic.Int64
	closed                          atomic.Bool

	wake   chan struct{} // holds a token when the first record has come, or a batch is complete
	turn   chan struct{} // holds a token while nothing is being sent: who has it owns what follows
	ended  chan struct{} // closed by Shutdown
	ctx    context.Context
	cancel context.CancelFunc

	backlog backlog
	pid     int
	told    time.Time
}

// shard is one of several places where records are written, so that processors do not wait for each other.
type shard struct {
	mu    sync.Mutex
	block *block
	full  []*block
	_     [64]byte // a cache line of its own
}

// maxShards bounds the memory of blocks that are not full.
const maxShards = 16

// New starts a queue in front of a sender.
func New(signal rt.Signal, bounds config.Batch, sender *transport.Sender, options Options) *Queue {
	n := 1
	for n < min(runtime.GOMAXPROCS(0), maxShards) {
		n *= 2
	}
	q := &Queue{
		signal: signal, bounds: bounds, sender: sender, options: options, shards: make([]shard, n), pid: os.Getpid(),
		wake: make(chan struct{}, 1), turn: make(chan struct{}, 1), ended: make(chan struct{}),
	}
	if bounds.Simple {
		q.bounds.Size, q.bounds.Delay = 1, 0
	}
	q.ctx, q.cancel = context.WithCancel(context.Background())
	q.measure = sdkmetrics.NewProcessor(signal, options.Component, func() (size, capacity int) { return int(q.records.Load()), bounds.Records })
	q.turn <- struct{}{}
	go q.run()
	return q
}

// Span takes an ended span.
func (q *Queue) Span(r *rt.Record) { add(q, r.Scope, r, otlp.AppendSpan) }

// Log takes a log record.
func (q *Queue) Log(r *logrec.Record) { add(q, r.Scope, r, otlp.AppendLog) }

func add[R any](q *Queue, scope *attr.Scope, r *R, encode func([]byte, *R) []byte) {
	if q.closed.Load() {
		return
	}
	if q.records.Add(1) > int64(q.bounds.Records) || q.bytes.Load() >= int64(q.bounds.Bytes) {
		q.drop() // a full queue encodes nothing
		return
	}
	s := q.lock()
	kept := false
	defer func() {
		s.mu.Unlock()
		if !kept {
			q.drop()
		}
	}()
	if s.block == nil {
		s.block = newBlock()
	}
	b := s.block
	before := len(b.data)
	data := encode(b.data, r)
	size := int64(len(data) - before)
	if q.bytes.Add(size) > int64(q.bounds.Bytes) {
		q.bytes.Add(-size)
		return
	}
	kept = true
	b.data = data
	b.grown(scope)
	if len(data) >= blockSize {
		s.full, s.block = append(s.full, b), nil
	}
	// The first record starts the delay; a complete batch goes at once.
	open, bytes := q.open.Add(1), q.openBytes.Add(size)
	if open == 1 || open >= int64(q.bounds.Size) || bytes >= int64(q.bounds.SizeBytes) {
		select {
		case q.wake <- struct{}{}:
		default:
		}
	}
}

// lock gives a shard, locked; one that is free if there is any.
func (q *Queue) lock() *shard {
	mask := len(q.shards) - 1
	at := int(rand.Uint32()) & mask
	for i := range q.shards {
		if s := &q.shards[(at+i)&mask]; s.mu.TryLock() {
			return s
		}
	}
	s := &q.shards[at]
	s.mu.Lock()
	return s
}

// drop counts a record that was not taken.
func (q *Queue) drop() {
	q.records.Add(-1)
	q.dropped.Add(1)
	q.measure.Processed(1, sdkmetrics.QueueFull)
}

// Held says how many records wait or are being sent, and how many bytes they have.
func (q *Queue) Held() (records, bytes int) { return int(q.records.Load()), int(q.bytes.Load()) }
