package otelapi

import "testing"

func TestDisabled(t *testing.T) {
	for value, want := range map[string]bool{"": false, "true": true, " TRUE ": true, "1": false, "false": false} {
		t.Setenv("OTEL_SDK_DISABLED", value)
		if got := Disabled(); got != want {
			t.Errorf("%q: %v", value, got)
		}
	}
}

func TestWhatIsNotTheAPIsIsNoDefault(t *testing.T) {
	for _, v := range []any{nil, 1, "x", &struct{}{}, t} {
		if IsDefault(v) {
			t.Errorf("%T", v)
		}
	}
}
