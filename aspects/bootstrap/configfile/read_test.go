package configfile

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt/noise"
)

// read reads a file with some variables.
func read(text string, env ...string) (config.Settings, []config.Problem) {
	getenv := func(name string) string {
		for _, line := range append(env, variable+"=/etc/otel.yaml") {
			if n, value, _ := strings.Cut(line, "="); n == name {
				return value
			}
		}
		return ""
	}
	return Read(getenv, func(name string) ([]byte, error) {
		if name == "/etc/otel.yaml" {
			return []byte(text), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	})
}

// good reads a file that must have no problem.
func good(t *testing.T, text string, env ...string) config.Settings {
	t.Helper()
	set, problems := read(text, env...)
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	return set
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

const everything = `file_format: "1.0"
disabled: false
log_level: warn2
attribute_limits: {attribute_value_length_limit: 100, attribute_count_limit: 10, attribute_value_depth_limit: 64}
resource:
  schema_url:
  attributes:
    - {name: service.name, value: shop}
    - {name: text, value: "1"}
    - {name: whole, value: 2}
    - {name: part, value: 2.5}
    - {name: truth, value: true, type: bool}
    - {name: version, value: 1.10, type: string}
    - {name: texts, value: [a, "2"], type: string_array}
    - {name: wholes, value: [1, 2]}
    - {name: parts, value: [1, 2.5], type: double_array}
    - {name: truths, value: [true, false], type: bool_array}
    - {name: unset, value: "${NONE}"}
    - {name: absent, value: , type: int}
  attributes_list: service.name=other,team=a%2Cb
  detection/development:
    detectors: [{host: }, {container: }]
    attributes: {included: ["host.*", container.id], excluded: [host.name]}
propagator:
  composite:
    - tracecontext:
    - b3multi:
  composite_list: baggage,tracecontext,XRay
tracer_provider:
  processors:
    - batch:
        schedule_delay: 10
        export_timeout: 20
        max_queue_size: 30
        max_export_batch_size: 40
        exporter:
          otlp_http:
            endpoint: https://collector:4318/mine
            encoding: json
            compression: gzip
            timeout: 50
            headers:
              - {name: api-key, value: hunter2}
              - {name: absent, value: }
              - {name: empty, value: ""}
            headers_list: Api-Key=other,b=c%20d
    - simple:
        exporter:
          otlp_grpc:
            endpoint: collector:4317
            tls: {insecure: true}
    - batch: {exporter: {console: }}
  limits: {attribute_count_limit: 11, event_count_limit: 1, link_count_limit: 2, event_attribute_count_limit: 3, link_attribute_count_limit: 4}
  id_generator: {random: }
  sampler:
    parent_based:
      root: {trace_id_ratio_based: {ratio: 0.25}}
      remote_parent_not_sampled: {always_off: }
      local_parent_sampled: {always_on: }
meter_provider:
  readers:
    - periodic:
        interval: 100
        timeout: 200
        exporter:
          otlp_http:
            temporality_preference: low_memory
            default_histogram_aggregation: base2_exponential_bucket_histogram
        cardinality_limits: {default: 50, counter: 1, gauge: 2, histogram: 3, up_down_counter: 4, observable_counter: 5, observable_gauge: 6, observable_up_down_counter: 7}
    - pull:
        cardinality_limits: {counter: 9}
        exporter:
          prometheus/development:
            host: 0.0.0.0
            port: 9999
            scope_info_enabled: false
            target_info_enabled/development: false
            resource_constant_labels: {included: ["service.*"], excluded: [service.version]}
            translation_strategy: underscore_escaping_with_suffixes
    - pull: {exporter: {prometheus/development: {without_scope_info: true, without_target_info/development: true, with_resource_constant_labels: {included: [host.name]}}}}
  views:
    - selector: {instrument_name: "http.*", instrument_type: histogram, unit: s, meter_name: net/http, meter_version: v1, meter_schema_url: "https://x/1"}
      stream:
        name: mine
        description: text
        aggregation_cardinality_limit: 7
        attribute_keys: {included: ["http.*"], excluded: [http.route]}
        aggregation: {explicit_bucket_histogram: {boundaries: [1, 2.5, 10], record_min_max: false}}
    - {selector: {instrument_type: counter}, stream: {aggregation: {drop: }}}
    - {selector: {}, stream: {aggregation: {base2_exponential_bucket_histogram: {max_size: 8, max_scale: -2}}}}
  exemplar_filter: always_off
logger_provider:
  processors:
    - batch: {exporter: {otlp_http: }}
  limits: {attribute_value_length_limit: 5}
instrumentation/development:
  general: {stability_opt_in_list: }
  java: {spring: {enabled: false}}
  go:
    log: {enabled: false}
    net/http:
      exclude: [/internal/*, health]
      routes:
        - path: /search/*
          sampler: {always_off: }
`

func TestEverything(t *testing.T) {
	set := good(t, everything, "GOTS_QUEUE_BYTES=1000", "GOTS_GLS=full", "OTEL_TRACES_SAMPLER=always_off", "OTEL_BSP_SCHEDULE_DELAY=77")
	secret := func(text string) config.Secret { return config.Secret(text) }
	equal(t, "level", set.LogLevel, config.Warn)
	equal(t, "own variables", set.GLS, config.GLSFull)
	equal(t, "span limits", set.SpanLimits, config.Limits{ValueLength: 100, Attributes: 11, Events: 1, Links: 2, EventAttributes: 3, LinkAttributes: 4})
	equal(t, "log limits", set.LogLimits, config.Limits{ValueLength: 5, Attributes: 10})
	equal(t, "service", set.ServiceName, "shop")
	equal(t, "resource", set.Resource, []config.Attribute{
		{Name: "service.name", Value: "shop"}, {Name: "text", Value: "1"}, {Name: "whole", Value: int64(2)}, {Name: "part", Value: 2.5},
		{Name: "truth", Value: true}, {Name: "version", Value: "1.10"}, {Name: "texts", Value: []string{"a", "2"}},
		{Name: "wholes", Value: []int64{1, 2}}, {Name: "parts", Value: []float64{1, 2.5}}, {Name: "truths", Value: []bool{true, false}},
		{Name: "unset", Value: ""},
		{Name: "team", Value: "a,b"},
	})
	equal(t, "detectors", set.Detectors, []string{"service", "host", "os", "container"})
	equal(t, "detected", set.Detected, config.Selection{Included: []string{"host.*", "container.id"}, Excluded: []string{"host.name"}})
	equal(t, "propagators", set.Propagators, []string{"tracecontext", "b3multi", "baggage", "xray"})
	ms := time.Millisecond
	equal(t, "traces", set.Traces, []config.Exporter{
		{Kind: config.OTLP, Protocol: config.JSON, URL: secret("https://collector:4318/mine"), Shown: "https://collector:4318", Gzip: true, Timeout: 50 * ms,
			Headers: []config.Header{{Name: "Api-Key", Value: "hunter2"}, {Name: "Empty"}, {Name: "B", Value: "c d"}},
			Batch:   config.Batch{Records: 30, Bytes: 1000, Size: 30, SizeBytes: 3 << 20, Delay: 10 * ms, Timeout: 20 * ms}},
		{Kind: config.OTLP, Protocol: config.GRPC, URL: secret("http://collector:4317"), Shown: "http://collector:4317", Timeout: 10 * time.Second,
			Batch: config.Batch{Simple: true, Records: 2048, Bytes: 1000, Size: 512, SizeBytes: 3 << 20, Delay: 5 * time.Second, Timeout: 30 * time.Second}},
		{Kind: config.Console, Batch: config.DefaultBatch(5*time.Second, 1000)},
	})
	equal(t, "sampler", set.Sampler, config.Sampler{Kind: config.SampleParents, Root: &config.Sampler{Kind: config.SampleRatio, Ratio: 0.25},
		RemoteNotSampled: &config.Sampler{Kind: config.SampleNone}, LocalSampled: &config.Sampler{Kind: config.SampleAll}})
	counting := config.DefaultReader()
	counting.Cardinality.Counter = 9
	equal(t, "metrics", set.Metrics, []config.Exporter{
		{Kind: config.OTLP, Protocol: config.Protobuf, URL: secret("http://localhost:4318/v1/metrics"), Shown: "http://localhost:4318", Implied: true, Timeout: 10 * time.Second,
			Reader: config.Reader{Interval: 100 * ms, Timeout: 200 * ms, Temporality: config.LowMemory, Exponential: true, Cardinality: config.Cardinality{
				Default: 50, Counter: 1, Gauge: 2, Histogram: 3, UpDownCounter: 4, ObservableCounter: 5, ObservableGauge: 6, ObservableUpDownCounter: 7}}},
		{Kind: config.Prometheus, Host: "0.0.0.0", Port: 9999, WithoutScopeInfo: true, WithoutTarget: true,
			ResourceLabels: &config.Selection{Included: []string{"service.*"}, Excluded: []string{"service.version"}}, Reader: counting},
		{Kind: config.Prometheus, Host: "localhost", Port: 9464, WithoutScopeInfo: true, WithoutTarget: true,
			ResourceLabels: &config.Selection{Included: []string{"host.name"}}, Reader: config.DefaultReader()},
	})
	equal(t, "views", set.Views, []config.View{
		{Instrument: "http.*", InstrumentType: "histogram", Unit: "s", Scope: "net/http", ScopeVersion: "v1", ScopeSchema: "https://x/1", Name: "mine", Description: "text", Cardinality: 7,
			Included: []string{"http.*"}, Excluded: []string{"http.route"},
			Aggregation: config.Aggregation{Kind: config.Explicit, Bounds: []float64{1, 2.5, 10}, HasBounds: true, NoMinMax: true}},
		{InstrumentType: "counter", Aggregation: config.Aggregation{Kind: config.Drop}},
		{Aggregation: config.Aggregation{Kind: config.Exponential, MaxSize: 8, MaxScale: -2}},
	})
	equal(t, "exemplars", set.Exemplars, config.AlwaysOff)
	equal(t, "logs", set.Logs, []config.Exporter{{Kind: config.OTLP, Protocol: config.Protobuf, URL: secret("http://localhost:4318/v1/logs"),
		Shown: "http://localhost:4318", Implied: true, Timeout: 10 * time.Second, Batch: config.DefaultBatch(time.Second, 1000)}})
	equal(t, "noise", set.Noise, config.Noise{Exclude: append([]string{"/internal/*"}, noise.Health...), Disabled: []string{"log"}})
	equal(t, "routes", set.Routes, []config.Route{{Path: "/search/*", Sampler: config.Sampler{Kind: config.SampleNone}}})
}

func TestAFileWithoutProvidersRecordsNothing(t *testing.T) {
	set := good(t, "file_format: 1.1\ntracer_provider:\n")
	if set.Traces != nil || set.Metrics != nil || set.Logs != nil || set.Propagators != nil || set.Disabled {
		t.Errorf("got %+v", set)
	}
}

func TestTheDetectorOfTheServiceAsksItsVariable(t *testing.T) {
	const detection = "  detection/development: {detectors: [{service: }, {process: }]}\n"
	for text, want := range map[string]string{
		detection: "mine",
		"  attributes: [{name: service.name, value: shop}]\n" + detection:        "shop",
		"  attributes_list: service.name=shop\n" + detection:                     "shop",
		"  detection/development: {detectors: [{process: }]}\n":                  "",
		"  attributes: [{name: service.name, value: \"${NONE}\"}]\n" + detection: "",
		"  attributes: [{name: service.name, value: }]\n" + detection:            "mine",
	} {
		set := good(t, "file_format: 1.0\nresource:\n"+text, "OTEL_SERVICE_NAME= mine ")
		if set.ServiceName != want {
			t.Errorf("%s: got %q, want %q", text, set.ServiceName, want)
		}
		equal(t, "detectors", set.Detectors, []string{"service", "process"})
	}
}

func TestSubstitution(t *testing.T) {
	for text, want := range map[string]any{
		"${A}":             "x",
		"${env:A}":         "x",
		"${NONE:-d e}":     "d e",
		"${A:-d}":          "x",
		"http://${A}/${A}": "http://x/x",
		"$$A ${A} $A $":    "$A x $A $",
		"$${A}":            "${A}",
		"${N}":             int64(4),
		`"${N}"`:           "4",
		"${N}${N}":         int64(44),
		"${T}":             true,
		"${YAML}":          "a: [1, 2]\n- x",
		"${REF}":           "${A}",
		"'${EMPTY:-}'":     "",
	} {
		set := good(t, "file_format: '1.0'\nresource:\n  attributes:\n    - name: v\n      value: "+text+"\n",
			"A=x", "N=4", "T=true", "YAML=a: [1, 2]\n- x", "REF=${A}")
		if len(set.Resource) != 1 || !reflect.DeepEqual(set.Resource[0].Value, want) {
			t.Errorf("%s: got %#v, want %#v", text, set.Resource, want)
		}
	}
	set := good(t, "file_format: ${F:-1.0}\npropagator: {composite_list: \"${OTEL_PROPAGATORS:-b3}\"}\ndisabled: ${D}\nlog_level: ${L}\n")
	equal(t, "propagators", set.Propagators, []string{"b3"})
}

func TestFilesThatCannotBeRead(t *testing.T) {
	getenv := func(name string) string { return map[string]string{variable: "/f"}[name] }
	for _, tt := range []struct {
		err  error
		text string
		want string
	}{
		{fs.ErrNotExist, "", "there is no such file"}, {fs.ErrPermission, "", "no permission to read it"}, {errors.New("hunter2"), "", "it cannot be read"},
		{nil, strings.Repeat("#", maxSize+1), "it has more than 1048576 bytes"},
	} {
		set, problems := Read(getenv, func(string) ([]byte, error) { return []byte(tt.text), tt.err })
		if want := `OTEL_CONFIG_FILE="/f": ` + tt.want + "; telemetry is off"; len(problems) != 1 || problems[0].String() != want || !set.Disabled {
			t.Errorf("got %v, want %s", problems, want)
		}
	}
}

func TestWithoutAFileTheVariablesCount(t *testing.T) {
	set, _ := Read(func(name string) string { return map[string]string{"OTEL_PROPAGATORS": "b3"}[name] }, nil)
	equal(t, "propagators", set.Propagators, []string{"b3"})
}
