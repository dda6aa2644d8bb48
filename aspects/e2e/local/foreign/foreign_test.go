// Package foreign is a program in which somebody else writes the labels of goroutines: there are no scopes, and nothing of theirs is lost.
package foreign

import (
	"testing"

	"github.com/gots-dev/gots/aspects/e2e/local"
	"github.com/gots-dev/gots/aspects/e2e/local/foreign/labels"
)

func TestTheirsStays(t *testing.T) {
	if labels.Get() != 0 {
		t.Error("a value without Set")
	}
	labels.Set(7)
	leave, kill := local.Enter("request")
	if s := local.Current(); s != nil {
		t.Errorf("a scope: %v", s)
	}
	if labels.Get() != 7 {
		t.Error("their value is lost")
	}
	labels.Set(8)
	kill()
	leave()
	if labels.Get() != 8 {
		t.Error("their value is replaced")
	}
	done := make(chan int)
	go func() { done <- labels.Get() }()
	if n := <-done; n != 8 {
		t.Errorf("inherited: %d", n)
	}
}
