//go:build !linux && !darwin

package main

import "os"

// Sockets named after processes, and exec, are what the shim is made of; neither is there to be had on this system.
func main() {
	os.Stderr.WriteString("gots: weaving is not supported on this system yet; only Linux and macOS\n")
	os.Exit(1)
}
