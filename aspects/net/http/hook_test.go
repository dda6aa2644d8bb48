package hook

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/noise"
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

func incoming(method, target string) *http.Request {
	r := httptest.NewRequest(method, target, nil)
	r.Header.Set("Traceparent", traceparent)
	r.Header.Set("User-Agent", "test")
	return r
}

func TestServer(t *testing.T) {
	recorder, reader := use(t)
	r := incoming("GET", "http://example.com:8080/orders/7?a=b&token=x")
	end := startServer(r)
	if rt.SpanOf(r.Context()) == nil || rt.SpanOf(context.Background()) != rt.SpanOf(r.Context()) {
		t.Fatal("the request's span is neither in its context nor in the goroutine")
	}
	if got := points(reader)["http.server.active_requests"]; !reflect.DeepEqual(got, []string{"map[http.request.method:GET url.scheme:http] 1"}) {
		t.Errorf("%q", got)
	}
	setRoute(r, "GET example.com/orders/{id}")
	end(201, false, nil)
	if local.Current() != nil {
		t.Error("the goroutine's scope has not ended")
	}
	got := recorder.Ended()[0]
	if got.Name != "GET /orders/{id}" || got.Kind != rt.Server || got.Status != rt.Unset || got.Parent.Span.String() != "00f067aa0ba902b7" || !got.Parent.Remote {
		t.Errorf("%+v", got)
	}
	if want := map[string]any{
		"http.request.method": "GET", "http.route": "/orders/{id}", "http.response.status_code": int64(201), "url.scheme": "http", "url.path": "/orders/7",
		"url.query": "a=b&token=REDACTED", "server.address": "example.com", "server.port": int64(8080), "client.address": "192.0.2.1",
		"network.peer.address": "192.0.2.1", "network.peer.port": int64(1234), "network.protocol.version": "1.1", "user_agent.original": "test",
	}; !reflect.DeepEqual(rttest.Attrs(got.Attrs), want) {
		t.Errorf("attributes %v", rttest.Attrs(got.Attrs))
	}
	metrics := points(reader)
	if want := []string{"map[http.request.method:GET http.response.status_code:201 http.route:/orders/{id} network.protocol.version:1.1 url.scheme:http] 1"}; !reflect.DeepEqual(metrics["http.server.request.duration"], want) {
		t.Errorf("%q", metrics)
	}
	if want := []string{"map[http.request.method:GET url.scheme:http] 0"}; !reflect.DeepEqual(metrics["http.server.active_requests"], want) {
		t.Errorf("%q", metrics)
	}
}

