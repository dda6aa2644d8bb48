package local

import (
	"context"
	"runtime"
	"testing"
	"time"
	clock "time"
)

func TestTimers(t *testing.T) {
	seen := make(chan any)
	note := func() { seen <- current() }
	leave, _ := enter(1)
	time.AfterFunc(0, note)
	if s := <-seen; s != 1 {
		t.Errorf("AfterFunc: %v", s)
	}
	(clock.AfterFunc)(0, func() { wait(note) })
	if s := <-seen; s != 1 {
		t.Errorf("another name: %v", s)
	}
	slow := time.AfterFunc(time.Hour, note)
	again := time.AfterFunc(time.Hour, note)
	leave()
	slow.Reset(0)
	if s := <-seen; s != nil {
		t.Errorf("a timer that outlives its scope: %v", s)
	}
	other, _ := enter(2)
	again.Reset(0)
	if s := <-seen; s != nil {
		t.Errorf("a timer that is started again in another scope: %v", s)
	}
	other()
	time.AfterFunc(0, note)
	if s := <-seen; s != nil {
		t.Errorf("outside of scopes: %v", s)
	}
	time.AfterFunc(0, func() {
		defer note()
		runtime.Goexit()
	})
	<-seen
}

func TestContexts(t *testing.T) {
	seen := make(chan any)
	note := func() { seen <- current() }
	ctx, cancel := context.WithCancel(context.Background())
	leave, _ := enter(1)
	context.AfterFunc(ctx, note)
	other, _ := enter(2)
	cancel()
	if s := <-seen; s != 1 {
		t.Errorf("%v", s)
	}
	other()
	leave()
	ctx, cancel = context.WithCancel(context.Background())
	stop := context.AfterFunc(ctx, func() { t.Error("stopped") })
	if !stop() || stop() {
		t.Error("stop")
	}
	cancel()
}
