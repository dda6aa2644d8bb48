package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

func TestLogLinesCarryIds(t *testing.T) {
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, nil))
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	id := trace.SpanContextFromContext(ctx)

	for name, tt := range map[string]struct {
		write func()
		trace any
		extra map[string]any
	}{
		"method":          {func() { logger.InfoContext(ctx, "x", "a", "b") }, id.TraceID().String(), map[string]any{"a": "b"}},
		"attributes":      {func() { logger.LogAttrs(ctx, slog.LevelWarn, "x", slog.String("a", "b")) }, id.TraceID().String(), map[string]any{"a": "b"}},
		"dangling key":    {func() { logger.InfoContext(ctx, "x", []any{"a"}...) }, id.TraceID().String(), map[string]any{"!BADKEY": "a"}},
		"id of its own":   {func() { logger.InfoContext(ctx, "x", "trace_id", "mine") }, "mine", map[string]any{"span_id": nil}},
		"own attribute":   {func() { logger.LogAttrs(ctx, slog.LevelInfo, "x", slog.String("trace_id", "mine")) }, "mine", nil},
		"own by With":     {func() { logger.With("trace_id", "mine").With("a", 1).InfoContext(ctx, "x", "b", 1) }, "mine", map[string]any{"span_id": nil}},
		"own span alone":  {func() { logger.InfoContext(ctx, "x", "span_id", "mine") }, id.TraceID().String(), map[string]any{"span_id": "mine"}},
		"own in no group": {func() { logger.InfoContext(ctx, "x", slog.Group("", "trace_id", "mine")) }, "mine", nil},
		"no context":      {func() { logger.Info("x") }, nil, nil},
		"context is nil":  {func() { logger.InfoContext(nil, "x") }, nil, nil}, //nolint:staticcheck // what it is about
		"context is bare": {func() { logger.InfoContext(context.Background(), "x") }, nil, nil},
	} {
		out.Reset()
		tt.write()
		line := map[string]any{}
		if err := json.Unmarshal(out.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if line["trace_id"] != tt.trace || strings.Count(out.String(), `"trace_id"`) > 1 {
			t.Errorf("%s: %s", name, out.String())
		}
		for key, want := range tt.extra {
			if line[key] != want {
				t.Errorf("%s: %s is %v, want %v", name, key, line[key], want)
			}
		}
	}
}

// A line that is logged without a context belongs to the request that its goroutine works for.
func TestLogLinesWithoutAContext(t *testing.T) {
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, nil)).WithGroup("g")
	before := slog.Default()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		want := trace.SpanContextFromContext(r.Context()).SpanID().String()
		done := make(chan bool)
		go func() {
			logger.Info("x", "a", 1)
			slog.New(wrapping{slog.NewJSONHandler(&out, nil)}).Info("x")
			slog.SetDefault(logger)
			log.Print("x")
			slog.SetDefault(before)
			close(done)
		}()
		<-done
		if strings.Count(out.String(), `,"span_id":"`+want+`"`) != 3 {
			t.Errorf("no %s in %s", want, out.String())
		}
	}))
	record(t, 2, func(ctx context.Context) { _, _, _ = get(ctx, server.Client(), server.URL) })
	server.Close()
	log.SetOutput(os.Stderr)
	log.SetFlags(log.LstdFlags)
}

// wrapping is a handler as programs write it around another.
type wrapping struct{ slog.Handler }

func (h wrapping) WithAttrs(as []slog.Attr) slog.Handler { return wrapping{h.Handler.WithAttrs(as)} }
func (h wrapping) WithGroup(name string) slog.Handler    { return wrapping{h.Handler.WithGroup(name)} }

// adding adds an attribute to each record.
type adding struct{ wrapping }

func (h adding) Handle(ctx context.Context, r slog.Record) error {
	r.AddAttrs(slog.String("added", "yes"))
	return h.Handler.Handle(ctx, r)
}

// renewing makes each record again, with attributes of its own in front.
type renewing struct{ wrapping }

func (h renewing) Handle(ctx context.Context, r slog.Record) error {
	made := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	made.AddAttrs(slog.Int("n1", 1), slog.Int("n2", 2), slog.Int("n3", 3), slog.Int("n4", 4))
	r.Attrs(func(a slog.Attr) bool {
		made.AddAttrs(a)
		return true
	})
	return h.Handler.Handle(ctx, made)
}

// later hands records on from another goroutine, without their context, as handlers with a queue do.
type later struct{ wrapping }

func (h later) Handle(_ context.Context, r slog.Record) error {
	done := make(chan error)
	go func() { done <- h.Handler.Handle(context.Background(), r) }()
	return <-done
}

// contextual is what programs wrote to have these ids.
type contextual struct{ wrapping }

func (h contextual) Handle(ctx context.Context, r slog.Record) error {
	r.AddAttrs(slog.String("trace_id", "mine"))
	return h.Handler.Handle(ctx, r)
}

