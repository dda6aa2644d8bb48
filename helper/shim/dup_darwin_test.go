package main

import (
	"syscall"
	"testing"
)

// dup makes a descriptor another name of an open file.
func dup(t *testing.T, from, to int) {
	t.Helper()
	if err := syscall.Dup2(from, to); err != nil {
		t.Fatal(err)
	}
}
