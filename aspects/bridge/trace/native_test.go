package bridge

import (
	"context"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	_ "github.com/gots-dev/gots/aspects/database/sql"
	_ "github.com/gots-dev/gots/aspects/net/http"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/propagate"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// What code woven into net/http and database/sql calls.

//go:linkname httpServer gots_net_http_server
var httpServer atomic.Pointer[func(*http.Request) func(status int, hijacked bool, panicked any)]

//go:linkname setHTTPContext gots_net_http_set_context
var setHTTPContext = func(r *http.Request, ctx context.Context) { *r = *r.WithContext(ctx) }

//go:linkname httpClient gots_net_http_client
var httpClient atomic.Pointer[func(*http.Request) (*http.Request, func(*http.Response, error))]

//go:linkname sqlStatement gots_database_sql
var sqlStatement atomic.Pointer[func(ctx context.Context, connector, conn reflect.Type, source, operation, query string) (context.Context, func(error))]

// send is a woven transport without a network: it gives the header that the other side gets.
func send(r *http.Request) http.Header {
	sent, end := (*httpClient.Load())(r)
	if end != nil {
		end(&http.Response{StatusCode: 200, Proto: "HTTP/1.1", Body: http.NoBody}, nil)
	}
	return sent.Header
}

// serve is a woven server.
func serve(r *http.Request, handler func(*http.Request)) {
	end := (*httpServer.Load())(r)
	handler(r)
	if end != nil {
		end(200, false, nil)
	}
}

func query(ctx context.Context, text string) {
	if _, end := (*sqlStatement.Load())(ctx, nil, nil, "postgres\x00postgres://db.example/shop", "", text); end != nil {
		end(nil)
	}
}

// injecting is how instrumented transports send: a copy of the request, with the ids of the span that stands for it.
func injecting(ctx context.Context, r *http.Request) http.Header {
	r = r.Clone(ctx)
	otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(r.Header))
	return send(r)
}

// They make requests as libraries do that have OpenTelemetry built in: the same calls of its API in the same order. They give the header
// that was sent, if there was a request.
var nativeLibraries = []struct {
	name string
	call func(ctx context.Context) http.Header
	// What there is below the caller's span: with the relay, and with a provider of the program.
	relayed, theirs string
}{
	{"otelhttp, in clients of Google and Docker", func(ctx context.Context) http.Header {
		tracer := otel.Tracer("go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp")
		ctx, span := tracer.Start(ctx, "HTTP GET", trace.WithSpanKind(trace.SpanKindClient))
		defer span.End()
		span.SetAttributes(attribute.String("http.request.method", "GET"))
		return injecting(ctx, httptest.NewRequest("GET", "http://example.com/", nil))
	}, "HTTP GET", "HTTP GET"},
	{"elastic-transport-go", func(ctx context.Context) http.Header {
		ctx, span := otel.GetTracerProvider().Tracer("elasticsearch-api").Start(ctx, "search", trace.WithSpanKind(trace.SpanKindClient))
		defer span.End()
		header := send(httptest.NewRequest("GET", "http://example.com/_search", nil).WithContext(ctx))
		span.SetAttributes(attribute.String("db.system", "elasticsearch"), attribute.String("http.request.method", "GET"))
		return header
	}, "search", "search"},
	{"httpc of go-zero", func(ctx context.Context) http.Header {
		ctx, span := otel.Tracer("go-zero").Start(ctx, "/orders", trace.WithSpanKind(trace.SpanKindClient),
			trace.WithAttributes(attribute.String("http.method", "GET")))
		defer span.End()
		return injecting(ctx, httptest.NewRequest("GET", "http://example.com/orders", nil))
	}, "/orders", "/orders"},
	{"sqlx of go-zero", func(ctx context.Context) http.Header {
		ctx, span := otel.GetTracerProvider().Tracer("go-zero").Start(ctx, "sql", trace.WithSpanKind(trace.SpanKindClient))
		defer span.End()
		span.SetAttributes(attribute.String("sql.method", "QueryRow"))
		query(ctx, "SELECT a FROM orders")
		return nil
	}, "SELECT orders", "sql"},
	{"rest of go-zero", func(ctx context.Context) http.Header {
		r := httptest.NewRequest("GET", "/orders/7", nil).WithContext(context.Background())
		otel.GetTextMapPropagator().Inject(ctx, propagation.HeaderCarrier(r.Header))
		serve(r, func(r *http.Request) {
			ctx := otel.GetTextMapPropagator().Extract(r.Context(), propagation.HeaderCarrier(r.Header))
			_, span := otel.Tracer("go-zero").Start(ctx, "/orders/:id", trace.WithSpanKind(trace.SpanKindServer),
				trace.WithAttributes(attribute.String("http.method", "GET")))
			span.End()
		})
		return nil
	}, "/orders/:id", "/orders/:id"},
	{"grpc of Google's libraries", func(ctx context.Context) http.Header {
		tracer := otel.Tracer("go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc")
		_, span := tracer.Start(ctx, "shop.Orders/Get", trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("rpc.system", "grpc")))
		span.End()
		return nil
	}, "shop.Orders/Get", "shop.Orders/Get"},
	{"pubsub", func(ctx context.Context) http.Header {
		_, span := otel.Tracer("cloud.google.com/go/pubsub").Start(ctx, "orders create", trace.WithSpanKind(trace.SpanKindProducer))
		span.End()
		return nil
	}, "orders create", "orders create"},
}

