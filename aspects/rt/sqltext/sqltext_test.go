package sqltext

import (
	"strings"
	"testing"
)

const max = 4096

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		dialect                         Dialect
		query, operation, summary, text string
	}{
		{PostgreSQL, "", "", "", ""},
		{PostgreSQL, "select 1", "SELECT", "SELECT", "select ?"},
		{PostgreSQL, "SELECT a, b\n\t FROM t WHERE c = 'it''s' AND d = 12.5e-3", "SELECT", "SELECT t", "SELECT a, b FROM t WHERE c = ? AND d = ?"},
		{PostgreSQL, `SELECT * FROM "my table" JOIN db.x y ON y.id=$1`, "SELECT", "SELECT my table db.x", `SELECT * FROM "my table" JOIN db.x y ON y.id=$1`},
		{SQLServer, "SELECT * FROM [dbo].[Users] WHERE n = N'x' AND m LIKE'y'", "SELECT", "SELECT dbo.Users", "SELECT * FROM [dbo].[Users] WHERE n = ? AND m LIKE?"},
		{SQLServer, `SELECT "Id" FROM "dbo"."Users" WHERE "Name" = "x"`, "SELECT", "SELECT dbo.Users", `SELECT ? FROM "dbo"."Users" WHERE ? = ?`},
		{SQLServer, "SELECT * FROM #t JOIN ##g ON $action = @a", "SELECT", "SELECT #t ##g", "SELECT * FROM #t JOIN ##g ON $action = @a"},
		{Oracle, "SELECT s#, v$x FROM v$session", "SELECT", "SELECT v$session", "SELECT s#, v$x FROM v$session"},
		{PostgreSQL, "SELECT a #>> b FROM t", "SELECT", "SELECT t", "SELECT a #>> b FROM t"},
		{SQLServer, "SELECT * FROM shop..orders o", "SELECT", "SELECT shop.orders", "SELECT * FROM shop..orders o"},
		{Oracle, "INSERT INTO orders (a) VALUES (:1, :b, q'[it's]', nq'!x!')", "INSERT", "INSERT orders", "INSERT INTO orders (a) VALUES (:1, :b, ?, ?)"},
		{MySQL, "INSERT INTO `or``ders` (a) VALUES (?, @c, 0xFF, _utf8'x')", "INSERT", "INSERT or``ders", "INSERT INTO `or``ders` (a) VALUES (?, @c, ?, _utf8?)"},
		{PostgreSQL, "UPDATE t SET a = 'x' -- secret 'y'\n WHERE b = /* 7 /* 'n */ ' */ 8", "UPDATE", "UPDATE t", "UPDATE t SET a = ? WHERE b = ?"},
		{SQLite, "CREATE TABLE IF NOT EXISTS t (a int)", "CREATE", "CREATE t", "CREATE TABLE IF NOT EXISTS t (a int)"},
		{PostgreSQL, "SELECT $body$ secret $body$, e'a\\'b', $1$x$y$x$", "SELECT", "SELECT", "SELECT ?, ?, $1?"},
		{MySQL, "DELETE FROM t; DELETE FROM u; DELETE FROM t", "DELETE", "DELETE t u", "DELETE FROM t; DELETE FROM u; DELETE FROM t"},
		{MySQL, "SELECT x1 FROM t1 WHERE y IN (SELECT z FROM (SELECT 1))", "SELECT", "SELECT t1", "SELECT x1 FROM t1 WHERE y IN (SELECT z FROM (SELECT ?))"},
		{MySQL, "(SELECT a FROM t) UNION (SELECT b FROM u)", "SELECT", "SELECT t u", "(SELECT a FROM t) UNION (SELECT b FROM u)"},
		{PostgreSQL, "SELECT a[1:n], b::text FROM t FOR UPDATE SKIP LOCKED", "SELECT", "SELECT t", "SELECT a[?:n], b::text FROM t FOR UPDATE SKIP LOCKED"},
		{PostgreSQL, "INSERT INTO t VALUES ($1) ON CONFLICT (a) DO UPDATE SET b = $2", "INSERT", "INSERT t", "INSERT INTO t VALUES ($1) ON CONFLICT (a) DO UPDATE SET b = $2"},
		{PostgreSQL, "EXPLAIN ANALYZE SELECT a FROM t", "EXPLAIN", "EXPLAIN t", "EXPLAIN ANALYZE SELECT a FROM t"},
		{PostgreSQL, "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT a FROM t; COMMIT;", "BEGIN", "BEGIN t", "BEGIN ISOLATION LEVEL SERIALIZABLE; SELECT a FROM t; COMMIT;"},
		{SQLite, `DELETE FROM "t" WHERE a IS DISTINCT FROM "x"`, "DELETE", "DELETE t", `DELETE FROM "t" WHERE a IS DISTINCT FROM ?`},
		{SQLite, "SELECT ?1, :a", "SELECT", "SELECT", "SELECT ?1, :a"},
		{ClickHouse, "SELECT a ?1:2", "SELECT", "SELECT", "SELECT a ??:?"},
		{ClickHouse, "SELECT 1 # c\n, 'it\\'s' FROM `t`", "SELECT", "SELECT t", "SELECT ? , ? FROM `t`"},
		{Snowflake, "SELECT $$x$$ // c\n FROM db.s.t", "SELECT", "SELECT db.s.t", "SELECT ? FROM db.s.t"},
	} {
		got := Parse(tt.query, tt.dialect, max)
		if want := (Statement{tt.operation, tt.summary, tt.text}); got != want {
			t.Errorf("%s\n got %+v\nwant %+v", tt.query, got, want)
		}
	}
}

