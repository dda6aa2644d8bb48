package hook

import (
	"net"
	"net/url"
	"strconv"
	"strings"
)

// systems maps a part of a driver's import path to the conventions' db.system.name; the first that is found counts.
var systems = []struct{ part, system string }{
	{"sqlite", "sqlite"},
	{"jackc/pgx", "postgresql"},
	{"lib/pq", "postgresql"},
	{"cockroach", "cockroachdb"},
	{"go-sql-driver/mysql", "mysql"},
	{"mssqldb", "microsoft.sql_server"},
	{"go-ora", "oracle.db"},
	{"godror", "oracle.db"},
	{"clickhouse", "clickhouse"},
	{"gosnowflake", "snowflake"},
	{"go-duckdb", "duckdb"},
	{"duckdb-go", "duckdb"},
	{"trinodb", "trino"},
	{"go_ibm_db", "ibm.db2"},
	{"go-sql-spanner", "gcp.spanner"},
}

func systemOf(driverPath string) string {
	path := strings.ToLower(driverPath)
	for _, s := range systems {
		if strings.Contains(path, s.part) {
			return s.system
		}
	}
	return "other_sql"
}

type place struct {
	host      string
	port      int
	namespace string
}

// parseSource reads host, port and database out of a data source's name, and nothing else: it may hold passwords. What has an unknown
// form says nothing.
func parseSource(system, source string) place {
	switch {
	case source == "":
		return place{}
	case system == "sqlite" || system == "duckdb":
		path, _, _ := strings.Cut(strings.TrimPrefix(source, "file:"), "?")
		return place{namespace: path}
	case strings.Contains(source, "://"):
		return parseURL(source)
	case system == "mysql":
		return parseMySQL(source)
	case system == "postgresql":
		return parseKeyValues(source)
	}
	return place{}
}

func parseURL(source string) place {
	u, err := url.Parse(source)
	if err != nil {
		return place{}
	}
	port, _ := strconv.Atoi(u.Port())
	name := strings.TrimPrefix(u.Path, "/")
	if database := u.Query().Get("database"); database != "" {
		name = database
	}
	return place{host: u.Hostname(), port: port, namespace: name}
}

// parseMySQL reads [user[:password]@][net[(addr)]]/dbname[?params]; user and password may hold any character but the last @ and /.
func parseMySQL(source string) place {
	head, _, _ := strings.Cut(source, "?")
	slash := strings.LastIndexByte(head, '/')
	if slash < 0 {
		return place{}
	}
	at := place{namespace: head[slash+1:]}
	address := head[strings.LastIndexByte(head[:slash], '@')+1 : slash]
	open, end := strings.IndexByte(address, '('), strings.LastIndexByte(address, ')')
	if open < 0 || end < open {
		return at
	}
	address = address[open+1 : end]
	if host, port, err := net.SplitHostPort(address); err == nil {
		at.host = host
		at.port, _ = strconv.Atoi(port)
	} else {
		at.host = address
	}
	return at
}

// parseKeyValues reads libpq's form: host=a port=5432 dbname='b c'.
func parseKeyValues(source string) place {
	var at place
	for rest := source; rest != ""; {
		var key, value string
		var ok bool
		if key, rest, ok = strings.Cut(rest, "="); !ok {
			return at
		}
		value, rest = cutValue(strings.TrimLeft(rest, " "))
		switch strings.TrimSpace(key) {
		case "host":
			at.host = value
		case "port":
			at.port, _ = strconv.Atoi(value)
		case "dbname":
			at.namespace = value
		}
	}
	return at
}

func cutValue(text string) (value, rest string) {
	quoted := strings.HasPrefix(text, "'")
	if quoted {
		text = text[1:]
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			out.WriteByte(text[i])
		case (quoted && c == '\'') || (!quoted && c == ' '):
			return out.String(), text[i+1:]
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), ""
}
