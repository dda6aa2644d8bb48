package hook

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/rttest"
	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

// points gives the points of each metric as texts: attributes, then the count or the number.
func points(reader *meter.Reader) map[string][]string {
	out := map[string][]string{}
	reader.Collect(func(m *meter.Metric) bool {
		for _, p := range m.Points {
			n := p.Int
			if m.Form == meter.FormHistogram {
				n = int64(p.Count)
			}
			out[m.Name] = append(out[m.Name], fmt.Sprint(rttest.Attrs(p.Attrs), " ", n))
		}
		slices.Sort(out[m.Name])
		return true
	})
	return out
}

func newReader(t *testing.T) *meter.Reader {
	reader := meter.NewReader(meter.ReaderOptions{Temporality: meter.Delta})
	t.Cleanup(reader.Close)
	return reader
}

const source = "postgres\x00postgres://user:pw@db.example:5432/shop"

type violation struct{}

func (violation) Error() string    { return "x" }
func (violation) SQLState() string { return "23505" }

func TestStatements(t *testing.T) {
	recorder, reader := rttest.Use(t), newReader(t)
	base := map[string]any{"db.system.name": "postgresql", "db.namespace": "shop", "server.address": "db.example", "server.port": int64(5432)}
	const at = " db.system.name:postgresql"
	for i, tt := range []struct {
		operation, query string
		err              error
		name             string
		want             map[string]any
		failed           bool
		point            string
	}{
		{"", "SELECT * FROM orders WHERE name = 'bob'", nil, "SELECT orders", map[string]any{
			"db.query.text": "SELECT * FROM orders WHERE name = ?", "db.query.summary": "SELECT orders", "db.operation.name": "SELECT",
		}, false, "db.namespace:shop db.operation.name:SELECT" + at + " server.address:db.example server.port:5432] 1"},
		{"BEGIN", "", nil, "BEGIN", map[string]any{"db.operation.name": "BEGIN"}, false, "db.operation.name:BEGIN" + at},
		{"", "INSERT INTO t VALUES (1)", violation{}, "INSERT t", map[string]any{
			"db.query.text": "INSERT INTO t VALUES (?)", "db.query.summary": "INSERT t", "db.operation.name": "INSERT", "db.response.status_code": "23505",
			"error.type": "github.com/gots-dev/gots/aspects/database/sql.violation",
		}, true, "db.response.status_code:23505 db.system.name:postgresql error.type:github.com/gots-dev/gots/aspects/database/sql.violation"},
		{"PREPARE", "SELECT 1", driver.ErrSkip, "PREPARE SELECT", map[string]any{
			"db.query.text": "SELECT ?", "db.query.summary": "PREPARE SELECT", "db.operation.name": "PREPARE",
		}, false, "db.operation.name:PREPARE" + at},
	} {
		_, end := start(context.Background(), nil, nil, source, tt.operation, tt.query)
		end(tt.err)
		got := recorder.Ended()[i]
		for key, value := range base {
			tt.want[key] = value
		}
		if got.Name != tt.name || got.Kind != rt.Client || (got.Status == rt.Failed) != tt.failed || !reflect.DeepEqual(rttest.Attrs(got.Attrs), tt.want) {
			t.Errorf("%s: %+v, %v", tt.name, got, rttest.Attrs(got.Attrs))
		}
		if got := points(reader)["db.client.operation.duration"]; len(got) != 1 || !strings.Contains(got[0], tt.point) || strings.Contains(got[0], "query") {
			t.Errorf("%s: %q", tt.name, got)
		}
	}
	if ctx, end := start(rt.Suppress(context.Background()), nil, nil, source, "PING", ""); end != nil || ctx == nil {
		t.Error("suppressed, and recorded")
	}
	if ctx, end := start(nil, nil, nil, source, "PING", ""); end != nil || ctx != nil { //nolint:staticcheck // programs do it
		t.Error("there is no context")
	}
}

func TestPools(t *testing.T) {
	rttest.Use(t)
	reader := newReader(t)
	most := 0
	waited, used, created, closed := opened(nil, source, func() (int, int, int, int, int) { return 1, 2, 3, most, 4 })
	waited(time.Now(), nil)
	waited(time.Now(), fmt.Errorf("waiting: %w", context.DeadlineExceeded))
	waited(time.Now(), errors.New("refused"))
	used(time.Now())
	created(time.Second)
	created(0) // as a coarse clock has it
	const pool = "map[db.client.connection.pool.name:db.example:5432/shop"
	want := map[string][]string{
		"db.client.connection.wait_time":        {pool + "] 1"},
		"db.client.connection.use_time":         {pool + "] 1"},
		"db.client.connection.create_time":      {pool + "] 2"},
		"db.client.connection.timeouts":         {pool + "] 1"},
		"db.client.connection.count":            {pool + " db.client.connection.state:idle] 1", pool + " db.client.connection.state:used] 2"},
		"db.client.connection.pending_requests": {pool + "] 3"},
		"db.client.connection.idle.max":         {pool + "] 4"},
	}
	if got := points(reader); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	most = 5
	if got := points(reader)["db.client.connection.max"]; !reflect.DeepEqual(got, []string{pool + "] 5"}) {
		t.Errorf("got %v", got)
	}
	closed()
	if got := points(reader)["db.client.connection.count"]; len(got) > 0 {
		t.Errorf("of a closed pool: %v", got)
	}
	for name, d := range map[string]*database{
		"sqlite":       {system: "sqlite"},
		"/a.db":        {system: "sqlite", at: place{namespace: "/a.db"}},
		"h":            {system: "mysql", at: place{host: "h"}},
		"h:1/n":        {system: "mysql", at: place{host: "h", port: 1, namespace: "n"}},
		"/run/x.sock/": {system: "mysql", at: place{host: "/run/x.sock", namespace: ""}},
	} {
		if got := d.poolName(); got != strings.TrimSuffix(name, "/") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// discard samples everything and keeps nothing.
type discard struct{}

func (discard) Start(*rt.Record) rt.Decision { return rt.RecordAndSample }
func (discard) End(*rt.Record)               {}
func (discard) Log(*logrec.Record)           {}

func TestAllocationsOfAStatement(t *testing.T) {
	newReader(t)
	defer rt.SetSink(rt.Traces, rt.SetSink(rt.Traces, discard{}))
	ctx := context.Background()
	if n := testing.AllocsPerRun(1000, func() {
		_, end := start(ctx, nil, nil, source, "", "SELECT id, name FROM orders WHERE id = $1")
		end(nil)
	}); n > 3 {
		t.Errorf("%v allocations", n)
	}
}

func TestParsedQueriesAreBounded(t *testing.T) {
	for i := range 10_000 {
		query := fmt.Sprintf("SELECT a FROM t%d WHERE b = 'x'", i)
		for range 2 {
			if got := parse(query, sqltext.PostgreSQL, 4096); got.Text != fmt.Sprintf("SELECT a FROM t%d WHERE b = ?", i) {
				t.Fatalf("%+v", got)
			}
		}
		if got := parse(query, sqltext.PostgreSQL, 8); got.Text != "SELECT a" {
			t.Fatalf("%+v", got)
		}
	}
	if long := "SELECT '" + strings.Repeat("x", 2000) + "'"; parse(long, sqltext.PostgreSQL, 4096).Text != "SELECT ?" {
		t.Error("a long query is not read")
	}
	for i := range parsed {
		for key := range parsed[i].kept {
			if len(key.query) > maxParsedLength || len(parsed[i].kept) > maxParsed {
				t.Fatalf("%d queries, one of %d bytes", len(parsed[i].kept), len(key.query))
			}
		}
	}
}