// What cannot be read for certain, or holds secrets outside literals, loses its text; operation and sure tables stay.
func TestTextsThatAreDropped(t *testing.T) {
	for _, tt := range []struct {
		dialect        Dialect
		query, summary string
	}{
		{PostgreSQL, "SELECT a FROM t WHERE b = 'open", "SELECT t"},
		{PostgreSQL, "SELECT a FROM t WHERE b = 'x' AND c FROM u'", "SELECT t"},
		{PostgreSQL, `SELECT 'it\'s secret', 'x\'`, "SELECT"}, // a server whose backslashes escape
		{MySQL, `SELECT 'a\', 'secret', 'b\'`, "SELECT"},      // and one whose backslashes do not
		{PostgreSQL, "SELECT `a` FROM t", "SELECT t"},
		{PostgreSQL, "SELECT 1 # secret\n", "SELECT"},
		{SQLServer, "SELECT 1 # secret\n", "SELECT"},
		{SQLite, "SELECT 1 #secret\n", "SELECT"},
		{MySQL, "SELECT $$secret$$", "SELECT"},
		{SQLServer, "SELECT $a$secret$a$", "SELECT"},
		{PostgreSQL, "SELECT 1 /* open", "SELECT"},
		{SQLite, "SELECT /* /* */ secret */ 1", "SELECT"},
		{MySQL, "SELECT /*!50000 'a*/ secret' */ 1", "SELECT"},
		{PostgreSQL, "SELECT 1 -- a\r'b\n, 'secret'", "SELECT"},
		{PostgreSQL, "SELECT $a$ open", "SELECT"},
		{Oracle, "SELECT q'[open]", "SELECT"},
		{SQLite, "SELECT [open", "SELECT"},
		{SQLite, "PRAGMA key = 'secret'", "PRAGMA"},
		{SQLite, "pragma key = secret", "PRAGMA"},
		{Oracle, "ALTER USER u IDENTIFIED BY tiger", "ALTER"},
		{Oracle, "CREATE DATABASE LINK l CONNECT TO u IDENTIFIED BY tiger", "CREATE"},
		{MySQL, "SELECT 1; CREATE USER u IDENTIFIED BY 'tiger'", "SELECT"},
		{MySQL, "SET PASSWORD = tiger", "SET"},
		{SQLServer, "EXEC sp_addlogin u, tiger", "EXEC"},
		{SQLServer, "SELECT a FROM t EXEC sp_addlogin u, tiger", "SELECT t"},
		{SQLServer, "sp_addlogin u, tiger", ""},
		{ClickHouse, "INSERT INTO t FORMAT CSV secret,1", "INSERT t"},
		{PostgreSQL, "COPY t FROM STDIN;\nsecret\t1\n\\.", "COPY"},
		{PostgreSQL, "DO $$BEGIN PERFORM 'x'; END$$", "DO"},
		{Oracle, "BEGIN p(tiger); END;", "BEGIN"},
		{DuckDB, "CREATE SECRET s (TYPE s3, SECRET tiger)", "CREATE"},
		{Snowflake, "COPY INTO t FROM 's3://x' CREDENTIALS = (AWS_KEY_ID = tiger)", "COPY"},
		{PostgreSQL, "hunter2", ""},
		{PostgreSQL, "'hunter2'", ""},
		{Unknown, "SELECT a FROM t WHERE b = 1", "SELECT"},
		{Unknown, "hunter2", ""},
		{Unknown, "'hunter2'", ""},
		{PostgreSQL, "SELECT a FROM t WHERE b IN (" + strings.Repeat("1,", maxQuery/2) + "1)", "SELECT t"},
	} {
		got := Parse(tt.query, tt.dialect, max)
		if got.Text != "" || got.Summary != tt.summary {
			t.Errorf("%.60s\n got %+v, want %q alone", tt.query, got, tt.summary)
		}
	}
}

func TestBounds(t *testing.T) {
	got := Parse("SELECT a FROM "+strings.Repeat("ä", 5000)+"."+strings.Repeat("b.", 5000)+", c", PostgreSQL, max)
	if len(got.Text) > max || len(got.Summary) > maxSummary {
		t.Errorf("text %d bytes, summary %d bytes", len(got.Text), len(got.Summary))
	}
	if got := Parse("SELECT 'x', abc FROM t", MySQL, 9).Text; got != "SELECT ?," {
		t.Errorf("got %q", got)
	}
}

func TestWordsOfTheVocabularyFit(t *testing.T) {
	for w := range vocabulary {
		if len(w) > longestWord || capitals(strings.ToLower(w)) != w {
			t.Errorf("%s is not found", w)
		}
	}
}
