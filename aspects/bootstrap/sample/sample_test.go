package sample

import (
	"context"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// record is a span that begins, in a trace whose last eight bytes are number.
func record(number uint64, parent *ids.SpanContext) *rt.Record {
	r := &rt.Record{Kind: rt.Internal}
	r.Self.Trace[0] = 1
	binary.BigEndian.PutUint64(r.Self.Trace[8:], number)
	if parent != nil {
		r.Parent = *parent
		r.Parent.Trace, r.Parent.Span = r.Self.Trace, ids.SpanID{1}
	}
	return r
}

func TestSamplers(t *testing.T) {
	yes, no := &config.Sampler{Kind: config.SampleAll}, &config.Sampler{Kind: config.SampleNone}
	parents := []*ids.SpanContext{nil, {Remote: true, Flags: ids.Sampled}, {Remote: true}, {Flags: ids.Sampled}, {}}
	for name, tt := range map[string]struct {
		sampler config.Sampler
		want    string // for no parent, a remote one that is sampled, one that is not, a local one that is, one that is not
	}{
		"always_on":   {*yes, "+++++"},
		"always_off":  {*no, "-----"},
		"default":     {config.DefaultSampler(), "++-+-"},
		"root off":    {config.Sampler{Kind: config.SampleParents, Root: no}, "-+-+-"},
		"all set":     {config.Sampler{Kind: config.SampleParents, Root: no, RemoteSampled: no, RemoteNotSampled: yes, LocalSampled: no, LocalNotSampled: yes}, "--+-+"},
		"in another":  {config.Sampler{Kind: config.SampleParents, Root: &config.Sampler{Kind: config.SampleParents, Root: no, RemoteSampled: yes}, RemoteNotSampled: &config.Sampler{Kind: config.SampleParents, RemoteNotSampled: yes}}, "-+++-"},
		"ratio of 1":  {config.Sampler{Kind: config.SampleRatio, Ratio: 1}, "+++++"},
		"ratio of 0":  {config.Sampler{Kind: config.SampleRatio}, "-----"},
		"ratio, root": {config.Sampler{Kind: config.SampleParents, Root: &config.Sampler{Kind: config.SampleRatio, Ratio: 0.5}}, "-+-+-"},
	} {
		got := ""
		for _, parent := range parents {
			if New(tt.sampler, nil).Decide(record(1<<64-1, parent)) == rt.RecordAndSample {
				got += "+"
			} else {
				got += "-"
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

// The SDK for Go samples a trace if the upper 63 bits of its last eight bytes are below ratio × 2^63.
func TestRatio(t *testing.T) {
	for _, ratio := range []float64{1e-9, 0.1, 0.25, 1.0 / 3, 0.999999} {
		s := New(config.Sampler{Kind: config.SampleRatio, Ratio: ratio}, nil)
		bound := uint64(ratio * (1 << 63))
		for _, number := range []uint64{0, 1, bound<<1 - 1, bound << 1, bound<<1 + 1, 1<<64 - 1} {
			want := rt.Drop
			if number>>1 < bound {
				want = rt.RecordAndSample
			}
			if got := s.Decide(record(number, nil)); got != want {
				t.Errorf("%v of %d: got %v", ratio, number, got)
			}
		}
	}
	taken := 0
	s := New(config.Sampler{Kind: config.SampleRatio, Ratio: 0.25}, nil)
	for i := 0; i < 10_000; i++ {
		r := &rt.Record{}
		r.Self.Trace = ids.NewTraceID()
		if s.Decide(r) == rt.RecordAndSample {
			taken++
		}
	}
	if taken < 2200 || taken > 2800 { // seven standard deviations
		t.Errorf("%d of 10000 with a ratio of 0.25", taken)
	}
}

// sink has rt ask a sampler.
type sink struct {
	rt.Sink
	*Sampler
	kept []string
}

func (s *sink) Start(r *rt.Record) rt.Decision { return s.Decide(r) }
func (s *sink) End(r *rt.Record)               { s.kept = append(s.kept, r.Name) }

func TestRoutes(t *testing.T) {
	off := config.Sampler{Kind: config.SampleNone}
	s := &sink{Sampler: New(config.DefaultSampler(), []config.Route{{Path: "/search/*", Sampler: off}, {Path: "/search/x", Sampler: config.DefaultSampler()}, {Path: "/exact", Sampler: off}})}
	before := rt.SetSink(rt.Traces, s)
	defer rt.SetSink(rt.Traces, before)
	scope := rt.NewScope("test")
	for _, path := range []string{"/", "/search/x", "/exact", "/exact/more", ""} {
		ctx, request := scope.StartRequest(context.Background(), context.Background(), path, "GET "+path, path)
		_, child := scope.Start(ctx, rt.Internal, "below "+path)
		child.End()
		request.End()
	}
	want := []string{"below /", "GET /", "below /exact/more", "GET /exact/more", "below ", "GET "}
	if len(s.kept) != len(want) {
		t.Fatalf("got %q", s.kept)
	}
	for i := range want {
		if s.kept[i] != want[i] {
			t.Errorf("got %q", s.kept)
		}
	}
}

// The path that the client sends decides, at once: whatever the request does from then on goes out with the decision. A route that a router finds later
// names the span and changes nothing.
func TestRoutesThatAreFoundLaterDoNotDecide(t *testing.T) {
	off := config.Sampler{Kind: config.SampleNone}
	s := &sink{Sampler: New(config.DefaultSampler(), []config.Route{{Path: "/orders/{id}", Sampler: off}, {Path: "/later/{id}", Sampler: off}})}
	before := rt.SetSink(rt.Traces, s)
	defer rt.SetSink(rt.Traces, before)
	scope := rt.NewScope("test")
	for path, route := range map[string]string{"/orders/7": "/other/{id}", "/7": "/later/{id}", "/orders/7/items": "/orders/{id}/items"} {
		ctx, request := scope.StartRequest(context.Background(), context.Background(), path, "GET", path)
		sampled := request.Context().IsSampled()
		rt.SetRoute(ctx, path, route)
		if sampled == (path == "/orders/7") || request.Context().IsSampled() != sampled {
			t.Errorf("%s: sampled %v, then %v", path, sampled, request.Context().IsSampled())
		}
		request.End()
	}
	slices.Sort(s.kept)
	if want := []string{"GET /later/{id}", "GET /orders/{id}/items"}; !slices.Equal(s.kept, want) {
		t.Errorf("got %q", s.kept)
	}
}

func TestDecidingAllocatesNothing(t *testing.T) {
	s := New(config.DefaultSampler(), []config.Route{{Path: "/a/*/b", Sampler: config.DefaultSampler()}})
	r := record(7, &ids.SpanContext{})
	r.Kind, r.Path = rt.Server, "/a/x/b"
	if n := testing.AllocsPerRun(100, func() { s.Decide(r) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
