package e2e

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/otel/trace"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
	"golang.org/x/net/http2/hpack"
)

// What a program sees of net/http must be what it sees without weaving.

// servers starts the same handler behind each implementation of HTTP.
func servers(t *testing.T, h http.Handler) map[string]*httptest.Server {
	t.Helper()
	secure := httptest.NewUnstartedServer(h)
	secure.EnableHTTP2 = true
	secure.StartTLS()
	configured := httptest.NewUnstartedServer(h)
	configured.EnableHTTP2 = true
	if err := http2.ConfigureServer(configured.Config, &http2.Server{}); err != nil {
		t.Fatal(err)
	}
	configured.TLS = configured.Config.TLSConfig
	configured.StartTLS()
	cleartext := httptest.NewServer(h2c.NewHandler(h, &http2.Server{}))
	cleartext.Client().Transport = &http2.Transport{
		AllowHTTP: true,
		DialTLSContext: func(ctx context.Context, network, addr string, _ *tls.Config) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, network, addr)
		},
	}
	all := map[string]*httptest.Server{"HTTP/1": httptest.NewServer(h), "HTTP/2": secure, "x/net": configured, "h2c": cleartext}
	t.Cleanup(func() {
		for _, s := range all {
			s.CloseClientConnections()
			s.Close()
		}
	})
	return all
}

func TestOneServerAndOneClientSpanWhateverTheProtocol(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /fails/{id}", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) })
	mux.HandleFunc("/panics", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	for name, server := range servers(t, mux) {
		spans := record(t, 2, func(ctx context.Context) {
			if _, _, err := get(ctx, server.Client(), server.URL+"/fails/7"); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		})
		if spans[0].Kind != trace.SpanKindClient || spans[1].Kind != trace.SpanKindServer || spans[1].Parent != "GET" {
			t.Errorf("%s: %+v", name, spans)
		}
		for _, s := range spans {
			expect(t, s, map[string]any{"http.response.status_code": int64(500)})
		}
		expect(t, spans[1], map[string]any{"http.route": "/fails/{id}", "url.path": "/fails/7"})
		spans = record(t, 2, func(ctx context.Context) {
			// Not GET, which a client may send again when its connection breaks.
			req, _ := http.NewRequestWithContext(ctx, "POST", server.URL+"/panics", nil)
			if res, err := server.Client().Do(req); err == nil {
				t.Errorf("%s: answered %s", name, res.Status)
			}
		})
		if spans[1].Attrs["http.response.status_code"] != nil {
			t.Errorf("%s: %+v", name, spans[1])
		}
	}
}

// A connection that begins as HTTP/1.1 with an upgrade to h2c: its first request is answered in HTTP/2, and has one span. What else comes
// on the connection does not belong to that request.
func TestUpgradeToH2C(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	server := httptest.NewServer(h2c.NewHandler(h, &http2.Server{}))
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	spans := record(t, 1, func(ctx context.Context) {
		id := trace.SpanContextFromContext(ctx)
		fmt.Fprintf(conn, "GET /first HTTP/1.1\r\nHost: x\r\nTraceparent: 00-%s-%s-01\r\nConnection: Upgrade, HTTP2-Settings\r\n"+
			"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n", id.TraceID(), id.SpanID())
		answer := bufio.NewReader(conn)
		for line := "x"; strings.TrimSpace(line) != ""; {
			if line, err = answer.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprint(conn, http2.ClientPreface)
		framer := http2.NewFramer(conn, answer)
		var block bytes.Buffer
		encoder := hpack.NewEncoder(&block)
		for name, value := range map[string]string{":method": "GET", ":scheme": "http", ":authority": "x", ":path": "/second"} {
			_ = encoder.WriteField(hpack.HeaderField{Name: name, Value: value})
		}
		_ = framer.WriteSettings()
		_ = framer.WriteHeaders(http2.HeadersFrameParam{StreamID: 3, BlockFragment: block.Bytes(), EndStream: true, EndHeaders: true})
		for answered := 0; answered < 2; {
			frame, err := framer.ReadFrame()
			if err != nil {
				t.Fatal(err)
			}
			if headers, ok := frame.(*http2.HeadersFrame); ok && headers.StreamEnded() {
				answered++
			}
		}
	})
	expect(t, spans[0], map[string]any{"url.path": "/first", "http.response.status_code": int64(418)})
	for _, s := range recorder.Ended() {
		if s.Parent().IsValid() && newSpan(s, "").Attrs["url.path"] != "/first" {
			t.Errorf("%s is below another span", s.Name())
		}
	}
}

func TestUploadsLeaveNoFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseMultipartForm(1 << 10); err != nil {
			t.Error(err)
		}
	})
	for name, server := range servers(t, h) {
		record(t, 2, func(ctx context.Context) {
			var b bytes.Buffer
			m := multipart.NewWriter(&b)
			p, _ := m.CreateFormFile("f", "big.bin")
			_, _ = p.Write(make([]byte, 11<<20))
			_ = m.Close()
			req, _ := http.NewRequestWithContext(ctx, "POST", server.URL, &b)
			req.Header.Set("Content-Type", m.FormDataContentType())
			res, err := server.Client().Do(req)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.Copy(io.Discard, res.Body)
			_ = res.Body.Close()
		})
		deadline := time.Now().Add(5 * time.Second)
		left, _ := filepath.Glob(filepath.Join(dir, "*"))
		// The HTTP/2 server of Go 1.27.0 leaves them, woven or not: the request whose files it removes is not the handler's.
		leaves := name != "HTTP/1" && runtime.Version() == "go1.27.0"
		for len(left) > 0 && !leaves && time.Now().Before(deadline) {
			time.Sleep(time.Millisecond)
			left, _ = filepath.Glob(filepath.Join(dir, "*"))
		}
		if len(left) > 0 && !leaves {
			t.Errorf("%s: %v is left", name, left)
		}
		for _, file := range left {
			_ = os.Remove(file)
		}
	}
}

