package rt_test

import (
	"context"
	"testing"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestSpansAreCounted(t *testing.T) {
	recorder := rttest.Use(t)
	before, logs := rt.CountSpans(), rt.CountLogs()
	scope := rt.NewScope("example.com/counts")
	remote := rt.WithRemote(context.Background(), ids.SpanContext{Trace: ids.TraceID{1}, Span: ids.SpanID{1}})
	_, first := scope.Start(remote, rt.Server, "remote")
	ctx, second := scope.Start(context.Background(), rt.Internal, "none")
	_, third := scope.Start(ctx, rt.Internal, "local")
	recorder.Decide = func(*rt.Record) rt.Decision { return rt.Drop }
	_, dropped := scope.Start(context.Background(), rt.Internal, "dropped")
	recorder.Decide = func(*rt.Record) rt.Decision { return rt.RecordOnly }
	_, unsampled := scope.Start(context.Background(), rt.Internal, "recorded")
	rt.Log(&logrec.Record{})

	now := rt.CountSpans()
	for origin := range now.Started {
		for decision := range now.Started[origin] {
			want := int64(0)
			switch {
			case rt.Decision(decision) == rt.RecordAndSample, rt.Origin(origin) == rt.NoParent:
				want = 1
			}
			if got := now.Started[origin][decision] - before.Started[origin][decision]; got != want {
				t.Errorf("origin %d, decision %d: %d, want %d", origin, decision, got, want)
			}
		}
	}
	live := func(want ...int64) {
		t.Helper()
		for decision, n := range rt.CountSpans().Live {
			if got := n - before.Live[decision]; got != want[decision] {
				t.Errorf("decision %d: %d are live, want %d", decision, got, want[decision])
			}
		}
	}
	live(0, 1, 3)
	rt.Switch(rt.Metrics, false) // what was counted ends in the counts
	for _, span := range []*rt.Span{first, second, third, dropped, unsampled} {
		span.End()
		span.End()
	}
	live(0, 0, 0)
	_, uncounted := scope.Start(context.Background(), rt.Internal, "metrics are off")
	rt.Switch(rt.Metrics, true)
	uncounted.End()
	live(0, 0, 0)
	if n := rt.CountLogs() - logs; n != 1 {
		t.Errorf("%d log records", n)
	}
	if size := unsafe.Sizeof(rt.SpanCounts{}); size > 128-8 {
		t.Errorf("the counts have %d bytes, which is more than a tally's two cache lines", size)
	}
}
