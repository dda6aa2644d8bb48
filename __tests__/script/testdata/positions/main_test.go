package main

import "testing"

func TestEdited(t *testing.T) {
	if edited(1) == 0 {
		t.Fail()
	}
}
