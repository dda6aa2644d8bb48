package config

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/rt/noise"
)

// read reads an environment of name=value lines, and files that a test names.
func read(files map[string]string, lines ...string) (Settings, []Problem) {
	env := map[string]string{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		env[name] = value
	}
	return Read(func(name string) string { return env[name] }, func(name string) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	})
}

// field follows a path of fields, and indices of lists; "(none)" where the list is too short, and "len" for its length.
func field(settings Settings, path string) any {
	v := reflect.ValueOf(settings)
	for _, step := range strings.Split(path, ".") {
		for v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return "(none)"
			}
			v = v.Elem()
		}
		switch v.Kind() {
		case reflect.Struct:
			v = v.FieldByName(step)
		case reflect.Slice:
			if step == "len" {
				return v.Len()
			}
			var i int
			fmt.Sscan(step, &i)
			if i >= v.Len() {
				return "(none)"
			}
			v = v.Index(i)
		}
	}
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if s, ok := v.Interface().(Secret); ok {
		return string(s)
	}
	return v.Interface()
}

// A row is a variable: what is looked at, its default, and what values make of it. A bad value gives a problem that names the variable,
// and the default is used.
var rows = []struct {
	variable string
	with     []string // other variables
	field    string
	unset    any
	values   map[string]any
	bad      []string
}{
	{variable: "OTEL_SDK_DISABLED", field: "Disabled", unset: false, values: map[string]any{"true": true, " TRUE ": true, "false": false}, bad: []string{"1", "yes"}},
	{variable: "OTEL_LOG_LEVEL", field: "LogLevel", unset: Info, values: map[string]any{"ERROR": Error, "warn": Warn, "debug": Debug}, bad: []string{"verbose", "0"}},
	{variable: "OTEL_TRACES_EXPORTER", field: "Traces.0.Kind", unset: OTLP, values: map[string]any{
		"console": Console, "none": "(none)", "OTLP , console": OTLP, "zipkin,console": Console}, bad: []string{"zipkin", ",", "prometheus"}},
	{variable: "OTEL_METRICS_EXPORTER", field: "Metrics.0.Kind", unset: OTLP, values: map[string]any{
		"prometheus": Prometheus, "none": "(none)", "console,otlp,console": Console}, bad: []string{"statsd"}},
	{variable: "OTEL_LOGS_EXPORTER", field: "Logs.0.Kind", unset: "(none)", values: map[string]any{"otlp": OTLP, "console": Console, "none": "(none)"}, bad: []string{"file"}},
	{variable: "OTEL_EXPORTER_OTLP_PROTOCOL", field: "Traces.0.Protocol", unset: Protobuf, values: map[string]any{"grpc": GRPC, "HTTP/JSON": JSON}, bad: []string{"http", "grpc/web"}},
	{variable: "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL", with: []string{"OTEL_EXPORTER_OTLP_PROTOCOL=http/json"}, field: "Metrics.0.Protocol", unset: JSON, values: map[string]any{"grpc": GRPC}},
	{variable: "OTEL_EXPORTER_OTLP_ENDPOINT", field: "Traces.0.URL", unset: "http://localhost:4318/v1/traces", values: map[string]any{
		"http://c:1": "http://c:1/v1/traces", "https://c/a/": "https://c/a/v1/traces", "http://u:p@c": "http://u:p@c/v1/traces"}},
	{variable: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", with: []string{"OTEL_EXPORTER_OTLP_ENDPOINT=http://other"}, field: "Traces.0.URL", unset: "http://other/v1/traces",
		values: map[string]any{"http://c:1/x": "http://c:1/x", "http://c:1": "http://c:1/"}},
	{variable: "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", with: []string{"OTEL_LOGS_EXPORTER=otlp"}, field: "Logs.0.URL", unset: "http://localhost:4318/v1/logs", values: map[string]any{"http://c/l": "http://c/l"}},
	{variable: "OTEL_EXPORTER_OTLP_ENDPOINT", with: []string{"OTEL_EXPORTER_OTLP_PROTOCOL=grpc"}, field: "Metrics.0.URL", unset: "http://localhost:4317", values: map[string]any{
		"c:1": "https://c:1", "http://c:1/ignored": "http://c:1", "https://c": "https://c:4317"}},
	{variable: "OTEL_EXPORTER_OTLP_INSECURE", with: []string{"OTEL_EXPORTER_OTLP_PROTOCOL=grpc", "OTEL_EXPORTER_OTLP_ENDPOINT=c:1"}, field: "Traces.0.URL", unset: "https://c:1",
		values: map[string]any{"true": "http://c:1"}, bad: []string{"maybe"}},
	{variable: "OTEL_EXPORTER_OTLP_TRACES_INSECURE", with: []string{"OTEL_EXPORTER_OTLP_PROTOCOL=grpc", "OTEL_EXPORTER_OTLP_ENDPOINT=c:1", "OTEL_EXPORTER_OTLP_INSECURE=true"}, field: "Traces.0.URL",
		unset: "http://c:1", values: map[string]any{"false": "https://c:1"}},
	{variable: "OTEL_EXPORTER_OTLP_HEADERS", field: "Traces.0.Headers", unset: []Header(nil), values: map[string]any{
		"api-key=a%20b,x=": []Header{{"Api-Key", "a b"}, {"X", ""}}}, bad: []string{"hunter2", "a=%zz", "a b=hunter2", "a=x%0Ahunter2"}},
	{variable: "OTEL_EXPORTER_OTLP_TRACES_HEADERS", with: []string{"OTEL_EXPORTER_OTLP_HEADERS=a=1"}, field: "Traces.0.Headers", unset: []Header{{"A", "1"}}, values: map[string]any{"b=2": []Header{{"B", "2"}}}},
	{variable: "OTEL_EXPORTER_OTLP_TIMEOUT", field: "Traces.0.Timeout", unset: 10 * time.Second, values: map[string]any{"0": time.Duration(0), "50": 50 * time.Millisecond}, bad: []string{"-1", "1s", "99999999999"}},
	{variable: "OTEL_EXPORTER_OTLP_COMPRESSION", field: "Metrics.0.Gzip", unset: false, values: map[string]any{"gzip": true, "none": false}, bad: []string{"zstd"}},
	{variable: "OTEL_BSP_SCHEDULE_DELAY", field: "Traces.0.Batch.Delay", unset: 5 * time.Second, values: map[string]any{"0": time.Duration(0), "20": 20 * time.Millisecond}, bad: []string{"-5", "soon"}},
	{variable: "OTEL_BSP_EXPORT_TIMEOUT", field: "Traces.0.Batch.Timeout", unset: 30 * time.Second, values: map[string]any{"1": time.Millisecond}, bad: []string{"x"}},
	{variable: "OTEL_BSP_MAX_QUEUE_SIZE", field: "Traces.0.Batch.Records", unset: 2048, values: map[string]any{"1": 1, "5000": 5000}, bad: []string{"0", "-1", "2.5"}},
	{variable: "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", field: "Traces.0.Batch.Size", unset: 512, values: map[string]any{"7": 7}, bad: []string{"0", "many"}},
	{variable: "OTEL_BLRP_SCHEDULE_DELAY", with: []string{"OTEL_LOGS_EXPORTER=otlp"}, field: "Logs.0.Batch.Delay", unset: time.Second, values: map[string]any{"20": 20 * time.Millisecond}, bad: []string{"-5"}},
	{variable: "OTEL_BLRP_EXPORT_TIMEOUT", with: []string{"OTEL_LOGS_EXPORTER=otlp"}, field: "Logs.0.Batch.Timeout", unset: 30 * time.Second, values: map[string]any{"1": time.Millisecond}, bad: []string{"x"}},
	{variable: "OTEL_BLRP_MAX_QUEUE_SIZE", with: []string{"OTEL_LOGS_EXPORTER=otlp"}, field: "Logs.0.Batch.Records", unset: 2048, values: map[string]any{"600": 600}, bad: []string{"0"}},
	{variable: "OTEL_BLRP_MAX_EXPORT_BATCH_SIZE", with: []string{"OTEL_LOGS_EXPORTER=otlp"}, field: "Logs.0.Batch.Size", unset: 512, values: map[string]any{"7": 7}, bad: []string{"-7"}},
	{variable: "GOTS_QUEUE_BYTES", field: "Traces.0.Batch.Bytes", unset: DefaultBytes, values: map[string]any{"1000": 1000}, bad: []string{"0", "16M"}},
	{variable: "OTEL_METRIC_EXPORT_INTERVAL", field: "Metrics.0.Reader.Interval", unset: time.Minute, values: map[string]any{"1": time.Millisecond}, bad: []string{"0", "1m"}},
	{variable: "OTEL_METRIC_EXPORT_TIMEOUT", field: "Metrics.0.Reader.Timeout", unset: 30 * time.Second, values: map[string]any{"0": time.Duration(0)}, bad: []string{"x"}},
	{variable: "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE", field: "Metrics.0.Reader.Temporality", unset: Cumulative, values: map[string]any{"Delta": Delta, "LowMemory": LowMemory}, bad: []string{"low_memory"}},
	{variable: "OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION", field: "Metrics.0.Reader.Exponential", unset: false,
		values: map[string]any{"base2_exponential_bucket_histogram": true, "explicit_bucket_histogram": false}, bad: []string{"exponential"}},
	{variable: "OTEL_METRICS_EXEMPLAR_FILTER", field: "Exemplars", unset: TraceBased, values: map[string]any{"always_on": AlwaysOn, "ALWAYS_OFF": AlwaysOff}, bad: []string{"none"}},
	{variable: "OTEL_EXPORTER_PROMETHEUS_HOST", with: []string{"OTEL_METRICS_EXPORTER=prometheus"}, field: "Metrics.0.Host", unset: "localhost", values: map[string]any{"0.0.0.0": "0.0.0.0", "[::1]": "::1"}, bad: []string{"http://x", "[]"}},
	{variable: "OTEL_EXPORTER_PROMETHEUS_PORT", with: []string{"OTEL_METRICS_EXPORTER=prometheus"}, field: "Metrics.0.Port", unset: 9464, values: map[string]any{"0": 0, "9000": 9000}, bad: []string{"65536", "-1", "http"}},
	{variable: "OTEL_TRACES_SAMPLER", field: "Sampler.Kind", unset: SampleParents, values: map[string]any{
		"always_on": SampleAll, "Always_Off": SampleNone, "traceidratio": SampleRatio, "parentbased_always_off": SampleParents, "parentbased_traceidratio": SampleParents},
		bad: []string{"jaeger_remote", "xray", "parentbased_jaeger_remote", "parentbased_", "half"}},
	{variable: "OTEL_TRACES_SAMPLER", field: "Sampler.Root.Kind", unset: SampleAll, values: map[string]any{"parentbased_always_off": SampleNone, "parentbased_traceidratio": SampleRatio, "always_on": "(none)"}},
	{variable: "OTEL_TRACES_SAMPLER_ARG", with: []string{"OTEL_TRACES_SAMPLER=traceidratio"}, field: "Sampler.Ratio", unset: 1.0, values: map[string]any{"0": 0.0, "0.25": 0.25, "1": 1.0}, bad: []string{"1.01", "-0.1", "NaN", "half"}},
	{variable: "OTEL_PROPAGATORS", field: "Propagators", unset: []string{"tracecontext", "baggage"}, values: map[string]any{
		"b3,B3multi, jaeger,xray,b3": []string{"b3", "b3multi", "jaeger", "xray"}, "none": []string(nil)}, bad: []string{"ottrace"}},
	{variable: "AWS_LAMBDA_FUNCTION_NAME", field: "Propagators", unset: []string{"tracecontext", "baggage"}, values: map[string]any{"f": []string{"tracecontext", "baggage", "xray"}}},
	{variable: "OTEL_SERVICE_NAME", with: []string{"OTEL_RESOURCE_ATTRIBUTES=service.name=other"}, field: "ServiceName", unset: "other", values: map[string]any{"shop": "shop"}},
	{variable: "OTEL_RESOURCE_ATTRIBUTES", field: "Resource", unset: []Attribute(nil), values: map[string]any{
		"a=1,b=x%2Cy": []Attribute{{"a", "1"}, {"b", "x,y"}}}, bad: []string{"a=1,hunter2", "a=%zz", "=1"}},
	{variable: "OTEL_GO_RESOURCE_DETECTORS", field: "Detectors", unset: Detectors, values: map[string]any{"host,process": []string{"host", "process"}, "all": Detectors, "none": []string(nil)}, bad: []string{"gcp"}},
	{variable: "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT", field: "SpanLimits.ValueLength", unset: DefaultValueLength, values: map[string]any{"0": 0, "50": 50, "-1": -1}, bad: []string{"-2", "long"}},
	{variable: "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", with: []string{"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT=9"}, field: "SpanLimits.ValueLength", unset: 9, values: map[string]any{"50": 50}},
	{variable: "OTEL_LOGRECORD_ATTRIBUTE_VALUE_LENGTH_LIMIT", with: []string{"OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT=9"}, field: "LogLimits.ValueLength", unset: 9, values: map[string]any{"50": 50}},
	{variable: "OTEL_ATTRIBUTE_COUNT_LIMIT", field: "LogLimits.Attributes", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", field: "SpanLimits.Attributes", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT", field: "LogLimits.Attributes", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_SPAN_EVENT_COUNT_LIMIT", field: "SpanLimits.Events", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_SPAN_LINK_COUNT_LIMIT", field: "SpanLimits.Links", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT", field: "SpanLimits.EventAttributes", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_LINK_ATTRIBUTE_COUNT_LIMIT", field: "SpanLimits.LinkAttributes", unset: 128, values: map[string]any{"3": 3}, bad: []string{"x"}},
	{variable: "OTEL_GO_HTTP_EXCLUDE", field: "Noise.Exclude", unset: noise.Health, values: map[string]any{
		"/internal/*, /x/{id}": []string{"/internal/*", "/x/{id}"}, "health": noise.Health, "None": []string(nil),
		"/x,health": append([]string{"/x"}, noise.Health...)}, bad: []string{"internal", "/x{id}"}},
	{variable: "OTEL_GO_ENABLED_INSTRUMENTATIONS", field: "Noise.Enabled", unset: []string(nil), values: map[string]any{"net/http, log": []string{"net/http", "log"}}},
	{variable: "OTEL_GO_DISABLED_INSTRUMENTATIONS", field: "Noise.Disabled", unset: []string(nil), values: map[string]any{"net/http": []string{"net/http"}}},
	{variable: "GOTS_EXIT_TIMEOUT", field: "ExitTimeout", unset: 2 * time.Second, values: map[string]any{"500": 500 * time.Millisecond, "3s": 3 * time.Second, "0": time.Duration(0)}, bad: []string{"soon", "-1s", "-3"}},
	{variable: "GOTS_GLS", field: "GLS", unset: GLSHooks, values: map[string]any{"off": GLSOff, "Full": GLSFull}, bad: []string{"on"}},
	{variable: "GOTS_PROFILE_LABELS", field: "ProfileLabels", unset: false, values: map[string]any{"true": true}, bad: []string{"1"}},
	{variable: "GOTS_RECORD_ERROR_TEXTS", field: "ErrorTexts", unset: false, values: map[string]any{"true": true}, bad: []string{"1"}},
	{variable: "GOTS_LOG_IDS", field: "LogIDs", unset: false, values: map[string]any{"true": true}, bad: []string{"1"}},
}

