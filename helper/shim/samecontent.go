//go:build linux || darwin

package main

import (
	"bytes"
	"os"
)

// sameContent reports whether two files can be read and hold the same.
func sameContent(one, other string) bool {
	a, errA := os.Open(one)
	b, errB := os.Open(other)
	if errA != nil || errB != nil {
		return false
	}
	defer a.Close()
	defer b.Close()
	left, right := make([]byte, 64<<10), make([]byte, 64<<10)
	for {
		n, _ := readFull(a, left)
		m, _ := readFull(b, right)
		if n != m || !bytes.Equal(left[:n], right[:m]) {
			return false
		}
		if n == 0 {
			return true
		}
	}
}

// readFull reads until the buffer is full or the file ends.
func readFull(file *os.File, buffer []byte) (int, error) {
	n := 0
	for n < len(buffer) {
		got, err := file.Read(buffer[n:])
		if n += got; err != nil {
			return n, err
		}
	}
	return n, nil
}
