package otlp

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	sdkresource "go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
)

// sample is one span with everything a span can have.
func sample() []sdktrace.ReadOnlySpan {
	at := time.Unix(1, 500)
	spanContext := func(n byte, remote bool) trace.SpanContext {
		return trace.NewSpanContext(trace.SpanContextConfig{
			TraceID: trace.TraceID{15: n}, SpanID: trace.SpanID{7: n}, TraceFlags: trace.FlagsSampled, Remote: remote,
		})
	}
	return tracetest.SpanStubs{{
		Name: "GET /x", SpanKind: trace.SpanKindServer, SpanContext: spanContext(1, false), Parent: spanContext(2, true),
		StartTime: at, EndTime: at.Add(time.Second),
		Attributes: []attribute.KeyValue{
			attribute.String("s", ""), attribute.Bool("b", false), attribute.Int("i", -1), attribute.Float64("f", 0.5),
			attribute.StringSlice("ss", []string{"a", "b"}),
		},
		Events:            []sdktrace.Event{{Name: "e", Time: at, Attributes: []attribute.KeyValue{attribute.Int("n", 300)}}},
		Links:             []sdktrace.Link{{SpanContext: spanContext(3, false)}},
		Status:            sdktrace.Status{Code: codes.Error, Description: "bad"},
		DroppedAttributes: 2,
		Resource:          sdkresource.NewSchemaless(attribute.String("service.name", "shop")),
	}}.Snapshots()
}

const sampleJSON = `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},` +
	`"scopeSpans":[{"scope":{"name":""},"spans":[{"traceId":"00000000000000000000000000000001","spanId":"0000000000000001",` +
	`"parentSpanId":"0000000000000002","flags":769,"name":"GET /x","kind":2,"startTimeUnixNano":"1000000500",` +
	`"endTimeUnixNano":"2000000500","attributes":[{"key":"s","value":{"stringValue":""}},{"key":"b","value":{"boolValue":false}},` +
	`{"key":"i","value":{"intValue":"-1"}},{"key":"f","value":{"doubleValue":0.5}},{"key":"ss","value":{"arrayValue":{"values":[` +
	`{"stringValue":"a"},{"stringValue":"b"}]}}}],"droppedAttributesCount":2,"events":[{"timeUnixNano":"1000000500","name":"e",` +
	`"attributes":[{"key":"n","value":{"intValue":"300"}}]}],"links":[{"traceId":"00000000000000000000000000000003",` +
	`"spanId":"0000000000000003","flags":257}],"status":{"message":"bad","code":2}}]}]}]}`

// sampleProtobuf was read back with the generated code of go.opentelemetry.io/proto/otlp v1.9.0, which found the same content.
const sampleProtobuf = "" +
	"0af8010a180a160a0c736572766963652e6e616d6512060a0473686f7012db010a0012d6010a10000000000000000000000000000000011208000000" +
	"0000000001220800000000000000022a06474554202f78300239f4cb9a3b0000000041f4953577000000004a070a017312020a004a070a0162120210" +
	"004a100a0169120b18ffffffffffffffffff014a0e0a0166120921000000000000e03f4a120a027373120c2a0a0a030a01610a030a016250025a1609" +
	"f4cb9a3b000000001201651a080a016e120318ac026a210a10000000000000000000000000000000031208000000000000000335010100007a071203" +
	"6261641802850101030000"

func TestWriterWritesLines(t *testing.T) {
	var out bytes.Buffer
	exporter := NewWriter(&out)
	for range 2 {
		if err := exporter.ExportSpans(context.Background(), sample()); err != nil {
			t.Fatal(err)
		}
	}
	if want := sampleJSON + "\n" + sampleJSON + "\n"; out.String() != want {
		t.Errorf("got  %swant %s", out.String(), want)
	}
}

func TestProtobuf(t *testing.T) {
	if got := hex.EncodeToString(newRequest(sample()).protobuf()); got != sampleProtobuf {
		t.Errorf("got %s", got)
	}
}

func TestSpansAreGroupedByResourceAndScope(t *testing.T) {
	var stubs tracetest.SpanStubs
	for _, service := range []string{"a", "b", "a"} {
		stubs = append(stubs, tracetest.SpanStub{Resource: sdkresource.NewSchemaless(attribute.String("service.name", service))})
	}
	r := newRequest(stubs.Snapshots())
	if len(r.ResourceSpans) != 2 || len(r.ResourceSpans[0].ScopeSpans) != 1 || len(r.ResourceSpans[0].ScopeSpans[0].Spans) != 2 {
		t.Errorf("got %+v", r)
	}
}

func TestNumbersThatJSONLacks(t *testing.T) {
	inf := math.Inf(1)
	for f, want := range map[float64]string{inf: `"Infinity"`, -inf: `"-Infinity"`, 1e21: "1e+21"} {
		if got, err := json.Marshal(double(f)); err != nil || string(got) != want {
			t.Errorf("%v: got %s, %v", f, got, err)
		}
	}
	if got, _ := json.Marshal(double(inf - inf)); string(got) != `"NaN"` {
		t.Errorf("NaN: got %s", got)
	}
}

