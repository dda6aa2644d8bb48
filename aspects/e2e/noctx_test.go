package e2e

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

// Calls without a context belong to the request that their goroutine serves, or was started by.
func TestWithoutContext(t *testing.T) {
	db, _ := open(t)
	queries := func() { must(db.Exec(`INSERT INTO t VALUES (?)`, time.Now().String())) }
	inner := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { queries() }))
	defer inner.Close()
	outer := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		var all sync.WaitGroup
		all.Add(3)
		go func() {
			defer all.Done()
			go func() {
				defer all.Done()
				queries()
			}()
			res := must(http.Get(inner.URL))
			must(io.Copy(io.Discard, res.Body))
			must(0, res.Body.Close())
		}()
		time.AfterFunc(0, func() {
			defer all.Done()
			queries()
		})
		all.Wait()
	}))
	defer outer.Close()
	spans := record(t, 7, func(ctx context.Context) {
		if _, _, err := get(ctx, outer.Client(), outer.URL); err != nil {
			t.Error(err)
		}
	})
	var tree []string
	for _, s := range spans {
		tree = append(tree, s.Name+" < "+s.Parent)
	}
	slices.Sort(tree)
	// Client, server; client and server of the call inside; its statement, and the two of the goroutine and the timer.
	want := []string{"GET < GET", "GET < GET", "GET < GET", "GET < root", "INSERT t < GET", "INSERT t < GET", "INSERT t < GET"}
	if !slices.Equal(tree, want) {
		t.Errorf("got %q, want %q", tree, want)
	}
	// Afterwards there is no request to belong to, though connections and their goroutines were opened in one.
	spans = record(t, 0, func(context.Context) { queries() })
	if len(spans) != 0 {
		t.Errorf("%q", names(spans))
	}
}

// GOTS_GLS says whether the program finds the goroutine's span, too, and whether anything does.
func TestWhoFindsTheGoroutinesSpan(t *testing.T) {
	const child = "E2E_GLS"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, rooted := otel.Tracer("e2e").Start(context.Background(), "rooted", trace.WithNewRoot())
		defer rooted.End()
		_, span := otel.Tracer("e2e").Start(context.Background(), "below")
		defer span.End()
		request := trace.SpanContextFromContext(r.Context()).TraceID()
		fmt.Fprint(w, trace.SpanContextFromContext(context.Background()).TraceID() == request, span.SpanContext().TraceID() == request,
			rooted.SpanContext().TraceID() == request)
	}))
	defer server.Close()
	if want, ok := os.LookupEnv(child); ok {
		if _, body, err := get(context.Background(), server.Client(), server.URL); err != nil || body != want {
			t.Errorf("%q, %v; want %q", body, err, want)
		}
		return
	}
	for mode, want := range map[string]string{"full": "true true false", "hooks": "false false false", "off": "false false false"} {
		command := exec.Command(os.Args[0], "-test.run=^TestWhoFindsTheGoroutinesSpan$")
		command.Env = append(os.Environ(), "GOTS_GLS="+mode, child+"="+want)
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", mode, err, out)
		}
	}
}
