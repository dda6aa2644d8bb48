package api

import (
	"context"
	"encoding/json"
	"os"
	"sync"

	"go.opentelemetry.io/otel/attribute"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
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

// write writes something as a line; kind says what it is.
func write(kind string, of any) {
	file := telemetry()
	if file == nil {
		return
	}
	line, err := json.Marshal(map[string]any{kind: of})
	if err == nil {
		_, err = file.Write(append(line, '\n'))
	}
	if err != nil {
		panic(err)
	}
}

// writer is a processor that writes the spans that end.
type writer struct{ sdktrace.SpanProcessor }

func (writer) OnStart(context.Context, sdktrace.ReadWriteSpan) {}

func (writer) OnEnd(s sdktrace.ReadOnlySpan) {
	stub := tracetest.SpanStubFromReadOnlySpan(s)
	write("span", &stub)
}

func writeLog(r *sdklog.Record) {
	attrs := []attribute.KeyValue{}
	r.WalkAttributes(func(kv attribute.KeyValue) bool {
		attrs = append(attrs, kv)
		return true
	})
	scope := r.InstrumentationScope()
	write("log", map[string]any{"Scope": &scope, "Resource": r.Resource(), "Attributes": attrs})
}

// writeMetrics writes a collection. JSON does not tell whether a number is a float64, so that is said.
func writeMetrics(all *metricdata.ResourceMetrics) {
	var scopes []map[string]any
	for i := range all.ScopeMetrics {
		of := &all.ScopeMetrics[i]
		var metrics []map[string]any
		for _, m := range of.Metrics {
			float := false
			switch m.Data.(type) {
			case metricdata.Histogram[float64], metricdata.Sum[float64], metricdata.Gauge[float64]:
				float = true
			}
			metrics = append(metrics, map[string]any{"Name": m.Name, "Unit": m.Unit, "Data": m.Data, "Float": float})
		}
		scopes = append(scopes, map[string]any{"Scope": &of.Scope, "Metrics": metrics})
	}
	write("metrics", map[string]any{"Resource": all.Resource, "ScopeMetrics": scopes})
}
