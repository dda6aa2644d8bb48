// Package rt is what all hooks share. It needs the OpenTelemetry API only, never the SDK, so that woven libraries of any depth may
// import it.
package otelrt

import (
	"context"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Version of the hooks, reported as the version of their instrumentation scopes.
const Version = "0.1.0"

// Scope starts the spans of one instrumented library.
type Scope struct {
	name   string
	cached atomic.Pointer[providerTracer]
}

type providerTracer struct {
	provider trace.TracerProvider
	tracer   trace.Tracer
}

// NewScope makes a scope; name is the import path of the hook package.
func NewScope(name string) *Scope { return &Scope{name: name} }

// Start starts a span with the provider that is global now: a program that installs a provider of its own gets the spans.
func (s *Scope) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	options = append(options[:len(options):len(options)], ownOption{trace.WithAttributes()})
	return s.tracer().Start(ctx, bound.Text(name, shortLimit), options...)
}

func (s *Scope) tracer() trace.Tracer {
	provider := otel.GetTracerProvider()
	if provider == nil { // a program may set that
		provider = trace.SpanFromContext(context.Background()).TracerProvider()
	}
	// Only pointers are kept: comparing them cannot panic, whatever the provider's type is.
	if c := s.cached.Load(); c != nil && reflect.TypeOf(provider).Kind() == reflect.Pointer && c.provider == provider {
		return c.tracer
	}
	tracer := provider.Tracer(s.name, trace.WithInstrumentationVersion(Version), trace.WithSchemaURL(SchemaURL))
	if reflect.TypeOf(provider).Kind() == reflect.Pointer {
		s.cached.Store(&providerTracer{provider, tracer})
	}
	return tracer
}

type suppressKey struct{}

// Suppress marks a context in which no hook makes a span, for the requests of exporters.
func Suppress(ctx context.Context) context.Context {
	return context.WithValue(ctx, suppressKey{}, true)
}

// Suppressed says whether ctx comes from Suppress.
func Suppressed(ctx context.Context) bool {
	return ctx.Value(suppressKey{}) != nil
}

// Enabled says whether the environment leaves the instrumentation of that name on. OTEL_GO_ENABLED_INSTRUMENTATIONS lists the only
// ones wanted, OTEL_GO_DISABLED_INSTRUMENTATIONS those that are not; names are import paths (net/http) or the same with dashes.
// To be asked once, at init: the environment is read anew each time.
func Enabled(name string) bool {
	if only, ok := os.LookupEnv("OTEL_GO_ENABLED_INSTRUMENTATIONS"); ok && !listed(only, name) {
		return false
	}
	return !listed(os.Getenv("OTEL_GO_DISABLED_INSTRUMENTATIONS"), name)
}

func listed(list, name string) bool {
	return slices.ContainsFunc(strings.Split(list, ","), func(entry string) bool {
		entry = strings.TrimSpace(entry)
		return strings.EqualFold(entry, name) || strings.EqualFold(entry, strings.NewReplacer("/", "-", ".", "-").Replace(name))
	})
}
