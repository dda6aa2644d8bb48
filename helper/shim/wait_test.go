//go:build linux || darwin

package main

import (
	"slices"
	"syscall"
	"testing"
	"time"
)

// What can be read is named, in the order asked for; an end can be read, too.
func TestWaitReadable(t *testing.T) {
	for _, test := range []struct {
		name           string
		written, ended []int
		want           []int
	}{
		{"one of three", []int{1}, nil, []int{1}},
		{"two of three", []int{2, 0}, nil, []int{0, 2}},
		{"an end", nil, []int{1}, []int{1}},
		{"text and an end", []int{2}, []int{0}, []int{0, 2}},
		{"text before an end", []int{0}, []int{0}, []int{0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var here, there []int
			for range 3 {
				one, other := pair(t)
				here, there = append(here, int(one)), append(there, int(other))
			}
			for _, at := range test.written {
				writeNow(there[at], []byte("x"))
			}
			for _, at := range test.ended {
				syscall.Shutdown(there[at], syscall.SHUT_WR)
			}
			var want []int
			for _, at := range test.want {
				want = append(want, here[at])
			}
			if got := waitReadable(here, nil); !slices.Equal(got, want) {
				t.Errorf("%v of %v, want %v", got, here, want)
			}
		})
	}
}

// A wait goes on after its first part, which Go's scheduler does not know of; what arrives then is read as what was there.
func TestLongWait(t *testing.T) {
	here, there := pair(t)
	go func() {
		time.Sleep(60 * time.Millisecond)
		writeNow(int(there), []byte("late"))
	}()
	var ready []int
	for len(ready) == 0 {
		ready = waitReadable([]int{int(here)}, ready[:0])
	}
	chunk := make([]byte, 16)
	if n, err := readNow(ready[0], chunk); err != nil || string(chunk[:n]) != "late" {
		t.Errorf("read %q, %v", chunk[:max(n, 0)], err)
	}
	syscall.Shutdown(int(there), syscall.SHUT_WR)
	if n, err := readNow(int(here), chunk); n != 0 || err != nil {
		t.Errorf("read %d, %v after the end", n, err)
	}
}
