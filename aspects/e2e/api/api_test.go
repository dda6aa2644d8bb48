// Package api tests programs that use OpenTelemetry's newest API for three signals, and set providers late: woven, what hooks record is made
// with these.
package api

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/contrib/bridges/otelslog"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	otellog "go.opentelemetry.io/otel/log"
	sdklog "go.opentelemetry.io/otel/sdk/log"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

// Taken before any provider is set, as package-level variables are.
var (
	tracer     = otel.Tracer("early")
	counter, _ = otel.Meter("early").Int64Counter("early.count")
	gauge, _   = otel.Meter("early").Float64Gauge("early.gauge")
	logger     = otel.Logger("early")
	with       = slog.New(slog.NewJSONHandler(io.Discard, nil)).With("w", 1).WithGroup("g")
)

var (
	spans   = tracetest.NewSpanRecorder()
	reader  = sdkmetric.NewManualReader()
	records recorder
)

// recorder keeps log records.
type recorder struct {
	sync.Mutex
	all []sdklog.Record
}

func (r *recorder) OnEmit(_ context.Context, record *sdklog.Record) error {
	writeLog(record)
	r.Lock()
	defer r.Unlock()
	r.all = append(r.all, record.Clone())
	return nil
}

func (r *recorder) Enabled(context.Context, sdklog.EnabledParameters) bool { return true }

func (r *recorder) Shutdown(context.Context) error   { return nil }
func (r *recorder) ForceFlush(context.Context) error { return nil }

// take gives the records since the last call, as scope, body and attributes.
func (r *recorder) take() (out []string) {
	r.Lock()
	defer r.Unlock()
	for _, record := range r.all {
		var attrs []string
		record.WalkAttributes(func(kv attribute.KeyValue) bool {
			if !strings.HasPrefix(string(kv.Key), "code.") {
				attrs = append(attrs, string(kv.Key)+"="+kv.Value.Emit())
			}
			return true
		})
		scope := record.InstrumentationScope().Name
		out = append(out, fmt.Sprintf("%s: %s %d %v %s", strings.TrimPrefix(scope, "github.com/gots-dev/gots/"), record.Body().Emit(), record.Severity(), attrs, record.SpanID()))
	}
	r.all = nil
	return out
}

func TestMain(m *testing.M) {
	// Before: nothing is recorded, and nothing fails.
	_, span := tracer.Start(context.Background(), "lost")
	span.End()
	counter.Add(context.Background(), 100)
	logger.Emit(context.Background(), otellog.Record{})
	otel.SetTracerProvider(sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans), sdktrace.WithSpanProcessor(writer{})))
	otel.SetMeterProvider(sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)))
	otel.SetLoggerProvider(sdklog.NewLoggerProvider(sdklog.WithProcessor(&records)))
	code := m.Run()
	var all metricdata.ResourceMetrics
	if err := reader.Collect(context.Background(), &all); err != nil {
		panic(err)
	}
	writeMetrics(&all)
	os.Exit(code)
}

// points gives scope and name → number of measurements, or the sum, of the instruments that begin so.
func points(t *testing.T, prefix string) map[string]string {
	t.Helper()
	var all metricdata.ResourceMetrics
	if err := reader.Collect(context.Background(), &all); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, scope := range all.ScopeMetrics {
		for _, m := range scope.Metrics {
			if !strings.HasPrefix(m.Name, prefix) {
				continue
			}
			key := scope.Scope.Name[strings.LastIndex(scope.Scope.Name, "/")+1:] + " " + m.Name
			switch data := m.Data.(type) {
			case metricdata.Histogram[float64]:
				for _, p := range data.DataPoints {
					route, _ := p.Attributes.Value("http.route")
					got[strings.TrimSpace(key+" "+route.AsString())] = fmt.Sprintf("%d, %d buckets, unit %s", p.Count, len(p.BucketCounts), m.Unit)
				}
			case metricdata.Sum[int64]:
				for _, p := range data.DataPoints {
					got[key] = fmt.Sprint(p.Value)
				}
			case metricdata.Gauge[float64]:
				got[key] = fmt.Sprint(data.DataPoints[0].Value)
			}
		}
	}
	return got
}

func get(t *testing.T, ctx context.Context, url string) {
	t.Helper()
	req, _ := http.NewRequestWithContext(ctx, "GET", url, nil)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
}

func TestInstrumentsThatWereMadeBeforeTheProvider(t *testing.T) {
	counter.Add(context.Background(), 2)
	gauge.Record(context.Background(), 1.5)
	if got := points(t, "early."); got["early early.count"] != "2" || got["early early.gauge"] != "1.5" || !counter.Enabled(context.Background()) {
		t.Errorf("got %v", got)
	}
}