func TestEachVariable(t *testing.T) {
	for _, row := range rows {
		check := func(value string, want any, problems int) {
			t.Helper()
			settings, found := read(nil, append(row.with, row.variable+"="+value)...)
			if got := field(settings, row.field); !reflect.DeepEqual(got, want) {
				t.Errorf("%s=%q: %s is %#v, want %#v", row.variable, value, row.field, got, want)
			}
			told := 0
			for _, p := range found {
				if p.Name == row.variable {
					told++
				}
				if text := p.String(); strings.Contains(text, "hunter2") || strings.ContainsAny(text, "\n\r") {
					t.Errorf("%s=%q: shown as %q", row.variable, value, text)
				}
			}
			if problems == 0 && told > 1 || problems > 0 && told == 0 {
				t.Errorf("%s=%q: problems %v", row.variable, value, found)
			}
		}
		check("", row.unset, 0)
		check("  ", row.unset, 0)
		for value, want := range row.values {
			check(value, want, 0)
		}
		for _, value := range row.bad {
			check(value, row.unset, 1)
		}
	}
}

func TestDefaultsAreWithoutProblems(t *testing.T) {
	if _, problems := read(nil); len(problems) > 0 {
		t.Errorf("got %v", problems)
	}
	settings, _ := read(nil)
	for _, e := range append(settings.Traces, settings.Metrics...) {
		if !e.Implied || !e.Default {
			t.Errorf("%s is said to be asked for", e.Shown)
		}
	}
	if settings, _ := read(nil, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c"); settings.Traces[0].Implied || settings.Traces[0].Default || !settings.Metrics[0].Default {
		t.Errorf("got %+v", settings.Traces[0])
	}
	if settings, _ := read(nil, "OTEL_METRICS_EXPORTER=otlp"); !settings.Metrics[0].Implied || settings.Metrics[0].Default || !settings.Traces[0].Default {
		t.Errorf("got %+v", settings.Metrics[0])
	}
}

