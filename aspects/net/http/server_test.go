package hook

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/local"
	"github.com/gots-dev/gots/aspects/rt/noise"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

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

func TestExcludedPaths(t *testing.T) {
	recorder, reader := use(t)
	noise.SetExcluded([]string{"health"})
	defer noise.SetExcluded(nil)
	r := incoming("GET", "/healthz")
	end := startServer(r)
	if !rt.Suppressed(r.Context()) || !rt.Suppressed(context.Background()) {
		t.Error("what an excluded request does is recorded")
	}
	if rt.SuppressedLogs(r.Context()) || rt.SuppressedLogs(context.Background()) {
		t.Error("what an excluded request logs is not exported")
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
