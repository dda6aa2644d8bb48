package rt

import (
	"context"
	"sync"
	"sync/atomic"
)

// What hooks and bridges have to tell the bootstrap, which they cannot import: it stands on packages that are woven.

var flusher atomic.Pointer[func(context.Context)]

// SetFlush sets what Flush calls.
func SetFlush(f func(context.Context)) { flusher.Store(&f) }

// Flush sends what has been recorded, and returns when that is done or ctx ends. Hooks call it where the process may be stopped without
// notice. Without a bootstrap nothing happens.
func Flush(ctx context.Context) {
	if f := flusher.Load(); f != nil {
		defer Recover("flush")
		(*f)(ctx)
	}
}

var takeOvers struct {
	sync.Mutex
	seen   [signals]bool
	listen func(Signal)
}

// TakeOver says that the program has set a provider of its own for a signal. A bridge calls it, before or after the bootstrap starts.
func TakeOver(s Signal) {
	takeOvers.Lock()
	first := !takeOvers.seen[s]
	takeOvers.seen[s] = true
	listen := takeOvers.listen
	takeOvers.Unlock()
	if first && listen != nil {
		listen(s)
	}
}

// OnTakeOver has f called once for each signal that the program takes over: now, for those that it has already, and later.
func OnTakeOver(f func(Signal)) {
	takeOvers.Lock()
	takeOvers.listen = f
	seen := takeOvers.seen
	takeOvers.Unlock()
	for s := Signal(0); s < signals; s++ {
		if f != nil && seen[s] {
			f(s)
		}
	}
}

var disabled atomic.Bool

// Disable has no signal recorded from now on, even if a sink is set: the program's configuration wants it so.
func Disable() {
	disabled.Store(true)
	for s := Signal(0); s < signals; s++ {
		SetSink(s, nil)
	}
}
