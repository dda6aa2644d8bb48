package life

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/propagate"
)

func TestBoundedReturnsInTimeAndSurvivesPanics(t *testing.T) {
	block := make(chan struct{})
	defer close(block)
	bounded(time.Now(), func(context.Context) { <-block }) // would never return without the bound
	bounded(time.Now().Add(time.Minute), func(context.Context) { panic("not outside") })
}

// stderr gives what is written to standard error meanwhile.
func stderr(t *testing.T, do func()) string {
	t.Helper()
	saved := os.Stderr
	defer func() { os.Stderr = saved }()
	name := filepath.Join(t.TempDir(), "stderr")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	os.Stderr = f
	do()
	f.Close()
	text, _ := os.ReadFile(name)
	return string(text)
}

func TestLinesFollowTheLevel(t *testing.T) {
	defer level.Store(int32(config.Info))
	for l, want := range map[config.Level]string{config.Error: "e", config.Warn: "ew", config.Info: "ewi", config.Debug: "ewid"} {
		level.Store(int32(l))
		got := stderr(t, func() {
			say(config.Error, "e")
			warn("w\nnot a line")
			say(config.Info, "i")
			say(config.Debug, "d")
		})
		if strings.Count(got, "\n") != len(want) || strings.Count(got, "gots: ") != len(want) {
			t.Errorf("%s: got %q", l, got)
		}
	}
}

// collector notes the paths of what it gets.
type collector struct {
	*httptest.Server
	mu    sync.Mutex
	paths map[string]int
	order []string
	// before, if set, is called at the begin of a request.
	before func(path string)
}

func newCollector(t *testing.T) *collector {
	c := &collector{paths: map[string]int{}}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		if c.before != nil {
			c.before(r.URL.Path)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.paths[r.URL.Path]++
		c.order = append(c.order, r.URL.Path)
	}))
	t.Cleanup(c.Close)
	return c
}

func (c *collector) got(path string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.paths[path]
}

// sequence gives the paths of all requests, in order.
func (c *collector) sequence() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.order
}

// started assembles what variables ask for, until the test ends.
func started(t *testing.T, lines ...string) *telemetry {
	t.Helper()
	env := map[string]string{}
	for _, line := range lines {
		name, value, _ := strings.Cut(line, "=")
		env[name] = value
	}
	set, problems := config.Read(func(name string) string { return env[name] }, os.ReadFile)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	apply(set, func(name string) string { return env[name] })
	running := assemble(set, newResource(set))
	t.Cleanup(func() {
		if running != nil {
			running.shutdown(context.Background())
		}
		rt.SetSink(rt.Traces, nil)
		rt.SetSink(rt.Logs, nil)
		rt.Switch(rt.Metrics, false)
		rt.OnTakeOver(nil)
	})
	return running
}

var scope = rt.NewScope("github.com/gots-dev/gots/aspects/bootstrap/life/test")

func record() {
	_, span := scope.Start(context.Background(), rt.Internal, "x")
	span.End()
	rt.Log(&logrec.Record{Body: attr.Program("body", 10).String("hello")})
}

func TestEachSignalIsSentAtAFlushAndAtTheEnd(t *testing.T) {
	c := newCollector(t)
	running := started(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+c.URL, "OTEL_LOGS_EXPORTER=otlp")
	for i, end := range []func(context.Context){running.flush, running.flush, running.shutdown} {
		record()
		end(context.Background())
		for _, path := range []string{"/v1/traces", "/v1/logs", "/v1/metrics"} {
			if got := c.got(path); got != i+1 {
				t.Errorf("%d requests at %s after %d flushes", got, path, i+1)
			}
		}
	}
	record()
	running.flush(context.Background())
	if c.got("/v1/traces") != 3 {
		t.Error("something was sent after the end")
	}
}

func TestWhatIsOffIsNotThere(t *testing.T) {
	if started(t, "OTEL_TRACES_EXPORTER=none", "OTEL_METRICS_EXPORTER=none") != nil || rt.On(rt.Traces) || rt.On(rt.Metrics) || rt.On(rt.Logs) {
		t.Error("something is on")
	}
	running := started(t, "OTEL_TRACES_EXPORTER=console", "OTEL_METRICS_EXPORTER=none")
	if running.traces == nil || running.metrics != nil || running.logs != nil || !rt.On(rt.Traces) || rt.On(rt.Metrics) || rt.On(rt.Logs) {
		t.Errorf("got %+v", running)
	}
}

func TestThePropagatorsAreSetEvenWhereNothingIsRecorded(t *testing.T) {
	started(t, "OTEL_TRACES_EXPORTER=none", "OTEL_METRICS_EXPORTER=none", "OTEL_PROPAGATORS=b3")
	if fields := propagate.Get().Fields(); len(fields) != 1 || fields[0] != "b3" {
		t.Errorf("got %v", fields)
	}
}

