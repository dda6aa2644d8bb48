//go:build ignore

// This file becomes part of package log (gots.yml, log.line).

package log

import (
	"sync/atomic"
	_ "unsafe" // for linkname
)

// gotsLine is called once a line is written behind its header: b from start on. It gives the line that is to be written.
//
//go:linkname gotsLine gots_log_line
var gotsLine atomic.Pointer[func(l *Logger, pc uintptr, calldepth int, b []byte, start int) []byte]

// gotsOutput stands between a line and its header. Of log/slog's default handler, which has a call depth of 0, the lines are left alone: they
// are records of log/slog.
func gotsOutput(l *Logger, pc uintptr, calldepth int, appendOutput func([]byte) []byte) func([]byte) []byte {
	line := gotsLine.Load()
	if line == nil || calldepth == 0 {
		return appendOutput
	}
	return func(b []byte) []byte {
		start := len(b)
		b = appendOutput(b)
		return (*line)(l, pc, calldepth, b, start)
	}
}
