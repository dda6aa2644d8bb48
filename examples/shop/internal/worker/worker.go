// Package worker packs orders in the background.
package worker

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// Marker records that an order is packed.
type Marker interface {
	MarkPacked(ctx context.Context, id int64) error
}

type job struct {
	// Values of the request that placed the order, without its end.
	ctx     context.Context
	orderID int64
}

// Packer takes placed orders from a channel.
type Packer struct {
	orders  Marker
	jobs    chan job
	running sync.WaitGroup
}

// Start starts n goroutines that pack orders until Stop.
func Start(orders Marker, n int) *Packer {
	p := &Packer{orders: orders, jobs: make(chan job, 64)}
	for range n {
		p.running.Add(1)
		go p.work()
	}
	return p
}

// Enqueue hands an order over. It waits while the queue is full, unless ctx ends first.
func (p *Packer) Enqueue(ctx context.Context, orderID int64) error {
	select {
	case p.jobs <- job{ctx: context.WithoutCancel(ctx), orderID: orderID}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Stop packs what is queued and returns. Nothing may be enqueued any more.
func (p *Packer) Stop() {
	close(p.jobs)
	p.running.Wait()
}

func (p *Packer) work() {
	defer p.running.Done()
	for j := range p.jobs {
		p.pack(j)
	}
}

func (p *Packer) pack(j job) {
	ctx, cancel := context.WithTimeout(j.ctx, 5*time.Second)
	defer cancel()
	if err := p.orders.MarkPacked(ctx, j.orderID); err != nil {
		slog.ErrorContext(ctx, "order not packed", "order", j.orderID, "error", err)
		return
	}
	slog.InfoContext(ctx, "order packed", "order", j.orderID)
}
