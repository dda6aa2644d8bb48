package otelrt

import (
	"context"
	"reflect"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// ownScopes is how the names of the hooks' scopes begin.
const ownScopes = "github.com/gots-dev/gots/aspects/"

// databaseScopes are words in the names of instrumentation libraries for databases: some of their spans have no attributes at first.
var databaseScopes = []string{"otelsql", "splunksql", "otelpgx", "gorm", "bunotel", "otelsqlx", "otelent", "sqltrace", "sqlmw"}

// ownOption marks the spans that hooks start.
type ownOption struct{ trace.SpanStartOption }

// Starting is woven into the SDK: tracer is about to start a span in ctx. If the program starts the span of a request or a statement
// itself, the hook's own pending span yields.
func Starting(ctx context.Context, tracer any, options []trace.SpanStartOption) {
	defer Recover("hand-made spans")
	if ctx == nil {
		return
	}
	server, database := pendingOf(ctx, Server), pendingOf(ctx, Database)
	if server == nil && database == nil {
		return
	}
	if !isOwn(options) {
		config := trace.NewSpanStartConfig(options...)
		switch kind := config.SpanKind(); {
		case kind == trace.SpanKindServer && server != nil:
			server.yield()
			return
		case kind == trace.SpanKindClient && database != nil && isDatabase(scopeOf(tracer), config.Attributes()):
			database.yield()
			return
		}
	}
	if server != nil {
		server.hasChildren.Store(true)
	}
	if database != nil {
		database.hasChildren.Store(true)
	}
}

func isOwn(options []trace.SpanStartOption) bool {
	for _, option := range options {
		if _, own := option.(ownOption); own {
			return true
		}
	}
	return false
}

// Handled is woven into middlewares that are known to make the span of a request, or none if a filter of theirs says so: it yields before
// they look at the current span.
func Handled(ctx context.Context) {
	if server := pendingOf(ctx, Server); server != nil {
		server.yield()
	}
}

// scopeOf reads the name of an SDK tracer's scope; "" where the SDK keeps it elsewhere.
func scopeOf(tracer any) string {
	v := reflect.Indirect(reflect.ValueOf(tracer))
	for _, name := range []string{"instrumentationScope", "Name"} {
		if v.Kind() != reflect.Struct {
			return ""
		}
		v = v.FieldByName(name)
	}
	if v.Kind() != reflect.String {
		return ""
	}
	return v.String()
}

// ByHand says whether the current span of ctx is one that the program made for the very request or statement that is about to be sent:
// a client span whose attributes or scope are of that layer, named by the beginning of its attributes' keys ("http.", "db."). It
// returns the current span as well.
func ByHand(ctx context.Context, layer string) (span trace.Span, handMade bool) {
	span = trace.SpanFromContext(ctx)
	recording, ok := span.(interface {
		SpanKind() trace.SpanKind
		Attributes() []attribute.KeyValue
	})
	if !ok || recording.SpanKind() != trace.SpanKindClient {
		return span, false
	}
	scope := ""
	if named, ok := span.(interface{ GotsScope() string }); ok { // woven into the SDK's spans
		scope = named.GotsScope()
	}
	if strings.HasPrefix(scope, ownScopes) {
		return span, false
	}
	if layer == "db." {
		return span, isDatabase(scope, recording.Attributes())
	}
	return span, hasPrefix(recording.Attributes(), layer)
}

func isDatabase(scope string, attrs []attribute.KeyValue) bool {
	for _, word := range databaseScopes {
		if strings.Contains(scope, word) {
			return true
		}
	}
	return hasPrefix(attrs, "db.")
}

func hasPrefix(attrs []attribute.KeyValue, prefix string) bool {
	for _, attr := range attrs {
		if strings.HasPrefix(string(attr.Key), prefix) {
			return true
		}
	}
	return false
}
