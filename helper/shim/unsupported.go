//go:build !linux && !darwin

package main

import "os"

// The shim needs sockets named after processes, and exec. This system has neither.
func main() {
	os.Stderr.WriteString("gots: weaving is not supported on this system yet; only Linux and macOS\n")
	os.Exit(1)
}
