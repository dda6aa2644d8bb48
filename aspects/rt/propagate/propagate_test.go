package propagate

import (
	"context"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

const (
	trace = "4bf92f3577b34da6a3ce929d0e0e4736"
	span  = "00f067aa0ba902b7"
)

func make1(t testing.TB, names ...string) Propagator {
	p, unknown := New(names)
	if len(unknown) > 0 {
		t.Fatal(unknown)
	}
	return p
}

// extracted gives what a header holds, as trace-span-flags, and a state.
func extracted(p Propagator, header map[string]string) string {
	h := http.Header{}
	for name, value := range header {
		for _, one := range strings.Split(value, "\n") {
			h.Add(name, one)
		}
	}
	c := rt.ContextOf(p.Extract(context.Background(), Header(h)))
	if !c.IsValid() {
		return ""
	}
	if !c.Remote {
		return "not remote"
	}
	text := fmt.Sprintf("%s-%s-%d", c.Trace, c.Span, c.Flags)
	if c.State.String() != "" {
		text += " " + c.State.String()
	}
	return text
}

type headers = map[string]string

func TestExtract(t *testing.T) {
	const sampled, unsampled = trace + "-" + span + "-1", trace + "-" + span + "-0"
	short := "0000000000000000a3ce929d0e0e4736-" + span
	tests := map[string][]struct {
		header headers
		want   string
	}{
		// The cases of https://github.com/w3c/trace-context/blob/main/test/test.py, in groups.
		"tracecontext": {
			{headers{}, ""},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01"}, sampled},
			{headers{"TraceParent": "00-" + trace + "-" + span + "-00"}, unsampled},
			{headers{"traceparent": "00-" + trace + "-" + span + "-03"}, trace + "-" + span + "-3"},
			{headers{"traceparent": "00-" + trace + "-" + span + "-ff"}, trace + "-" + span + "-3"},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01-what"}, ""},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01-"}, ""},
			{headers{"traceparent": "cc-" + trace + "-" + span + "-01"}, sampled},
			{headers{"traceparent": "cc-" + trace + "-" + span + "-01-what-the-future-will-be-like"}, sampled},
			{headers{"traceparent": "cc-" + trace + "-" + span + "-01.what"}, ""},
			{headers{"traceparent": "ff-" + trace + "-" + span + "-01"}, ""},
			{headers{"traceparent": "0-" + trace + "-" + span + "-01"}, ""},
			{headers{"traceparent": ".0-" + trace + "-" + span + "-01"}, ""},
			{headers{"traceparent": "00-" + strings.Repeat("0", 32) + "-" + span + "-01"}, ""},
			{headers{"traceparent": "00-" + trace + "-" + strings.Repeat("0", 16) + "-01"}, ""},
			{headers{"traceparent": "00-" + trace[1:] + "-" + span + "-01"}, ""},
			{headers{"traceparent": "00-" + trace + "-" + span + "-1"}, ""},
			{headers{"traceparent": "00-" + trace + "-" + span + "-.1"}, ""},
			{headers{"traceparent": "00-" + strings.ToUpper(trace) + "-" + span + "-01"}, ""},
			{headers{"traceparent": "00_" + trace + "-" + span + "-01"}, ""},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01", "tracestate": "a=1,b=2"}, sampled + " a=1,b=2"},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01", "tracestate": "a=1\nb=2"}, sampled + " a=1,b=2"},
			{headers{"traceparent": "00-" + trace + "-" + span + "-01", "tracestate": "a=1,,b"}, sampled},
			{headers{"tracestate": "a=1"}, ""},
		},
		// https://github.com/openzipkin/b3-propagation
		"b3": {
			{headers{"b3": trace + "-" + span + "-1"}, sampled},
			{headers{"b3": trace + "-" + span + "-d-" + span}, sampled},
			{headers{"b3": trace + "-" + span + "-0"}, unsampled},
			{headers{"b3": trace + "-" + span}, unsampled},
			{headers{"b3": "a3ce929d0e0e4736-" + span + "-1"}, short + "-1"},
			{headers{"b3": "0"}, ""},
			{headers{"b3": ""}, ""},
			{headers{"b3": trace + "-" + span + "-2"}, ""},
			{headers{"b3": trace + "-" + span + "-1-x"}, ""},
			{headers{"b3": trace + "-" + span + "-1-" + span + "-"}, ""},
			{headers{"b3": trace[1:] + "-" + span + "-1"}, ""},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "1"}, sampled},
		},
		"b3multi": {
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "1", "X-B3-ParentSpanId": span}, sampled},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "0"}, unsampled},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "true"}, sampled},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Flags": "1"}, sampled},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span}, unsampled},
			{headers{"X-B3-TraceId": "a3ce929d0e0e4736", "X-B3-SpanId": span, "X-B3-Sampled": "1"}, short + "-1"},
			{headers{"X-B3-TraceId": trace, "X-B3-Sampled": "1"}, ""},
			{headers{"X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "yes"}, ""},
			{headers{"b3": trace + "-" + span + "-1", "X-B3-TraceId": trace, "X-B3-SpanId": span, "X-B3-Sampled": "0"}, sampled},
		},
		"jaeger": {
			{headers{"uber-trace-id": trace + ":" + span + ":0:1"}, sampled},
			{headers{"uber-trace-id": trace + ":" + span + ":" + span + ":3"}, sampled},
			{headers{"uber-trace-id": trace + ":" + span + ":0:0"}, unsampled},
			{headers{"uber-trace-id": trace + "%3A" + span + "%3A0%3A1"}, sampled},
			{headers{"uber-trace-id": trace + ":f067aa0ba902b7:0:1"}, sampled},
			{headers{"uber-trace-id": "a3ce929d0e0e4736:" + span + ":0:1"}, short + "-1"},
			{headers{"uber-trace-id": trace + ":" + span + ":0"}, ""},
			{headers{"uber-trace-id": trace + ":" + span + ":0:x"}, ""},
			{headers{"uber-trace-id": trace + ":" + span + ":0:100"}, ""},
			{headers{"uber-trace-id": "0:" + span + ":0:1"}, ""},
			{headers{"uber-trace-id": trace + "0:" + span + ":0:1"}, ""},
			{headers{"uber-trace-id": trace + "::0:1"}, ""},
			{headers{"uber-trace-id": "%zz"}, ""},
			{headers{"uber-trace-id": strings.Repeat("%3A", 100_000)}, ""},
		},
		"xray": {
			{headers{"X-Amzn-Trace-Id": "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span + ";Sampled=1"}, sampled},
			{headers{"X-Amzn-Trace-Id": "Sampled=0; Parent=" + span + ";Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Lineage=a:1"}, unsampled},
			{headers{"X-Amzn-Trace-Id": "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span + ";Sampled=?"}, unsampled},
			{headers{"X-Amzn-Trace-Id": "Self=1-x;Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span}, unsampled},
			{headers{"X-Amzn-Trace-Id": "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736"}, ""},
			{headers{"X-Amzn-Trace-Id": "Root=2-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span}, ""},
			{headers{"X-Amzn-Trace-Id": "Root=1-4bf92f3-577b34da6a3ce929d0e0e4736;Parent=" + span}, ""},
			{headers{"X-Amzn-Trace-Id": "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span[1:]}, ""},
			{headers{"X-Amzn-Trace-Id": ";;;==;"}, ""},
		},
		"none": {{headers{"traceparent": "00-" + trace + "-" + span + "-01", "b3": trace + "-" + span + "-1"}, ""}},
	}
	for name, cases := range tests {
		for _, tt := range cases {
			if got := extracted(make1(t, name), tt.header); got != tt.want {
				t.Errorf("%s %v:\n got %s\nwant %s", name, tt.header, got, tt.want)
			}
		}
	}
}

func TestInject(t *testing.T) {
	c := ids.SpanContext{Flags: ids.Sampled | ids.Random}
	c.Trace, _ = ids.ParseTraceID(trace)
	c.Span, _ = ids.ParseSpanID(span)
	c.State, _ = ids.ParseState("a=1")
	ctx := rt.WithBaggage(rt.WithRemote(context.Background(), c), ids.ParseBaggage("k=v;p"))
	for name, want := range map[string]headers{
		"tracecontext": {"Traceparent": "00-" + trace + "-" + span + "-01", "Tracestate": "a=1"},
		"baggage":      {"Baggage": "k=v;p"},
		"b3":           {"B3": trace + "-" + span + "-1"},
		"b3multi":      {"X-B3-Traceid": trace, "X-B3-Spanid": span, "X-B3-Sampled": "1"},
		"jaeger":       {"Uber-Trace-Id": trace + ":" + span + ":0:1"},
		"xray":         {"X-Amzn-Trace-Id": "Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span + ";Sampled=1"},
		"none":         {},
	} {
		p := make1(t, name)
		h := http.Header{}
		p.Inject(ctx, Header(h))
		got := headers{}
		for field := range h {
			got[field] = h.Get(field)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v", name, got)
		}
		for _, field := range p.Fields() {
			h.Del(field)
		}
		if len(h) > 0 {
			t.Errorf("%s: %v are no fields", name, h)
		}
		p.Inject(context.Background(), Header(h))
		if len(h) > 0 {
			t.Errorf("%s without a span: %v", name, h)
		}
		if name == "baggage" || name == "none" {
			continue
		}
		p.Inject(ctx, Header(h))
		if got := rt.ContextOf(p.Extract(context.Background(), Header(h))); got.Trace != c.Trace || got.Span != c.Span || !got.IsSampled() {
			t.Errorf("%s, there and back: %v", name, got)
		}
	}
}

func TestNew(t *testing.T) {
	p, unknown := New([]string{" TraceContext", "ottrace", "", "Baggage", "none"})
	if !reflect.DeepEqual(unknown, []string{"ottrace"}) || !reflect.DeepEqual(p.Fields(), []string{"traceparent", "tracestate", "baggage"}) {
		t.Errorf("%v, %v", p.Fields(), unknown)
	}
	for _, name := range Names {
		make1(t, name)
	}
	// The last one that finds a span wins.
	both := make1(t, "tracecontext", "b3")
	if got := extracted(both, headers{"traceparent": "00-" + trace + "-" + span + "-01", "b3": trace + "-0000000000000001-0"}); got != trace+"-0000000000000001-0" {
		t.Errorf("got %s", got)
	}
}

func TestUse(t *testing.T) {
	before := Get()
	defer Set(before)
	Set(make1(t, "b3"))
	if !reflect.DeepEqual(Get().Fields(), []string{"b3"}) {
		t.Errorf("%v", Get().Fields())
	}
	Set(nil)
	if ctx := context.Background(); Get().Extract(ctx, Map{"b3": "x"}) != ctx || len(Get().Fields()) > 0 {
		t.Error("none is something")
	}
}

// Hostile headers are read without a panic, and what comes of them is written in the form that the propagator reads.
func FuzzExtract(f *testing.F) {
	f.Add("00-" + trace + "-" + span + "-01")
	f.Add(trace + "-" + span + "-d")
	f.Add(trace + "%3a" + span + ":0:1")
	f.Add("Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=" + span + ";Sampled=1")
	f.Fuzz(func(t *testing.T, value string) {
		for _, name := range []string{"tracecontext", "b3", "jaeger", "xray"} {
			p := make1(t, name)
			from := Map{p.Fields()[0]: value}
			found := p.Extract(context.Background(), from)
			c := rt.ContextOf(found)
			if !c.IsValid() {
				continue
			}
			to := Map{}
			p.Inject(found, to)
			again := rt.ContextOf(p.Extract(context.Background(), to))
			if again.Trace != c.Trace || again.Span != c.Span || again.IsSampled() != c.IsSampled() {
				t.Errorf("%s: %q is %v, then %v", name, value, c, again)
			}
		}
	})
}
