// Package hook traces database/sql. Code woven into database/sql calls it through a variable, which init fills.
package hook

import (
	"context"
	"database/sql/driver"
	"reflect"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	rt "github.com/gots-dev/gots/aspects/otelrt"
	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

//go:linkname hook gots_database_sql
var hook atomic.Pointer[starter]

// starter is told the types of a DB's connector and, once there was one, of its connections. It never sees the values: to call their
// methods, Driver among them, is up to the program.
type starter = func(ctx context.Context, connector, conn reflect.Type, source, operation, query string) (context.Context, func(error))

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/database/sql")

func init() {
	if !rt.Enabled("database/sql") {
		return
	}
	start := start
	hook.Store(&start)
}

// start starts the span of one statement. operation is set where the query does not tell it (BEGIN, PING) or is not run yet (PREPARE).
// Without a span the second result is nil.
func start(own context.Context, connector, conn reflect.Type, source, operation, query string) (ctx context.Context, end func(error)) {
	ctx = own
	defer rt.Recover("database/sql")
	if own == nil || rt.Suppressed(own) {
		return own, nil
	}
	db := databaseOf(connector, conn, source)
	// What the driver does for these is out of sight: it gets no context.
	blind := operation == "COMMIT" || operation == "ROLLBACK"
	if db.byHand || blind && db.gaveWay.Load() {
		return own, nil
	}
	if _, byHand := rt.ByHand(own, "db."); byHand {
		return own, nil
	}
	attrs := append(make([]attribute.KeyValue, 0, len(db.attrs)+3), db.attrs...)
	name := operation
	if query != "" {
		st := sqltext.Parse(query, db.dialect, rt.DBQueryText.Limit())
		if st.Text != "" {
			attrs = append(attrs, rt.DBQueryText.String(st.Text))
		}
		if operation == "" {
			operation, name = st.Operation, st.Summary
		} else {
			name = strings.TrimSpace(operation + " " + st.Summary)
		}
		if name != "" {
			attrs = append(attrs, rt.DBQuerySummary.String(name))
		}
	}
	if operation != "" {
		attrs = append(attrs, rt.DBOperationName.String(operation))
	}
	if name == "" {
		name = db.system
	}
	traced, span := scope.Later(own, own, rt.Database, name, attrs)
	return traced, func(err error) {
		defer rt.Recover("database/sql")
		if span.End(func(span trace.Span) { finish(span, err) }) {
			db.gaveWay.Store(true)
		}
	}
}

func finish(span trace.Span, err error) {
	if err != nil && err != driver.ErrSkip { //nolint:errorlint // as database/sql itself compares; Is and Unwrap are the driver's
		rt.Fail(span, err)
		if state := sqlState(err); state != "" {
			span.SetAttributes(rt.DBResponseStatusCode.String(state))
		}
	}
}

// database is what all spans of one data source say of it.
type database struct {
	system  string
	dialect sqltext.Dialect
	attrs   []attribute.KeyValue
	// byHand says that the driver is a wrapper which makes spans; gaveWay, that one was seen to do so.
	byHand  bool
	gaveWay atomic.Bool
}

type databaseKey struct {
	connector, conn reflect.Type
	source          string
}

// databases keeps what was read of data sources, up to maxDatabases: a program may open one for each of its users.
var (
	databases sync.Map // databaseKey → *database
	kept      atomic.Int32
)

const maxDatabases = 1000

func databaseOf(connector, conn reflect.Type, source string) *database {
	key := databaseKey{connector, conn, source}
	if found, ok := databases.Load(key); ok {
		return found.(*database)
	}
	made := newDatabase([]string{packagePath(connector), packagePath(conn)}, source)
	if kept.Load() >= maxDatabases {
		return made
	}
	found, again := databases.LoadOrStore(key, made)
	if !again {
		kept.Add(1)
	}
	return found.(*database)
}

// packagePath is where a type was declared; "" for no type and for one without a name.
func packagePath(t reflect.Type) string {
	if t == nil {
		return ""
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath()
}

// wrappers are drivers that wrap another and make a span for each statement, by parts of their import paths.
var wrappers = []string{"/otelsql", "/splunksql"}

func newDatabase(paths []string, source string) *database {
	db := &database{system: unknownSystem}
	for _, path := range paths {
		if db.system == unknownSystem {
			db.system = systemOf(path)
		}
		db.byHand = db.byHand || slices.ContainsFunc(wrappers, func(part string) bool { return strings.Contains(path, part) })
	}
	// The woven sql.Open keeps the driver's name in front of the source's.
	name, source, _ := strings.Cut(source, "\x00")
	if db.system == unknownSystem {
		db.system = systemNamed(name)
	}
	db.dialect = dialects[db.system]
	db.attrs = append(db.attrs, rt.DBSystemName.String(db.system))
	at := parseSource(db.system, source)
	if at.namespace != "" {
		db.attrs = append(db.attrs, rt.DBNamespace.String(at.namespace))
	}
	if at.host != "" {
		db.attrs = append(db.attrs, rt.ServerAddress.String(at.host))
	}
	if at.port > 0 {
		db.attrs = append(db.attrs, rt.ServerPort.Int(at.port))
	}
	return db
}
