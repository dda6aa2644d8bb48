// Package life starts and ends the telemetry of a program: it reads the settings, puts together what sends, and has the last records
// sent whichever way the program ends. What it does takes a bounded time, and whatever goes wrong, the program runs.
package life

import (
	"context"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/check"
	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile"
	"github.com/gots-dev/gots/aspects/rt"
)

// running is what was started; nil when there is nothing, or no more.
var running atomic.Pointer[telemetry]

// exiting is closed when the program ends: exporters then try once and no more.
var exiting = make(chan struct{})

// leave says that the program ends, and until when it may be held up. All that is flushed on the way out shares this time.
var leave = sync.OnceValue(func() time.Time {
	close(exiting)
	return time.Now().Add(time.Duration(timeout.Load()))
})

// hooked says that the runtime's exit calls stop.
var hooked atomic.Bool

// timeout is what GOTS_EXIT_TIMEOUT says, in nanoseconds.
var timeout atomic.Int64

// stopOnce has os.Exit and a signal that come together end in one shutdown.
var stopOnce sync.Once

// Start starts what the environment asks for. addExitHook registers what runs at the end of main and in os.Exit; watchers tells how many
// channels of the program wait for a signal. Both are nil where the program is not woven.
func Start(addExitHook func(func()), watchers func(os.Signal) int64) {
	defer func() {
		if p := recover(); p != nil {
			say(config.Error, "telemetry is off: starting it panicked (%T)", p)
		}
	}()
	set, problems := configfile.Read(os.Getenv, readFile)
	if target := os.Getenv(check.Variable); target != "" {
		check.Run(target, set, problems, newResource(set), os.Stdout)
		os.Exit(0)
	}
	level.Store(int32(set.LogLevel))
	for _, p := range problems {
		say(config.Warn, "%s", p)
	}
	timeout.Store(int64(set.ExitTimeout))
	apply(set, os.Getenv)
	if set.Disabled {
		rt.Disable()
		say(config.Debug, "telemetry is off: OTEL_SDK_DISABLED, or disabled in the configuration file")
		return
	}
	t := assemble(set, newResource(set))
	if t == nil {
		say(config.Debug, "no exporter is set: nothing is recorded")
		return
	}
	running.Store(t)
	rt.SetFlush(func(ctx context.Context) { t.flush(ctx) })
	if addExitHook != nil {
		addExitHook(stop)
		hooked.Store(true)
	}
	watchSignals(watchers)
}

// Flush sends what has been recorded when main panics: no exit hook runs then. A main that returns is followed by the hook, which sends
// everything, metrics too, once. After runtime.Goexit the program goes on. It returns when all is sent, or after the exit timeout.
func Flush() {
	if running.Load() != nil && !(hooked.Load() && !panicking()) {
		flushUntil(leave())
	}
}

// panicking says whether a panic runs the deferred call that this was called from: there is no other way to ask without stopping it.
func panicking() bool {
	var room [32]uintptr
	frames := runtime.CallersFrames(room[:runtime.Callers(2, room[:])])
	for {
		frame, more := frames.Next()
		if frame.Function == "runtime.gopanic" {
			return true
		}
		if !more {
			return false
		}
	}
}

func flushUntil(until time.Time) {
	if t := running.Load(); t != nil {
		bounded(until, t.flush)
	}
}

// stop sends what has been recorded and ends telemetry. It runs inside the runtime's exit, where a panic would be fatal and a second
// exit would hang: all work is done on a goroutine of its own.
func stop() {
	stopOnce.Do(func() {
		until := leave()
		if t := running.Swap(nil); t != nil {
			bounded(until, t.shutdown)
		}
	})
}

// bounded does the work, and returns at that time even if the work does not.
func bounded(until time.Time, work func(context.Context)) {
	ctx, cancel := context.WithDeadline(context.Background(), until)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if p := recover(); p != nil {
				say(config.Error, "flushing panicked (%T)", p)
			}
		}()
		work(ctx)
	}()
	select {
	case <-done:
	case <-ctx.Done():
		// A moment more for work that ended with its context, but nothing that ignores it may delay the exit.
		select {
		case <-done:
		case <-time.After(50 * time.Millisecond):
		}
	}
}
