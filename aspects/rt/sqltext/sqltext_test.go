package sqltext

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct{ query, operation, summary, text string }{
		{"", "", "", ""},
		{"select 1", "SELECT", "SELECT", "select ?"},
		{"SELECT a, b\n\t FROM t WHERE c = 'it''s' AND d = 12.5e-3", "SELECT", "SELECT t", "SELECT a, b FROM t WHERE c = ? AND d = ?"},
		{`SELECT * FROM "my table" JOIN db.x y ON y.id=$1`, "SELECT", "SELECT my table db.x", `SELECT * FROM "my table" JOIN db.x y ON y.id=$1`},
		{"SELECT * FROM [dbo].[Users] WHERE n = N'x'", "SELECT", "SELECT dbo.Users", "SELECT * FROM [dbo].[Users] WHERE n = ?"},
		{"INSERT INTO orders (a) VALUES (?, :b, @c, $2)", "INSERT", "INSERT orders", "INSERT INTO orders (a) VALUES (?, :b, @c, $2)"},
		{"UPDATE t SET a = 'x' -- secret 'y'\n WHERE b = /* 7 */ 8", "UPDATE", "UPDATE t", "UPDATE t SET a = ? WHERE b = ?"},
		{"CREATE TABLE IF NOT EXISTS t (a int)", "CREATE", "CREATE t", "CREATE TABLE IF NOT EXISTS t (a int)"},
		{"SELECT $body$ secret $body$, e'a\\'b'", "SELECT", "SELECT", "SELECT ?, ?"},
		{"DELETE FROM t; DELETE FROM u; DELETE FROM t", "DELETE", "DELETE t u", "DELETE FROM t; DELETE FROM u; DELETE FROM t"},
		{"SELECT x1 FROM t1 WHERE y IN (SELECT z FROM (SELECT 1))", "SELECT", "SELECT t1", "SELECT x1 FROM t1 WHERE y IN (SELECT z FROM (SELECT ?))"},
		{"SELECT 'open", "SELECT", "SELECT", "SELECT ?"},
		{"/* open", "", "", ""},
	} {
		got := Parse(tt.query, Standard)
		if want := (Statement{tt.operation, tt.summary, tt.text}); got != want {
			t.Errorf("%s\n got %+v\nwant %+v", tt.query, got, want)
		}
	}
}

func TestBounds(t *testing.T) {
	got := Parse("SELECT * FROM "+strings.Repeat("ä", 5000), Standard)
	if len(got.Text) > maxText || len(got.Summary) > maxSummary || !utf8.ValidString(got.Summary) {
		t.Errorf("text %d bytes, summary %d bytes", len(got.Text), len(got.Summary))
	}
}

func TestQuotesOfDialects(t *testing.T) {
	for _, tt := range []struct {
		query   string
		dialect Dialect
		text    string
	}{
		{`SELECT 'C:\', 'secret'`, Standard, "SELECT ?, ?"},
		{`SELECT 'it\'s secret', 1`, MySQL, "SELECT ?, ?"},
		{`SELECT "secret \" 1", a`, MySQL, "SELECT ?, a"},
		{`SELECT "name", a`, Standard, `SELECT "name", a`},
	} {
		if got := Parse(tt.query, tt.dialect).Text; got != tt.text {
			t.Errorf("%s: got %s, want %s", tt.query, got, tt.text)
		}
	}
}

func FuzzLiteralsVanish(f *testing.F) {
	f.Add("it's", false)
	f.Add(`C:\`, true)
	f.Fuzz(func(t *testing.T, value string, mysql bool) {
		escaped, dialect := strings.ReplaceAll(value, "'", "''"), Standard
		if mysql {
			escaped, dialect = strings.ReplaceAll(escaped, `\`, `\\`), MySQL
		}
		if got := Parse("SELECT '"+escaped+"', x FROM t", dialect).Text; got != "SELECT ?, x FROM t" {
			t.Errorf("%q: %s", value, got)
		}
	})
}
