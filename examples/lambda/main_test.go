package main

import (
	"errors"
	"testing"
)

func TestHandle(t *testing.T) {
	got, err := handle(t.Context(), order{Item: "tea", Count: 2})
	if err != nil || got.Text != "tea tea" || got.Total != 6 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestHandleNothing(t *testing.T) {
	if _, err := handle(t.Context(), order{}); !errors.Is(err, errNothing) {
		t.Errorf("got %v", err)
	}
}
