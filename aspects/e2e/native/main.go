// Command native makes a request with each of some libraries that have OpenTelemetry inside, below a span of its own, to a server of its own. With the
// argument own it sets a provider, and prints each span as JSON: name, kind, id and parent.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"sync"

	"github.com/elastic/elastic-transport-go/v8/elastictransport"
	docker "github.com/moby/moby/client"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// printer prints spans that end.
type printer struct {
	sdktrace.SpanProcessor
	sync.Mutex
}

func (p *printer) OnStart(context.Context, sdktrace.ReadWriteSpan) {}

func (p *printer) OnEnd(s sdktrace.ReadOnlySpan) {
	parent := ""
	if s.Parent().IsValid() {
		parent = s.Parent().SpanID().String()
	}
	text, _ := json.Marshal(map[string]any{
		"name": s.Name(), "kind": int(s.SpanKind()), "spanId": s.SpanContext().SpanID().String(), "parentSpanId": parent,
	})
	p.Lock()
	defer p.Unlock()
	fmt.Println(string(text))
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "own" {
		otel.SetTracerProvider(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(&printer{})))
		otel.SetTextMapPropagator(propagation.TraceContext{})
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/_ping", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Api-Version", "1.44") })
	mux.HandleFunc("/{index}/_search", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "{}") })
	server := httptest.NewServer(mux)
	for name, call := range map[string]func(ctx context.Context, base *url.URL) error{"docker": ping, "elastic": search} {
		base, err := url.Parse(server.URL)
		if err != nil {
			log.Fatal(err)
		}
		ctx, root := otel.Tracer("native").Start(context.Background(), name)
		if err := call(ctx, base); err != nil {
			log.Fatalf("%s: %v", name, err)
		}
		root.End()
	}
	server.Close() // waits for the handlers
}

func ping(ctx context.Context, base *url.URL) error {
	client, err := docker.New(docker.WithHost("tcp://" + base.Host))
	if err != nil {
		return err
	}
	defer client.Close()
	_, err = client.Ping(ctx, docker.PingOptions{})
	return err
}

// search does what esapi.Search of go-elasticsearch does, whose package is large.
func search(ctx context.Context, base *url.URL) error {
	instrumentation := elastictransport.NewOtelInstrumentation(nil, false, "8")
	client, err := elastictransport.New(elastictransport.Config{URLs: []*url.URL{base}, Instrumentation: instrumentation})
	if err != nil {
		return err
	}
	ctx = instrumentation.Start(ctx, "search")
	defer instrumentation.Close(ctx)
	instrumentation.RecordPathPart(ctx, "index", "orders")
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "/orders/_search", nil)
	if err != nil {
		return err
	}
	instrumentation.BeforeRequest(request, "search")
	response, err := client.Perform(request)
	if err != nil {
		return err
	}
	instrumentation.AfterRequest(request, "elasticsearch", "search")
	return response.Body.Close()
}
