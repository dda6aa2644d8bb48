package bridge

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/log"
	"go.opentelemetry.io/otel/log/noop"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// early is as package-level variables of programs are.
var early = otel.Logger("early", log.WithInstrumentationVersion("1.2"), log.WithInstrumentationAttributes(attribute.Bool("s", true)))

func TestRecordsOfTheAPIAreTheCores(t *testing.T) {
	recorder := rttest.Use(t)
	ctx, span := rt.NewScope("test").Start(context.Background(), rt.Internal, "x")
	var r log.Record
	at := time.Unix(100, 1)
	r.SetTimestamp(at)
	r.SetSeverity(log.SeverityWarn)
	r.SetSeverityText("WARNING")
	r.SetEventName("event")
	r.SetBody(attribute.MapValue(attribute.String("text", "\xff"), attribute.KeyValue{Key: "list", Value: attribute.SliceValue(attribute.IntValue(1), attribute.StringValue("a"))}))
	r.AddAttributes(attribute.Bool("b", true), attribute.Int("i", 1), attribute.Float64("f", .5), attribute.String("s", "x"),
		attribute.KeyValue{Key: "bytes", Value: attribute.ByteSliceValue([]byte{1})}, attribute.StringSlice("ss", []string{"y"}),
		attribute.Int64Slice("is", []int64{2}), attribute.Float64Slice("fs", []float64{1.5}), attribute.BoolSlice("bs", []bool{true}),
		attribute.KeyValue{Key: "none"})
	r.SetErr(errors.New("broken"))
	if !early.Enabled(ctx, log.EnabledParameters{}) {
		t.Error("not enabled")
	}
	early.Emit(ctx, r)
	logs := recorder.Logs()
	if len(logs) != 1 {
		t.Fatalf("%d records", len(logs))
	}
	got := logs[0]
	if got.Time != at.UnixNano() || got.Observed == 0 || got.Severity != logrec.Warn || got.SeverityText != "WARNING" || got.EventName != "event" ||
		got.Trace != span.Context().Trace || got.Span != span.Context().Span || got.Scope.Name != "early" || got.Scope.Version != "1.2" ||
		rttest.Attrs(got.Scope.Attrs)["s"] != true {
		t.Errorf("%+v", got)
	}
	if want := map[string]any{"text": "\uFFFD", "list": []any{int64(1), "a"}}; !reflect.DeepEqual(got.Body.Any(), want) {
		t.Errorf("body %v", got.Body.Any())
	}
	want := map[string]any{
		"b": true, "i": int64(1), "f": .5, "s": "x", "bytes": []byte{1}, "ss": []string{"y"}, "is": []int64{2}, "fs": []float64{1.5}, "bs": []bool{true},
		"exception.type": "*errors.errorString", "exception.message": "broken",
	}
	attrs := rttest.Attrs(got.Attrs)
	delete(attrs, "")
	if !reflect.DeepEqual(attrs, want) {
		t.Errorf("got %v", attrs)
	}
	rt.SetSink(rt.Logs, nil)
	early.Emit(ctx, r)
	if early.Enabled(ctx, log.EnabledParameters{}) || len(recorder.Logs()) != 1 {
		t.Error("recorded though nothing asks for it")
	}
}

// theirs is a provider of a program: it notes its records.
type theirs struct {
	noop.LoggerProvider
	names   []string
	records []log.Record
	spans   []trace.SpanContext
}

type theirLogger struct {
	noop.Logger
	p *theirs
}

func (p *theirs) Logger(name string, _ ...log.LoggerOption) log.Logger {
	p.names = append(p.names, name)
	return theirLogger{p: p}
}

func (l theirLogger) Enabled(_ context.Context, param log.EnabledParameters) bool {
	return param.Severity != log.SeverityDebug
}

func (l theirLogger) Emit(ctx context.Context, r log.Record) {
	l.p.records = append(l.p.records, r)
	l.p.spans = append(l.p.spans, trace.SpanContextFromContext(ctx))
}

func TestTheProgramsProviderTakesOver(t *testing.T) {
	recorder := rttest.Use(t)
	own := &theirs{}
	(*providerSet.Load())(nil)
	(*providerSet.Load())(otel.GetLoggerProvider())
	(*providerSet.Load())(own)
	defer func() { relay.next.Store(nil) }()
	early.Emit(context.Background(), log.Record{})
	if early.Enabled(context.Background(), log.EnabledParameters{Severity: log.SeverityDebug}) {
		t.Error("the program's logger is not asked")
	}
	text := []byte("text")
	key := attr.Program("k", -1)
	r := logrec.Record{
		Scope: &attr.Scope{Name: "hook"}, Time: 1, Observed: 2, Severity: logrec.Error, SeverityText: "ERROR", Body: key.String(string(text)),
		Attrs: []attr.Value{
			key.Map([]attr.Value{key.Int(1)}), attr.ServerPort.Int(80), key.Bytes([]byte{1}), key.Strings([]string{"a"}), key.Ints([]int64{1}),
			key.Floats([]float64{1}), key.Bools([]bool{true}), key.List([]attr.Value{key.Bool(true)}), key.Float(.5), {},
		},
		Trace: [16]byte{1}, Span: [8]byte{2}, Flags: 1,
	}
	rt.Log(&r)
	r.Severity = logrec.Debug
	rt.Log(&r)
	if len(own.records) != 2 || len(recorder.Logs()) != 0 {
		t.Fatalf("%d records, %d of them the core's", len(own.records), len(recorder.Logs()))
	}
	got := own.records[1]
	if got.Timestamp().UnixNano() != 1 || got.ObservedTimestamp().UnixNano() != 2 || got.Severity() != log.SeverityError || got.SeverityText() != "ERROR" ||
		got.Body().AsString() != "text" || got.AttributesLen() != 9 || own.spans[1].TraceID() != (trace.TraceID{1}) || !own.spans[1].IsSampled() {
		t.Errorf("%+v", got)
	}
	if !reflect.DeepEqual(own.names, []string{"early", "hook"}) {
		t.Errorf("loggers %q", own.names)
	}
}
