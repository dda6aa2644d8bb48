package hook

import "testing"

func TestParseSource(t *testing.T) {
	for _, tt := range []struct {
		system, source string
		want           place
	}{
		{"sqlite", "file:/tmp/shop.db?_pragma=x(1)", place{namespace: "/tmp/shop.db"}},
		{"sqlite", ":memory:", place{namespace: ":memory:"}},
		{"postgresql", "postgres://me:secret@db.example:5433/shop?sslmode=disable", place{"db.example", 5433, "shop"}},
		{"postgresql", `host=db.example port=5433 password='it\'s = secret' dbname='my shop'`, place{"db.example", 5433, "my shop"}},
		{"postgresql", "dbname", place{}},
		{"mysql", "me:s@c/r(e)t@tcp(db.example:3306)/shop?parseTime=true", place{"db.example", 3306, "shop"}},
		{"mysql", "me@unix(/run/mysqld.sock)/shop", place{host: "/run/mysqld.sock", namespace: "shop"}},
		{"mysql", "/shop", place{namespace: "shop"}},
		{"microsoft.sql_server", "sqlserver://me:secret@db.example:1433?database=shop", place{"db.example", 1433, "shop"}},
		{"other_sql", "secret", place{}},
		{"postgresql", "postgres://me:se%zzcret@host/db", place{}},
	} {
		if got := parseSource(tt.system, tt.source); got != tt.want {
			t.Errorf("%s %s: got %+v, want %+v", tt.system, tt.source, got, tt.want)
		}
	}
}

func TestSystemOf(t *testing.T) {
	for path, want := range map[string]string{
		"modernc.org/sqlite":                     "sqlite",
		"github.com/jackc/pgx/v5/stdlib":         "postgresql",
		"github.com/go-sql-driver/mysql":         "mysql",
		"github.com/microsoft/go-mssqldb":        "microsoft.sql_server",
		"example.com/driver":                     "other_sql",
		"github.com/ClickHouse/clickhouse-go/v2": "clickhouse",
	} {
		if got := systemOf(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
