package official

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/prometheus"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/rttest"
	_ "github.com/gots-dev/gots/aspects/runtime"
)

// A real Prometheus fetches the metrics of the Go runtime, of the SDK and of a server's requests, and answers questions about them.

// program gives a program of Debian's package prometheus: the installed one, or one that is unpacked for the test.
func program(t *testing.T, dir, name string) string {
	t.Helper()
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	path := filepath.Join(dir, "usr", "bin", name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	command := exec.Command("sh", "-c", "apt-get download prometheus && dpkg -x prometheus_*.deb .")
	command.Dir = dir
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("Prometheus cannot be installed: %v\n%s", err, output)
	}
	return path
}

// measured starts the exporter and measures something. The result is its address and the trace of an exemplar.
func measured(t *testing.T) (address, trace string) {
	rttest.Use(t) // also switches the runtime's metrics on
	meter.Configure(meter.Options{})
	exporter := prometheus.New(prometheus.Options{Resource: []attr.Value{attr.Short("service.name").String("shop"), attr.Short("host.name").String(`a "quoted" \ name`)}, Say: t.Logf})
	server, err := exporter.Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	scope := rt.NewScope("example.com/real")
	_, span := scope.Start(context.Background(), rt.Server, "GET")
	duration := meter.NewHistogram(scope, meter.Desc{
		Name: "http.server.request.duration", Unit: "s", Text: "Duration of \"HTTP\" server requests.\nIn seconds \\ not ms.", Bounds: []float64{0.005, 0.25, 1},
	}, key.ours)
	visits := meter.NewCounter(scope, meter.Desc{Name: "visits.total", Text: "Visits."}, key.ours)
	odd := meter.NewGauge(scope, meter.Desc{Name: "3 odd.name", Unit: "1", Text: "Odd.", Float: true}, key.ours)
	for _, v := range []float64{0.001, 0.3, 0.3, math.NaN(), 50} {
		duration.Record(span, key{method: "GET\n\"x\"", status: 200}, v)
	}
	visits.Add(span, key{method: "GET"}, 41)
	odd.SetFloat(nil, key{method: "é"}, 0.5)
	sdkmetrics.NewReader("prometheus_http_text_metric_exporter").Collected(time.Millisecond, "")
	return server.Address(), span.Context().Trace.String()
}

func get(t *testing.T, address string, accept string) string {
	t.Helper()
	request, _ := http.NewRequest(http.MethodGet, "http://"+address+prometheus.Path, nil)
	request.Header.Set("Accept", accept)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// lint is what promtool says of names that the conventions and the specification's rules lead to.
var lint = map[string]string{
	"go_config_gogc_percent": `use base unit "ratio" instead of "percent"`,
	"go_goroutine_count":     `non-histogram and non-summary metrics should not have "_count" suffix`,
}

func TestPromtoolReadsThePage(t *testing.T) {
	address, _ := measured(t)
	command := exec.Command(program(t, t.TempDir(), "promtool"), "check", "metrics")
	command.Stdin = strings.NewReader(get(t, address, "text/plain"))
	output, err := command.CombinedOutput()
	// 3: the page is read, and there is something to say of style.
	if exit := new(exec.ExitError); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 3) {
		t.Fatalf("%v\n%s", err, output)
	}
	t.Logf("promtool says:\n%s", output)
	for _, line := range strings.Split(strings.TrimSpace(string(output)), "\n") {
		name, says, _ := strings.Cut(line, " ")
		if line != "" && lint[name] != says {
			t.Errorf("promtool says: %s", line)
		}
	}
}

func TestAPrometheusServerFetches(t *testing.T) {
	address, trace := measured(t)
	dir := t.TempDir()
	server := program(t, dir, "prometheus")
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	api := free.Addr().String()
	free.Close()
	config := fmt.Sprintf("scrape_configs:\n- job_name: shop\n  scrape_interval: 1s\n  static_configs: [{targets: ['%s']}]\n", address)
	if err := os.WriteFile(filepath.Join(dir, "prometheus.yml"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	command := exec.Command(server, "--config.file="+filepath.Join(dir, "prometheus.yml"), "--storage.tsdb.path="+filepath.Join(dir, "data"),
		"--web.listen-address="+api, "--enable-feature=exemplar-storage")
	command.Stdout, command.Stderr = &log, &log
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	defer func() {
		_ = command.Process.Kill()
		<-ended
	}()

	// ask repeats a question until the answer is there.
	ask := func(path string, query url.Values, there func(body string) bool) {
		t.Helper()
		var body string
		for range 600 {
			select {
			case err := <-ended:
				ended <- err
				t.Fatalf("the server ended: %v\n%s", err, log.String())
			default:
			}
			if answer, err := http.Get("http://" + api + path + "?" + query.Encode()); err == nil {
				all, _ := io.ReadAll(answer.Body)
				answer.Body.Close()
				if body = string(all); there(body) {
					return
				}
			}
			time.Sleep(100 * time.Millisecond)
		}
		t.Fatalf("%s %v: the last answer was\n%s", path, query, body)
	}
	value := func(query, want string) {
		t.Helper()
		ask("/api/v1/query", url.Values{"query": {query}}, func(body string) bool {
			var answer struct {
				Data struct {
					Result []struct{ Value [2]any }
				}
			}
			return json.Unmarshal([]byte(body), &answer) == nil && len(answer.Data.Result) == 1 && answer.Data.Result[0].Value[1] == want
		})
	}
	value(`up{job="shop"}`, "1")
	value(`http_server_request_duration_seconds_bucket{le="0.25", method="GET\n\"x\"", otel_scope_name="example.com/real"}`, "1")
	value(`http_server_request_duration_seconds_bucket{le="1.0"} or http_server_request_duration_seconds_bucket{le="1"}`, "3")
	value(`http_server_request_duration_seconds_count`, "4")
	value(`visits_total`, "41")
	value(`_3_odd_name_ratio{method="é"}`, "0.5")
	value(`target_info{service_name="shop", host_name="a \"quoted\" \\ name"}`, "1")
	value(`count(go_memory_used_bytes)`, "2")
	value(`count(go_cpu_time_seconds_total)`, "4")
	ask("/api/v1/query_exemplars", url.Values{
		"query": {"http_server_request_duration_seconds_bucket"}, "start": {fmt.Sprint(time.Now().Add(-time.Hour).Unix())}, "end": {fmt.Sprint(time.Now().Add(time.Hour).Unix())},
	}, func(body string) bool { return strings.Contains(body, `"trace_id":"`+trace+`"`) })
	ask("/api/v1/metadata", url.Values{"metric": {"http_server_request_duration_seconds"}}, func(body string) bool {
		return strings.Contains(body, `"type":"histogram"`) && strings.Contains(body, `"unit":"seconds"`) && strings.Contains(body, `Duration of \"HTTP\" server requests.\nIn seconds \\ not ms.`)
	})
	ask("/api/v1/targets", nil, func(body string) bool {
		return strings.Contains(body, `"health":"up"`) && strings.Contains(body, `"lastError":""`)
	})
}