func TestARequestOfALibraryWithOpenTelemetryIsOneSpan(t *testing.T) {
	p, _ := propagate.New([]string{"tracecontext"})
	propagate.Set(p)
	defer propagate.Set(nil)
	for _, library := range nativeLibraries {
		t.Run(library.name, func(t *testing.T) {
			recorder := rttest.Use(t)
			ctx, root := otel.Tracer("test").Start(context.Background(), "root")
			header := library.call(ctx)
			root.End()
			all := recorder.Ended()
			if len(all) != 2 || all[0].Name != library.relayed || all[0].Parent.Span != all[1].Self.Span {
				t.Fatalf("%d spans, the first %+v", len(all), all[0])
			}
			if header != nil && !strings.Contains(header.Get("Traceparent"), all[0].Self.Span.String()) {
				t.Errorf("sent with %q", header)
			}

			own := &theirs{}
			use(t, own)
			ctx, root = otel.Tracer("test").Start(context.Background(), "root")
			header = library.call(ctx)
			root.End()
			if len(own.spans) != 2 || own.spans[1].name != library.theirs || own.spans[1].parent.SpanID() != root.SpanContext().SpanID() {
				t.Fatalf("%d spans of the program's provider, the last %+v", len(own.spans), own.spans[len(own.spans)-1])
			}
			if header != nil && !strings.Contains(header.Get("Traceparent"), own.spans[1].self.SpanID().String()) {
				t.Errorf("with the program's provider, sent with %q", header)
			}
		})
	}
}

// What a library records itself in a request that is left out, or for an exporter, is left out, too. Its code goes on as if the span were there.
func TestSpansOfLibrariesInWhatIsLeftOut(t *testing.T) {
	recorder := rttest.Use(t)
	outer, root := early.Start(context.Background(), "root")
	for name, ctx := range map[string]context.Context{
		"excluded": rt.Exclude(context.Background()), "of an exporter": rt.Suppress(context.Background()), "below a span": rt.Suppress(outer),
	} {
		inner, span := early.Start(ctx, "x", trace.WithSpanKind(trace.SpanKindClient))
		span.SetAttributes(attribute.Int("a", 1))
		span.SetName("y")
		if inner != ctx || span.IsRecording() || span.SpanContext().IsValid() != (name == "below a span") {
			t.Errorf("%s: %v, %+v", name, inner != ctx, span.SpanContext())
		}
		span.End()
	}
	root.End()
	if got := recorder.Started(); !slices.Equal(got, []string{"root"}) {
		t.Errorf("%q", got)
	}
	if all := recorder.Ended(); len(all) != 1 || all[0].Name != "root" || len(all[0].Attrs) != 0 {
		t.Errorf("%+v", all)
	}
}
