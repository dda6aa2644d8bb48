// Package hook records the statements of database/sql and its pools of connections: spans and measurements. Code woven into database/sql
// calls it through variables, which are filled when a signal is switched on.
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

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

//go:linkname hook gots_database_sql
var hook atomic.Pointer[starter]

// starter is told the types of a DB's connector and, once there was one, of its connections. It never sees the values: to call their
// methods, Driver among them, is up to the program.
type starter = func(ctx context.Context, connector, conn reflect.Type, source, operation, query string) (context.Context, func(error))

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/database/sql")

// name is what lists of instrumentations call these hooks.
const name = "database/sql"

func init() { rt.Instrument(name, install) }

func install() {
	start, opened := start, opened
	hook.Store(&start)
	poolHook.Store(&opened)
}

// start starts the span of one statement. operation is set where the query does not tell it (BEGIN, PING) or is not run yet (PREPARE).
// Without a span the second result is nil.
func start(own context.Context, connector, conn reflect.Type, source, operation, query string) (ctx context.Context, end func(error)) {
	ctx = own
	defer rt.Recover(name)
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
	st := statementOf(db, operation, query)
	var list [maxAttributes]attr.Value
	var span *rt.Span
	if rt.Bridged() {
		ctx, span = scope.Later(own, own, rt.Database, st.name, st.attributes(db, list[:0])...)
	} else if ctx, span = scope.Later(own, own, rt.Database, st.name); span.Recording() {
		span.Set(st.attributes(db, list[:0])...)
	}
	measured := startMeasuring(db, st.operation)
	return ctx, func(err error) {
		defer rt.Recover(name)
		failure, state := failureOf(err)
		if failure != "" && span.Recording() {
			span.Fail(err)
			if state != "" {
				span.Set(attr.DBResponseStatusCode.String(state))
			}
		}
		if span.End() {
			db.gaveWay.Store(true)
		}
		measured.end(span, failure, state)
	}
}

// failureOf gives the type and the SQLSTATE of a failure; "" for none.
func failureOf(err error) (failure, state string) {
	if err == nil || err == driver.ErrSkip { //nolint:errorlint // as database/sql itself compares; Is and Unwrap are the driver's
		return "", ""
	}
	return rt.ErrorType(err), sqlState(err)
}

// statement is what is known of a statement before it runs.
type statement struct{ name, operation, summary, text string }

func statementOf(db *database, operation, query string) statement {
	s := statement{name: operation, operation: operation}
	if query != "" {
		read := parse(query, db.dialect, attr.DBQueryText.Limit())
		s.text = read.Text
		if operation == "" {
			s.operation, s.name = read.Operation, read.Summary
		} else {
			s.name = strings.TrimSpace(operation + " " + read.Summary)
		}
		s.summary = s.name
	}
	if s.name == "" {
		s.name = db.system
	}
	return s
}

// maxAttributes is how many attributes a statement has at most.
const maxAttributes = 7

func (s statement) attributes(db *database, to []attr.Value) []attr.Value {
	to = append(to, db.attrs...)
	if s.text != "" {
		to = append(to, attr.DBQueryText.String(s.text))
	}
	if s.summary != "" {
		to = append(to, attr.DBQuerySummary.String(s.summary))
	}
	if s.operation != "" {
		to = append(to, attr.DBOperationName.String(s.operation))
	}
	return to
}

// database is what all spans of one data source say of it.
type database struct {
	system  string
	dialect sqltext.Dialect
	at      place
	attrs   []attr.Value // at most 4
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
	registered, source, _ := strings.Cut(source, "\x00")
	if db.system == unknownSystem {
		db.system = systemNamed(registered)
	}
	db.dialect = dialects[db.system]
	db.at = parseSource(db.system, source)
	db.attrs = db.at.attributes(append(db.attrs, attr.DBSystemName.String(db.system)))
	return db
}

// attributes says where a database is.
func (at place) attributes(to []attr.Value) []attr.Value {
	if at.namespace != "" {
		to = append(to, attr.DBNamespace.String(at.namespace))
	}
	if at.host != "" {
		to = append(to, attr.ServerAddress.String(at.host))
	}
	if at.port > 0 {
		to = append(to, attr.ServerPort.Int(at.port))
	}
	return to
}
