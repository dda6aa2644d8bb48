package e2e

import (
	"context"
	"crypto/tls"
	"database/sql"
	"database/sql/driver"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"go.opentelemetry.io/otel"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// What a program brings, its drivers, errors, handlers, processors, may do anything when hooks ask it. They do not ask, or survive it.

type typedNil struct{ text string }

func (e *typedNil) Error() string { return e.text } // panics on nil

// connector is of the program: its driver cannot be had, and statements fail with an error that cannot be asked.
type connector struct{ driver.Conn }

func (c connector) Connect(context.Context) (driver.Conn, error) { return c, nil }
func (connector) Driver() driver.Driver                          { panic("no driver") }
func (connector) Close() error                                   { return nil }
func (connector) ExecContext(context.Context, string, []driver.NamedValue) (driver.Result, error) {
	var err *typedNil
	return nil, err
}

func TestDriversOfAnyKind(t *testing.T) {
	db := sql.OpenDB(connector{})
	defer db.Close()
	spans := record(t, 1, func(ctx context.Context) {
		if _, err := db.ExecContext(ctx, "SELECT 1"); err != error((*typedNil)(nil)) {
			t.Errorf("got %T", err)
		}
	})
	if !spans[0].Failed {
		t.Errorf("%+v", spans[0])
	}
	expect(t, spans[0], map[string]any{"error.type": "github.com/gots-dev/gots/aspects/e2e.typedNil"})
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestErrorsOfRoundTrippersOfAnyKind(t *testing.T) {
	transport := &http.Transport{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}
	var answer *http.Response
	var fail error
	transport.RegisterProtocol("https", roundTripper(func(*http.Request) (*http.Response, error) { return answer, fail }))
	for _, tt := range []struct {
		res *http.Response
		err error
	}{{nil, (*typedNil)(nil)}, {nil, nil}, {&http.Response{StatusCode: 200}, nil}} {
		answer, fail = tt.res, tt.err
		record(t, 1, func(ctx context.Context) {
			req, _ := http.NewRequestWithContext(ctx, "GET", "https://x", nil)
			if res, err := transport.RoundTrip(req); res != tt.res || err != tt.err {
				t.Errorf("got %v, %v", res, err)
			}
		})
	}
}

// counter counts what a handler of slog is asked; a sampling one lets every second line pass.
type counter struct {
	slog.Handler
	asked, handled int
	sampling       bool
}

func (c *counter) Enabled(context.Context, slog.Level) bool {
	c.asked++
	return !c.sampling || c.asked%2 == 0
}

func (c *counter) Handle(context.Context, slog.Record) error { c.handled++; return nil }

func TestLogHandlersAreAskedOnce(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	for sampling, want := range map[bool]int{false: 20, true: 10} {
		c := &counter{sampling: sampling}
		logger := slog.New(c)
		for i := 0; i < 10; i++ {
			logger.InfoContext(ctx, "x", "a", 1)
			logger.LogAttrs(ctx, slog.LevelInfo, "x", slog.Int("a", 1))
		}
		if c.asked != 20 || c.handled != want {
			t.Errorf("asked %d times, handled %d", c.asked, c.handled)
		}
	}
}

// broken is a processor that fails in one of its methods.
type broken struct {
	sdktrace.SpanProcessor
	start, end bool
}

func (b broken) OnStart(context.Context, sdktrace.ReadWriteSpan) {
	if b.start {
		panic("OnStart")
	}
}

func (b broken) OnEnd(sdktrace.ReadOnlySpan) {
	if b.end {
		panic("OnEnd")
	}
}

// noProvider has no tracers.
type noProvider struct{ trace.TracerProvider }

func (noProvider) Tracer(string, ...trace.TracerOption) trace.Tracer { return nil }

func TestTelemetryOfAnyKind(t *testing.T) {
	saved := otel.GetTracerProvider()
	defer otel.SetTracerProvider(saved)
	db, _ := open(t)
	server := httptest.NewServer(handler())
	defer server.Close()
	for name, provider := range map[string]trace.TracerProvider{
		"start": sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(broken{start: true})),
		"end":   sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(broken{end: true})),
		"no":    noProvider{},
		"nil":   nil,
	} {
		otel.SetTracerProvider(provider)
		ctx := context.Background()
		if res, body, err := get(ctx, server.Client(), server.URL); err != nil || res.StatusCode != 200 || body != "root" {
			t.Errorf("%s: %v, %q, %v", name, res, body, err)
		}
		tx := must(db.BeginTx(ctx, nil))
		must(tx.ExecContext(ctx, "INSERT INTO t VALUES (?)", name))
		must(0, tx.Commit())
		if err := db.PingContext(ctx); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		slog.New(&counter{}).InfoContext(ctx, "x")
	}
	if _, err := db.Exec("SELEC"); err == nil || errors.Is(err, driver.ErrSkip) {
		t.Errorf("got %v", err)
	}
}
