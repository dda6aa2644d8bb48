// Package bootstrap runs the OpenTelemetry SDK in a program that was woven. Only package main imports it: it stands on the SDK, so
// nothing that the SDK is made of could be woven with it.
package bootstrap

import (
	"context"
	"os"
	_ "runtime/metrics" // woven with the way to the exit hooks
	"sync"
	"sync/atomic"
	"time"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/gots-dev/gots/aspects/bootstrap/sdk/queue"
)

//go:linkname addExitHook gots_add_exit_hook
var addExitHook func(func())

// running is the provider started here; nil when there is none, or no more.
var running atomic.Pointer[sdktrace.TracerProvider]

// exiting is closed when the program ends: exporters then try once and no more.
var exiting = make(chan struct{})

// leave says that the program ends, and until when it may be held up. All that is flushed on the way out shares this time.
var leave = sync.OnceValue(func() time.Time {
	close(exiting)
	return time.Now().Add(timeout)
})

// timeout is what GOTS_EXIT_TIMEOUT says.
var timeout = exitTimeout(os.Getenv("GOTS_EXIT_TIMEOUT"))

// stopOnce has os.Exit and a signal that come together end in one shutdown.
var stopOnce sync.Once

func init() {
	// Whatever happens here, the program starts.
	defer func() {
		if p := recover(); p != nil {
			warn("telemetry is off: starting it panicked: %v", p)
		}
	}()
	// The main package of a test binary is woven too, but its tests are not the program.
	if !isTestBinary() {
		start()
	}
}

func start() {
	setPropagator(newPropagator(os.Getenv("OTEL_PROPAGATORS")))
	// The specification knows "true" alone, in any case.
	if isTrue(os.Getenv("OTEL_SDK_DISABLED")) || !isDefault(otel.GetTracerProvider()) {
		return
	}
	exporters := newExporters(os.Getenv)
	if len(exporters) == 0 {
		return
	}
	options := []sdktrace.TracerProviderOption{
		sdktrace.WithResource(newResource(context.Background())), sdktrace.WithRawSpanLimits(spanLimits(os.Getenv)),
	}
	for _, exporter := range exporters {
		waiting := queue.New(quiet{exporter}, queue.ReadConfig(os.Getenv, warn), warn)
		options = append(options, sdktrace.WithSpanProcessor(waiting))
	}
	provider := sdktrace.NewTracerProvider(options...)
	running.Store(provider)
	setProvider(provider)
	if addExitHook != nil {
		addExitHook(stop)
	}
	watchSignals()
}

// Flush sends what has been recorded, at the end of main. It returns when that is done, or after the exit timeout (GOTS_EXIT_TIMEOUT,
// 2 s).
func Flush() {
	flush(leave())
}

func flush(until time.Time) {
	if provider := running.Load(); provider != nil {
		bounded(until, provider.ForceFlush)
	}
}

// stop sends what has been recorded and ends the SDK. It runs inside the runtime's exit, where a panic would be fatal and a second
// exit would hang: all work is done on a goroutine of its own.
func stop() {
	stopOnce.Do(func() {
		until := leave()
		if provider := running.Swap(nil); provider != nil {
			bounded(until, provider.Shutdown)
		}
	})
}

// bounded does the work, and returns at that time even if the work does not.
func bounded(until time.Time, work func(context.Context) error) {
	ctx, cancel := context.WithDeadline(context.Background(), until)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if p := recover(); p != nil {
				warn("flushing panicked: %v", p)
			}
		}()
		if err := work(ctx); err != nil {
			warnSeldom(err)
		}
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
