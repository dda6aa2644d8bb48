//go:build cgo && linux

package local

import (
	"sync/atomic"
	"testing"
)

// Go that C calls on a thread of its own runs on a g which it shares with other threads, and which no go statement has made.
func TestCallbacks(t *testing.T) {
	leave, _ := enter("caller")
	defer leave()
	var calls atomic.Int32
	callback(func(thread int) {
		calls.Add(1)
		want := any(nil)
		if thread == 0 {
			want = "caller"
		}
		expect(t, "called back", want)
		leave, _ := enter(thread)
		defer leave()
		expect(t, "entered", thread)
		wait(func() { expect(t, "started from there", thread) })
	})
	if calls.Load() != 10 {
		t.Errorf("%d calls", calls.Load())
	}
	expect(t, "after", "caller")
}
