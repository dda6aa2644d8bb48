// Package contrib tests programs that use instrumentation libraries of the OpenTelemetry project and others: woven, they make the spans
// that they make anyway.
package contrib

import (
	"context"
	"database/sql"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/XSAM/otelsql"
	"github.com/gorilla/mux"
	"go.opentelemetry.io/contrib/instrumentation/github.com/gorilla/mux/otelmux"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

type recorder struct {
	sdktrace.SpanProcessor
	sync.Mutex
	spans []sdktrace.ReadOnlySpan
}

func (r *recorder) OnStart(context.Context, sdktrace.ReadWriteSpan) {}

func (r *recorder) OnEnd(s sdktrace.ReadOnlySpan) {
	write(s)
	r.Lock()
	defer r.Unlock()
	r.spans = append(r.spans, s)
}

var spans recorder

func TestMain(m *testing.M) {
	otel.SetTracerProvider(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(&spans)))
	otel.SetTextMapPropagator(propagation.TraceContext{})
	os.Exit(m.Run())
}

// take gives the kinds and names of the spans that ended since the last call, sorted, when there are want of them.
func take(want int) []string {
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		spans.Lock()
		done := len(spans.spans) >= want
		spans.Unlock()
		if done {
			break
		}
	}
	time.Sleep(20 * time.Millisecond) // one too many would come now
	spans.Lock()
	defer spans.Unlock()
	var out []string
	for _, s := range spans.spans {
		out = append(out, s.SpanKind().String()+" "+s.Name())
	}
	spans.spans = nil
	slices.Sort(out)
	return out
}

func get(t *testing.T, client *http.Client, url string) {
	t.Helper()
	res, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
}

func TestHTTP(t *testing.T) {
	ok := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		slog.New(slog.NewTextHandler(io.Discard, nil)).InfoContext(r.Context(), "x")
	})
	logging := func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			slog.New(slog.NewTextHandler(io.Discard, nil)).InfoContext(r.Context(), "before")
			next.ServeHTTP(w, r)
			slog.New(slog.NewTextHandler(io.Discard, nil)).InfoContext(r.Context(), "after")
		})
	}
	notHealth := otelhttp.WithFilter(func(r *http.Request) bool { return r.URL.Path != "/health" })
	each := http.NewServeMux()
	each.Handle("/a", otelhttp.NewHandler(ok, "a"))
	each.Handle("/b", ok)
	router := mux.NewRouter()
	router.Use(otelmux.Middleware("service"))
	router.Handle("/items/{id}", ok)
	traced := &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport)}
	for _, tt := range []struct {
		name    string
		handler http.Handler
		client  *http.Client
		path    string
		want    []string
	}{
		{"both sides", otelhttp.NewHandler(ok, "my-server"), traced, "/", []string{"client HTTP GET", "server my-server"}},
		{"the server alone", otelhttp.NewHandler(ok, "my-server"), http.DefaultClient, "/", []string{"client GET", "server my-server"}},
		{"the client alone", ok, traced, "/", []string{"client HTTP GET", "server GET"}},
		{"with its own provider", otelhttp.NewHandler(ok, "mine", otelhttp.WithTracerProvider(otel.GetTracerProvider())), traced, "/", []string{"client HTTP GET", "server mine"}},
		{"a log line before", logging(otelhttp.NewHandler(ok, "my-server")), traced, "/", []string{"client HTTP GET", "server my-server"}},
		{"a filter", otelhttp.NewHandler(ok, "my-server", notHealth), traced, "/health", []string{"client HTTP GET"}},
		{"one handler of two", each, traced, "/a", []string{"client HTTP GET", "server a"}},
		{"the other", each, traced, "/b", []string{"client HTTP GET", "server GET /b"}},
		{"a router's middleware", router, traced, "/items/7", []string{"client HTTP GET", "server GET /items/{id}"}},
	} {
		server := httptest.NewServer(tt.handler)
		get(t, tt.client, server.URL+tt.path)
		if got := take(len(tt.want)); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		server.Close()
	}
}

func TestSQL(t *testing.T) {
	if _, err := otelsql.Register("sqlite"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x.db")
	wrapped, err := otelsql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer wrapped.Close()
	plain := sql.OpenDB(connectorOf(path))
	defer plain.Close()
	ctx := context.Background()
	for db, want := range map[*sql.DB][]string{
		wrapped: {"client sql.conn.begin_tx", "client sql.conn.exec", "client sql.tx.commit"},
		plain:   {"client BEGIN", "client COMMIT", "client CREATE t"},
	} {
		conn, err := db.Conn(ctx)
		if err != nil {
			t.Fatal(err)
		}
		take(0) // opening a connection
		tx, err := conn.BeginTx(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.ExecContext(ctx, "CREATE TABLE IF NOT EXISTS t (a)"); err != nil {
			t.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		if got := take(len(want)); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		_ = conn.Close()
	}
}
