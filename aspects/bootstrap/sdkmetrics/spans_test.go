package sdkmetrics

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestSpansAndLogsAreCounted(t *testing.T) {
	recorder := rttest.Use(t)
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	ctx, parent := rt.NewScope("example.com/spans").Start(context.Background(), rt.Server, "a")
	_, child := rt.NewScope("example.com/spans").Start(ctx, rt.Internal, "b")
	child.End()
	recorder.Decide = func(*rt.Record) rt.Decision { return rt.Drop }
	rt.NewScope("example.com/spans").Start(ctx, rt.Internal, "c")
	rt.Log(&logrec.Record{})
	want := []string{
		"otel.sdk.log.created{} 1 {log_record}",
		"otel.sdk.span.live{otel.span.sampling_result=RECORD_AND_SAMPLE} 1 {span}",
		"otel.sdk.span.started{otel.span.parent.origin=local otel.span.sampling_result=DROP} 1 {span}",
		"otel.sdk.span.started{otel.span.parent.origin=local otel.span.sampling_result=RECORD_AND_SAMPLE} 1 {span}",
		"otel.sdk.span.started{otel.span.parent.origin=none otel.span.sampling_result=RECORD_AND_SAMPLE} 1 {span}",
	}
	got := slices.DeleteFunc(lines(r), func(line string) bool {
		return !strings.HasPrefix(line, "otel.sdk.span.") && !strings.HasPrefix(line, "otel.sdk.log.")
	})
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	parent.End()
}
