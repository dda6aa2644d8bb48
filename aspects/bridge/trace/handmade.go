package bridge

import (
	"context"
	"reflect"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
)

// Starting is woven into the SDK: tracer is about to start a span in ctx. If the program starts the span of a request or a statement
// itself, the hook's own span yields.
func Starting(ctx context.Context, tracer any, name string, options []trace.SpanStartOption) {
	defer rt.Recover("hand-made spans")
	if ctx == nil {
		return
	}
	for _, option := range options {
		if _, own := option.(ownOption); own {
			rt.Starting(ctx, true, rt.Internal, nil)
			return
		}
	}
	config := trace.NewSpanStartConfig(options...)
	rt.Starting(ctx, false, kindOf(config.SpanKind()), func() bool { return isStatement(scopeOf(tracer), name, config.Attributes()) })
}

// Handled is woven into middlewares that are known to make the span of a request, or none if a filter of theirs says so: the hook's span
// yields before they look at the current one.
func Handled(ctx context.Context) { rt.Handled(ctx) }

// Measured is woven into transports that measure the requests they send. Their span tells too, but only where it is sampled.
func Measured(ctx context.Context) context.Context { return rt.Measured(ctx) }

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

// byHand says of a span of the program whether it is a client's that no hook made, and whether it stands for a request or statement of a
// layer: its attributes or scope are of that layer, named by the beginning of its attributes' keys ("http.", "db.").
func byHand(v any, layer string) (client, byHand bool) {
	recording, ok := v.(interface {
		SpanKind() trace.SpanKind
		Attributes() []attribute.KeyValue
	})
	if !ok || recording.SpanKind() != trace.SpanKindClient {
		return false, false
	}
	scope, name := named(v)
	if strings.HasPrefix(scope, rt.OwnScopes) {
		return false, false
	}
	return true, rt.StandsFor(scope, name, layer) || hasPrefix(recording.Attributes(), layer)
}

// named gives the scope and the name of a span of the program, as far as it tells them.
func named(v any) (scope, name string) {
	if s, ok := v.(interface{ GotsScope() string }); ok { // woven into the SDK's spans
		scope = s.GotsScope()
	}
	if s, ok := v.(interface{ Name() string }); ok {
		name = s.Name()
	}
	return scope, name
}

func isStatement(scope, name string, attrs []attribute.KeyValue) bool {
	return rt.StandsFor(scope, name, "db.") || hasPrefix(attrs, "db.")
}

func hasPrefix(attrs []attribute.KeyValue, prefix string) bool {
	for _, attr := range attrs {
		if strings.HasPrefix(string(attr.Key), prefix) {
			return true
		}
	}
	return false
}
