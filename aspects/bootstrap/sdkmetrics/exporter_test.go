package sdkmetrics

import (
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
)

func TestComponents(t *testing.T) {
	for _, tt := range []struct {
		signal rt.Signal
		of     config.Exporter
		kind   string
		host   string
		port   int
	}{
		{rt.Traces, config.Exporter{Kind: config.OTLP, Protocol: config.GRPC, Shown: "http://collector:4317"}, "otlp_grpc_span_exporter", "collector", 4317},
		{rt.Metrics, config.Exporter{Kind: config.OTLP, Protocol: config.Protobuf, Shown: "https://collector"}, "otlp_http_metric_exporter", "collector", 443},
		{rt.Logs, config.Exporter{Kind: config.OTLP, Protocol: config.JSON, Shown: "http://[::1]"}, "otlp_http_json_log_exporter", "::1", 80},
		{rt.Metrics, config.Exporter{Kind: config.Console}, "console_metric_exporter", "", 0},
	} {
		if e := ExporterOf(tt.signal, tt.of); e.kind != tt.kind || e.address != tt.host || e.port != tt.port {
			t.Errorf("%+v: got %+v", tt, e.component)
		}
	}
	if ProcessorKind(rt.Logs, true) != "simple_log_processor" || ProcessorKind(rt.Traces, false) != "batching_span_processor" {
		t.Error("kinds of processors")
	}
}
