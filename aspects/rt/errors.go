package rt

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

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// recordTexts says whether spans carry the texts of errors and panics. They hold what users typed (duplicate key "bob@example.com") and
// what configurations hide, so the environment must ask for them.
var recordTexts = strings.EqualFold(strings.TrimSpace(os.Getenv("GOTS_RECORD_ERROR_TEXTS")), "true")

// ErrorType names the type of an error for error.type: import path and name, without a pointer's star.
func ErrorType(err error) string { return typeName(err) }

// TypeName is ErrorType for any value, such as that of a panic.
func TypeName(value any) string { return typeName(value) }

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

// Fail marks the span as failed with err; nil does nothing. Its description is the error's text if the environment asks for it, else the
// text of a cause that the system or the standard library gave: connection refused, context canceled.
func (s *Span) Fail(err error) {
	if err == nil || !s.Recording() {
		return
	}
	kind, text := ErrorType(err), describe(err)
	s.Set(attr.ErrorType.String(kind))
	s.SetStatus(Failed, text)
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

// Panicked records a panic's value as the conventions' exception event; stack as debug.Stack gives it.
func (s *Span) Panicked(value any, stack string) {
	if !s.Recording() {
		return
	}
	kind, message := typeName(value), panicText(value)
	attrs := []attr.Value{attr.ExceptionType.String(kind), attr.ExceptionStacktrace.String(stack)}
	description := "panic"
	if message != "" {
		attrs = append(attrs, attr.ExceptionMessage.String(message))
		description += ": " + message
	}
	s.Event("exception", attrs...)
	s.Set(attr.ErrorType.String(kind))
	s.SetStatus(Failed, description)
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
