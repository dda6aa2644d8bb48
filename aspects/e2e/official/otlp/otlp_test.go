package otlp

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	collectorlogs "go.opentelemetry.io/proto/otlp/collector/logs/v1"
	collectormetrics "go.opentelemetry.io/proto/otlp/collector/metrics/v1"
	collectortraces "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	"google.golang.org/protobuf/encoding/prototext"
	"google.golang.org/protobuf/proto"

	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/pmetric/pmetricotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/rt"
)

// requests is how many random requests of each signal are compared.
const requests = 3400

// sink keeps the last request of an official exporter.
func sink(t *testing.T) (address string, last *[]byte) {
	last = new([]byte)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { *last, _ = io.ReadAll(r.Body) }))
	t.Cleanup(server.Close)
	return server.URL, last
}

type request interface {
	proto.Message
	comparable
}

// compare decodes both requests with the generated code, and ours once more by way of its JSON, which the collector reads.
func compare[R request](t *testing.T, seed uint64, signal rt.Signal, theirs, ours []byte, blank func() R, fromJSON func([]byte) ([]byte, error)) {
	t.Helper()
	want, got, again := blank(), blank(), blank()
	if err := proto.Unmarshal(theirs, want); err != nil {
		t.Fatalf("request %d of the official exporter: %v", seed, err)
	}
	if err := proto.Unmarshal(ours, got); err != nil {
		t.Fatalf("request %d of ours: %v", seed, err)
	}
	text, err := otlp.JSON(signal, ours)
	if err != nil {
		t.Fatalf("request %d: %v", seed, err)
	}
	viaJSON, err := fromJSON(text)
	if err != nil {
		t.Fatalf("request %d: %v in %s", seed, err, text)
	}
	if err := proto.Unmarshal(viaJSON, again); err != nil {
		t.Fatalf("request %d by way of JSON: %v", seed, err)
	}
	for _, r := range []R{want, got, again} {
		sort(r)
	}
	if !proto.Equal(want, got) {
		t.Fatalf("request %d differs:\n%s", seed, difference(got, want))
	}
	if !proto.Equal(want, again) {
		t.Fatalf("request %d by way of JSON differs:\n%s", seed, difference(again, want))
	}
	// No field is written twice, no length is longer than needed: the generated code's bytes are as many.
	if n := proto.Size(got); n != len(ours) {
		t.Fatalf("request %d has %d bytes, %d would do", seed, len(ours), n)
	}
}

// difference shows the first line that differs, with those before it.
func difference(got, want proto.Message) string {
	a, b := strings.Split(prototext.Format(got), "\n"), strings.Split(prototext.Format(want), "\n")
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	around := func(lines []string) string { return strings.Join(lines[max(0, at-12):min(len(lines), at+4)], "\n") }
	return "got\n" + around(a) + "\nwant\n" + around(b)
}

func sort(message proto.Message) {
	switch m := message.(type) {
	case *collectortraces.ExportTraceServiceRequest:
		for _, r := range m.ResourceSpans {
			sortAttributes(r.Resource.Attributes)
			byScope(r.ScopeSpans)
		}
	case *collectormetrics.ExportMetricsServiceRequest:
		for _, r := range m.ResourceMetrics {
			sortAttributes(r.Resource.Attributes)
			byScope(r.ScopeMetrics)
		}
	case *collectorlogs.ExportLogsServiceRequest:
		for _, r := range m.ResourceLogs {
			sortAttributes(r.Resource.Attributes)
			byScope(r.ScopeLogs)
		}
	}
}

func byScope[S interface {
	GetScope() *common.InstrumentationScope
}](list []S) {
	slices.SortFunc(list, func(a, b S) int { return cmp.Compare(a.GetScope().GetName(), b.GetScope().GetName()) })
}

func sortAttributes(list []*common.KeyValue) {
	slices.SortFunc(list, func(a, b *common.KeyValue) int { return cmp.Compare(a.Key, b.Key) })
}

func join(resource []byte, blocks []otlp.Block) []byte {
	return bytes.Join(otlp.Request(resource, blocks), nil)
}

func tracesFromJSON(text []byte) ([]byte, error) {
	r := ptraceotlp.NewExportRequest()
	if err := r.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	return r.MarshalProto()
}

func metricsFromJSON(text []byte) ([]byte, error) {
	r := pmetricotlp.NewExportRequest()
	if err := r.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	return r.MarshalProto()
}

func logsFromJSON(text []byte) ([]byte, error) {
	r := plogotlp.NewExportRequest()
	if err := r.UnmarshalJSON(text); err != nil {
		return nil, err
	}
	return r.MarshalProto()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var background = context.Background()