// secret is a value that says itself what is written of it.
type hidden struct{}

func (hidden) LogValue() slog.Value {
	return slog.GroupValue(slog.String("kind", "secret"), slog.String("trace_id", "inner"))
}

// Whatever groups are open and whatever is between: the ids stand once, at the top level, and the rest of the line is as without them.
func TestIdsOfLogLinesStandAtTheTopLevel(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	id := trace.SpanContextFromContext(ctx)
	noTime := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	handlers := map[string]func(slog.Handler) slog.Handler{
		"plain":    func(h slog.Handler) slog.Handler { return h },
		"adding":   func(h slog.Handler) slog.Handler { return adding{wrapping{h}} },
		"renewing": func(h slog.Handler) slog.Handler { return renewing{wrapping{h}} },
		"later":    func(h slog.Handler) slog.Handler { return later{wrapping{h}} },
		"nested":   func(h slog.Handler) slog.Handler { return renewing{wrapping{adding{wrapping{later{wrapping{h}}}}}} },
	}
	loggers := map[string]func(*slog.Logger) *slog.Logger{
		"no group": func(l *slog.Logger) *slog.Logger { return l },
		"group":    func(l *slog.Logger) *slog.Logger { return l.WithGroup("g") },
		"groups":   func(l *slog.Logger) *slog.Logger { return l.WithGroup("g").WithGroup("h") },
		"with":     func(l *slog.Logger) *slog.Logger { return l.With("w", 1) },
		"with group": func(l *slog.Logger) *slog.Logger {
			return l.With("w", 1).WithGroup("g").With("v", hidden{}).WithGroup("h")
		},
		"ids inside": func(l *slog.Logger) *slog.Logger { return l.WithGroup("g").With("trace_id", "theirs") },
	}
	lines := map[string]func(context.Context, *slog.Logger){
		"nothing": func(ctx context.Context, l *slog.Logger) { l.InfoContext(ctx, "x") },
		"few":     func(ctx context.Context, l *slog.Logger) { l.WarnContext(ctx, "x y", "a", 1, "s", hidden{}) },
		"many": func(ctx context.Context, l *slog.Logger) {
			l.LogAttrs(ctx, slog.LevelError, "x", slog.Int("a", 1), slog.Int("b", 2), slog.Int("c", 3), slog.Int("d", 4), slog.Int("e", 5),
				slog.Int("f", 6), slog.Group("in", slog.String("trace_id", "inner")))
		},
	}
	for format, newHandler := range map[string]func(io.Writer) slog.Handler{
		"JSON": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
		"Text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
		"JSON, replacing": func(w io.Writer) slog.Handler {
			return slog.NewJSONHandler(w, &slog.HandlerOptions{ReplaceAttr: noTime, AddSource: true})
		},
		"Text, replacing": func(w io.Writer) slog.Handler {
			return slog.NewTextHandler(w, &slog.HandlerOptions{ReplaceAttr: noTime, AddSource: true})
		},
	} {
		for between, wrap := range handlers {
			for state, with := range loggers {
				for attrs, write := range lines {
					var out bytes.Buffer
					logger := with(slog.New(wrap(newHandler(&out))))
					write(ctx, logger)
					got := out.String()
					out.Reset()
					write(context.Background(), logger)
					if ids, rest := idsOf(t, got); ids != id.TraceID().String()+" "+id.SpanID().String() || withoutTime(rest) != withoutTime(out.String()) {
						t.Errorf("%s, %s, %s, %s: got %s, without a span %s", format, between, state, attrs, got, out.String())
					}
				}
			}
		}
	}
}

// idsOf takes the ids of the top level off a line.
func idsOf(t *testing.T, line string) (ids, rest string) {
	t.Helper()
	const traceLen, spanLen = 32, 16
	before, after, quote := " trace_id=", " span_id=", ""
	if strings.HasPrefix(line, "{") {
		before, after, quote = `,"trace_id":"`, `,"span_id":"`, `"`
	}
	// Of what else the line holds, only ids of groups look like this; ours come first.
	head, tail, ok := strings.Cut(line, before)
	if !ok || strings.Contains(head, "g.") || strings.Count(head, "{") > 2 || len(tail) < traceLen+spanLen+len(after) {
		return "", line
	}
	trace, tail := tail[:traceLen], strings.TrimPrefix(tail[traceLen:], quote)
	tail, ok = strings.CutPrefix(tail, after)
	if !ok {
		return "", line
	}
	return trace + " " + tail[:spanLen], head + strings.TrimPrefix(tail[spanLen:], quote)
}

// withoutTime takes the time off a line: it is first, where there is one.
func withoutTime(line string) string {
	for _, begin := range []string{`{"time":`, "time="} {
		if strings.HasPrefix(line, begin) {
			_, line, _ = strings.Cut(line[len(begin):], map[bool]string{true: ",", false: " "}[begin[0] == '{'])
		}
	}
	return line
}

