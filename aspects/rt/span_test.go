package rt_test

import (
	"context"
	"errors"
	"reflect"
	"sync"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

var scope = rt.NewScope("example.com/hook")

var key = attr.Program("k", -1)

func only(t *testing.T, r *rttest.Recorder) *rt.Record {
	t.Helper()
	ended := r.Ended()
	if len(ended) != 1 {
		t.Fatalf("%d spans", len(ended))
	}
	return ended[0]
}

func TestASpan(t *testing.T) {
	r := rttest.Use(t)
	linked := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}
	before := time.Now()
	ctx, span := scope.Start(context.Background(), rt.Client, "first", key.Int(1))
	if rt.SpanOf(ctx) != span || rt.ContextOf(ctx) != span.Context() || !span.Context().IsSampled() || !span.Recording() {
		t.Errorf("%+v is not what is in its context", span.Context())
	}
	span.Set(key.Int(2), attr.ServerPort.Int(80))
	span.Set(attr.Value{}) // nothing
	span.Rename("second")
	span.Event("event", key.String("v"))
	span.Link(linked, key.Bool(true))
	span.Link(ids.SpanContext{}) // names nothing
	span.SetStatus(rt.OK, "no description")
	span.SetStatus(rt.Failed, "too late")
	if span.End() {
		t.Error("it gave way")
	}
	span.End()
	span.Set(key.Int(3))
	span.Rename("third")

	got := only(t, r)
	if got.Name != "second" || got.Kind != rt.Client || got.Status != rt.OK || got.StatusText != "" || got.Scope != &scope.Scope {
		t.Errorf("%+v", got)
	}
	if got.Start < before.UnixNano() || got.End < got.Start || got.End > time.Now().UnixNano() {
		t.Errorf("from %d to %d", got.Start, got.End)
	}
	if want := map[string]any{"k": int64(2), "server.port": int64(80)}; !reflect.DeepEqual(rttest.Attrs(got.Attrs), want) {
		t.Errorf("attributes %v", rttest.Attrs(got.Attrs))
	}
	if len(got.Events) != 1 || got.Events[0].Name != "event" || rttest.Attrs(got.Events[0].Attrs)["k"] != "v" {
		t.Errorf("events %+v", got.Events)
	}
	if len(got.Links) != 1 || got.Links[0].To != linked || rttest.Attrs(got.Links[0].Attrs)["k"] != true {
		t.Errorf("links %+v", got.Links)
	}
	if span.Recording() || span.Context() != got.Self {
		t.Error("what has ended records, or has lost its ids")
	}
}

func TestSamplers(t *testing.T) {
	r := rttest.Use(t)
	r.Decide = func(record *rt.Record) rt.Decision {
		switch record.Name {
		case "drop":
			return rt.Drop
		case "record":
			return rt.RecordOnly
		}
		return rt.RecordAndSample
	}
	ctx, dropped := scope.Start(context.Background(), rt.Internal, "drop", key.Int(1))
	if dropped.Recording() || dropped.Context().IsSampled() || !dropped.Context().IsValid() || rt.SpanOf(ctx) != dropped {
		t.Errorf("%+v", dropped.Context())
	}
	_, child := scope.Start(ctx, rt.Internal, "sampled all the same")
	if !child.Context().IsSampled() || child.Context().Trace != dropped.Context().Trace {
		t.Errorf("%+v", child.Context())
	}
	_, recorded := scope.Start(ctx, rt.Internal, "record")
	if !recorded.Recording() || recorded.Context().IsSampled() {
		t.Errorf("%+v", recorded.Context())
	}
	for _, s := range []*rt.Span{recorded, child, dropped} {
		s.Set(key.Int(1))
		s.End()
	}
	if all := r.Ended(); len(all) != 2 || all[1].Parent != dropped.Context() {
		t.Errorf("%+v", all)
	}
}

func TestNil(t *testing.T) {
	var s *rt.Span
	s.Set(key.Int(1))
	s.Rename("x")
	s.Event("x")
	s.Link(ids.SpanContext{})
	s.SetStatus(rt.OK, "")
	s.Fail(errors.New("x"))
	s.Panicked("x", "")
	if s.Recording() || s.Context().IsValid() || s.End() || s.Foreign() != nil || s.Scope() != nil {
		t.Error("nil is something")
	}
}

func (failing) End(*rt.Record) { panic("end") }

func (failing) Log(*logrec.Record) { panic("log") }

func TestSpansEndInTheSinkThatTheyBeganWith(t *testing.T) {
	first := rttest.Use(t)
	_, span := scope.Start(context.Background(), rt.Internal, "x")
	second := rttest.Use(t)
	span.End()
	if len(first.Ended()) != 1 || len(second.Ended()) != 0 {
		t.Errorf("%d, %d", len(first.Ended()), len(second.Ended()))
	}
}

// Spans are used from many goroutines, after their end too; records are used again. Run with -race.
func TestManyGoroutines(t *testing.T) {
	r := rttest.Use(t)
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range 200 {
				ctx, span := scope.Start(context.Background(), rt.Internal, "outer")
				var inner sync.WaitGroup
				for range 3 {
					inner.Add(1)
					go func() {
						defer inner.Done()
						span.Set(key.Int(g))
						_, child := scope.Start(ctx, rt.Internal, "inner", key.Int(g))
						child.Event("x", key.Int(i))
						child.End()
						child.Set(key.Int(-1))
						span.End()
					}()
				}
				inner.Wait()
			}
		}()
	}
	wg.Wait()
	if got := len(r.Ended()); got != 8*200*4 {
		t.Fatalf("%d spans", got)
	}
	for _, record := range r.Ended() {
		if v := rttest.Attrs(record.Attrs)["k"]; record.Name == "inner" && (v == nil || v == int64(-1) || len(record.Events) != 1) {
			t.Fatalf("%+v", record)
		}
	}
}

// A span that is recorded costs its handle; so does one that is not.
func TestAllocations(t *testing.T) {
	for name, decision := range map[string]rt.Decision{"sampled": rt.RecordAndSample, "dropped": rt.Drop} {
		before := rt.SetSink(rt.Traces, deciding(decision))
		ctx := context.Background()
		n := testing.AllocsPerRun(1000, func() {
			_, span := scope.Start(ctx, rt.Client, "GET", attr.HTTPRequestMethod.String("GET"), attr.ServerPort.Int(80))
			if span.Recording() {
				span.Set(attr.ServerAddress.String("example.com"), attr.URLPath.String("/orders/7"), attr.URLQuery.String("a=b"))
			}
			span.End()
		})
		rt.SetSink(rt.Traces, before)
		if n > 1 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

type deciding rt.Decision

func (d deciding) Start(*rt.Record) rt.Decision { return rt.Decision(d) }

func (deciding) End(*rt.Record) {}

func (deciding) Log(*logrec.Record) {}