// The reader of a body sets the trailers of the server's own request.
func TestTrailers(t *testing.T) {
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		fmt.Fprint(w, r.Trailer.Get("X-Sum"))
	})
	for name, server := range servers(t, h) {
		record(t, 2, func(ctx context.Context) {
			req, _ := http.NewRequestWithContext(ctx, "POST", server.URL, io.MultiReader(strings.NewReader("body")))
			req.Trailer = http.Header{"X-Sum": {"42"}}
			res, err := server.Client().Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer res.Body.Close()
			if body, _ := io.ReadAll(res.Body); string(body) != "42" {
				t.Errorf("%s: got %q", name, body)
			}
		})
	}
	// Not announced, so it replaces the nil map.
	server := httptest.NewServer(h)
	defer server.Close()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprint(conn, "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\nX-Sum: 43\r\n\r\n")
	if answer, _ := io.ReadAll(conn); !strings.HasSuffix(string(answer), "43") {
		t.Errorf("got %q", answer)
	}
}

// Middlewares, and what the standard library puts between server and handler.
func TestHandlersBetween(t *testing.T) {
	type key struct{}
	inner := http.NewServeMux()
	inner.HandleFunc("GET /slow/{id}", func(w http.ResponseWriter, r *http.Request) {
		if err := http.NewResponseController(w).SetReadDeadline(time.Now().Add(time.Minute)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			t.Error(err)
		}
		fmt.Fprint(w, r.Context().Value(key{}), r.PathValue("id"), r.Pattern)
	})
	var states []http.ConnState
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		before := r.Context()
		http.TimeoutHandler(inner, time.Minute, "late").ServeHTTP(w, r)
		if r.Context() != before || r.Pattern != "" {
			t.Errorf("pattern %q", r.Pattern)
		}
	}))
	server.Config.BaseContext = func(net.Listener) context.Context { return context.WithValue(context.Background(), key{}, "base") }
	server.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew || s == http.StateActive {
			states = append(states, s)
		}
	}
	server.Start()
	defer server.Close()
	target, _ := url.Parse(server.URL)
	proxy := httptest.NewServer(httputil.NewSingleHostReverseProxy(target))
	defer proxy.Close()
	spans := record(t, 4, func(ctx context.Context) {
		if _, body, err := get(ctx, proxy.Client(), proxy.URL+"/slow/7"); err != nil || body != "base7GET /slow/{id}" {
			t.Errorf("got %q, %v", body, err)
		}
	})
	for i, want := range []string{"root", "GET", "GET", "GET"} {
		if spans[i].Parent != want {
			t.Errorf("%s is below %s", spans[i].Name, spans[i].Parent)
		}
	}
	expect(t, spans[3], map[string]any{"http.route": "/slow/{id}"})
	if len(states) != 2 {
		t.Errorf("%v", states)
	}
}