func env(pairs ...string) func(string) string {
	m := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		m["OTEL_EXPORTER_OTLP_"+pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return m[name] }
}

func TestConfig(t *testing.T) {
	for _, tt := range []struct {
		env  []string
		want config
	}{
		{nil, config{url: "http://localhost:4318/v1/traces", shown: "http://localhost:4318", timeout: 10 * time.Second}},
		{[]string{"ENDPOINT", "https://c.example/otel/"}, config{url: "https://c.example/otel/v1/traces", shown: "https://c.example", timeout: 10 * time.Second}},
		{
			[]string{"ENDPOINT", "http://a", "TRACES_ENDPOINT", "http://b:1", "TRACES_TIMEOUT", "5", "TIMEOUT", "7"},
			config{url: "http://b:1/", shown: "http://b:1", timeout: 5 * time.Millisecond},
		},
		{
			[]string{"HEADERS", "a=b%20c, d = e=f ,", "COMPRESSION", "gzip", "PROTOCOL", "http/json"},
			config{
				url: "http://localhost:4318/v1/traces", shown: "http://localhost:4318", timeout: 10 * time.Second, gzip: true, json: true,
				headers: map[string]string{"A": "b c", "D": "e=f"},
			},
		},
	} {
		got, err := readConfig(env(tt.env...))
		if len(got.headers) == 0 {
			got.headers = nil
		}
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%v: got %+v, %v", tt.env, got, err)
		}
	}
}

func TestConfigErrorsNameTheValue(t *testing.T) {
	for _, tt := range []struct{ name, value, want string }{
		{"PROTOCOL", "grpc", `"grpc" is not supported`},
		{"ENDPOINT", "localhost:4318", `"localhost:4318"`},
		{"COMPRESSION", "zstd", `"zstd"`},
		{"TIMEOUT", "10s", `"10s"`},
		{"HEADERS", "a=b,api-key", "entry 2"},
		{"CERTIFICATE", "/does/not/exist", "/does/not/exist"},
		{"CLIENT_KEY", "/does/not/exist", "CLIENT_CERTIFICATE"},
	} {
		if _, err := NewHTTP(env(tt.name, tt.value), nil); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s=%s: got %v", tt.name, tt.value, err)
		}
	}
}

// collector answers with one status after the other, and the last one from then on.
type collector struct {
	mu       sync.Mutex
	statuses []int
	bodies   []string
	header   http.Header
}

func (c *collector) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	body := io.Reader(r.Body)
	if r.Header.Get("Content-Encoding") == "gzip" {
		body, _ = gzip.NewReader(r.Body)
	}
	data, _ := io.ReadAll(body)
	c.bodies, c.header = append(c.bodies, r.URL.Path+" "+string(data)), r.Header
	status := c.statuses[0]
	if len(c.statuses) > 1 {
		c.statuses = c.statuses[1:]
	}
	w.Header().Set("Retry-After", "1")
	w.WriteHeader(status)
}

func TestHTTPSendsAndRetries(t *testing.T) {
	c := &collector{statuses: []int{503, 200}}
	server := httptest.NewServer(c)
	defer server.Close()
	exporter, err := NewHTTP(env("ENDPOINT", server.URL, "PROTOCOL", "http/json", "COMPRESSION", "gzip", "HEADERS", "k=v"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := exporter.ExportSpans(context.Background(), sample()); err != nil {
		t.Fatal(err)
	}
	if want := "/v1/traces " + sampleJSON; len(c.bodies) != 2 || c.bodies[0] != want || c.bodies[1] != want {
		t.Errorf("got %q", c.bodies)
	}
	if c.header.Get("K") != "v" || c.header.Get("Content-Type") != "application/json" {
		t.Errorf("header: %v", c.header)
	}
}

func TestHTTPGivesUp(t *testing.T) {
	ended := make(chan struct{})
	close(ended)
	for _, tt := range []struct {
		status  int
		exiting chan struct{}
	}{{400, nil}, {503, ended}} {
		c := &collector{statuses: []int{tt.status}}
		server := httptest.NewServer(c)
		exporter, err := NewHTTP(env("ENDPOINT", server.URL), tt.exiting)
		if err != nil {
			t.Fatal(err)
		}
		if err := exporter.ExportSpans(context.Background(), sample()); err == nil || len(c.bodies) != 1 {
			t.Errorf("%d: %v after %d requests", tt.status, err, len(c.bodies))
		}
		server.Close()
	}
}

func TestHTTPStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		cancel()
	}))
	defer server.Close()
	exporter, err := NewHTTP(env("ENDPOINT", server.URL), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := exporter.ExportSpans(ctx, sample()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
