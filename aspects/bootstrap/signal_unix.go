//go:build unix

package bootstrap

import (
	"os"
	"os/signal"
	"syscall"
	"time"
	_ "unsafe" // for linkname
)

//go:linkname watchers gots_signal_watchers
var watchers func(os.Signal) int64

// watchSignals flushes when the program is told to stop. A program that has a handler goes on as it would: it is flushed beside its
// own work, and again when it exits. One that has none would have died of the signal, and still does, after the flush.
func watchSignals() {
	if watchers == nil {
		return // without the accessor one could not tell the two cases apart
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
				go flush(time.Now().Add(timeout))
				continue
			}
			stop()
			signal.Reset(sig)
			_ = syscall.Kill(os.Getpid(), sig.(syscall.Signal))
		}
	}()
}
