package bootstrap

import (
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/gots-dev/gots/aspects/bootstrap/sdk/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/sdk/queue"
	rt "github.com/gots-dev/gots/aspects/otelrt"
	"github.com/gots-dev/gots/aspects/rt/bound"
)

const defaultExitTimeout = 2 * time.Second

// warn writes a line to standard error; standard output belongs to the program.
func warn(format string, args ...any) {
	fmt.Fprintln(os.Stderr, "gots: "+bound.Line(fmt.Sprintf(format, args...), 1000))
}

// spanLimits are the SDK's, as the environment says, with a bound for the length of texts, which the SDK leaves open.
func spanLimits(getenv func(string) string) sdktrace.SpanLimits {
	limits := sdktrace.NewSpanLimits()
	if _, ok := rt.ValueLimit(getenv); !ok {
		limits.AttributeValueLengthLimit = queue.DefaultValueLength
	}
	return limits
}

var seldom struct {
	sync.Mutex
	last time.Time
}

// warnSeldom is for errors that come back with each export: one line a minute.
func warnSeldom(err error) {
	seldom.Lock()
	defer seldom.Unlock()
	if now := time.Now(); seldom.last.IsZero() || now.Sub(seldom.last) >= time.Minute {
		seldom.last = now
		warn("%v", err)
	}
}

func isTrue(value string) bool { return strings.EqualFold(strings.TrimSpace(value), "true") }

// isTestBinary says whether go test made this program: it gives its main package a path of its own.
func isTestBinary() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && strings.HasSuffix(info.Path, ".test")
}

// exitTimeout reads a duration, or a number of milliseconds.
func exitTimeout(value string) time.Duration {
	if value == "" {
		return defaultExitTimeout
	}
	if ms, err := strconv.Atoi(value); err == nil && ms >= 0 {
		return time.Duration(ms) * time.Millisecond
	}
	d, err := time.ParseDuration(value)
	if err != nil || d < 0 {
		warn("GOTS_EXIT_TIMEOUT=%q is no duration; using %v", value, defaultExitTimeout)
		return defaultExitTimeout
	}
	return d
}

// newPropagator makes what OTEL_PROPAGATORS lists; tracecontext and baggage where it is empty.
func newPropagator(list string) propagation.TextMapPropagator {
	if strings.TrimSpace(list) == "" {
		list = "tracecontext,baggage"
	}
	var propagators []propagation.TextMapPropagator
	for _, name := range names(list) {
		switch name {
		case "tracecontext":
			propagators = append(propagators, propagation.TraceContext{})
		case "baggage":
			propagators = append(propagators, propagation.Baggage{})
		case "none":
		default:
			warn("OTEL_PROPAGATORS: %q is not supported (tracecontext, baggage, none)", name)
		}
	}
	return propagation.NewCompositeTextMapPropagator(propagators...)
}

// newExporters makes what OTEL_TRACES_EXPORTER lists; otlp where it is empty. What cannot be made is left out with a warning: a
// program must not stop because its traces cannot be sent.
func newExporters(getenv func(string) string) []sdktrace.SpanExporter {
	list := getenv("OTEL_TRACES_EXPORTER")
	if strings.TrimSpace(list) == "" {
		list = "otlp"
	}
	var exporters []sdktrace.SpanExporter
	for _, name := range names(list) {
		switch name {
		case "otlp":
			exporter, err := otlp.NewHTTP(getenv, exiting)
			if err != nil {
				warn("no traces are sent: %v", err)
				continue
			}
			exporters = append(exporters, exporter)
		case "console":
			exporters = append(exporters, otlp.NewWriter(os.Stdout))
		case "none":
		default:
			warn("OTEL_TRACES_EXPORTER: %q is not supported (otlp, console, none)", name)
		}
	}
	return exporters
}

// names splits a comma list; repeated and empty entries go.
func names(list string) []string {
	var out []string
	seen := map[string]bool{}
	for _, name := range strings.Split(list, ",") {
		name = strings.ToLower(strings.TrimSpace(name))
		if name != "" && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}
