package e2e

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// A program that makes its spans itself, without a library: they are the only ones.

var byHand = otel.Tracer("by hand")

// tracing is a middleware as programs write it.
func tracing(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := otel.GetTextMapPropagator().Extract(r.Context(), propagation.HeaderCarrier(r.Header))
		ctx, span := byHand.Start(ctx, "my server", trace.WithSpanKind(trace.SpanKindServer))
		defer span.End()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// transport is a RoundTripper as programs write it.
type transport struct{ attrs []attribute.KeyValue }

func (tr transport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, span := byHand.Start(r.Context(), "my client", trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(tr.attrs...))
	defer span.End()
	r = r.Clone(ctx)
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(r.Header))
	return http.DefaultTransport.RoundTrip(r)
}

func TestRequestsTracedByHand(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(_ http.ResponseWriter, r *http.Request) {
		_, span := byHand.Start(r.Context(), "work")
		span.End()
	})
	server := httptest.NewServer(tracing(mux))
	defer server.Close()
	for _, attrs := range [][]attribute.KeyValue{nil, {attribute.String("http.method", "GET")}} {
		spans := record(t, 3, func(ctx context.Context) {
			if _, _, err := get(ctx, &http.Client{Transport: transport{attrs}}, server.URL); err != nil {
				t.Error(err)
			}
		})
		if got := names(spans); !slices.Equal(got, []string{"my client", "my server", "work"}) {
			t.Errorf("got %q", got)
		}
		for i, want := range []string{"root", "my client", "my server"} {
			if spans[i].Parent != want {
				t.Errorf("%s is below %s, want %s", spans[i].Name, spans[i].Parent, want)
			}
		}
		if spans[1].Attrs["http.route"] != nil {
			t.Errorf("the program's span was given a route: %v", spans[1].Attrs)
		}
	}
	// A server that no code traces has its span, though others are traced by hand; so has a request without the client's middleware.
	other := httptest.NewServer(mux)
	defer other.Close()
	spans := record(t, 3, func(ctx context.Context) { _, _, _ = get(ctx, http.DefaultClient, other.URL) })
	if got := names(spans); !slices.Equal(got, []string{"GET", "GET /", "work"}) || spans[2].Parent != "GET /" {
		t.Errorf("got %+v", spans)
	}
}

// tracedConn makes spans below database/sql, as otelpgx does in pgx.
type tracedConn struct{ driver.Conn }

func (c tracedConn) Connect(context.Context) (driver.Conn, error) { return c, nil }
func (tracedConn) Driver() driver.Driver                          { return nil }
func (tracedConn) Close() error                                   { return nil }

func (tracedConn) trace(ctx context.Context, name string) {
	_, span := byHand.Start(ctx, name, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("db.system", "mine")))
	span.End()
}

func (c tracedConn) ExecContext(ctx context.Context, _ string, _ []driver.NamedValue) (driver.Result, error) {
	c.trace(ctx, "my exec")
	return driver.RowsAffected(1), nil
}

func (c tracedConn) BeginTx(ctx context.Context, _ driver.TxOptions) (driver.Tx, error) {
	c.trace(ctx, "my begin")
	return tracedTx{c, ctx}, nil
}

type tracedTx struct {
	conn tracedConn
	ctx  context.Context
}

func (tx tracedTx) Commit() error   { tx.conn.trace(tx.ctx, "my commit"); return nil }
func (tx tracedTx) Rollback() error { tx.conn.trace(tx.ctx, "my rollback"); return nil }

func TestStatementsTracedByHand(t *testing.T) {
	db := sql.OpenDB(tracedConn{})
	defer db.Close()
	spans := record(t, 3, func(ctx context.Context) {
		tx := must(db.BeginTx(ctx, nil))
		must(tx.ExecContext(ctx, "UPDATE t"))
		must(0, tx.Commit())
	})
	if got := names(spans); !slices.Equal(got, []string{"my begin", "my exec", "my commit"}) {
		t.Errorf("got %q", got)
	}
	for _, s := range spans {
		if s.Parent != "root" {
			t.Errorf("%s is below %s", s.Name, s.Parent)
		}
	}

	// Above database/sql, as a plug-in of an ORM does.
	untraced, _ := open(t)
	spans = record(t, 1, func(ctx context.Context) {
		ctx, span := byHand.Start(ctx, "my query", trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("db.system", "sqlite")))
		must(untraced.ExecContext(ctx, "DELETE FROM t"))
		span.End()
	})
	if spans[0].Name != "my query" {
		t.Errorf("%+v", spans)
	}
}
