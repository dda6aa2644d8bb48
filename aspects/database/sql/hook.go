// Package hook traces database/sql. Code woven into database/sql calls it through a variable, which init fills.
package hook

import (
	"context"
	"database/sql/driver"
	"errors"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/sqltext"
)

//go:linkname hook gots_database_sql
var hook atomic.Pointer[func(ctx context.Context, driver any, source, operation, query string) (context.Context, func(error))]

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/database/sql")

func init() {
	if !rt.Enabled("database/sql") {
		return
	}
	start := start
	hook.Store(&start)
}

// start starts the span of one statement. operation is set where the query does not tell it (BEGIN, PING) or is not run yet (PREPARE).
func start(ctx context.Context, driver any, source, operation, query string) (context.Context, func(error)) {
	if ctx == nil || rt.Suppressed(ctx) {
		return ctx, nil
	}
	db := databaseOf(driver, source)
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
	ctx, span := scope.Start(ctx, name, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attrs...))
	return ctx, func(err error) { finish(span, err) }
}

func finish(span trace.Span, err error) {
	if err != nil && !errors.Is(err, driver.ErrSkip) {
		rt.Fail(span, err)
		if state := sqlState(err); state != "" {
			span.SetAttributes(rt.DBResponseStatusCode.String(state))
		}
	}
	span.End()
}

// database is what all spans of one data source say of it.
type database struct {
	system  string
	dialect sqltext.Dialect
	attrs   []attribute.KeyValue
}

type databaseKey struct {
	driver reflect.Type
	source string
}

// databases is as large as the number of data sources that the program opens.
var databases sync.Map // databaseKey → *database

func databaseOf(driver any, source string) *database {
	key := databaseKey{reflect.TypeOf(driver), source}
	if found, ok := databases.Load(key); ok {
		return found.(*database)
	}
	made := newDatabase(driverPath(key.driver), source)
	found, _ := databases.LoadOrStore(key, made)
	return found.(*database)
}

func driverPath(t reflect.Type) string {
	if t == nil {
		return ""
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath()
}

func newDatabase(path, source string) *database {
	db := &database{system: systemOf(path)}
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
