package e2e

import (
	"encoding/json"
	"os"
	"sync"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// telemetry is the file that E2E_TELEMETRY names, nil without: what hooks record is written there, to be compared with the conventions.
var telemetry = sync.OnceValue(func() *os.File {
	name := os.Getenv("E2E_TELEMETRY")
	if name == "" {
		return nil
	}
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	return file
})

// write writes a span as a line.
func write(s sdktrace.ReadOnlySpan) {
	file := telemetry()
	if file == nil {
		return
	}
	stub := tracetest.SpanStubFromReadOnlySpan(s)
	line, err := json.Marshal(map[string]any{"span": &stub})
	if err == nil {
		_, err = file.Write(append(line, '\n'))
	}
	if err != nil {
		panic(err)
	}
}
