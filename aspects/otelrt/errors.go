package otelrt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"strings"
	"syscall"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// recordTexts says whether spans carry the texts of errors and panics. They hold what users typed (duplicate key "bob@example.com") and
// what configurations hide, so the environment must ask for them.
var recordTexts = strings.EqualFold(strings.TrimSpace(os.Getenv("GOTS_RECORD_ERROR_TEXTS")), "true")

// ErrorType names the type of an error for error.type: import path and name, without a pointer's star.
func ErrorType(err error) string { return typeName(err) }

func typeName(value any) string {
	t := reflect.TypeOf(value)
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

// Fail marks a span as failed with err. Its description is the error's text if the environment asks for it, else the text of a
// cause that the system or the standard library gave: connection refused, context canceled.
func Fail(span trace.Span, err error) {
	span.SetAttributes(ErrorTypeKey.String(ErrorType(err)))
	span.SetStatus(codes.Error, bound.Text(describe(err), longLimit))
}

// describe calls methods of the program's errors, which may panic: those of a nil pointer, for one.
func describe(err error) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	if recordTexts {
		return err.Error()
	}
	for _, known := range []error{context.Canceled, context.DeadlineExceeded, os.ErrDeadlineExceeded, io.ErrUnexpectedEOF, io.EOF} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return number.Error()
	}
	return ""
}

// Exception records a panic's value as the conventions' exception event; stack as debug.Stack gives it.
func Exception(span trace.Span, panicked any, stack string) {
	kind, message := typeName(panicked), panicText(panicked)
	attrs := []attribute.KeyValue{ExceptionType.String(kind), ExceptionStacktrace.String(stack)}
	description := "panic"
	if message != "" {
		attrs = append(attrs, ExceptionMessage.String(message))
		description += ": " + message
	}
	span.AddEvent("exception", trace.WithAttributes(attrs...))
	span.SetAttributes(ErrorTypeKey.String(kind))
	span.SetStatus(codes.Error, bound.Text(description, longLimit))
}

// panicText is what a panic says: the runtime's own texts (index out of range [3] with length 2) hold nothing of users.
func panicText(value any) string {
	_, ofRuntime := value.(runtime.Error)
	if ofRuntime && packageOf(value) == "runtime" || recordTexts && value != nil {
		return fmt.Sprint(value)
	}
	return ""
}

func packageOf(value any) string {
	t := reflect.TypeOf(value)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath()
}