func TestMeasurementsOfHooksAreMadeOnce(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/plain/{id}", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("/theirs", otelhttp.NewHandler(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), "theirs"))
	server := httptest.NewServer(mux)
	ctx, root := tracer.Start(context.Background(), "root")
	for i := 0; i < 3; i++ {
		get(t, ctx, fmt.Sprintf("%s/plain/%d", server.URL, i))
		get(t, ctx, server.URL+"/theirs")
	}
	root.End()
	server.Close() // waits for the handlers
	want := map[string]string{
		"http http.server.request.duration /plain/{id}": "3, 15 buckets, unit s", "otelhttp http.server.request.duration /theirs": "3, 15 buckets, unit s",
	}
	if got := points(t, "http.server.request.duration"); !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := points(t, "http.client.request.duration"); len(got) != 1 || !strings.HasPrefix(got["http http.client.request.duration"], "6, ") {
		t.Errorf("got %v", got)
	}
}

// An instrumented transport measures its requests whether their spans are sampled or not.
func TestRequestsOfAnInstrumentedTransportAreMeasuredOnce(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer server.Close()
	of := func() (hooks, theirs int) {
		for key, value := range points(t, "http.client.request.duration") {
			n := 0
			_, _ = fmt.Sscan(value, &n)
			if strings.HasPrefix(key, "otelhttp ") {
				theirs += n
			} else {
				hooks += n
			}
		}
		return hooks, theirs
	}
	hooks, theirs := of()
	never := sdktrace.NewTracerProvider(sdktrace.WithSampler(sdktrace.NeverSample()))
	for _, option := range []otelhttp.Option{otelhttp.WithTracerProvider(never), otelhttp.WithTracerProvider(otel.GetTracerProvider())} {
		client := &http.Client{Transport: otelhttp.NewTransport(http.DefaultTransport, option)}
		res, err := client.Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, res.Body)
		_ = res.Body.Close()
	}
	if h, o := of(); h != hooks || o != theirs+2 {
		t.Errorf("%d and %d more", h-hooks, o-theirs)
	}
}

func TestRecordsOfLogSlogGoToTheProgramsProvider(t *testing.T) {
	records.take()
	ctx, span := tracer.Start(context.Background(), "logging")
	with.InfoContext(ctx, "message", "a", slog.GroupValue(slog.Int("b", 2)))
	id := span.SpanContext().SpanID()
	if got, want := records.take(), fmt.Sprintf("aspects/log/slog: message 9 [w=1 g.a.b=2] %s", id); len(got) != 1 || got[0] != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var out bytes.Buffer
	log.SetOutput(&out)
	defer log.SetOutput(os.Stderr)
	log.Print("line")
	slog.InfoContext(ctx, "through log") // the default handler writes to package log: one record
	if got := records.take(); len(got) != 2 || !strings.HasPrefix(got[0], "aspects/log: line 0 []") || !strings.HasPrefix(got[1], "aspects/log/slog: through log 9 []") {
		t.Errorf("got %q", got)
	}
	var record otellog.Record
	record.SetBody(attribute.StringValue("of the program"))
	logger.Emit(ctx, record)
	if got := records.take(); len(got) != 1 || !strings.HasPrefix(got[0], "early: of the program 0 []") {
		t.Errorf("got %q", got)
	}
	span.End()
}

// This comes last: from then on, the program makes the records of log/slog.
func TestRecordsOfOtelslogAreTheOnlyOnes(t *testing.T) {
	ctx, span := tracer.Start(context.Background(), "logging")
	defer span.End()
	theirs := otelslog.NewLogger("theirs")
	records.take()
	theirs.InfoContext(ctx, "message", "a", 1)
	id := span.SpanContext().SpanID()
	if got, want := records.take(), []string{fmt.Sprintf("theirs: message 9 [a=1] %s", id)}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	var out bytes.Buffer
	slog.New(slog.NewJSONHandler(&out, nil)).InfoContext(ctx, "to standard error")
	if got := records.take(); len(got) != 0 || !strings.Contains(out.String(), id.String()) {
		t.Errorf("got %q and %s", got, out.String())
	}
}

func TestSpansOfHooksAreTheProgramsOwn(t *testing.T) {
	spans.Reset()
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		trace.SpanFromContext(r.Context()).SetAttributes(attribute.Bool("mine", true))
		trace.SpanFromContext(r.Context()).SetName("mine")
	}))
	ctx, root := tracer.Start(context.Background(), "root")
	get(t, ctx, server.URL)
	root.End()
	server.Close()
	deadline := time.Now().Add(5 * time.Second)
	for len(spans.Ended()) < 3 && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	var got []string
	for _, s := range spans.Ended() {
		got = append(got, s.Name())
	}
	slices.Sort(got)
	if !slices.Equal(got, []string{"GET", "mine", "root"}) {
		t.Errorf("got %q", got)
	}
}
