package e2e

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/otel/trace"
)

func handler() http.Handler {
	inner := http.NewServeMux()
	inner.HandleFunc("GET /items/{id}", func(http.ResponseWriter, *http.Request) {})
	mux := http.NewServeMux()
	mux.Handle("/api/", http.StripPrefix("/api", inner))
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "root") })
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { panic(errors.New("boom")) })
	mux.HandleFunc("/abort", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	mux.HandleFunc("/early", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusTeapot)
	})
	mux.HandleFunc("/500", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "bad", http.StatusInternalServerError) })
	mux.HandleFunc("/redirect", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/", http.StatusFound) })
	mux.HandleFunc("/writer", func(w http.ResponseWriter, _ *http.Request) {
		_, reader := w.(io.ReaderFrom)
		_, hijacker := w.(http.Hijacker)
		fmt.Fprint(w, reader, hijacker)
	})
	mux.HandleFunc("/upgrade", func(w http.ResponseWriter, _ *http.Request) {
		conn, buf, err := w.(http.Hijacker).Hijack()
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer conn.Close()
		_, _ = buf.WriteString("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n")
		_ = buf.Flush()
		_, _ = io.CopyN(conn, buf, 4)
	})
	// A middleware that hands on a copy of the request, as most do.
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		type key struct{}
		mux.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, 1)))
	})
}

func get(ctx context.Context, client *http.Client, url string) (*http.Response, string, error) {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return nil, "", err
	}
	res, err := client.Do(req)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	return res, string(body), err
}

func TestHTTP(t *testing.T) {
	plain := httptest.NewServer(handler())
	defer plain.Close()
	secure := httptest.NewUnstartedServer(handler())
	secure.EnableHTTP2 = true
	secure.StartTLS()
	defer secure.Close()

	for _, server := range []*httptest.Server{plain, secure} {
		version, scheme := "1.1", "http"
		if server == secure {
			version, scheme = "2", "https"
		}
		for _, tt := range []struct {
			path, name, route string
			status            int64
		}{
			{"/", "GET /", "/", 200},
			{"/api/items/7", "GET /api/items/{id}", "/api/items/{id}", 200},
			{"/early", "GET /early", "/early", 418},
			{"/500", "GET /500", "/500", 500},
			{"/nowhere", "GET", "", 404},
		} {
			t.Run(scheme+tt.path, func(t *testing.T) {
				spans := record(t, 2, func(ctx context.Context) {
					res, _, err := get(ctx, server.Client(), server.URL+tt.path)
					if err != nil {
						t.Fatal(err)
					}
					if got := res.Request.Header.Get("Traceparent"); got != "" {
						t.Errorf("the caller's header was written to: %s", got)
					}
				})
				client, serving := spans[0], spans[1]
				if client.Name != "GET" || client.Kind != trace.SpanKindClient || client.Parent != "root" || client.Failed != (tt.status >= 400) {
					t.Errorf("client: %+v", client)
				}
				expect(t, client, map[string]any{
					"http.request.method": "GET", "http.response.status_code": tt.status, "url.full": server.URL + tt.path,
					"network.protocol.version": version, "server.address": "127.0.0.1",
				})
				if serving.Name != tt.name || serving.Kind != trace.SpanKindServer || serving.Parent != "GET" || serving.Failed != (tt.status >= 500) {
					t.Errorf("server: %+v", serving)
				}
				expect(t, serving, map[string]any{
					"http.request.method": "GET", "http.response.status_code": tt.status, "url.path": tt.path, "url.scheme": scheme,
					"network.protocol.version": version, "client.address": "127.0.0.1",
				})
				if tt.route != "" {
					expect(t, serving, map[string]any{"http.route": tt.route})
				}
			})
		}
	}
}

func TestResponseWriterIsTheServersOwn(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	record(t, 2, func(ctx context.Context) {
		if _, body, err := get(ctx, server.Client(), server.URL+"/writer"); err != nil || body != "true true" {
			t.Errorf("got %q, %v", body, err)
		}
	})
}

func TestRedirectsAreSpansEach(t *testing.T) {
	server := httptest.NewServer(handler())
	defer server.Close()
	spans := record(t, 4, func(ctx context.Context) {
		if _, body, err := get(ctx, server.Client(), server.URL+"/redirect"); err != nil || body != "root" {
			t.Errorf("got %q, %v", body, err)
		}
	})
	expect(t, spans[0], map[string]any{"http.response.status_code": int64(302)})
	expect(t, spans[2], map[string]any{"http.response.status_code": int64(200)})
}

func TestPanics(t *testing.T) {
	log.SetOutput(io.Discard)
	defer log.SetOutput(os.Stderr)
	for path, failed := range map[string]bool{"/panic": true, "/abort": false} {
		server := httptest.NewServer(handler())
		spans := record(t, 2, func(ctx context.Context) {
			if _, _, err := get(ctx, server.Client(), server.URL+path); err == nil {
				t.Errorf("%s was answered", path)
			}
		})
		server.Close()
		if client := spans[0]; !client.Failed || client.Attrs["http.response.status_code"] != nil {
			t.Errorf("client: %+v", client)
		}
		serving := spans[1]
		if serving.Failed != failed || (len(serving.Events) == 1) != failed || serving.Attrs["http.response.status_code"] != nil {
			t.Errorf("server: %+v", serving)
		}
	}
}

func TestUpgradeThroughAProxy(t *testing.T) {
	target := httptest.NewServer(handler())
	defer target.Close()
	to, _ := url.Parse(target.URL)
	proxy := httptest.NewServer(httputil.NewSingleHostReverseProxy(to))
	defer proxy.Close()
	conn, err := net.Dial("tcp", proxy.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	fmt.Fprint(conn, "GET /upgrade HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n")
	head := make([]byte, len("HTTP/1.1 101"))
	if _, err := io.ReadFull(conn, head); err != nil || string(head) != "HTTP/1.1 101" {
		t.Fatalf("%q, %v", head, err)
	}
	fmt.Fprint(conn, "ping")
	if rest, _ := io.ReadAll(conn); !strings.HasSuffix(string(rest), "\r\n\r\nping") {
		t.Errorf("got %q", rest)
	}
}

func TestFailedRequests(t *testing.T) {
	spans := record(t, 1, func(ctx context.Context) {
		if _, _, err := get(ctx, http.DefaultClient, "http://u:p@127.0.0.1:1/x?sig=secret&a=b#f"); err == nil {
			t.Error("port 1 answers")
		}
	})
	expect(t, spans[0], map[string]any{
		"error.type": "net.OpError", "url.full": "http://REDACTED:REDACTED@127.0.0.1:1/x?sig=REDACTED&a=b", "server.port": int64(1),
	})
}

func TestSpanEndsWithTheBody(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}))
	defer server.Close()
	spans := record(t, 2, func(ctx context.Context) {
		limited, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		if _, _, err := get(limited, server.Client(), server.URL); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
	if client := spans[0]; !client.Failed {
		t.Errorf("client: %+v", client)
	}
	expect(t, spans[0], map[string]any{"http.response.status_code": int64(200)})
}