func TestSharedVariablesAreToldOnce(t *testing.T) {
	_, problems := read(nil, "OTEL_LOGS_EXPORTER=otlp,console", "OTEL_EXPORTER_OTLP_TIMEOUT=x", "OTEL_EXPORTER_OTLP_PROTOCOL=tcp", "GOTS_QUEUE_BYTES=y", "OTEL_BLRP_SCHEDULE_DELAY=z")
	if len(problems) != 4 {
		t.Errorf("got %v", problems)
	}
}

func TestAListKeepsWhatItKnows(t *testing.T) {
	for list, want := range map[string]string{
		"zipkin,console": `OTEL_TRACES_EXPORTER="zipkin" is none of otlp, console, none; leaving it out`,
		"none,console":   `OTEL_TRACES_EXPORTER="none,console" has none beside others; using console`,
	} {
		settings, problems := read(nil, "OTEL_TRACES_EXPORTER="+list)
		if len(settings.Traces) != 1 || settings.Traces[0].Kind != Console || len(problems) != 1 || problems[0].String() != want {
			t.Errorf("%s: %v, %v", list, settings.Traces, problems)
		}
	}
}

func TestASignalThatCannotBeSentAsAskedIsOff(t *testing.T) {
	files := map[string]string{"/ca": "not a certificate", "/key": "no key", "/cert": "no certificate"}
	for line, want := range map[string]string{
		"OTEL_EXPORTER_OTLP_ENDPOINT=ftp://user:hunter2@x":          "OTEL_EXPORTER_OTLP_ENDPOINT: is no http or https URL; no traces are sent",
		"OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318":                `OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318" is no http or https URL; did you mean http://collector:4318; no traces are sent`,
		"OTEL_EXPORTER_OTLP_ENDPOINT=http://c:99999":                "OTEL_EXPORTER_OTLP_ENDPOINT: is no http or https URL; no traces are sent",
		"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://":                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: is no http or https URL; no traces are sent",
		"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://u:hunter2@[::1":  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: is no http or https URL; no traces are sent",
		"OTEL_EXPORTER_OTLP_CERTIFICATE=/none":                      "OTEL_EXPORTER_OTLP_CERTIFICATE: there is no file /none; no traces are sent",
		"OTEL_EXPORTER_OTLP_CERTIFICATE=/ca":                        "OTEL_EXPORTER_OTLP_CERTIFICATE: no certificate in /ca; no traces are sent",
		"OTEL_EXPORTER_OTLP_CERTIFICATE=-----BEGIN hunter2":         "OTEL_EXPORTER_OTLP_CERTIFICATE: there is no file (no path); no traces are sent",
		"OTEL_EXPORTER_OTLP_CLIENT_KEY=/key":                        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: a client's key needs its certificate; no traces are sent",
		"OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE=/cert":        "OTEL_EXPORTER_OTLP_CLIENT_KEY: a client's certificate needs its key; no traces are sent",
		"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE=/cert\nCLIENT_KEY=x": "OTEL_EXPORTER_OTLP_CLIENT_KEY: a client's certificate needs its key; no traces are sent",
	} {
		settings, problems := read(files, "OTEL_METRICS_EXPORTER=none", line)
		if len(settings.Traces) != 0 || len(problems) != 1 || problems[0].String() != want {
			t.Errorf("%s: %d exporters, %v", line, len(settings.Traces), problems)
		}
	}
	settings, problems := read(files, "OTEL_METRICS_EXPORTER=none", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE=/cert", "OTEL_EXPORTER_OTLP_CLIENT_KEY=/key")
	if len(settings.Traces) != 0 || len(problems) != 1 || !strings.Contains(problems[0].String(), "are no pair") {
		t.Errorf("%v", problems)
	}
}

func TestABatchFitsItsQueue(t *testing.T) {
	settings, problems := read(nil, "OTEL_BSP_MAX_QUEUE_SIZE=100")
	if settings.Traces[0].Batch.Size != 100 || len(problems) != 0 {
		t.Errorf("%+v, %v", settings.Traces[0].Batch, problems)
	}
	settings, problems = read(nil, "OTEL_BSP_MAX_QUEUE_SIZE=100", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE=200")
	if settings.Traces[0].Batch.Size != 100 || len(problems) != 1 {
		t.Errorf("%+v, %v", settings.Traces[0].Batch, problems)
	}
}

func TestSecretsAreNotShown(t *testing.T) {
	settings, _ := read(nil, "OTEL_EXPORTER_OTLP_HEADERS=api-key=hunter2", "OTEL_EXPORTER_OTLP_ENDPOINT=http://bob:hunter2@c/hunter2")
	if text := fmt.Sprintf("%v %+v %#v", settings, settings, settings); strings.Contains(text, "hunter2") {
		t.Errorf("got %s", text)
	}
	if e := settings.Traces[0]; e.Shown != "http://c" || e.Headers[0].Value != "hunter2" {
		t.Errorf("got %+v", e)
	}
	for _, value := range []string{strings.Repeat("x", 100), "ghp_0123456789abcdefghij", "line\nbreak"} {
		if got := Shown(value); len(got) > shownLength || strings.Contains(got, "\n") || strings.Contains(got, "ghp_") {
			t.Errorf("%q is shown as %q", value, got)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want string
	}{{fs.ErrPermission, "no permission to read /f"}, {errors.New("disk says hunter2"), "cannot read /f"}} {
		_, where, bad := ReadTLS(func(string) ([]byte, error) { return nil, tt.err }, "/f", "", "")
		if where != "authority" || bad != tt.want {
			t.Errorf("%s: %s", where, bad)
		}
	}
}
