package console

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

var scope = &attr.Scope{Name: "shop"}

func request(data []byte) [][]byte {
	return otlp.Request(otlp.Resource(nil, ""), []otlp.Block{{Scope: scope, Data: data}})
}

func TestLinesOfEachSignal(t *testing.T) {
	var out bytes.Buffer
	for _, tt := range []struct {
		signal rt.Signal
		data   []byte
		want   string
	}{
		{rt.Traces, otlp.AppendSpan(nil, &rt.Record{Name: "GET"}), `"scopeSpans":[{"scope":{"name":"shop"},"spans":[{"flags":256,"name":"GET","status":{}}]}]`},
		{rt.Logs, otlp.AppendLog(nil, &logrec.Record{SeverityText: "INFO"}), `"scopeLogs":[{"scope":{"name":"shop"},"logRecords":[{"severityText":"INFO","body":{}}]}]`},
		{
			rt.Metrics, otlp.AppendMetric(nil, &meter.Metric{Name: "m", Form: meter.FormSum, Points: []meter.Point{{Int: 3}}}),
			`"scopeMetrics":[{"scope":{"name":"shop"},"metrics":[{"name":"m","sum":{"dataPoints":[{"asInt":"3"}],"aggregationTemporality":2}}]}]`,
		},
	} {
		out.Reset()
		if got := New(tt.signal, &out).Export(context.Background(), request(tt.data)); got.Kind != transport.Sent {
			t.Errorf("%+v", got)
		}
		if line := out.String(); !strings.Contains(line, tt.want) || strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") {
			t.Errorf("%s: got %s, want %s", tt.signal, line, tt.want)
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("closed") }

func TestFailures(t *testing.T) {
	for name, out := range map[string]transport.Outcome{
		"closed":     New(rt.Traces, broken{}).Export(context.Background(), request(nil)),
		"no request": New(rt.Traces, &bytes.Buffer{}).Export(context.Background(), [][]byte{{0xff}}),
	} {
		if out.Kind != transport.Failed || !strings.Contains(out.Err.Error(), "traces to the console") {
			t.Errorf("%s: %+v", name, out)
		}
	}
}

// pieces writes byte by byte, as a slow pipe takes them.
type pieces struct{ bytes.Buffer }

func (p *pieces) Write(line []byte) (int, error) {
	for _, b := range line {
		p.WriteByte(b)
	}
	return len(line), nil
}

func TestLinesStayWhole(t *testing.T) {
	var out pieces
	var all sync.WaitGroup
	for _, signal := range []rt.Signal{rt.Traces, rt.Metrics, rt.Logs} {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 100 {
				New(signal, &out).Export(context.Background(), request(nil))
			}
		}()
	}
	all.Wait()
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for _, line := range lines {
		if !json.Valid([]byte(line)) {
			t.Fatal(line)
		}
	}
	if len(lines) != 300 {
		t.Errorf("%d lines", len(lines))
	}
}
