package rt_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

type nilError struct{ text string }

func (e *nilError) Error() string { return e.text }

// Texts of errors are not recorded: GOTS_RECORD_ERROR_TEXTS is not set here.
func TestFailures(t *testing.T) {
	r := rttest.Use(t)
	for i, tt := range []struct {
		err        error
		kind, want string
	}{
		{errors.New(`duplicate key "bob@example.com"`), "errors.errorString", ""},
		{fmt.Errorf("login of bob: %w", context.DeadlineExceeded), "fmt.wrapError", "context deadline exceeded"},
		{&net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "net.OpError", "connection refused"},
		{(*nilError)(nil), "github.com/gots-dev/gots/aspects/rt_test.nilError", ""},
	} {
		_, span := scope.Start(context.Background(), rt.Internal, "x")
		span.Fail(tt.err)
		span.End()
		got := r.Ended()[i]
		if got.Status != rt.Failed || got.StatusText != tt.want || rttest.Attrs(got.Attrs)["error.type"] != tt.kind {
			t.Errorf("%T: %q, %v", tt.err, got.StatusText, rttest.Attrs(got.Attrs))
		}
	}
	_, span := scope.Start(context.Background(), rt.Internal, "x")
	span.Fail(nil)
	span.End()
	if got := r.Ended()[4]; got.Status != rt.Unset {
		t.Error("nil is a failure")
	}
}

func TestPanics(t *testing.T) {
	r := rttest.Use(t)
	for i, tt := range []struct {
		value any
		want  string
	}{
		{"bob", "panic"},
		{errors.New("bob"), "panic"},
		{runtimeError(t), "panic: runtime error: index out of range [3] with length 2"},
	} {
		_, span := scope.Start(context.Background(), rt.Internal, "x")
		span.Panicked(tt.value, "the stack"+strings.Repeat("s", 100_000))
		span.End()
		got := r.Ended()[i]
		event := rttest.Attrs(got.Events[0].Attrs)
		if got.StatusText != tt.want || got.Events[0].Name != "exception" || rttest.Attrs(got.Attrs)["error.type"] != event["exception.type"] {
			t.Errorf("%v: %q, %v", tt.value, got.StatusText, event)
		}
		if stack, _ := event["exception.stacktrace"].(string); !strings.HasPrefix(stack, "the stack") || len(stack) > 16_384 {
			t.Errorf("a stack of %d bytes", len(stack))
		}
		if text := fmt.Sprint(event, got.StatusText); strings.Contains(text, "bob") {
			t.Errorf("%s", text)
		}
	}
}

func runtimeError(t *testing.T) (value any) {
	defer func() { value = recover() }()
	list, at := make([]int, 2), 3
	t.Log(list[at])
	return nil
}

// failing is a sink that panics.
type failing struct{ atStart bool }

func (f failing) Start(*rt.Record) rt.Decision {
	if f.atStart {
		panic("start")
	}
	return rt.RecordAndSample
}

func TestPanicsOfSinksCostTheSpan(t *testing.T) {
	for _, atStart := range []bool{true, false} {
		before := rt.SetSink(rt.Traces, failing{atStart})
		remote := ids.SpanContext{Trace: ids.NewTraceID(), Span: ids.NewSpanID()}
		_, span := scope.Start(rt.WithRemote(context.Background(), remote), rt.Internal, "x")
		if atStart && (span.Recording() || span.Context().Span != remote.Span) {
			t.Errorf("%+v", span.Context())
		}
		span.End()
		rt.SetSink(rt.Traces, before)
	}
	before := rt.SetSink(rt.Logs, failing{})
	rt.Log(&logrec.Record{})
	rt.SetSink(rt.Logs, before)
	func() {
		defer rt.Recover("test")
		panic(errors.New("in a hook"))
	}()
}