func TestAnswers(t *testing.T) {
	for name, tt := range map[string]struct {
		status   int
		hijacked bool
		panicked any
		want     map[string]any
		failed   rt.Status
	}{
		"nothing written":       {0, false, nil, map[string]any{"http.response.status_code": int64(200)}, rt.Unset},
		"not found":             {404, false, nil, map[string]any{"http.response.status_code": int64(404)}, rt.Unset},
		"failed":                {503, false, nil, map[string]any{"http.response.status_code": int64(503), "error.type": "503"}, rt.Failed},
		"hijacked":              {200, true, nil, map[string]any{}, rt.Unset},
		"unknown":               {-1, false, nil, map[string]any{}, rt.Unset},
		"panicked":              {0, false, errors.New("x"), map[string]any{"error.type": "errors.errorString"}, rt.Failed},
		"panicked when written": {200, false, "x", map[string]any{"http.response.status_code": int64(200), "error.type": "string"}, rt.Failed},
		"given up":              {0, false, http.ErrAbortHandler, map[string]any{}, rt.Unset},
	} {
		recorder, reader := use(t)
		startServer(incoming("GET", "/"))(tt.status, tt.hijacked, tt.panicked)
		got := recorder.Ended()[0]
		attrs := rttest.Attrs(got.Attrs)
		for _, key := range []string{"http.response.status_code", "error.type"} {
			if attrs[key] != tt.want[key] {
				t.Errorf("%s: %s is %v", name, key, attrs[key])
			}
		}
		if got.Status != tt.failed || (len(got.Events) == 1) != (tt.panicked != nil && tt.failed == rt.Failed) {
			t.Errorf("%s: %+v", name, got)
		}
		text := points(reader)["http.server.request.duration"][0]
		for _, key := range []string{"http.response.status_code", "error.type"} {
			if want := tt.want[key]; strings.Contains(text, key) != (want != nil) || want != nil && !strings.Contains(text, fmt.Sprint(key, ":", want)) {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}

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

func TestExcludedPaths(t *testing.T) {
	recorder, reader := use(t)
	noise.SetExcluded([]string{"health"})
	defer noise.SetExcluded(nil)
	r := incoming("GET", "/healthz")
	end := startServer(r)
	if !rt.Suppressed(r.Context()) || !rt.Suppressed(context.Background()) {
		t.Error("what an excluded request does is recorded")
	}
	if _, end := startClient(httptest.NewRequest("GET", "http://x/", nil)); end != nil {
		t.Error("its requests are recorded")
	}
	end(200, false, nil)
	if rt.Suppressed(context.Background()) {
		t.Error("the goroutine records nothing any more")
	}
	if n := len(recorder.Started()) + len(points(reader)); n != 0 {
		t.Errorf("%d spans and metrics", n)
	}
}

func TestServersWithinServers(t *testing.T) {
	recorder, reader := use(t)
	r := incoming("GET", "/")
	outer := startServer(r)
	inner := startServer(r)
	inner(404, false, nil)
	outer(200, true, nil)
	if n := len(recorder.Ended()); n != 1 || rttest.Attrs(recorder.Ended()[0].Attrs)["http.response.status_code"] != int64(404) {
		t.Errorf("%d spans, %+v", n, recorder.Ended())
	}
	if got := points(reader)["http.server.request.duration"]; len(got) != 1 || !strings.Contains(got[0], "status_code:404") {
		t.Errorf("%q", got)
	}
	// A connection that began as a request is not the parent of the requests on it.
	connection := incoming("GET", "/upgrade")
	end := startServer(connection)
	onIt := incoming("GET", "/on-it").WithContext(connection.Context())
	onIt.Header.Del("Traceparent")
	startServer(onIt)(200, false, nil)
	end(-1, true, nil)
	if got := recorder.Ended()[1]; got.Parent.IsValid() {
		t.Errorf("its parent is %+v", got.Parent)
	}
	if startServer(incoming("PRI", "/")) != nil {
		t.Error("the beginning of a connection is a request")
	}
}

func outgoing(t *testing.T, ctx context.Context, url string) *http.Request {
	r, err := http.NewRequestWithContext(ctx, "POST", url, strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestClient(t *testing.T) {
	recorder, reader := use(t)
	ctx, parent := scope.Start(context.Background(), rt.Internal, "parent")
	r := outgoing(t, ctx, "http://user:pw@example.com/a?token=x#f")
	sent, end := startClient(r)
	if again, end := startClient(sent); again != sent || end != nil {
		t.Error("a transport below another is recorded")
	}
	if r.Header.Get("Traceparent") != "" || callerOf(sent) != r {
		t.Error("the caller's request has changed, or is not known")
	}
	span := rt.SpanOf(sent.Context())
	if header := sent.Header.Get("Traceparent"); !strings.Contains(header, span.Context().Span.String()) {
		t.Errorf("sent with %q", header)
	}
	response := &http.Response{StatusCode: 404, Proto: "HTTP/2.0", Request: sent, Body: http.NoBody}
	end(response, nil)
	parent.End()
	if response.Request != r {
		t.Error("the response names another request")
	}
	got := recorder.Ended()[0]
	if got.Name != "POST" || got.Kind != rt.Client || got.Status != rt.Failed || got.Parent != parent.Context() {
		t.Errorf("%+v", got)
	}
	if want := map[string]any{
		"http.request.method": "POST", "url.full": "http://REDACTED:REDACTED@example.com/a?token=REDACTED", "server.address": "example.com",
		"server.port": int64(80), "http.response.status_code": int64(404), "network.protocol.version": "2", "error.type": "404",
	}; !reflect.DeepEqual(rttest.Attrs(got.Attrs), want) {
		t.Errorf("attributes %v", rttest.Attrs(got.Attrs))
	}
	want := "map[error.type:404 http.request.method:POST http.response.status_code:404 network.protocol.version:2 server.address:example.com server.port:80] 1"
	if got := points(reader)["http.client.request.duration"]; !reflect.DeepEqual(got, []string{want}) {
		t.Errorf("%q", got)
	}
}

func TestClientsThatFail(t *testing.T) {
	recorder, reader := use(t)
	_, end := startClient(outgoing(t, context.Background(), "https://example.com/"))
	end(nil, io.ErrUnexpectedEOF)
	got := recorder.Ended()[0]
	if attrs := rttest.Attrs(got.Attrs); got.Status != rt.Failed || got.StatusText != "unexpected EOF" || attrs["error.type"] != "errors.errorString" || attrs["server.port"] != int64(443) {
		t.Errorf("%+v, %v", got, attrs)
	}
	if got := points(reader)["http.client.request.duration"]; len(got) != 1 || !strings.Contains(got[0], "error.type:errors.errorString") {
		t.Errorf("%q", got)
	}
	for _, r := range []*http.Request{{}, {URL: outgoing(t, context.Background(), "http://x/").URL}, outgoing(t, context.Background(), "ftp://x/"), outgoing(t, rt.Suppress(context.Background()), "http://x/")} {
		if sent, end := startClient(r); sent != r || end != nil {
			t.Errorf("%+v is recorded", r)
		}
	}
}

// The span ends with the body, by real transports.
func TestBodies(t *testing.T) {
	recorder, _ := use(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Header.Get("Traceparent")) }))
	defer server.Close()
	for i, read := range []func(*http.Response){
		func(r *http.Response) { io.ReadAll(r.Body) },
		func(r *http.Response) { r.Body.Close() },
	} {
		sent, end := startClient(outgoing(t, context.Background(), server.URL))
		response, err := server.Client().Transport.RoundTrip(sent)
		if end(response, err); err != nil || len(recorder.Ended()) != i {
			t.Fatalf("%v, %d spans have ended before the body", err, len(recorder.Ended()))
		}
		read(response)
		response.Body.Close()
		if n := len(recorder.Ended()); n != i+1 {
			t.Errorf("%d spans, want %d", n, i+1)
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
func (discard) End(*rt.Record)                 {}
func (discard) Log(*logrec.Record)             {}

// What a request costs beyond what net/http itself does: the span with its context, its goroutine's scope, the function that ends it.
func TestAllocationsOfARequest(t *testing.T) {
	_, reader := use(t)
	defer reader.Close()
	for name, tt := range map[string]struct {
		decision rt.Decision
		parent   string
		most     float64
	}{
		"a root":          {rt.RecordAndSample, "", 4},
		"with a parent":   {rt.RecordAndSample, traceparent, 5},
		"dropped":         {rt.Drop, "", 4},
		"dropped, parent": {rt.Drop, traceparent, 5},
	} {
		before := rt.SetSink(rt.Traces, discard(tt.decision))
		r := httptest.NewRequest("GET", "/orders/7", nil)
		if tt.parent != "" {
			r.Header.Set("Traceparent", tt.parent)
		}
		own := r.Context()
		set := setContext
		setContext = func(r *http.Request, ctx context.Context) {} // the test's own makes copies
		n := testing.AllocsPerRun(1000, func() {
			end := startServer(r)
			end(200, false, nil)
		})
		setContext = set
		rt.SetSink(rt.Traces, before)
		if r.Context() != own || n > tt.most {
			t.Errorf("%s: %v allocations, at most %v", name, n, tt.most)
		}
	}
}

func TestAllocationsOfAClientsRequest(t *testing.T) {
	use(t)
	defer rt.SetSink(rt.Traces, rt.SetSink(rt.Traces, discard(rt.RecordAndSample)))
	r := outgoing(t, context.Background(), "http://example.com/a?b=c")
	response := &http.Response{StatusCode: 200, Proto: "HTTP/1.1", Body: http.NoBody}
	// The span, the attempt, the copy of the request and of its header, traceparent, url.full, the function that ends it.
	if n := testing.AllocsPerRun(1000, func() {
		_, end := startClient(r)
		end(response, nil)
	}); n > 10 {
		t.Errorf("%v allocations", n)
	}
}
