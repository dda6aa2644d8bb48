package rt

import (
	"context"
	"testing"
)

func TestFlush(t *testing.T) {
	defer flusher.Store(nil)
	flusher.Store(nil)
	Flush(context.Background())
	type key struct{}
	var got any
	SetFlush(func(ctx context.Context) { got = ctx.Value(key{}); panic("stays inside") })
	Flush(context.WithValue(context.Background(), key{}, 7))
	if got != 7 {
		t.Errorf("got %v", got)
	}
}

func TestTakeOversAreToldOnce(t *testing.T) {
	defer func() { takeOvers.seen, takeOvers.listen = [signals]bool{}, nil }()
	var told []Signal
	TakeOver(Metrics)
	OnTakeOver(func(s Signal) { told = append(told, s) })
	TakeOver(Metrics)
	TakeOver(Traces)
	TakeOver(Traces)
	if len(told) != 2 || told[0] != Metrics || told[1] != Traces {
		t.Errorf("told of %v", told)
	}
}

type nothing struct{ Sink }

func TestWhatIsDisabledStaysOff(t *testing.T) {
	before := SetSink(Traces, nothing{})
	defer func() {
		disabled.Store(false)
		SetSink(Traces, before)
	}()
	Disable()
	if On(Traces) || SinkOf(Traces) != nil {
		t.Error("the sink stays")
	}
	SetSink(Traces, nothing{})
	Switch(Metrics, true)
	if On(Traces) || On(Metrics) || SinkOf(Traces) != nil {
		t.Error("something is on")
	}
}
