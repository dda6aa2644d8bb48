package rt

import (
	"reflect"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// ErrorType names the type of an error for error.type: import path and name, without a pointer's star.
func ErrorType(err error) string {
	t := reflect.TypeOf(err)
	if t == nil {
		return ""
	}
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" || t.PkgPath() == "" {
		return t.String()
	}
	return t.PkgPath() + "." + t.Name()
}

// Fail marks a span as failed with err.
func Fail(span trace.Span, err error) {
	span.SetAttributes(ErrorTypeKey.String(ErrorType(err)))
	span.SetStatus(codes.Error, err.Error())
}

// Exception records a panic's value as the conventions' exception event; stack as debug.Stack gives it.
func Exception(span trace.Span, kind, message, stack string) {
	attrs := []attribute.KeyValue{ExceptionType.String(kind), ExceptionMessage.String(message), ExceptionStacktrace.String(stack)}
	span.AddEvent("exception", trace.WithAttributes(attrs...))
	span.SetAttributes(ErrorTypeKey.String(kind))
	span.SetStatus(codes.Error, "panic: "+message)
}
