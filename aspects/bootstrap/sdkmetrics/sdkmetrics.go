// Package sdkmetrics measures the telemetry itself: the metrics otel.sdk.* of the semantic conventions, "OpenTelemetry SDK metrics". The
// parts of the pipeline (queues, exporters, readers) measure through it. OTEL_GO_DISABLED_INSTRUMENTATIONS=otel/sdk switches it off: then
// the constructors return nil, on which all methods do nothing.
package sdkmetrics

import (
	"fmt"
	"sync"
	"time"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// name is what the lists of instrumentations call it.
const name = "otel/sdk"

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/bootstrap")

var (
	componentName = attr.Short("otel.component.name")
	componentType = attr.Short("otel.component.type")
	rpcStatus     = attr.Short("rpc.response.status_code")
)

// component is a part of the pipeline.
type component struct {
	kind, name string // otel.component.type and otel.component.name
	address    string // of an exporter's server; "" for none
	port       int
}

var made struct {
	sync.Mutex
	of map[string]int
}

// newComponent gives a component its name: its type, and how many of that type there were before.
func newComponent(kind string) component {
	made.Lock()
	defer made.Unlock()
	if made.of == nil {
		made.of = map[string]int{}
	}
	n := made.of[kind]
	made.of[kind]++
	return component{kind: kind, name: fmt.Sprintf("%s/%d", kind, n)}
}

func (c component) attrs() []attr.Value {
	attrs := []attr.Value{componentType.String(c.kind), componentName.String(c.name)}
	if c.address != "" {
		attrs = append(attrs, attr.ServerAddress.String(c.address))
		if c.port > 0 {
			attrs = append(attrs, attr.ServerPort.Int(c.port))
		}
	}
	return attrs
}

// ended is the key of what came to an end well (no failure) or not.
type ended struct {
	component
	failure string // error.type
	status  int    // HTTP's
	rpc     string // grpc's
}

func (e ended) attrs() []attr.Value {
	attrs := e.component.attrs()
	if e.failure != "" {
		attrs = append(attrs, attr.ErrorType.String(e.failure))
	}
	if e.status != 0 {
		attrs = append(attrs, attr.HTTPResponseStatusCode.Int(e.status))
	}
	if e.rpc != "" {
		attrs = append(attrs, rpcStatus.String(e.rpc))
	}
	return attrs
}

// things names what a signal's records are: in the names of metrics, in units, for people.
var things = [...]struct{ word, unit, text string }{
	rt.Traces:  {"span", "{span}", "spans"},
	rt.Metrics: {"metric_data_point", "{data_point}", "metric data points"},
	rt.Logs:    {"log", "{log_record}", "log records"},
}

var operation = meter.NewHistogram(scope, meter.Desc{
	Name: "otel.sdk.exporter.operation.duration", Unit: "s", Text: "The duration of exporting a batch of telemetry records.", Bounds: []float64{},
}, ended.attrs)

var collection = meter.NewHistogram(scope, meter.Desc{
	Name: "otel.sdk.metric_reader.collection.duration", Unit: "s", Text: "The duration of the collect operation of the metric reader.", Bounds: []float64{},
}, ended.attrs)

// exporting are the instruments of the exporters of a signal.
type exporting struct {
	inflight *meter.UpDown[component]
	exported *meter.Counter[ended]
}

var exporters = func() (all [len(things)]exporting) {
	for i, thing := range things {
		all[i] = exporting{
			meter.NewUpDown(scope, meter.Desc{
				Name: "otel.sdk.exporter." + thing.word + ".inflight", Unit: thing.unit,
				Text: "The number of " + thing.text + " which were passed to the exporter, but that have not been exported yet (neither successful, nor failed).",
			}, component.attrs),
			meter.NewCounter(scope, meter.Desc{
				Name: "otel.sdk.exporter." + thing.word + ".exported", Unit: thing.unit,
				Text: "The number of " + thing.text + " for which the export has finished, either successful or failed.",
			}, ended.attrs),
		}
	}
	return all
}()

// Exporter measures the exports of one exporter.
type Exporter struct {
	signal rt.Signal
	component
}

// NewExporter makes the measuring part of an exporter. kind is a value of otel.component.type, such as otlp_http_span_exporter. address
// and port are those of its server; "" for none.
func NewExporter(signal rt.Signal, kind, address string, port int) *Exporter {
	if !rt.Enabled(name) {
		return nil
	}
	e := &Exporter{signal, newComponent(kind)}
	e.address, e.port = address, port
	return e
}

// Begin is told that the export of n records begins.
func (e *Exporter) Begin(n int) Export {
	if e == nil || !operation.Enabled() {
		return Export{}
	}
	exporters[e.signal].inflight.Add(nil, e.component, int64(n))
	return Export{e, n, time.Now()}
}

// Export is an export that goes on.
type Export struct {
	exporter *Exporter
	records  int
	began    time.Time
}

// Result is how an export ended.
type Result struct {
	// Failure is the error.type of an export that failed; "" for one that did not.
	Failure string
	// Rejected counts the records that the server did not take of an export that did not fail.
	Rejected int
	// HTTPStatus is the status code of the answer; 0 for none. RPCStatus is that of grpc, such as UNAVAILABLE.
	HTTPStatus int
	RPCStatus  string
}

// End is told that the export has ended.
func (x Export) End(r Result) {
	e := x.exporter
	if e == nil {
		return
	}
	exporters[e.signal].inflight.Add(nil, e.component, -int64(x.records))
	exported := exporters[e.signal].exported
	if r.Failure != "" {
		exported.Add(nil, ended{component: e.component, failure: r.Failure}, int64(x.records))
	} else {
		rejected := min(max(r.Rejected, 0), x.records)
		exported.Add(nil, ended{component: e.component}, int64(x.records-rejected))
		if rejected > 0 {
			exported.Add(nil, ended{component: e.component, failure: "rejected"}, int64(rejected))
		}
	}
	failure := r.Failure
	if failure == "" && r.Rejected > 0 {
		failure = "rejected"
	}
	operation.Record(nil, ended{e.component, failure, r.HTTPStatus, r.RPCStatus}, time.Since(x.began).Seconds())
}

// Reader measures the collections of a metric reader.
type Reader struct{ component }

// NewReader makes the measuring part of a reader; kind is a value of otel.component.type, such as periodic_metric_reader.
func NewReader(kind string) *Reader {
	if !rt.Enabled(name) {
		return nil
	}
	return &Reader{newComponent(kind)}
}

// Collected is told how long a collection took; failure is the error.type of one that failed.
func (r *Reader) Collected(took time.Duration, failure string) {
	if r != nil {
		collection.Record(nil, ended{component: r.component, failure: failure}, took.Seconds())
	}
}
