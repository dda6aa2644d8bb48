package e2e

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const secret = "swordfish"

// wrapper stands for a driver that wraps another: its type tells nothing, its name does. Its errors say what it was given.
type wrapper struct{ source string }

func (w wrapper) Open(source string) (driver.Conn, error)   { return wrapper{source}, nil }
func (w wrapper) Prepare(query string) (driver.Stmt, error) { return nil, errors.New(w.source + query) }
func (w wrapper) Close() error                              { return nil }
func (w wrapper) Begin() (driver.Tx, error)                 { return nil, errors.New(w.source) }
func (w wrapper) ExecContext(context.Context, string, []driver.NamedValue) (driver.Result, error) {
	return nil, stateError{w.source}
}

type stateError struct{ source string }

func (e stateError) Error() string  { return e.source }
func (stateError) SQLState() string { return "28P01" }

// Whatever a driver is given and says, no part of a password or literal reaches a span.
func TestNoSecretOfADatabaseIsRecorded(t *testing.T) {
	queries := []string{
		"SELECT a FROM t WHERE b = 'swordfish'", "SELECT 'it\\'s swordfish', 'x'", "SELECT $$swordfish$$", "SELECT q'[swordfish]'",
		"ALTER USER u IDENTIFIED BY swordfish", "PRAGMA key = swordfish", "EXEC p swordfish", "SELECT 1 # swordfish\n", "SELECT /* /* */ swordfish */ 1",
		"SELECT 'swordfish", "swordfish", "SELECT 1; SET PASSWORD = swordfish",
	}
	inDoubleQuotes := []string{"mysql", "sqlite3", "sqlserver", "mystery"}
	for name, tt := range map[string]struct{ source, host, text string }{
		"postgres":  {"postgres://me:sword/fish@swordfish@db.example:5432/shop", "", "SELECT a FROM t WHERE b = ?"},
		"pgx":       {"host=db.example\tpassword='swordfish '\ndbname=shop", "db.example", "SELECT a FROM t WHERE b = ?"},
		"mysql":     {"me:swordfish@/?x@tcp(db.example:3306)/shop", "db.example", "SELECT a FROM t WHERE b = ?"},
		"sqlserver": {"server=db.example;password=sword;fish=swordfish;database=shop", "", "SELECT a FROM t WHERE b = ?"},
		"oracle":    {"me/swordfish@db.example:1521/shop", "", "SELECT a FROM t WHERE b = ?"},
		"sqlite3":   {"file:shop.db?_auth_pass=swordfish", "", "SELECT a FROM t WHERE b = ?"},
		"mystery":   {"mystery://me:swordfish@db.example/shop", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			queries := queries
			if slices.Contains(inDoubleQuotes, name) {
				queries = append(slices.Clone(queries), `SELECT "swordfish"`)
			}
			sql.Register(name, wrapper{})
			db := must(sql.Open(name, tt.source))
			defer db.Close()
			spans := record(t, len(queries)+1, func(ctx context.Context) {
				for _, query := range queries {
					if _, err := db.ExecContext(ctx, query); err == nil {
						t.Error("no error")
					}
				}
				_, _ = db.BeginTx(ctx, nil)
			})
			for _, s := range spans {
				if text := fmt.Sprintf("%+v", s); strings.Contains(strings.ToLower(text), secret) || strings.Contains(text, "sword") {
					t.Errorf("%s", text)
				}
			}
			want := map[string]any{"server.address": nil, "db.query.text": nil, "error.type": "github.com/gots-dev/gots/aspects/e2e.stateError", "db.response.status_code": "28P01"}
			if tt.host != "" {
				want["server.address"] = tt.host
			}
			if tt.text != "" {
				want["db.query.text"] = tt.text
			}
			expect(t, spans[0], want)
		})
	}
}

// What a client sends is cut, and made valid UTF-8, also for the provider of a program that sets up OpenTelemetry itself.
func TestClientsDoNotDecideTheSizeOfSpans(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer server.Close()
	recorder.Reset()
	long := strings.Repeat("\xfex", 100_000)
	for _, request := range []string{
		"GET /" + long + "?" + long + " HTTP/1.1\r\nHost: h\r\nUser-Agent: " + long,
		strings.Repeat("M", 100_000) + " /%ff?token=" + secret + " HTTP/1.1\r\nHost: h",
	} {
		conn := must(net.Dial("tcp", server.Listener.Addr().String()))
		fmt.Fprintf(conn, "%s\r\nConnection: close\r\n\r\n", request)
		_, _ = io.Copy(io.Discard, conn)
		_ = conn.Close()
	}
	server.Close() // waits for the handlers
	spans := recorder.Ended()
	if len(spans) != 2 {
		t.Fatalf("%d spans", len(spans))
	}
	for _, s := range spans {
		for _, kv := range s.Attributes() {
			if text := kv.Value.Emit(); len(text) > 4096 || !utf8.ValidString(text) || strings.Contains(text, secret) {
				t.Errorf("%s: %d bytes, %.100q", kv.Key, len(text), text)
			}
		}
	}
}
