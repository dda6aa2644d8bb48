package check

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// report runs a check of an environment and reads what it writes.
func report(t *testing.T, target string, lines ...string) (Report, string) {
	t.Helper()
	env := map[string]string{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		env[name] = value
	}
	set, problems := config.Read(func(name string) string { return env[name] }, os.ReadFile)
	var out bytes.Buffer
	Run(target, set, problems, []attr.Value{attr.Program("service.name", 100).String("shop"), attr.Program("n", 0).Int(7)}, &out)
	text, ok := strings.CutPrefix(out.String(), prefix)
	if !ok || strings.Count(text, "\n") != 1 {
		t.Fatalf("got %q", out.String())
	}
	var r Report
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		t.Fatal(err)
	}
	return r, text
}

// sink keeps what it gets, as JSON by path.
type sink struct {
	*httptest.Server
	mu      sync.Mutex
	got     map[string]string
	headers http.Header
}

func newSink(t *testing.T) *sink {
	s := &sink{got: map[string]string{}}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		s.mu.Lock()
		defer s.mu.Unlock()
		s.got[r.URL.Path], s.headers = string(body), r.Header
	}))
	t.Cleanup(s.Close)
	return s
}

func TestEachSignalIsTried(t *testing.T) {
	s := newSink(t)
	r, text := report(t, s.URL, "OTEL_EXPORTER_OTLP_ENDPOINT=https://u:hunter2@collector:4318/hunter2", "OTEL_EXPORTER_OTLP_HEADERS=api-key=hunter2",
		"OTEL_LOGS_EXPORTER=otlp,console", "OTEL_METRICS_EXPORTER=otlp,prometheus", "OTEL_TRACES_SAMPLER=parentbased_traceidratio", "OTEL_TRACES_SAMPLER_ARG=0.5", "OTEL_BSP_SCHEDULE_DELAY=x")
	if strings.Contains(text, "hunter2") {
		t.Errorf("a secret is shown: %s", text)
	}
	e := r.Traces[0]
	if e.Kind != "otlp" || e.Protocol != "http/protobuf" || e.Endpoint != "https://collector:4318" || e.Default || !e.Sent || e.Error != "" || len(e.Headers) != 1 || e.Headers[0] != "Api-Key" || e.Interval != 5000 {
		t.Errorf("%+v", e)
	}
	if len(r.Logs) != 2 || !r.Logs[0].Sent || r.Logs[1].Sent || r.Logs[1].Kind != "console" {
		t.Errorf("%+v", r.Logs)
	}
	if len(r.Metrics) != 2 || !r.Metrics[0].Sent || r.Metrics[0].Interval != 60_000 || r.Metrics[0].Temporality != "cumulative" || r.Metrics[1].Endpoint != "localhost:9464" {
		t.Errorf("%+v", r.Metrics)
	}
	if r.Sampler != "parentbased_traceidratio" || r.SamplerRatio != 0.5 || len(r.Problems) != 1 || r.Disabled || r.GLS != "hooks" || r.ExitTimeout != 2000 {
		t.Errorf("%+v", r)
	}
	if len(r.Resource) != 2 || r.Resource[0] != [2]string{"service.name", "shop"} || r.Resource[1] != [2]string{"n", "7"} {
		t.Errorf("%v", r.Resource)
	}
	for path, signal := range map[string]rt.Signal{"/v1/traces": rt.Traces, "/v1/metrics": rt.Metrics, "/v1/logs": rt.Logs} {
		body, err := otlp.JSON(signal, []byte(s.got[path]))
		if err != nil || !strings.Contains(string(body), "shop") || !strings.Contains(strings.ReplaceAll(string(body), "gots.doctor", name), name) {
			t.Errorf("%s: %s, %v", path, body, err)
		}
	}
	if s.headers.Get("Api-Key") != "" {
		t.Error("headers were sent to the sink")
	}
}

func TestLive(t *testing.T) {
	s := newSink(t)
	r, _ := report(t, "live", "OTEL_EXPORTER_OTLP_ENDPOINT="+s.URL, "OTEL_EXPORTER_OTLP_HEADERS=api-key=mine")
	if !r.Traces[0].Sent || !r.Metrics[0].Sent || s.headers.Get("Api-Key") != "mine" || len(s.got) != 2 {
		t.Errorf("%+v, %v", r.Traces, s.headers)
	}
	s.Close()
	r, _ = report(t, "live", "OTEL_EXPORTER_OTLP_ENDPOINT="+s.URL)
	if r.Traces[0].Sent || !strings.Contains(r.Traces[0].Error, "connection refused") {
		t.Errorf("%+v", r.Traces)
	}
}

func TestWhatIsOff(t *testing.T) {
	s := newSink(t)
	r, text := report(t, s.URL, "OTEL_SDK_DISABLED=true")
	if !r.Disabled || len(r.Traces)+len(r.Metrics)+len(r.Logs) != 0 || len(s.got) != 0 || !strings.Contains(text, `"traces":[]`) {
		t.Errorf("%s", text)
	}
	r, _ = report(t, s.URL, "OTEL_METRICS_EXPORTER=none", "OTEL_EXPORTER_OTLP_ENDPOINT=nonsense")
	if len(r.Traces) != 0 || len(r.Problems) != 1 {
		t.Errorf("%+v", r)
	}
	if r, _ = report(t, "nonsense"); r.Traces[0].Sent || !strings.Contains(r.Traces[0].Error, Variable) {
		t.Errorf("%+v", r.Traces)
	}
}

func TestTheLineIsWhatTheTagsSay(t *testing.T) {
	e := Exporter{"otlp", "grpc", "http://c\n", true, []string{"A", "\"B"}, true, []string{"authority"}, 5, "delta", true, "\x01 \xff"}
	for _, r := range []Report{
		{Problems: []string{}, Traces: []Exporter{}, Metrics: []Exporter{}, Logs: []Exporter{{}}, Routes: []string{}, Propagators: []string{}, Exclude: []string{}, Enabled: []string{}, Off: []string{}, Resource: [][2]string{}},
		{1, true, []string{"a", "b"}, []Exporter{e, e}, []Exporter{e}, []Exporter{{Kind: "console"}}, "traceidratio", 0.25, []string{"/x"}, []string{"b3"}, []string{"/y"}, []string{"net/http"},
			[]string{"log"}, "off", 2000, "/f", [][2]string{{"a", "1"}, {"b", "2"}}},
	} {
		want, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var a, b any
		if err := errors.Join(json.Unmarshal(r.json(), &a), json.Unmarshal(want, &b)); err != nil || !reflect.DeepEqual(a, b) {
			t.Errorf("%v\n got %s\nwant %s", err, r.json(), want)
		}
	}
}

func TestSamplerNames(t *testing.T) {
	for want, s := range map[string]config.Sampler{
		"always_on": {Kind: config.SampleAll}, "traceidratio": {Kind: config.SampleRatio}, "parentbased_always_on": config.DefaultSampler(),
		"custom": {Kind: config.SampleParents, Root: &config.Sampler{Kind: config.SampleAll}, LocalSampled: &config.Sampler{Kind: config.SampleNone}},
	} {
		if got, _ := sampler(s); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
