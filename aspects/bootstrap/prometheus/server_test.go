package prometheus

import (
	"compress/gzip"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

func TestNegotiation(t *testing.T) {
	for accept, want := range map[string]bool{
		"":                             false,
		"*/*":                          false,
		"text/html":                    false,
		"application/openmetrics-text": true,
		"application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4," +
			"text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1": true,
		"application/openmetrics-text;q=0.1, text/plain":     false,
		"application/openmetrics-text; version=\"1.0.0\"":    true,
		"application/openmetrics-text;version=2.0.0":         false,
		"application/openmetrics-text;q=0,text/plain;q=0":    false,
		"application/openmetrics-text;q=x":                   false,
		"Application/OpenMetrics-Text ; Q=1 , text/plain":    true,
		"application/vnd.google.protobuf;proto=x,text/plain": false,
	} {
		if got := wantsOpenMetrics(accept); got != want {
			t.Errorf("%q: %v, want %v", accept, got, want)
		}
	}
}

// exporter gives one with a counter in it.
func exporter(t *testing.T) *Exporter {
	e := New(Options{Resource: []attr.Value{attr.Short("service.name").String("shop")}, Say: t.Logf})
	t.Cleanup(e.Close)
	c := meter.NewCounter(rt.NewScope("example.com/server"), meter.Desc{Name: "visits"}, func(struct{}) []attr.Value { return nil })
	c.Add(nil, struct{}{}, 2)
	return e
}

func TestScrape(t *testing.T) {
	e := exporter(t)
	get := func(method string, header ...string) *http.Response {
		r := httptest.NewRequest(method, Path, nil)
		for i := 0; i < len(header); i += 2 {
			r.Header.Set(header[i], header[i+1])
		}
		w := httptest.NewRecorder()
		e.ServeHTTP(w, r)
		return w.Result()
	}
	text := func(body io.Reader) string {
		all, err := io.ReadAll(body)
		if err != nil {
			t.Fatal(err)
		}
		return string(all)
	}
	plain := get("GET")
	if got := text(plain.Body); plain.Header.Get("Content-Type") != textType || !strings.Contains(got, "visits_total{") || strings.Contains(got, "EOF") {
		t.Errorf("%v\n%s", plain.Header, got)
	}
	open := get("GET", "Accept", "application/openmetrics-text;version=1.0.0")
	if got := text(open.Body); open.Header.Get("Content-Type") != openType || !strings.HasSuffix(got, "# EOF\n") || !strings.Contains(got, `target_info{service_name="shop"} 1`) {
		t.Errorf("%v\n%s", open.Header, got)
	}
	packed := get("GET", "Accept-Encoding", "deflate, gzip;q=0.5")
	unpacked, err := gzip.NewReader(packed.Body)
	if err != nil || packed.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal(err, packed.Header)
	}
	if got := text(unpacked); !strings.Contains(got, "visits_total{") {
		t.Error(got)
	}
	if refused := get("GET", "Accept-Encoding", "gzip;q=0"); refused.Header.Get("Content-Encoding") != "" {
		t.Error("packed for a client that refuses it")
	}
	if post := get("POST"); post.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", post.StatusCode)
	}
}

func TestLabelsOfTheScopeAndTheTargetCanBeLeftOut(t *testing.T) {
	all := string(exporter(t).scrape(true))
	if !strings.Contains(all, `otel_scope_name="example.com/server"`) || !strings.Contains(all, "target_info{") {
		t.Error(all)
	}
	e := exporter(t)
	e.WithoutTarget, e.WithoutScopeInfo = true, true
	if got := string(e.scrape(true)); strings.Contains(got, "otel_scope_") || strings.Contains(got, "target") || !strings.Contains(got, "visits_total 2\n") {
		t.Error(got)
	}
	e.Labels = e.Resource
	if got := string(e.scrape(true)); !strings.Contains(got, `visits_total{service_name="shop"} 2`) {
		t.Error(got)
	}
}

// slow is a client that takes the page when it is released.
type slow struct {
	http.ResponseWriter
	begun, release chan struct{}
}

func (s *slow) Write(p []byte) (int, error) {
	s.begun <- struct{}{}
	<-s.release
	return len(p), nil
}

func TestSlowClientsAreFew(t *testing.T) {
	e := exporter(t)
	begun, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	for range maxServing {
		go func() {
			e.ServeHTTP(&slow{httptest.NewRecorder(), begun, release}, httptest.NewRequest(http.MethodGet, Path, nil))
			done <- struct{}{}
		}()
		<-begun
	}
	serve := func() int {
		w := httptest.NewRecorder()
		e.ServeHTTP(w, httptest.NewRequest(http.MethodGet, Path, nil))
		return w.Code
	}
	if code := serve(); code != http.StatusServiceUnavailable {
		t.Errorf("one too many: %d", code)
	}
	close(release)
	for range maxServing {
		<-done
	}
	if code := serve(); code != http.StatusOK {
		t.Errorf("afterwards: %d", code)
	}
}

func TestAnObserverThatPanicsCostsItsOwn(t *testing.T) {
	e := exporter(t)
	stop := meter.Observe(rt.NewScope("example.com/late"), []meter.Observable{{Kind: meter.KindGauge, Desc: meter.Desc{Name: "late"}}}, func(meter.Observer) { panic("observer") })
	defer stop()
	w := httptest.NewRecorder()
	e.ServeHTTP(w, httptest.NewRequest(http.MethodGet, Path, nil))
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "visits_total{") {
		t.Errorf("%d\n%s", w.Code, w.Body)
	}
}

func TestListen(t *testing.T) {
	e := exporter(t)
	s, err := e.Listen("127.0.0.1", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for path, want := range map[string]int{Path: 200, "/": 404, "/metrics/x": 404} {
		answer, err := http.Get("http://" + s.Address() + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, answer.StatusCode, want)
		}
	}
	// The port is taken now.
	_, port, _ := net.SplitHostPort(s.Address())
	number, _ := strconv.Atoi(port)
	want := fmt.Sprintf("metrics cannot be fetched from 127.0.0.1:%s: bind: address already in use (OTEL_EXPORTER_PROMETHEUS_HOST and OTEL_EXPORTER_PROMETHEUS_PORT say where)", port)
	if _, err := e.Listen("127.0.0.1", number); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
