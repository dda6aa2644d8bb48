// Command record makes the files of the folder above it: requests as the official exporters send them, and requests
// that fill in every field, each in protobuf and in the JSON that the OpenTelemetry Collector's own code makes of it.
//
//	go run . -o ..                          write the files
//	go run . -endpoint http://127.0.0.1:4318   send to a receiver instead, by grpc and by HTTP
package main

import (
	"context"
	"flag"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"

	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("o", "..", "folder for the files")
	endpoint := flag.String("endpoint", "", "URL of a receiver of OTLP")
	flag.Parse()
	ctx := context.Background()
	if *endpoint != "" {
		send(ctx, byHTTP(ctx, *endpoint))
		send(ctx, byGRPC(ctx, *endpoint))
		return
	}

	var mu sync.Mutex
	bodies := map[string][]byte{}
	recorder := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := must(io.ReadAll(r.Body))
		mu.Lock()
		defer mu.Unlock()
		bodies[filepath.Base(r.URL.Path)] = body
		w.Header().Set("Content-Type", "application/x-protobuf")
	}))
	defer recorder.Close()
	send(ctx, byHTTP(ctx, recorder.URL))
	for signal, body := range bodies {
		write(*dir, "exported", signal, body)
	}
	write(*dir, "full", "traces", must((&ptrace.ProtoMarshaler{}).MarshalTraces(fullTraces())))
	write(*dir, "full", "metrics", must((&pmetric.ProtoMarshaler{}).MarshalMetrics(fullMetrics())))
	write(*dir, "full", "logs", must((&plog.ProtoMarshaler{}).MarshalLogs(fullLogs())))
}

// write leaves a request and what the Collector's code reads in it.
func write(dir, name, signal string, body []byte) {
	file := filepath.Join(dir, name+"-"+signal)
	check(os.WriteFile(file+".pb", body, 0o644))
	check(os.WriteFile(file+".json", append(jsonOf(signal, body), '\n'), 0o644))
}

func jsonOf(signal string, body []byte) []byte {
	switch signal {
	case "traces":
		return must((&ptrace.JSONMarshaler{}).MarshalTraces(must((&ptrace.ProtoUnmarshaler{}).UnmarshalTraces(body))))
	case "metrics":
		return must((&pmetric.JSONMarshaler{}).MarshalMetrics(must((&pmetric.ProtoUnmarshaler{}).UnmarshalMetrics(body))))
	case "logs":
		return must((&plog.JSONMarshaler{}).MarshalLogs(must((&plog.ProtoUnmarshaler{}).UnmarshalLogs(body))))
	}
	log.Fatalf("no signal: %s", signal)
	return nil
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