func TestCancelRequest(t *testing.T) {
	arrived := make(chan bool)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		arrived <- true
		<-r.Context().Done()
	}))
	defer server.Close()
	transport := &http.Transport{}
	for name, send := range map[string]func(*http.Request) (*http.Response, error){"transport": transport.RoundTrip, "client": (&http.Client{Transport: transport}).Do} {
		record(t, 2, func(ctx context.Context) {
			req, _ := http.NewRequestWithContext(ctx, "GET", server.URL, nil)
			go func() {
				<-arrived
				transport.CancelRequest(req) //nolint:staticcheck // programs still call it
			}()
			if _, err := send(req); err == nil || !strings.Contains(err.Error(), "canceled") {
				t.Errorf("%s: got %v", name, err)
			}
		})
	}
}

func TestWhatTheTransportRefuses(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	for name, change := range map[string]func(*http.Request){
		"http: nil Request.Header": func(r *http.Request) { r.Header = nil },
		"http: nil Request.URL":    func(r *http.Request) { r.URL = nil },
		"net/http: invalid header": func(r *http.Request) { r.Header.Set("A", "\n") },
		"unsupported protocol":     func(r *http.Request) { r.URL.Scheme = "x" },
	} {
		req, _ := http.NewRequest("GET", server.URL, nil)
		change(req)
		res, err := http.DefaultTransport.RoundTrip(req)
		if err == nil || !strings.Contains(err.Error(), name) || res != nil {
			t.Errorf("%s: got %v, %v", name, res, err)
		}
	}
	var transport *http.Transport
	func() {
		defer func() {
			if recover() == nil {
				t.Error("a nil transport answers")
			}
		}()
		req, _ := http.NewRequest("GET", server.URL, nil)
		_, _ = transport.RoundTrip(req)
	}()
}

// file is a body that has more methods than a body must have.
type file struct{ *strings.Reader }

func (file) Close() error { return nil }

type foreign struct{ seen *http.Request }

func (f *foreign) RoundTrip(r *http.Request) (*http.Response, error) {
	f.seen = r
	return &http.Response{StatusCode: 200, Proto: "HTTP/3.0", Body: file{strings.NewReader("x")}, Request: r}, nil
}

func TestRequestsAndBodiesOfTheCaller(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	record(t, 4, func(ctx context.Context) {
		for _, body := range []io.Reader{nil, strings.NewReader("body")} {
			req, _ := http.NewRequestWithContext(ctx, "POST", server.URL, body)
			header := req.Header
			res, err := http.DefaultTransport.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			if res.Request != req || len(header) != 0 || req.Context() != ctx {
				t.Errorf("%p, %p, %v", res.Request, req, header)
			}
			_ = res.Body.Close()
		}
	})
	transport := &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}
	other := &foreign{}
	transport.RegisterProtocol("https", other)
	record(t, 2, func(ctx context.Context) {
		for _, body := range []io.Reader{nil, strings.NewReader("body")} {
			req, _ := http.NewRequestWithContext(ctx, "POST", "https://x", body)
			res, err := transport.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			if res.Request != req || other.seen.Header.Get("Traceparent") == "" {
				t.Errorf("%p, %p, %v", res.Request, req, other.seen.Header)
			}
			if _, ok := res.Body.(io.WriterTo); !ok {
				t.Errorf("the body is a %T", res.Body)
			}
		}
	})
}