func TestReplaceAttrIsAskedOfTheProgramsAttributesAlone(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	var asked []string
	options := slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		asked = append(asked, strings.Join(append(slices.Clone(groups), a.Key), "."))
		return a
	}}
	for _, wrap := range []func(slog.Handler) slog.Handler{
		func(h slog.Handler) slog.Handler { return h }, func(h slog.Handler) slog.Handler { return adding{wrapping{h}} },
	} {
		logger := slog.New(wrap(slog.NewJSONHandler(io.Discard, &options))).WithGroup("g")
		asked = nil
		logger.Info("x", "a", 1)
		want := asked
		asked = nil
		logger.InfoContext(ctx, "x", "a", 1)
		if !slices.Equal(asked, want) {
			t.Errorf("asked of %q, without a span of %q", asked, want)
		}
	}
}

// A program that puts the ids into its lines itself has them once.
func TestIdsOfAHandlerOfTheProgramStay(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	var out bytes.Buffer
	slog.New(contextual{wrapping{slog.NewTextHandler(&out, nil)}}).InfoContext(ctx, "x", "a", 1)
	if got := out.String(); !strings.HasSuffix(got, "msg=x a=1 trace_id=mine\n") {
		t.Errorf("got %s", got)
	}
}

// Helpers that make records themselves hand them to the handler with their context.
func TestRecordsThatTheProgramMakes(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	var out bytes.Buffer
	h := slog.NewTextHandler(&out, nil).WithGroup("g")
	r := slog.Record{Message: "x", Level: slog.LevelInfo}
	r.AddAttrs(slog.Int("a", 1))
	kept := r.Clone()
	if err := h.Handle(ctx, r); err != nil {
		t.Fatal(err)
	}
	id := trace.SpanContextFromContext(ctx)
	if want := fmt.Sprintf("level=INFO msg=x trace_id=%s span_id=%s g.a=1\n", id.TraceID(), id.SpanID()); out.String() != want {
		t.Errorf("got %s, want %s", out.String(), want)
	}
	if !reflect.DeepEqual(r, kept) {
		t.Error("the program's record was changed")
	}
}

// keeping keeps the records that it gets.
type keeping struct {
	wrapping
	records []slog.Record
}

func (h *keeping) Handle(ctx context.Context, r slog.Record) error {
	h.records = append(h.records, r)
	return h.Handler.Handle(ctx, r)
}

// A handler of the program may hand the same record on more than once; none takes anything away from the others.
func TestRecordsThatAreHandledTwice(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	var out bytes.Buffer
	h := &keeping{wrapping: wrapping{slog.NewTextHandler(&out, nil).WithGroup("g")}}
	slog.New(h).InfoContext(ctx, "x", "a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6)
	first := out.String()
	var wait sync.WaitGroup
	for i := 0; i < 8; i++ {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var again bytes.Buffer
			_ = slog.NewTextHandler(&again, nil).WithGroup("g").Handle(ctx, h.records[0])
			if again.String() != first {
				t.Errorf("got %s, first %s", again.String(), first)
			}
		}()
	}
	wait.Wait()
	if n := h.records[0].NumAttrs(); n != 8 {
		t.Errorf("%d attributes are left", n)
	}
	if ids, _ := idsOf(t, first); ids == "" {
		t.Errorf("no ids: %s", first)
	}
}

// The default logger writes through package log; a line of package log may go through slog.
func TestDefaultLoggers(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	id := trace.SpanContextFromContext(ctx)
	var out bytes.Buffer
	log.SetOutput(&out)
	flags := log.Flags()
	log.SetFlags(0)
	slog.With("w", 1).WithGroup("g").InfoContext(ctx, "x", "a", 1)
	if want := fmt.Sprintf("INFO x trace_id=%s span_id=%s w=1 g.a=1\n", id.TraceID(), id.SpanID()); out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	log.SetFlags(flags)
	log.SetOutput(io.Discard)
}

// What a line costs, beyond the handler's own: nothing where the handler is one of log/slog, and one text of both ids where it is not.
func TestAllocationsOfLogLines(t *testing.T) {
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	for name, tt := range map[string]struct {
		handler slog.Handler
		more    float64
	}{
		"of log/slog":    {slog.NewJSONHandler(io.Discard, nil), 0},
		"of the program": {adding{wrapping{slog.NewJSONHandler(io.Discard, nil)}}, 1},
	} {
		logger := slog.New(tt.handler)
		count := func(ctx context.Context) float64 {
			return testing.AllocsPerRun(100, func() { logger.LogAttrs(ctx, slog.LevelInfo, "x", slog.Int("a", 1)) })
		}
		if without, with := count(context.Background()), count(ctx); with > without+tt.more {
			t.Errorf("%s: %v allocations, %v without a span", name, with, without)
		}
	}
}
