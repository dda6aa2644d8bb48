package hook

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

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

// A request that a span of the program stands for is measured all the same, once, and sent as the program made it.
func TestClientsOfTheProgram(t *testing.T) {
	recorder, reader := use(t)
	rt.SetBridge(&rt.Bridge{
		Key: "span", Answer: func(s *rt.Span, _ ids.SpanContext) any { return s },
		Find: func(v any) (*rt.Span, ids.SpanContext) { return v.(*rt.Span), ids.SpanContext{} },
	})
	defer rt.SetBridge(nil)
	for _, tt := range []struct {
		scope    string
		attrs    []attr.Value
		measured bool
		sent     bool
		points   int
	}{
		{"mine", []attr.Value{attr.HTTPRequestMethod.String("POST")}, false, false, 1},
		{"mine", []attr.Value{attr.HTTPRequestMethod.String("POST")}, true, false, 0},
		{"elasticsearch-api", nil, false, true, 1},
		{"elasticsearch-api", nil, true, true, 0},
	} {
		before := len(recorder.Ended())
		ctx, span := rt.ProgramScope(tt.scope, "", "").Start(context.Background(), rt.Client, "mine", tt.attrs...)
		if tt.measured {
			ctx = rt.Measured(ctx)
		}
		r := outgoing(t, ctx, "http://example.com/")
		sent, end := startClient(r)
		if r.Header.Get("Traceparent") != "" {
			t.Errorf("%+v: the caller's header was written to", tt)
		}
		if got := strings.Contains(sent.Header.Get("Traceparent"), span.Context().Span.String()); got != tt.sent {
			t.Errorf("%+v: sent with %q", tt, sent.Header)
		}
		if again, end := startClient(sent); sent != r && (again != sent || end != nil) {
			t.Errorf("%+v: a transport below another is measured", tt)
		}
		if (end != nil) != (tt.sent || tt.points > 0) {
			t.Fatalf("%+v: %t", tt, end != nil)
		}
		if end != nil {
			end(&http.Response{StatusCode: 200, Proto: "HTTP/1.1", Body: http.NoBody}, nil)
		}
		span.End()
		if got := points(reader)["http.client.request.duration"]; len(got) != tt.points {
			t.Errorf("%+v: %q", tt, got)
		}
		if n := len(recorder.Ended()) - before; n != 1 {
			t.Errorf("%+v: %d spans", tt, n)
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
