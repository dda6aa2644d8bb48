package configfile

import (
	"fmt"
	"strings"
	"testing"
)

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
		"file_format: 1.0\ninstrumentation/development: {go: {net/http: {exclude: ['/a{b}']}}}":           `line 2: instrumentation/development.go.net/http.exclude: "/a{b}" has a brace that is not around a whole segment (/orders/{id})`,
		"file_format: 1.0\ninstrumentation/development: {go: {net/http: {routes: [{path: 'GET /a'}]}}}":   "line 2: instrumentation/development.go.net/http.routes[0].path is no pattern of a path (/search/*)",
	} {
		set, problems := read(text)
		got := fmt.Sprint(problems)
		if want = `[OTEL_CONFIG_FILE="/etc/otel.yaml": ` + want + "; telemetry is off]"; got != want {
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
attribute_limits: {attribute_value_depth_limit: 3}
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
    - periodic: {exporter: {console: }, producers: [{opencensus: }], cardinality_limits: {summary: 3}}
    - pull: {exporter: {prometheus/development: {translation_strategy: no_translation/development}}}
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
		"line 3: attribute_limits.attribute_value_depth_limit is not supported; ignoring it",
		"line 9: tracer_provider.processors[0].batch.exporter.otlp_http.max_request_size is not supported; ignoring it",
		"line 8: tracer_provider.processors[0].batch.colour is not supported; ignoring it",
		"line 10: tracer_provider.processors[1].batch.exporter.otlp_file/development is not supported; ignoring it",
		"line 11: tracer_provider.processors[2].mine is not supported; ignoring it",
		"line 5: tracer_provider.tracer_configurator/development is not supported; ignoring it",
		"line 14: meter_provider.readers[0].pull.exporter.carrier_pigeon is not supported; ignoring it",
		"line 15: meter_provider.readers[1].periodic.cardinality_limits.summary is not supported; ignoring it",
		"line 15: meter_provider.readers[1].periodic.producers is not supported; ignoring it",
		"line 16: meter_provider.readers[2].pull.exporter.prometheus/development.translation_strategy: no_translation/development is not supported (underscore_escaping_with_suffixes); ignoring it",
		"line 17: meter_provider.views[0].stream.aggregation.quantiles is not supported; ignoring it",
		"line 18: propagator: propagator ottrace is not supported; ignoring it",
		"line 19: resource.detection/development.detectors[0].aws is not supported; ignoring it",
		"line 20: instrumentation/development.go.net/http.verbose is not supported; ignoring it",
		"line 20: instrumentation/development.general.http is not supported; ignoring it",
		"line 2: extra is not supported; ignoring it",
	})
	if len(set.Traces) != 1 || len(set.Metrics) != 2 || len(set.Propagators) != 1 {
		t.Errorf("got %+v", set)
	}
}
