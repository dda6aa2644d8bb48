//go:build !unix

package life

import "os"

// watchSignals does nothing here: a process that is told to stop cannot hand the notice back to the system after a flush.
func watchSignals(func(os.Signal) int64) {}
