package e2e

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"testing"

	"go.opentelemetry.io/otel/trace"
	_ "modernc.org/sqlite"
)

func open(t *testing.T) (*sql.DB, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(1000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := db.Exec(`CREATE TABLE t (a TEXT UNIQUE)`); err != nil {
		t.Fatal(err)
	}
	return db, path
}

func names(spans []span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Name)
	}
	return out
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestStatements(t *testing.T) {
	db, path := open(t)
	spans := record(t, 7, func(ctx context.Context) {
		must(db.ExecContext(ctx, `INSERT INTO t VALUES ('secret'), (?)`, "hidden"))
		must(0, must(db.QueryContext(ctx, `SELECT a FROM t`)).Close())
		var n int
		must(0, db.QueryRowContext(ctx, `SELECT count(*) FROM t`).Scan(&n))
		must(0, db.PingContext(ctx))
		stmt := must(db.PrepareContext(ctx, `SELECT a FROM t WHERE a = ?`))
		must(0, must(stmt.QueryContext(ctx, "x")).Close())
		must(stmt.ExecContext(ctx, "x"))
		must(0, stmt.Close())
	})
	want := []string{"INSERT t", "SELECT t", "SELECT t", "PING", "PREPARE SELECT t", "SELECT t", "SELECT t"}
	if got := names(spans); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, s := range spans {
		if s.Kind != trace.SpanKindClient || s.Parent != "root" || s.Failed {
			t.Errorf("%+v", s)
		}
		expect(t, s, map[string]any{"db.system.name": "sqlite", "db.namespace": path})
	}
	expect(t, spans[0], map[string]any{
		"db.query.text": "INSERT INTO t VALUES (?), (?)", "db.query.summary": "INSERT t", "db.operation.name": "INSERT",
	})
}

func TestTransactions(t *testing.T) {
	db, _ := open(t)
	spans := record(t, 6, func(ctx context.Context) {
		for _, keep := range []bool{true, false} {
			tx := must(db.BeginTx(ctx, nil))
			must(tx.ExecContext(ctx, `INSERT INTO t VALUES (?)`, keep))
			if keep {
				must(0, tx.Commit())
			}
			_ = tx.Rollback() // as deferred: after Commit it does nothing
		}
	})
	want := []string{"BEGIN", "INSERT t", "COMMIT", "BEGIN", "INSERT t", "ROLLBACK"}
	if got := names(spans); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, s := range spans {
		if s.Parent != "root" {
			t.Errorf("%s is below %s", s.Name, s.Parent)
		}
	}
}

func TestFailedStatements(t *testing.T) {
	db, _ := open(t)
	spans := record(t, 2, func(ctx context.Context) {
		if _, err := db.ExecContext(ctx, `INSERT INTO t VALUES ('x'), ('x')`); err == nil {
			t.Error("the constraint does not hold")
		}
		if _, err := db.QueryContext(ctx, `SELEC`); err == nil {
			t.Error("SELEC is no error")
		}
	})
	for _, s := range spans {
		if !s.Failed {
			t.Errorf("%+v", s)
		}
		expect(t, s, map[string]any{"error.type": "modernc.org/sqlite.Error"})
	}
}
