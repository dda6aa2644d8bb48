package rt_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestLimits(t *testing.T) {
	r := rttest.Use(t)
	rt.SetLimits(rt.Limits{Attributes: 40, Events: 2, Links: 2, EventAttributes: 1, LinkAttributes: 1})
	defer rt.SetLimits(rt.DefaultLimits)
	_, span := scope.Start(context.Background(), rt.Internal, strings.Repeat("ä", 500))
	for i := range 50 {
		span.Set(attr.Program(fmt.Sprint("k", i), -1).Int(i))
	}
	span.Set(attr.Program("k1", -1).Int(100))
	for i := range 3 {
		span.Event(fmt.Sprint("e", i), key.Int(1), attr.ServerPort.Int(2))
		span.Link(ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.SpanID{byte(i + 1)}}, key.Int(1), attr.ServerPort.Int(2))
	}
	span.End()
	got := only(t, r)
	if len(got.Attrs) != 40 || got.DroppedAttrs != 10 || rttest.Attrs(got.Attrs)["k1"] != int64(100) || rttest.Attrs(got.Attrs)["k39"] != int64(39) {
		t.Errorf("%d attributes, %d dropped", len(got.Attrs), got.DroppedAttrs)
	}
	if len(got.Events) != 2 || got.Events[0].Name != "e1" || got.Events[1].Name != "e2" || got.DroppedEvents != 1 ||
		len(got.Events[0].Attrs) != 1 || got.Events[0].Dropped != 1 {
		t.Errorf("events %+v, %d dropped", got.Events, got.DroppedEvents)
	}
	if len(got.Links) != 2 || got.Links[0].To.Span[0] != 2 || got.DroppedLinks != 1 || len(got.Links[0].Attrs) != 1 || got.Links[0].Dropped != 1 {
		t.Errorf("links %+v, %d dropped", got.Links, got.DroppedLinks)
	}
	if len(got.Name) > 255 {
		t.Errorf("a name of %d bytes", len(got.Name))
	}
	rt.SetLimits(rt.Limits{})
	_, span = scope.Start(context.Background(), rt.Internal, "none", key.Int(1))
	span.Event("x")
	span.Link(ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()})
	span.End()
	if got := r.Ended()[1]; len(got.Attrs)+len(got.Events)+len(got.Links) > 0 || got.DroppedAttrs+got.DroppedEvents+got.DroppedLinks != 3 {
		t.Errorf("%+v", got)
	}
	rt.SetLimits(rt.Limits{-1, -1, -1, -1, -1})
	_, span = scope.Start(context.Background(), rt.Internal, "all")
	for i := range 1000 {
		span.Set(attr.Program(fmt.Sprint("k", i), -1).Int(i))
		span.Event("x")
	}
	span.End()
	if got := r.Ended()[2]; len(got.Attrs) != 1000 || len(got.Events) != 1000 {
		t.Errorf("%d attributes, %d events", len(got.Attrs), len(got.Events))
	}
}

func TestGivenTimes(t *testing.T) {
	r := rttest.Use(t)
	from, to := time.Unix(100, 1), time.Unix(99, 2)
	_, span := scope.StartWith(context.Background(), rt.Options{Kind: rt.Producer, Name: "x", At: from, Attrs: []attr.Value{key.Int(1)}, Links: []rt.Link{{To: ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}}}})
	span.EventAt(to, "e")
	span.EndAt(to)
	got := only(t, r)
	if got.Start != from.UnixNano() || got.End != to.UnixNano() || got.Events[0].Time != to.UnixNano() || len(got.Links) != 1 || len(got.Attrs) != 1 || got.Kind != rt.Producer {
		t.Errorf("%+v", got)
	}
}

// What changes the clock changes no duration; a start that is ahead of the clock makes none that is negative.
func TestClocks(t *testing.T) {
	r := rttest.Use(t)
	before := time.Now()
	_, span := scope.StartWith(context.Background(), rt.Options{At: before.Add(-time.Hour)})
	span.End()
	_, span = scope.StartWith(context.Background(), rt.Options{At: before.Add(time.Hour)})
	span.End()
	_, span = scope.StartWith(context.Background(), rt.Options{At: before.Add(time.Hour).Round(0)})
	span.End()
	all := r.Ended()
	if d := time.Duration(all[0].End - all[0].Start); d < time.Hour || d > time.Hour+time.Since(before) {
		t.Errorf("it lasted %v", d)
	}
	for _, ahead := range all[1:] {
		if ahead.End != ahead.Start {
			t.Errorf("from %d to %d", ahead.Start, ahead.End)
		}
	}
}
