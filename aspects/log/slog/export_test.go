package hook

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"reflect"
	"runtime"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// given is what a logger was given, as woven code keeps it.
type given struct {
	outer any
	group string
	attrs []slog.Attr
}

func (g given) GotsWith() (outer any, group string, attrs []slog.Attr) {
	return g.outer, g.group, g.attrs
}

// valuer says what it is itself.
type valuer struct{ value slog.Value }

func (v valuer) LogValue() slog.Value { return v.value }

type nilError struct{ text string }

func (e *nilError) Error() string { return e.text } // panics on nil

type text struct{ err error }

func (t text) MarshalText() ([]byte, error) { return []byte("marshalled"), t.err }

func TestRecordsAreExported(t *testing.T) {
	recorder := rttest.Use(t)
	ctx, span := rt.NewScope("test").Start(context.Background(), rt.Internal, "x")
	var pcs [1]uintptr
	runtime.Callers(1, pcs[:])
	at := time.Unix(1700000000, 7)
	r := slog.NewRecord(at, slog.LevelWarn+1, "mess\xffage", pcs[0])
	r.AddAttrs(
		slog.Bool("bool", true), slog.Int("int", -3), slog.Uint64("uint", 7), slog.Uint64("big", math.MaxUint64), slog.Float64("float", 1.5),
		slog.Duration("duration", time.Second), slog.Time("time", at), slog.Any("error", errors.New("broken")), slog.Any("nil error", (*nilError)(nil)),
		slog.Any("bytes", []byte{1, 2}), slog.Any("strings", []string{"a", "b"}), slog.Any("struct", struct{ A int }{5}), slog.Any("text", text{}),
		slog.Any("no text", text{errors.New("none")}), slog.Any("nil", nil),
		slog.Any("valuer", valuer{slog.StringValue("resolved")}), slog.Any("hidden", valuer{slog.GroupValue(slog.Int("n", 1))}),
		slog.Group("in", slog.Int("a", 1), slog.Group("", slog.Int("b", 2))), slog.Attr{},
	)
	with := given{given{given{nil, "", []slog.Attr{slog.String("first", "1")}}, "g", nil}, "", []slog.Attr{slog.String("second", "2")}}
	export(ctx)(r, given{with, "h", nil})

	logs := recorder.Logs()
	if len(logs) != 1 {
		t.Fatalf("%d records", len(logs))
	}
	got := logs[0]
	if got.Body.Text() != "mess\uFFFDage" || got.Severity != 14 || got.SeverityText != "WARN+1" || got.Time != at.UnixNano() || got.Observed == 0 ||
		got.Trace != span.Context().Trace || got.Span != span.Context().Span || got.Flags != span.Context().Flags || got.Scope.Name != rt.OwnScopes+"log/slog" {
		t.Errorf("%+v", got)
	}
	want := map[string]any{
		"first": "1", "g.second": "2", "g.h.bool": true, "g.h.int": int64(-3), "g.h.uint": int64(7), "g.h.big": "18446744073709551615",
		"g.h.float": 1.5, "g.h.duration": int64(1e9), "g.h.time": at.UnixNano(), "g.h.error": "broken",
		"g.h.nil error": "!PANIC: runtime error: invalid memory address or nil pointer dereference", "g.h.bytes": []byte{1, 2},
		"g.h.strings": []string{"a", "b"}, "g.h.struct": "{A:5}", "g.h.text": "marshalled", "g.h.no text": "!ERROR:none", "g.h.nil": "<nil>",
		"g.h.valuer": "resolved", "g.h.hidden.n": int64(1), "g.h.in.a": int64(1), "g.h.in.b": int64(2),
	}
	attrs := rttest.Attrs(got.Attrs)
	if attrs["code.function.name"] != rt.OwnScopes+"log/slog.TestRecordsAreExported" || attrs["code.line.number"] == nil || attrs["code.file.path"] == nil {
		t.Errorf("logged by %v", attrs)
	}
	for _, key := range []string{"code.function.name", "code.line.number", "code.file.path"} {
		delete(attrs, key)
	}
	if !reflect.DeepEqual(attrs, want) {
		t.Errorf("got  %v\nwant %v", attrs, want)
	}
}

func TestSeverities(t *testing.T) {
	for level, want := range map[slog.Level]logrec.Severity{
		slog.LevelDebug: logrec.Debug, slog.LevelInfo: logrec.Info, slog.LevelWarn: logrec.Warn, slog.LevelError: logrec.Error, -100: 1, 100: 24,
	} {
		if got := severity(level); got != want {
			t.Errorf("level %d: %d, want %d", level, got, want)
		}
	}
}

func TestWhatIsNotExported(t *testing.T) {
	rttest.Use(t)
	if export(rt.Suppress(context.Background())) != nil {
		t.Error("an exporter's record is exported")
	}
	if export(rt.Exclude(context.Background())) == nil {
		t.Error("a record of a request that is left out is not exported")
	}
	if export(nil) == nil { //nolint:staticcheck // programs do it
		t.Error("a record without a context is not exported")
	}
	forwarded.Store(true)
	if export(context.Background()) != nil {
		t.Error("a record is exported twice")
	}
	forwarded.Store(false)
	rt.SetSink(rt.Logs, nil)
	if export(context.Background()) != nil {
		t.Error("a record is exported though nothing asks for it")
	}
}