// A round trip inside a round trip is one of its own, unless it is for the same URL.
func TestRequestsOfADialer(t *testing.T) {
	directory := httptest.NewServer(handler())
	defer directory.Close()
	server := httptest.NewServer(handler())
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		if _, _, err := get(ctx, http.DefaultClient, directory.URL); err != nil {
			return nil, err
		}
		return net.Dial(network, server.Listener.Addr().String())
	}}}
	record(t, 4, func(ctx context.Context) {
		got := false
		ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { got = true }})
		if _, _, err := get(ctx, client, "http://service.example/"); err != nil || !got {
			t.Errorf("%v, %v", err, got)
		}
	})
}

func TestRoutesOfServeMuxes(t *testing.T) {
	users := http.NewServeMux()
	users.HandleFunc("GET /users/{id}", func(http.ResponseWriter, *http.Request) {})
	admin := http.NewServeMux()
	admin.HandleFunc("/admin/", func(http.ResponseWriter, *http.Request) {})
	v1 := http.NewServeMux()
	v1.Handle("/api/", http.StripPrefix("/api", users))
	root := http.NewServeMux()
	root.Handle("/api/", http.StripPrefix("/api", users))
	root.Handle("/v1/", http.StripPrefix("/v1", v1))
	root.HandleFunc("/t/{tenant}/", func(w http.ResponseWriter, r *http.Request) {
		http.StripPrefix("/t/"+r.PathValue("tenant"), users).ServeHTTP(w, r)
	})
	root.HandleFunc("/ok", func(_ http.ResponseWriter, r *http.Request) {
		probe, _ := http.NewRequestWithContext(r.Context(), "GET", "/admin/x", nil)
		if _, pattern := admin.Handler(probe); pattern != "/admin/" {
			t.Errorf("looked up %q", pattern)
		}
		if _, pattern := users.Handler(r); pattern != "" {
			t.Errorf("looked up %q", pattern)
		}
	})
	for name, h := range map[string]http.Handler{"": root, "/outer": http.StripPrefix("/outer", root)} {
		server := httptest.NewServer(h)
		for path, route := range map[string]string{
			"/api/users/7": "/api/users/{id}", "/v1/api/users/7": "/v1/api/users/{id}", "/t/acme/users/7": "/t/{tenant}/users/{id}", "/ok": "/ok",
		} {
			spans := record(t, 2, func(ctx context.Context) {
				if res, _, err := get(ctx, server.Client(), server.URL+name+path); err != nil || res.StatusCode != 200 {
					t.Errorf("%v, %v", res, err)
				}
			})
			expect(t, spans[1], map[string]any{"http.route": name + route})
		}
		server.Close()
	}
	if h := http.StripPrefix("", root); h != http.Handler(root) {
		t.Errorf("an empty prefix makes a %T", h)
	}
}

// The server logs a panic with its value and the frames of the handler.
func TestPanicsAreLoggedAsEver(t *testing.T) {
	var out bytes.Buffer
	server := httptest.NewUnstartedServer(handler())
	server.Config.ErrorLog = log.New(&out, "", 0)
	server.Start()
	record(t, 2, func(ctx context.Context) { _, _, _ = get(ctx, server.Client(), server.URL+"/panic") })
	server.Close()
	for _, want := range []string{"http: panic serving 127.0.0.1:", ": boom\n", "e2e.handler.func"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in %s", want, out.String())
		}
	}
}
