// Package bootstrap starts the telemetry of a program that was woven. Only package main imports it: it stands on net/http and others
// that are woven themselves.
package bootstrap

import (
	"os"
	"runtime/debug"
	_ "runtime/metrics" // woven with the way to the exit hooks
	"strings"
	_ "unsafe" // for linkname

	"github.com/gots-dev/gots/aspects/bootstrap/life"
)

// addExitHook registers a function of the runtime's exit. Code woven into runtime/metrics fills it.
//
//go:linkname addExitHook gots_add_exit_hook
var addExitHook func(func())

// watchers tells how many channels of the program wait for a signal. Code woven into os/signal fills it.
//
//go:linkname watchers gots_signal_watchers
var watchers func(os.Signal) int64

func init() {
	// The main package of a test binary is woven too, but its tests are not the program.
	if !isTestBinary() {
		life.Start(addExitHook, watchers)
	}
}

// isTestBinary says whether go test made this program: it gives its main package a path of its own.
func isTestBinary() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && strings.HasSuffix(info.Path, ".test")
}

// Flush sends what has been recorded, at the end of main. It returns when that is done, or after the exit timeout (GOTS_EXIT_TIMEOUT,
// 2 s).
func Flush() { life.Flush() }
