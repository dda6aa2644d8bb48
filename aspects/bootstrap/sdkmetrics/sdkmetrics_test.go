package sdkmetrics

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// lines collects all points as "name{attributes} value", sorted; of histograms the value is the count.
func lines(r *meter.Reader) []string {
	var all []string
	r.Collect(func(m *meter.Metric) bool {
		for _, p := range m.Points {
			var attrs []string
			for _, a := range p.Attrs {
				attrs = append(attrs, fmt.Sprintf("%s=%v", a.Name(), a.Any()))
			}
			value := p.Int
			if m.Form == meter.FormHistogram {
				value = int64(p.Count)
			}
			all = append(all, fmt.Sprintf("%s{%s} %d %s", m.Name, strings.Join(attrs, " "), value, m.Unit))
		}
		return true
	})
	slices.Sort(all)
	return all
}

func TestWhatIsMeasured(t *testing.T) {
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	made.of = nil
	size := 3
	queue := NewProcessor(rt.Traces, "batching_span_processor", func() (int, int) { return size, 2048 })
	spans := NewExporter(rt.Traces, "otlp_http_span_exporter", "collector", 4318)
	points := NewExporter(rt.Metrics, "otlp_grpc_metric_exporter", "", 0)
	NewReader("periodic_metric_reader").Collected(time.Millisecond, "")
	queue.Processed(0, "")
	queue.Processed(10, "")
	queue.Processed(2, QueueFull)
	waiting := spans.Begin(5)
	spans.Begin(7).End(Result{HTTPStatus: 200, Rejected: 3})
	points.Begin(4).End(Result{Failure: "unavailable", RPCStatus: "UNAVAILABLE"})
	const (
		exporter  = "otel.component.name=otlp_http_span_exporter/0 otel.component.type=otlp_http_span_exporter server.address=collector server.port=4318"
		grpc      = "otel.component.name=otlp_grpc_metric_exporter/0 otel.component.type=otlp_grpc_metric_exporter"
		processor = "otel.component.name=batching_span_processor/0 otel.component.type=batching_span_processor"
	)
	want := []string{
		"otel.sdk.exporter.metric_data_point.exported{error.type=unavailable " + grpc + "} 4 {data_point}",
		"otel.sdk.exporter.metric_data_point.inflight{" + grpc + "} 0 {data_point}",
		"otel.sdk.exporter.operation.duration{error.type=rejected http.response.status_code=200 " + exporter + "} 1 s",
		"otel.sdk.exporter.operation.duration{error.type=unavailable " + grpc + " rpc.response.status_code=UNAVAILABLE} 1 s",
		"otel.sdk.exporter.span.exported{" + exporter + "} 4 {span}",
		"otel.sdk.exporter.span.exported{error.type=rejected " + exporter + "} 3 {span}",
		"otel.sdk.exporter.span.inflight{" + exporter + "} 5 {span}",
		"otel.sdk.metric_reader.collection.duration{otel.component.name=periodic_metric_reader/0 otel.component.type=periodic_metric_reader} 1 s",
		"otel.sdk.processor.span.processed{" + processor + "} 10 {span}",
		"otel.sdk.processor.span.processed{error.type=queue_full " + processor + "} 2 {span}",
		"otel.sdk.processor.span.queue.capacity{" + processor + "} 2048 {span}",
		"otel.sdk.processor.span.queue.size{" + processor + "} 3 {span}",
	}
	slices.Sort(want)
	if got := lines(r); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	waiting.End(Result{HTTPStatus: 200})
	queue.Close()
	for _, line := range lines(r) {
		if strings.Contains(line, "queue.") || strings.Contains(line, "inflight") && !strings.Contains(line, "} 0 ") {
			t.Errorf("still there: %s", line)
		}
	}
}

func TestNothingOnNil(t *testing.T) {
	var e *Exporter
	e.Begin(1).End(Result{})
	var p *Processor
	p.Processed(1, "")
	p.Close()
	var r *Reader
	r.Collected(0, "")
	if NewProcessor(rt.Metrics, "x", nil) != nil {
		t.Error("metrics have no processor")
	}
}
