package model

import (
	"errors"
	"testing"
)

func TestNewIDsDiffer(t *testing.T) {
	if a, b := NewID("Order"), NewID("Order"); a == b {
		t.Errorf("two IDs are %s", a)
	}
}

func TestTouchRaisesTheVersion(t *testing.T) {
	r := NewRecord("order")
	if got, want := r.Touch().Version, r.Version+1; got != want {
		t.Errorf("version %d, want %d", got, want)
	}
}

func TestFieldErrorNamesTheField(t *testing.T) {
	var err error = &FieldError{Field: "owner", Reason: "is empty"}
	var field *FieldError
	if !errors.As(err, &field) || err.Error() != "owner: is empty" {
		t.Errorf("got %v", err)
	}
}
