package sdkmetrics

import (
	"net/url"
	"strconv"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
)

// nouns are what the values of otel.component.type call the records of a signal.
var nouns = [...]string{rt.Traces: "span", rt.Metrics: "metric", rt.Logs: "log"}

// ExporterOf makes the measuring part of an exporter of OTLP or of the console.
func ExporterOf(signal rt.Signal, e config.Exporter) *Exporter {
	if e.Kind != config.OTLP {
		return NewExporter(signal, string(e.Kind)+"_"+nouns[signal]+"_exporter", "", 0)
	}
	kind := map[config.Protocol]string{config.GRPC: "otlp_grpc_", config.Protobuf: "otlp_http_", config.JSON: "otlp_http_json_"}[e.Protocol]
	host, port := "", 0
	if u, err := url.Parse(e.Shown); err == nil {
		host = u.Hostname()
		if port, err = strconv.Atoi(u.Port()); err != nil {
			port = map[string]int{"http": 80, "https": 443}[u.Scheme]
		}
	}
	return NewExporter(signal, kind+nouns[signal]+"_exporter", host, port)
}

// ProcessorKind is the otel.component.type of a queue.
func ProcessorKind(signal rt.Signal, simple bool) string {
	if simple {
		return "simple_" + nouns[signal] + "_processor"
	}
	return "batching_" + nouns[signal] + "_processor"
}
