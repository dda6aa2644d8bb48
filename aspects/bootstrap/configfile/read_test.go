package configfile

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
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
  attributes_list: service.name=other,team=a%2Cb
  detection/development:
    detectors: [{host: }, {container: }]
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
              - {name: empty, value: }
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
        cardinality_limits: {default: 50}
    - pull: {exporter: {prometheus/development: {host: 0.0.0.0, port: 9999}}}
  views:
    - selector: {instrument_name: "http.*", instrument_type: histogram, unit: s, meter_name: net/http, meter_version: v1}
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
        - path: /search/**
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
		{Name: "team", Value: "a,b"},
	})
	equal(t, "detectors", set.Detectors, []string{"service", "host", "container"})
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
	equal(t, "metrics", set.Metrics, []config.Exporter{
		{Kind: config.OTLP, Protocol: config.Protobuf, URL: secret("http://localhost:4318/v1/metrics"), Shown: "http://localhost:4318", Implied: true, Timeout: 10 * time.Second,
			Reader: config.Reader{Interval: 100 * ms, Timeout: 200 * ms, Temporality: config.LowMemory, Exponential: true, Cardinality: 50}},
		{Kind: config.Prometheus, Host: "0.0.0.0", Port: 9999, Reader: config.DefaultReader()},
	})
	equal(t, "views", set.Views, []config.View{
		{Instrument: "http.*", InstrumentType: "histogram", Unit: "s", Scope: "net/http", ScopeVersion: "v1", Name: "mine", Description: "text", Cardinality: 7,
			Included: []string{"http.*"}, Excluded: []string{"http.route"},
			Aggregation: config.Aggregation{Kind: config.Explicit, Bounds: []float64{1, 2.5, 10}, HasBounds: true, NoMinMax: true}},
		{InstrumentType: "counter", Aggregation: config.Aggregation{Kind: config.Drop}},
		{Aggregation: config.Aggregation{Kind: config.Exponential, MaxSize: 8, MaxScale: -2}},
	})
	equal(t, "exemplars", set.Exemplars, config.AlwaysOff)
	equal(t, "logs", set.Logs, []config.Exporter{{Kind: config.OTLP, Protocol: config.Protobuf, URL: secret("http://localhost:4318/v1/logs"),
		Shown: "http://localhost:4318", Implied: true, Timeout: 10 * time.Second, Batch: config.DefaultBatch(time.Second, 1000)}})
	equal(t, "noise", set.Noise, config.Noise{Exclude: append([]string{"/internal/*"}, config.HealthPaths...), Disabled: []string{"log"}})
	equal(t, "routes", set.Routes, []config.Route{{Path: "/search/**", Sampler: config.Sampler{Kind: config.SampleNone}}})
}

func TestAFileWithoutProvidersRecordsNothing(t *testing.T) {
	set := good(t, "file_format: 1.1\ntracer_provider:\n")
	if set.Traces != nil || set.Metrics != nil || set.Logs != nil || set.Propagators != nil || set.Disabled {
		t.Errorf("got %+v", set)
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

func TestErrorsSwitchTelemetryOff(t *testing.T) {
	provider := func(text string) string {
		return "file_format: 1.0\ntracer_provider:\n  processors:\n    - batch:\n        exporter:\n          otlp_http:\n            " + text
	}
	for text, want := range map[string]string{
		"":                                       "line 1: file_format is missing (1.0)",
		"file_format: '0.3'":                     `line 1: file_format "0.3" is not supported (1.0, 1.1)`,
		"file_format: 2.0":                       `line 1: file_format "2.0" is not supported (1.0, 1.1)`,
		"- x":                                    "line 1: the file is no mapping (KEY: VALUE)",
		"file_format: 1.0\nx: &a":                "line 2: anchors are not supported",
		"file_format: 1.0\ndisabled: maybe":      `line 2: disabled: "maybe" is neither true nor false`,
		"file_format: 1.0\nlog_level: loud":      `line 2: log_level: "loud" is no severity (debug, info, warn, error)`,
		"file_format: 1.0\nlog_level: ${X:?no}":  "line 2: a reference to a variable is ${NAME}, ${env:NAME} or ${NAME:-default}, and $$ is a dollar sign",
		"file_format: 1.0\nlog_level: ${hunter2": "line 2: a reference to a variable is ${NAME}, ${env:NAME} or ${NAME:-default}, and $$ is a dollar sign",
		"file_format: 1.0\ntracer_provider: {}":  "line 2: tracer_provider.processors is missing",
		"file_format: 1.0\ntracer_provider: []":  "line 2: tracer_provider is no mapping (KEY: VALUE)",
		"file_format: 1.0\ntracer_provider: {processors: 1}":                                              "line 2: tracer_provider.processors is no list",
		"file_format: 1.0\ntracer_provider: {processors: [{}]}":                                           "line 2: tracer_provider.processors[0] must have one key, and has 0",
		provider("endpoint: ftp://u:hunter2@x"):                                                           "line 7: tracer_provider.processors[0].batch.exporter.otlp_http.endpoint: is no http or https URL",
		provider("timeout: soon"):                                                                         `line 7: tracer_provider.processors[0].batch.exporter.otlp_http.timeout: "soon" is no number of 0 or more`,
		provider("compression: zstd"):                                                                     `line 7: tracer_provider.processors[0].batch.exporter.otlp_http.compression: "zstd" is none of none, gzip`,
		provider("tls: {ca_file: /none}"):                                                                 "line 7: tracer_provider.processors[0].batch.exporter.otlp_http.tls.ca_file: there is no file /none",
		provider("headers_list: hunter2"):                                                                 "line 7: tracer_provider.processors[0].batch.exporter.otlp_http.headers_list: entry 1 is not name=value",
		provider("headers: [{name: 'a b', value: hunter2}]"):                                              "line 7: tracer_provider.processors[0].batch.exporter.otlp_http.headers[0] is no header",
		provider("endpoint: [x]"):                                                                         "line 7: tracer_provider.processors[0].batch.exporter.otlp_http.endpoint is no text",
		provider("\n  sampler: {trace_id_ratio_based: {ratio: 2}}"):                                       `line 8: tracer_provider.sampler.trace_id_ratio_based.ratio: "2" is no number from 0 to 1`,
		provider("\n  sampler: {xray: }"):                                                                 "line 8: tracer_provider.sampler.xray is not supported (always_on, always_off, trace_id_ratio_based, parent_based)",
		"file_format: 1.0\nresource: {attributes: [{name: a, value: [x], type: string}]}":                 "line 2: resource.attributes[0].value is no string",
		"file_format: 1.0\nresource: {attributes: [{name: a, value: x, type: int}]}":                      "line 2: resource.attributes[0].value is no int",
		"file_format: 1.0\nresource: {attributes: [{name: a}]}":                                           "line 2: resource.attributes[0].value is neither a text, a number, a truth value nor a list of these",
		"file_format: 1.0\nresource: {attributes: [{value: a}]}":                                          "line 2: resource.attributes[0] has no name",
		"file_format: 1.0\nmeter_provider: {readers: [{periodic: {interval: 0, exporter: {console: }}}]}": `line 2: meter_provider.readers[0].periodic.interval: "0" is no number of 1 or more`,
		"file_format: 1.0\nmeter_provider: {readers: [{pull: {exporter: {prometheus: {port: 70000}}}}]}":  `line 2: meter_provider.readers[0].pull.exporter.prometheus.port: "70000" is no port`,
		"file_format: 1.0\ninstrumentation/development: {go: {net/http: {exclude: [x]}}}":                 `line 2: instrumentation/development.go.net/http.exclude: "x" is no pattern of a path (/admin/*) and not "health"`,
	} {
		set, problems := read(text)
		got := fmt.Sprint(problems)
		if want = `[OTEL_CONFIG_FILE="/etc/otel.yaml" ` + want + "; telemetry is off]"; got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
		if !set.Disabled || set.Traces != nil {
			t.Errorf("%q: not off: %+v", text, set)
		}
	}
}

func TestUnknownThingsAreToldOnceWithTheirPath(t *testing.T) {
	set, problems := read(`file_format: "1.3"
extra: 1
tracer_provider:
  tracer_configurator/development: {default_config: {}}
  processors:
    - batch:
        colour: red
        exporter: {otlp_http: {max_request_size: 5}}
    - batch: {exporter: {otlp_file/development: {output_stream: stdout}}}
    - mine: {x: 1}
meter_provider:
  readers:
    - pull: {exporter: {carrier_pigeon: }}
    - periodic: {exporter: {console: }, producers: [{opencensus: }]}
  views: [{selector: {}, stream: {aggregation: {quantiles: }}}]
propagator: {composite: [{ottrace: }, {b3: }]}
resource: {detection/development: {detectors: [{aws: }]}}
instrumentation/development: {general: {http: {}}, go: {net/http: {verbose: true}}}
`)
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	equal(t, "problems", strings.Split(strings.ReplaceAll(strings.Join(lines, "\n"), "OTEL_CONFIG_FILE: ", ""), "\n"), []string{
		"file_format 1.3 is newer than 1.1; reading it as 1.1",
		"line 8: tracer_provider.processors[0].batch.exporter.otlp_http.max_request_size is not supported; ignoring it",
		"line 7: tracer_provider.processors[0].batch.colour is not supported; ignoring it",
		"line 9: tracer_provider.processors[1].batch.exporter.otlp_file/development is not supported; ignoring it",
		"line 10: tracer_provider.processors[2].mine is not supported; ignoring it",
		"line 4: tracer_provider.tracer_configurator/development is not supported; ignoring it",
		"line 13: meter_provider.readers[0].pull.exporter.carrier_pigeon is not supported; ignoring it",
		"line 14: meter_provider.readers[1].periodic.producers is not supported; ignoring it",
		"line 15: meter_provider.views[0].stream.aggregation.quantiles is not supported; ignoring it",
		"line 16: propagator: propagator ottrace is not supported; ignoring it",
		"line 17: resource.detection/development.detectors[0].aws is not supported; ignoring it",
		"line 18: instrumentation/development.go.net/http.verbose is not supported; ignoring it",
		"line 18: instrumentation/development.general.http is not supported; ignoring it",
		"line 2: extra is not supported; ignoring it",
	})
	if len(set.Traces) != 1 || len(set.Metrics) != 1 || len(set.Propagators) != 1 {
		t.Errorf("got %+v", set)
	}
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
		if want := `OTEL_CONFIG_FILE="/f" ` + tt.want + "; telemetry is off"; len(problems) != 1 || problems[0].String() != want || !set.Disabled {
			t.Errorf("got %v, want %s", problems, want)
		}
	}
}

func TestWithoutAFileTheVariablesCount(t *testing.T) {
	set, _ := Read(func(name string) string { return map[string]string{"OTEL_PROPAGATORS": "b3"}[name] }, nil)
	equal(t, "propagators", set.Propagators, []string{"b3"})
}
