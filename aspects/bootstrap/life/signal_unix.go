//go:build unix

package life

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// watchSignals flushes when the program is told to stop. A program that has a handler goes on as it would: it is flushed beside its
// own work, and again when it exits. One that has none would have died of the signal, and still does, after the flush. watchers tells
// the two cases apart.
func watchSignals(watchers func(os.Signal) int64) {
	if watchers == nil {
		return
	}
	signals := make(chan os.Signal, 4)
	for _, sig := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		// What is ignored (nohup, a shell's background job) stays ignored.
		if !signal.Ignored(sig) {
			signal.Notify(signals, sig)
		}
	}
	go func() {
		for sig := range signals {
			if watchers(sig) > 1 {
				go flushUntil(time.Now().Add(time.Duration(timeout.Load())))
				continue
			}
			stop()
			signal.Reset(sig)
			_ = syscall.Kill(os.Getpid(), sig.(syscall.Signal))
		}
	}()
}
