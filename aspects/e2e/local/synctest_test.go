//go:build go1.25

package local

import (
	"testing"
	"testing/synctest"
	"time"
)

// A bubble inherits, its timers are bound, and nothing in it waits for what is outside.
func TestBubble(t *testing.T) {
	leave, _ := enter(1)
	defer leave()
	synctest.Test(t, func(t *testing.T) {
		expect(t, "bubble", 1)
		inner, _ := enter(2)
		seen := make(chan any, 1)
		time.AfterFunc(time.Hour, func() { seen <- current() })
		go func() {
			time.Sleep(time.Minute)
			expect(t, "goroutine", 2)
		}()
		synctest.Wait()
		time.Sleep(2 * time.Hour)
		synctest.Wait()
		if s := <-seen; s != 2 {
			t.Errorf("timer: %v", s)
		}
		inner()
		expect(t, "left", 1)
	})
}
