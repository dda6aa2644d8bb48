package rt

import (
	"context"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/ids"
)

func TestWhatSpansOfLibrariesStandFor(t *testing.T) {
	for _, tt := range []struct {
		scope, name, layer string
		want               bool
	}{
		{"elasticsearch-api", "search", "db.", true},
		{"elasticsearch-api", "search", "http.", true},
		{"elasticsearch-api", "search", "rpc.", false},
		{"grpc-go", "Sent.shop.Orders.Get", "rpc.", true},
		{"grpc-go", "Sent.shop.Orders.Get", "http.", false},
		{"go-zero", "sql", "db.", true},
		{"go-zero", "redis", "db.", true},
		{"go-zero", "sql", "http.", false},
		{"go-zero", "/orders", "db.", false},
		{"github.com/XSAM/otelsql", "sql.conn.exec", "db.", true},
		{"github.com/XSAM/otelsql", "sql.conn.exec", "http.", false},
		{"", "sql", "db.", false},
	} {
		if got := StandsFor(tt.scope, tt.name, tt.layer); got != tt.want {
			t.Errorf("%+v: %v", tt, got)
		}
	}
}

// Where the hook that tells more is not in use, the library's span is the only one.
func TestUnwantedSpansOfLibraries(t *testing.T) {
	installed.Delete("database/sql")
	defer installed.Delete("database/sql")
	if Unwanted("go-zero", "sql", Client) {
		t.Error("there is no hook")
	}
	installed.Store("database/sql", nil)
	if !Unwanted("go-zero", "sql", Client) {
		t.Error("there is a hook")
	}
	if Unwanted("go-zero", "sql", Internal) || Unwanted("go-zero", "redis", Client) || Unwanted("elasticsearch-api", "search", Client) || Unwanted("mine", "sql", Client) {
		t.Error("others go, too")
	}
}

func TestSentByLibrary(t *testing.T) {
	if SentByLibrary(context.Background()) {
		t.Error("there is no API")
	}
	bridged(t)
	in := func(scope string) context.Context {
		ctx, _ := ProgramScope(scope, "", "").Start(context.Background(), Client, "search")
		return ctx
	}
	outside := context.WithValue(context.Background(), apiKey{}, foreign{self: ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}})
	if SentByLibrary(context.Background()) || SentByLibrary(in("mine")) || SentByLibrary(in("go-zero")) || SentByLibrary(outside) || !SentByLibrary(in("elasticsearch-api")) {
		t.Error("of the core's spans, the wrong ones")
	}
	b := *bridge.Load()
	b.Named = func(any) (scope, name string) { return "elasticsearch-api", "search" }
	SetBridge(&b)
	if !SentByLibrary(outside) || SentByLibrary(in("mine")) {
		t.Error("of the program's spans, the wrong ones")
	}
}
