package bootstrap

import (
	"context"
	"errors"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

func TestTheProgramsOwnProviderTakesOver(t *testing.T) {
	early := otel.Tracer("early") // as a package-level variable of the program
	fields := otel.GetTextMapPropagator()
	if !isDefault(otel.GetTracerProvider()) || !isDefault(fields) {
		t.Fatalf("%T and %T are not the defaults", otel.GetTracerProvider(), fields)
	}
	ours, theirs := tracetest.NewSpanRecorder(), tracetest.NewSpanRecorder()
	if !setProvider(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(ours))) {
		t.Fatal("not set")
	}
	setPropagator(propagation.TraceContext{})
	late := otel.Tracer("late")
	span := func(tracer trace.Tracer) {
		_, s := tracer.Start(context.Background(), "x")
		s.End()
	}
	span(early)
	span(late)
	(*providerSet.Load())(otel.GetTracerProvider()) // what is global already changes nothing
	(*providerSet.Load())(nil)
	span(late)
	if len(ours.Ended()) != 3 || len(fields.Fields()) != 2 {
		t.Errorf("%d spans, %v", len(ours.Ended()), fields.Fields())
	}
	(*providerSet.Load())(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(theirs)))
	(*propagatorSet.Load())(propagation.Baggage{})
	span(early)
	span(late)
	span(otel.Tracer("new"))
	if len(ours.Ended()) != 3 || len(theirs.Ended()) != 3 {
		t.Errorf("%d and %d spans", len(ours.Ended()), len(theirs.Ended()))
	}
	if got := fields.Fields(); len(got) != 1 || got[0] != "baggage" {
		t.Errorf("propagates %v", got)
	}
	if setProvider(sdktrace.NewTracerProvider()) {
		t.Error("a provider was replaced")
	}
}

type badExporter struct{ tracetest.NoopExporter }

func (*badExporter) ExportSpans(context.Context, []sdktrace.ReadOnlySpan) error {
	panic(errors.New("no collector"))
}

func TestExportersCannotEndTheProgram(t *testing.T) {
	if err := (quiet{&badExporter{}}).ExportSpans(context.Background(), nil); err != nil {
		t.Errorf("got %v", err)
	}
}

func TestProgramName(t *testing.T) {
	for path, want := range map[string]string{
		"example.com/shop": "shop", "example.com/shop/v3": "shop", "example.com/shop/v3/cmd/server": "server", "example.com/v1": "v1",
		"example.com/shop/v0": "v0", "example.com/shop/v02": "v02", "example.com/shop/v12": "shop", "gopkg.in/yaml.v3": "yaml.v3",
		"v2": "v2", "shop": "shop", "example.com/video": "video", "example.com/shop/v": "v",
	} {
		if got := programName(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}
