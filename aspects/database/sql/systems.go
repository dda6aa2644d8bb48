package hook

import (
	"strings"

	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

// unknownSystem is the db.system.name of drivers that are in no table. Of these nothing is said but the operation: in which form their
// sources hide passwords is not known, and which quotes texts have is not either.
const unknownSystem = "other_sql"

// drivers maps the import paths of drivers to the conventions' db.system.name; packages below belong to them.
var drivers = map[string]string{
	"github.com/ClickHouse/clickhouse-go":  "clickhouse",
	"github.com/denisenkom/go-mssqldb":     "microsoft.sql_server",
	"github.com/duckdb/duckdb-go":          "duckdb",
	"github.com/glebarez/go-sqlite":        "sqlite",
	"github.com/glebarez/sqlite":           "sqlite",
	"github.com/go-sql-driver/mysql":       "mysql",
	"github.com/godror/godror":             "oracle.db",
	"github.com/googleapis/go-sql-spanner": "gcp.spanner",
	"github.com/ibmdb/go_ibm_db":           "ibm.db2",
	"github.com/jackc/pgx":                 "postgresql",
	"github.com/lib/pq":                    "postgresql",
	"github.com/mailru/go-clickhouse":      "clickhouse",
	"github.com/marcboeker/go-duckdb":      "duckdb",
	"github.com/mattn/go-oci8":             "oracle.db",
	"github.com/mattn/go-sqlite3":          "sqlite",
	"github.com/microsoft/go-mssqldb":      "microsoft.sql_server",
	"github.com/mutecomm/go-sqlcipher":     "sqlite",
	"github.com/ncruces/go-sqlite3":        "sqlite",
	"github.com/sijms/go-ora":              "oracle.db",
	"github.com/snowflakedb/gosnowflake":   "snowflake",
	"github.com/trinodb/trino-go-client":   "trino",
	"github.com/xeodou/go-sqlcipher":       "sqlite",
	"modernc.org/sqlite":                   "sqlite",
}

// names maps the names under which programs register drivers. They count where the driver's type says nothing: it is a wrapper.
var names = map[string]string{
	"azuresql": "microsoft.sql_server", "clickhouse": "clickhouse", "cloudsqlmysql": "mysql", "cloudsqlpostgres": "postgresql", "cockroach": "cockroachdb",
	"cockroachdb": "cockroachdb", "duckdb": "duckdb", "go_ibm_db": "ibm.db2", "godror": "oracle.db", "mariadb": "mariadb", "mssql": "microsoft.sql_server",
	"mysql": "mysql", "oci8": "oracle.db", "oracle": "oracle.db", "pgx": "postgresql", "postgres": "postgresql", "postgresql": "postgresql",
	"snowflake": "snowflake", "sqlite": "sqlite", "sqlite3": "sqlite", "sqlserver": "microsoft.sql_server", "trino": "trino",
}

// dialects of the systems; one that is not here writes SQL that is not known.
var dialects = map[string]sqltext.Dialect{
	"clickhouse": sqltext.ClickHouse, "cockroachdb": sqltext.PostgreSQL, "duckdb": sqltext.DuckDB, "ibm.db2": sqltext.DB2, "mariadb": sqltext.MySQL,
	"microsoft.sql_server": sqltext.SQLServer, "mysql": sqltext.MySQL, "oracle.db": sqltext.Oracle, "postgresql": sqltext.PostgreSQL,
	"snowflake": sqltext.Snowflake, "sqlite": sqltext.SQLite, "trino": sqltext.Trino,
}

// systemOf finds the system of a driver by its import path.
func systemOf(path string) string {
	for ; path != ""; path = parent(path) {
		if system, ok := drivers[path]; ok {
			return system
		}
	}
	return unknownSystem
}

func parent(path string) string {
	return path[:max(0, strings.LastIndexByte(path, '/'))]
}

// systemNamed finds the system of a driver by its registered name. Wrappers add to the name of what they wrap: postgres-traced-0.
func systemNamed(name string) string {
	name = strings.ToLower(name)
	if system, ok := names[name]; ok {
		return system
	}
	if end := strings.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }); end >= 0 {
		name = name[:end]
	}
	if system, ok := names[name]; ok {
		return system
	}
	return unknownSystem
}
