package noise

import (
	"context"
	"testing"
)

func TestSuppress(t *testing.T) {
	if ctx := context.Background(); Suppressed(ctx) || !Suppressed(Suppress(ctx)) {
		t.Error("not suppressed, or too much")
	}
}

func TestEnabled(t *testing.T) {
	defer lists.Store(lists.Load())
	env := func(pairs ...string) func(string) (string, bool) {
		return func(name string) (string, bool) {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1], true
				}
			}
			return "", false
		}
	}
	const only, disabled = "OTEL_GO_ENABLED_INSTRUMENTATIONS", "OTEL_GO_DISABLED_INSTRUMENTATIONS"
	for _, tt := range []struct {
		lookup func(string) (string, bool)
		want   bool
	}{
		{env(), true},
		{env(only, ""), false},
		{env(only, "net/http, database/sql"), true},
		{env(only, "net/http"), false},
		{env(disabled, "net/http,DATABASE-SQL"), false},
		{env(disabled, "sql"), true},
		{env(only, "database/sql", disabled, "database/sql"), false},
		{env(disabled, ""), true},
	} {
		SetLists(ReadLists(tt.lookup))
		if got := Enabled("database/sql"); got != tt.want {
			t.Errorf("got %v, want %v", got, tt.want)
		}
	}
	lists.Store(nil)
	t.Setenv(disabled, "database/sql")
	if Enabled("database/sql") || !Enabled("net/http") {
		t.Error("without lists, the environment counts")
	}
}

func TestExcluded(t *testing.T) {
	defer excluded.Store(excluded.Load())
	SetExcluded(nil)
	if Excluded("") || Excluded("/healthz") {
		t.Error("something is excluded by default")
	}
	SetExcluded([]string{" Health ", "", "/static/*", "*.ico", "/a/*/b/*/c", "/exact", "/*x*x"})
	for path, want := range map[string]bool{
		"/healthz": true, "/livez": true, "/readyz": true, "/health": true, "/metrics": true, "/healthz/": false, "/Healthz": false, "/health/x": false,
		"/static/": true, "/static/a/b.css": true, "/static": false, "/favicon.ico": true, ".ico": true, "/favicon.ico/": false,
		"/a/1/b/2/c": true, "/a//b//c": true, "/a/b/c": false, "/a/1/b/2/3/c": true, "/exact": true, "/exact/": false, "": false, "/": false,
		"/xx": true, "/x": false, "/axbx": true,
	} {
		if got := Excluded(path); got != want {
			t.Errorf("%q: got %v", path, got)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Excluded("/orders/7") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	SetExcluded([]string{"*"})
	if !Excluded("/anything") || !Excluded("") {
		t.Error("a star stands for everything")
	}
}
