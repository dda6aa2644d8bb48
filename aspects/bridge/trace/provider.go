package bridge

import (
	"context"
	"sync"
	"sync/atomic"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/internal/otelapi"
	"github.com/gots-dev/gots/aspects/rt"
)

// relay is the global provider of a program that has set none.
var relay = &provider{TracerProvider: trace.SpanFromContext(context.Background()).TracerProvider()}

// provider makes tracers whose spans are the core's, until the program sets a provider; from then on they are that one's.
type provider struct {
	trace.TracerProvider // one that does nothing: versions of the interface have methods that cannot be written here
	next                 atomic.Pointer[trace.TracerProvider]
	tracers              sync.Map // identity → *tracer
	kept                 atomic.Int32
}

// identity tells tracers apart.
type identity struct{ name, version, schemaURL string }

// maxTracers bounds the tracers that are kept. A program may name them as it likes.
const maxTracers = 1000

func (p *provider) Tracer(name string, options ...trace.TracerOption) trace.Tracer {
	if next := p.next.Load(); next != nil {
		return (*next).Tracer(name, options...)
	}
	config := trace.NewTracerConfig(options...)
	id := identity{name, config.InstrumentationVersion(), config.SchemaURL()}
	attrs := scopeAttributes(config)
	if len(attrs) == 0 {
		if t, ok := p.tracers.Load(id); ok {
			return t.(*tracer)
		}
	}
	scope := rt.ProgramScope(id.name, id.version, id.schemaURL, convert.Values(attrs)...)
	t := &tracer{Tracer: p.TracerProvider.Tracer(""), provider: p, name: name, options: options, scope: scope}
	if len(attrs) == 0 && p.kept.Load() < maxTracers {
		kept, again := p.tracers.LoadOrStore(id, t)
		if !again {
			p.kept.Add(1)
		}
		return kept.(*tracer)
	}
	return t
}

// scopeAttributes are the attributes of a scope, which the API has since 1.14.
func scopeAttributes(config trace.TracerConfig) []attribute.KeyValue {
	if with, ok := any(&config).(interface{ InstrumentationAttributes() attribute.Set }); ok {
		set := with.InstrumentationAttributes()
		return set.ToSlice()
	}
	return nil
}

// handOver makes next, which the program sets, the provider of all spans to come.
func (p *provider) handOver(next trace.TracerProvider) {
	if next == nil || next == trace.TracerProvider(p) {
		return
	}
	p.next.Store(&next)
	useProvider(next)
}

// useProvider has the core's spans made with a provider of the program.
func useProvider(next trace.TracerProvider) {
	rt.TakeOver(rt.Traces)
	if !otelapi.Disabled() {
		rt.SetSink(rt.Traces, &sink{provider: next})
	}
}

// tracer starts spans of the core for the program.
type tracer struct {
	trace.Tracer
	provider *provider
	name     string
	options  []trace.TracerOption
	scope    *rt.Scope
	next     atomic.Pointer[trace.Tracer]
}

func (t *tracer) Start(ctx context.Context, name string, options ...trace.SpanStartOption) (context.Context, trace.Span) {
	if next := t.provider.next.Load(); next != nil {
		own := t.next.Load()
		if own == nil {
			made := (*next).Tracer(t.name, t.options...)
			own = &made
			t.next.Store(own)
		}
		return (*own).Start(ctx, name, options...)
	}
	if ctx == nil {
		ctx = context.Background()
	}
	config := trace.NewSpanStartConfig(options...)
	kind := kindOf(config.SpanKind())
	if rt.Suppressed(ctx) || rt.Unwanted(t.name, name, kind) {
		return ctx, unrecorded(ctx)
	}
	rt.Starting(ctx, false, kind, func() bool { return isStatement(t.name, name, config.Attributes()) })
	ctx, s := t.scope.StartWith(ctx, rt.Options{
		Kind: kind, Name: name, At: config.Timestamp(), NewRoot: config.NewRoot(), Attrs: convert.Values(config.Attributes()), Links: links(config.Links()),
	})
	return ctx, wrap(s)
}

// unrecorded is a span with the ids of the current one, which is told nothing. Its context is ctx itself, so that what comes below it has the
// current span for its parent.
func unrecorded(ctx context.Context) trace.Span {
	current := convert.SpanContext(rt.ContextOf(ctx))
	if !current.IsValid() {
		return nothing
	}
	return trace.SpanFromContext(trace.ContextWithSpanContext(context.Background(), current))
}

func links(of []trace.Link) []rt.Link {
	out := make([]rt.Link, 0, len(of))
	for _, l := range of {
		out = append(out, rt.Link{To: convert.IDs(l.SpanContext), Attrs: convert.Values(l.Attributes)})
	}
	return out
}

func kindOf(kind trace.SpanKind) rt.Kind {
	switch kind {
	case trace.SpanKindServer:
		return rt.Server
	case trace.SpanKindClient:
		return rt.Client
	case trace.SpanKindProducer:
		return rt.Producer
	case trace.SpanKindConsumer:
		return rt.Consumer
	}
	return rt.Internal
}