func TestTheSamplerDecides(t *testing.T) {
	started(t, "OTEL_TRACES_EXPORTER=console", "OTEL_METRICS_EXPORTER=none", "OTEL_TRACES_SAMPLER=always_off")
	if _, span := scope.Start(context.Background(), rt.Internal, "x"); span.Recording() || span.Context().Flags&ids.Sampled != 0 {
		t.Errorf("%+v", span.Context())
	}
}

// A program that chose where its traces go has not asked for metrics elsewhere, unless it has.
func TestTakeOvers(t *testing.T) {
	c := newCollector(t)
	for name, tt := range map[string]struct {
		env  []string
		kept bool
	}{
		"defaults":        {nil, false},
		"an endpoint":     {[]string{"OTEL_EXPORTER_OTLP_ENDPOINT=" + c.URL}, true},
		"an exporter":     {[]string{"OTEL_METRICS_EXPORTER=console"}, true},
		"traces asked":    {[]string{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + c.URL}, false},
		"metrics by name": {[]string{"OTEL_METRICS_EXPORTER=otlp"}, true},
	} {
		running := started(t, tt.env...)
		running.takenOver(rt.Traces)
		if kept := running.metrics != nil; kept != tt.kept || rt.On(rt.Metrics) != tt.kept {
			t.Errorf("%s: metrics kept: %v, on: %v", name, kept, rt.On(rt.Metrics))
		}
		if running.metrics != nil {
			running.metrics.Drop()
		}
		rt.Switch(rt.Metrics, false)
		running.metrics = nil
	}
}

func TestPlaces(t *testing.T) {
	set, _ := config.Read(func(name string) string {
		return map[string]string{"OTEL_TRACES_EXPORTER": "otlp,console", "OTEL_EXPORTER_OTLP_HEADERS": "a=hunter2", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://u:hunter2@c/hunter2"}[name]
	}, nil)
	if got := place(set.Traces[0]) + ", " + place(set.Traces[1]); got != "http://c by http/protobuf, console" {
		t.Errorf("got %s", got)
	}
}

// A main that returns is followed by the exit hook: what both would send is sent once. A panic runs no hooks.
func TestTheEndOfMainSendsOnce(t *testing.T) {
	defer timeout.Store(timeout.Load())
	timeout.Store(int64(10 * time.Minute))
	defer hooked.Store(hooked.Load())
	defer running.Store(nil)
	returning := func() { defer Flush() }
	panicking := func() {
		defer func() {
			if recover() != "main" {
				t.Error("the panic is another")
			}
		}()
		func() {
			defer Flush()
			panic("main")
		}()
	}
	recovered := func() { // a panic that main itself recovers is none when the deferred call runs
		defer Flush()
		defer func() { _ = recover() }()
		panic("main")
	}
	for name, tt := range map[string]struct {
		main   func()
		hooked bool
		sent   int // by the deferred call
	}{
		"returns": {returning, true, 0}, "returns, no hooks": {returning, false, 1}, "panics": {panicking, true, 1}, "recovers": {recovered, true, 0},
	} {
		c := newCollector(t)
		telemetry := started(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+c.URL, "OTEL_LOGS_EXPORTER=otlp")
		running.Store(telemetry)
		hooked.Store(tt.hooked)
		record()
		tt.main()
		check := func(when string, want int) {
			for _, path := range []string{"/v1/traces", "/v1/logs", "/v1/metrics"} {
				if got := c.got(path); got != want {
					t.Errorf("%s, %s: %d requests at %s, want %d", name, when, got, path, want)
				}
			}
		}
		check("at the end of main", tt.sent)
		if tt.sent == 0 {
			telemetry.shutdown(context.Background())
			check("at the exit", 1)
		}
	}
}

func TestMetricsAreSentLast(t *testing.T) {
	c := newCollector(t)
	telemetry := started(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+c.URL, "OTEL_LOGS_EXPORTER=otlp")
	record()
	telemetry.shutdown(context.Background())
	if got := c.sequence(); len(got) != 3 || got[2] != "/v1/metrics" {
		t.Errorf("got %q", got)
	}
}

// Spans that are held up leave the metrics half of the time.
func TestSpansThatHangDoNotCostTheMetrics(t *testing.T) {
	c := newCollector(t)
	measured := make(chan struct{})
	c.before = func(path string) {
		if path == "/v1/metrics" {
			close(measured)
		} else {
			<-measured
		}
	}
	telemetry := started(t, "OTEL_EXPORTER_OTLP_ENDPOINT="+c.URL)
	record()
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Second)
	defer cancel()
	telemetry.shutdown(ctx)
	if c.got("/v1/metrics") != 1 || c.got("/v1/traces") != 1 {
		t.Errorf("got %q", c.sequence())
	}
}
