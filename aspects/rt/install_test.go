package rt

import (
	"slices"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/noise"
)

type quiet struct{}

func (quiet) Start(*Record) Decision { return Drop }
func (quiet) End(*Record)            {}
func (quiet) Log(*logrec.Record)     {}

// A program in which nothing is recorded has no hook installed.
func TestHooksAreInstalledWhenASignalIsSwitchedOn(t *testing.T) {
	before := noise.ReadLists(func(string) (string, bool) { return "", false })
	noise.SetLists(noise.Lists{Disabled: []string{"off"}})
	defer noise.SetLists(before)
	defer func() { hooks.waiting = nil }()
	for _, signal := range []Signal{Traces, Metrics, Logs} {
		var installed []string
		for _, name := range []string{"on", "off"} {
			Instrument(name, func() { installed = append(installed, name) })
		}
		if SetSink(signal, nil); len(installed) > 0 {
			t.Fatalf("%s: %v without a sink", signal, installed)
		}
		if signal == Metrics {
			Switch(signal, true)
		} else if before := SetSink(signal, quiet{}); before != nil {
			t.Errorf("%s had a sink", signal)
		}
		if !slices.Equal(installed, []string{"on"}) || !On(signal) {
			t.Errorf("%s: %v", signal, installed)
		}
		Switch(signal, true)
		Instrument("late", func() { installed = append(installed, "late") })
		if !slices.Equal(installed, []string{"on", "late"}) {
			t.Errorf("%s: %v", signal, installed)
		}
		if signal == Metrics {
			Switch(signal, false)
		} else if SinkOf(signal) != (quiet{}) || SetSink(signal, nil) != (quiet{}) {
			t.Errorf("%s: not its sink", signal)
		}
		if On(signal) || SinkOf(signal) != nil {
			t.Errorf("%s is still on", signal)
		}
	}
	if !Installed("on") || !Installed("late") || Installed("off") {
		t.Error("it is not known what is installed")
	}
}

func TestSignalsHaveTheNamesOfTheProtocol(t *testing.T) {
	if got := []string{Traces.String(), Metrics.String(), Logs.String(), Signal(9).String()}; !slices.Equal(got, []string{"traces", "metrics", "logs", "unknown"}) {
		t.Errorf("%v", got)
	}
}
