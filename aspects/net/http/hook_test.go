package hook

import (
	"context"
	"fmt"
	"net/http"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/propagate"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// What is woven into net/http sets the field.
func init() { setContext = func(r *http.Request, ctx context.Context) { *r = *r.WithContext(ctx) } }

// use gives a recorder, a reader of metrics and W3C propagation until the test ends.
func use(t *testing.T) (*rttest.Recorder, *meter.Reader) {
	recorder, reader := rttest.Use(t), meter.NewReader(meter.ReaderOptions{Temporality: meter.Delta})
	p, _ := propagate.New([]string{"tracecontext", "baggage"})
	propagate.Set(p)
	t.Cleanup(func() {
		reader.Close()
		propagate.Set(nil)
	})
	return recorder, reader
}

// points gives the points of each metric as texts: attributes, then the count or the sum.
func points(reader *meter.Reader) map[string][]string {
	out := map[string][]string{}
	reader.Collect(func(m *meter.Metric) bool {
		for _, p := range m.Points {
			text := fmt.Sprint(rttest.Attrs(p.Attrs), " ", p.Int)
			if m.Form == meter.FormHistogram {
				text = fmt.Sprint(rttest.Attrs(p.Attrs), " ", p.Count)
			}
			out[m.Name] = append(out[m.Name], text)
		}
		return true
	})
	return out
}

const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

func TestMethods(t *testing.T) {
	for in, want := range map[string]method{
		"": {"GET", "GET", ""}, "GET": {"GET", "GET", ""}, "get": {"GET", "GET", "get"}, "QUERY": {"QUERY", "QUERY", ""},
		"PROPFIND": {"HTTP", "_OTHER", "PROPFIND"}, "ß": {"HTTP", "_OTHER", "ß"},
	} {
		if got := methodOf(in); got != want {
			t.Errorf("%q: %+v", in, got)
		}
	}
	for in, want := range map[int]string{100: "100", 404: "404", 999: "999", 99: "0", 1000: "0", -1: "0"} {
		if got := statusText(in); got != want {
			t.Errorf("%d: %s", in, got)
		}
	}
}

func TestWithoutTracesIDsPassThrough(t *testing.T) {
	use(t)
	defer rt.SetSink(rt.Traces, rt.SetSink(rt.Traces, nil))
	r := incoming("GET", "/")
	end := startServer(r)
	sent, ended := startClient(outgoing(t, context.Background(), "http://x/")) // by the goroutine alone
	if got := sent.Header.Get("Traceparent"); got != traceparent {
		t.Errorf("sent with %q", got)
	}
	ended(nil, nil)
	end(200, false, nil)
}

// discard samples everything and keeps nothing.
type discard rt.Decision

func (d discard) Start(*rt.Record) rt.Decision { return rt.Decision(d) }

func (discard) End(*rt.Record) {}

func (discard) Log(*logrec.Record) {}
