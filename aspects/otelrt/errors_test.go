package otelrt

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// span notes what it is told.
type span struct {
	trace.Span
	attrs       []attribute.KeyValue
	description string
}

func (s *span) SetAttributes(attrs ...attribute.KeyValue) { s.attrs = append(s.attrs, attrs...) }
func (s *span) SetStatus(_ codes.Code, text string)       { s.description = text }
func (s *span) AddEvent(_ string, o ...trace.EventOption) {
	config := trace.NewEventConfig(o...)
	s.attrs = append(s.attrs, config.Attributes()...)
}

func (s *span) text() string { return fmt.Sprint(s.attrs) + s.description }

type nilError struct{ text string }

func (e *nilError) Error() string { return e.text }

func withTexts(t *testing.T, on bool) {
	saved := recordTexts
	t.Cleanup(func() { recordTexts = saved })
	recordTexts = on
}

func TestErrorTextsAreKept(t *testing.T) {
	withTexts(t, false)
	for _, tt := range []struct {
		err  error
		want string
	}{
		{errors.New(`duplicate key "bob@example.com"`), ""},
		{fmt.Errorf("login of bob: %w", context.DeadlineExceeded), "context deadline exceeded"},
		{&net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "connection refused"},
		{(*nilError)(nil), ""},
	} {
		var s span
		Fail(&s, tt.err)
		if s.description != tt.want || strings.Contains(s.text(), "bob") || len(s.attrs) != 1 {
			t.Errorf("%T: %q, %v", tt.err, s.description, s.attrs)
		}
	}
	withTexts(t, true)
	var s span
	Fail(&s, errors.New("bob\xff"+strings.Repeat("x", 10_000)))
	if !strings.HasPrefix(s.description, "bob\uFFFDx") || len(s.description) > longLimit {
		t.Errorf("asked for: %q", s.description)
	}
	Fail(&s, (*nilError)(nil))
}

func TestPanicTextsAreKept(t *testing.T) {
	withTexts(t, false)
	for _, tt := range []struct {
		value any
		want  string
	}{
		{"bob", "panic"},
		{errors.New("bob"), "panic"},
		{runtimeError(t), "panic: runtime error: index out of range [3] with length 2"},
	} {
		var s span
		Exception(&s, tt.value, "the stack")
		if s.description != tt.want || strings.Contains(s.text(), "bob") || !strings.Contains(s.text(), "the stack") {
			t.Errorf("%v: %s", tt.value, s.text())
		}
	}
	withTexts(t, true)
	var s span
	Exception(&s, "bob", strings.Repeat("s", 100_000))
	if s.description != "panic: bob" || len(s.text()) > stackLimit+1000 {
		t.Errorf("asked for: %q, %d bytes", s.description, len(s.text()))
	}
}

func runtimeError(t *testing.T) (value any) {
	defer func() { value = recover() }()
	list, at := make([]int, 2), 3
	t.Log(list[at])
	return nil
}
