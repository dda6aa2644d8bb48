//go:build !unix

package bootstrap

// watchSignals does nothing here: a process that is told to stop cannot hand the notice back to the system after a flush.
func watchSignals() {}
