//go:build linux || darwin

package main

import (
	"os"
	"syscall"
)

// forward hands the stream of a go command that the server started (for injected packages) to that server.
func forward(path string) {
	c, ok := connect(path)
	if !ok || !c.send([]field{{"child", nil}, {"chain", []string{getenv("GOTS_CHAIN")}}}) {
		fail(serverGone)
	}
	go func() {
		pass(0, int(c))
		syscall.Shutdown(int(c), syscall.SHUT_WR)
	}()
	if !pass(int(c), 1) {
		os.Exit(1)
	}
	os.Exit(0)
}

// pass copies a stream to its end.
func pass(from, to int) bool {
	chunk := make([]byte, 256<<10)
	for {
		n, err := syscall.Read(from, chunk)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || n == 0 {
			return err == nil
		}
		for rest := chunk[:n]; len(rest) > 0; {
			n, err := syscall.Write(to, rest)
			if err != nil && err != syscall.EINTR {
				return false
			}
			rest = rest[max(n, 0):]
		}
	}
}
