package noise

import (
	"context"
	"strings"
	"testing"
)

func TestSuppress(t *testing.T) {
	ctx := context.Background()
	for name, tt := range map[string]struct {
		ctx       context.Context
		all, logs bool
	}{
		"none":                    {ctx, false, false},
		"suppressed":              {Suppress(ctx), true, true},
		"excluded":                {Exclude(ctx), true, false},
		"suppressed, in excluded": {Suppress(Exclude(ctx)), true, true},
		"excluded, in suppressed": {Exclude(Suppress(ctx)), true, true},
	} {
		if Suppressed(tt.ctx) != tt.all || SuppressedLogs(tt.ctx) != tt.logs {
			t.Errorf("%s: %v, %v", name, Suppressed(tt.ctx), SuppressedLogs(tt.ctx))
		}
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
	// As routers have them.
	SetExcluded([]string{"/orders/{id}", "/users/{id}/orders/{order}", "/files/{path...}", "/here/{$}", "*/{a}/end/{b}", "/x/*/{a}/y/*"})
	for path, want := range map[string]bool{
		"/orders/7": true, "/orders/": false, "/orders/7/": false, "/orders/7/items": false, "/orders/{id}": true, "/orders": false,
		"/users/1/orders/2": true, "/users//orders/2": false, "/users/1/orders/2/3": false, "/users/1/2/orders/3": false,
		"/files/": true, "/files/a/b": true, "/files": false, "/here/": true, "/here/x": false, "/here": false,
		"/1/end/2": true, "/a/b/1/end/2": true, "/1/end/": false, "/1/end/2/end/3": true, "/end/2": false, "/1/end/2/3": false,
		"/x/1/2/y/3": true, "/x/1/2/3/y/": true, "/x/1/y/3": false, "/x//2/y/": true, "": false,
	} {
		if got := Excluded(path); got != want {
			t.Errorf("%q: got %v", path, got)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Excluded("/users/1/orders/2") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	SetExcluded([]string{"*"})
	if !Excluded("/anything") || !Excluded("") {
		t.Error("a star stands for everything")
	}
}

func TestCheckPattern(t *testing.T) {
	for _, text := range []string{"/", "*", "/a/*", "*.ico", "/orders/{id}", "/orders/{id}/", "/{a}/{b}", "/{path...}", "/{$}", "/a/{$}"} {
		if wrong := CheckPattern(text); wrong != "" {
			t.Errorf("%s: %s", text, wrong)
		}
	}
	for text, want := range map[string]string{
		"": "pattern", "admin": "pattern", "GET /admin": "pattern", "/{a": "brace", "/a}": "brace", "/x{a}": "brace", "/{a}x": "brace", "/{a}{b}": "brace", "/{{a}}": "brace", "/{a}*": "brace", "/{": "brace", "/}": "brace",
	} {
		if wrong := CheckPattern(text); !strings.Contains(wrong, want) {
			t.Errorf("%s: %q", text, wrong)
		}
	}
}

// A path is as long as a client likes.
func TestLongPaths(t *testing.T) {
	p := NewPattern("/*/{a}/*/{b}/x")
	if p.Match(strings.Repeat("/a", 1<<18)) || !p.Match(strings.Repeat("/a", 1<<18)+"/x") || (&Pattern{}).Match("") {
		t.Error("a long path")
	}
}
