package bootstrap

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/gots-dev/gots/aspects/bootstrap/sdk/queue"
	rt "github.com/gots-dev/gots/aspects/otelrt"
)

func TestTestBinariesStartNothing(t *testing.T) {
	if !isTestBinary() || running.Load() != nil {
		t.Errorf("test binary %v, provider %v", isTestBinary(), running.Load())
	}
	if _, ok := otel.GetTracerProvider().(*sdktrace.TracerProvider); ok {
		t.Error("a provider was installed")
	}
}

func TestExitTimeout(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"": defaultExitTimeout, "500": 500 * time.Millisecond, "3s": 3 * time.Second, "0": 0, "soon": defaultExitTimeout, "-1s": defaultExitTimeout,
	} {
		if got := exitTimeout(value); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

func TestPropagators(t *testing.T) {
	for list, want := range map[string][]string{
		"": {"traceparent", "tracestate", "baggage"}, "baggage,baggage": {"baggage"}, "none": {}, "tracecontext, b3": {"traceparent", "tracestate"},
	} {
		got := newPropagator(list).Fields()
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", list, got, want)
		}
	}
}

func TestExporters(t *testing.T) {
	for list, want := range map[string]int{"": 1, "console": 1, "otlp, console,otlp": 2, "none": 0, "zipkin,console": 1} {
		got := newExporters(func(name string) string {
			if name == "OTEL_TRACES_EXPORTER" {
				return list
			}
			return ""
		})
		if len(got) != want {
			t.Errorf("%q: got %d exporters, want %d", list, len(got), want)
		}
	}
}

type contextCatcher struct {
	tracetest.NoopExporter
	suppressed bool
}

func (c *contextCatcher) ExportSpans(ctx context.Context, _ []sdktrace.ReadOnlySpan) error {
	c.suppressed = rt.Suppressed(ctx)
	return nil
}

func TestExportersRequestsMakeNoSpans(t *testing.T) {
	var inner contextCatcher
	if err := (quiet{&inner}).ExportSpans(context.Background(), nil); err != nil || !inner.suppressed {
		t.Errorf("suppressed %v, %v", inner.suppressed, err)
	}
}

func TestBoundedReturnsInTimeAndSurvivesPanics(t *testing.T) {
	block := make(chan struct{})
	defer close(block)
	bounded(time.Now(), func(context.Context) error { <-block; return nil }) // would never return without the bound
	bounded(time.Now().Add(time.Minute), func(context.Context) error { panic("not outside") })
}

func TestSpanLimits(t *testing.T) {
	if got := spanLimits(os.Getenv); got.AttributeValueLengthLimit != queue.DefaultValueLength || got.AttributeCountLimit != 128 {
		t.Errorf("got %+v", got)
	}
	t.Setenv("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", "50")
	t.Setenv("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "7")
	if got := spanLimits(os.Getenv); got.AttributeValueLengthLimit != 50 || got.AttributeCountLimit != 7 {
		t.Errorf("got %+v", got)
	}
}

func TestResourceHoldsNoCommandLine(t *testing.T) {
	t.Setenv("OTEL_SERVICE_NAME", "mine")
	set := newResource(context.Background()).Set()
	if name, _ := set.Value("service.name"); name.AsString() != "mine" {
		t.Errorf("service.name is %q", name.AsString())
	}
	for _, key := range []string{"process.command_args", "process.command_line", "process.owner"} {
		if v, ok := set.Value(attribute.Key(key)); ok {
			t.Errorf("%s is %v", key, v)
		}
	}
}
