package otlp

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

func key(name string) *attr.Key { return attr.Program(name, 1000) }

func spanContext(n byte, remote bool) ids.SpanContext {
	return ids.SpanContext{Trace: ids.TraceID{15: n}, Span: ids.SpanID{7: n}, Flags: ids.Sampled, Remote: remote}
}

// sample is a span with everything a span can have.
func sample() *rt.Record {
	const at = 1_000_000_500
	return &rt.Record{
		Scope: &attr.Scope{}, Name: "GET /x", Kind: rt.Server, Self: spanContext(1, false), Parent: spanContext(2, true), Start: at, End: at + 1e9,
		Attrs: []attr.Value{
			key("s").String(""), key("b").Bool(false), key("i").Int(-1), key("f").Float(0.5), key("ss").Strings([]string{"a", "b"}),
		},
		Events: []rt.Event{{Name: "e", Time: at, Attrs: []attr.Value{key("n").Int(300)}}},
		Links:  []rt.Link{{To: spanContext(3, false)}},
		Status: rt.Failed, StatusText: "bad", DroppedAttrs: 2,
	}
}

var sampleResource = Resource([]attr.Value{key("service.name").String("shop")}, "")

func sampleRequest() []byte {
	r := sample()
	return bytes.Join(Request(sampleResource, []Block{{r.Scope, AppendSpan(nil, r)}}), nil)
}

const sampleJSON = `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},` +
	`"scopeSpans":[{"scope":{},"spans":[{"traceId":"00000000000000000000000000000001","spanId":"0000000000000001",` +
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

func TestProtobuf(t *testing.T) {
	if got := hex.EncodeToString(sampleRequest()); got != sampleProtobuf {
		t.Errorf("got %s", got)
	}
}

func TestJSON(t *testing.T) {
	got, err := JSON(rt.Traces, sampleRequest())
	if err != nil || string(got) != sampleJSON {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, sampleJSON)
	}
}

func TestLogRecords(t *testing.T) {
	scope := &attr.Scope{Name: "log/slog", Version: "1", SchemaURL: "https://schema", Attrs: []attr.Value{key("x").Int(1)}}
	r := &logrec.Record{
		Scope: scope, Time: 1, Observed: 2, Severity: logrec.Warn, SeverityText: "WARN", EventName: "e", Body: key("").String("text\n"),
		Attrs: []attr.Value{key("m").Map([]attr.Value{key("b").Bytes([]byte{0, 255}), key("l").List([]attr.Value{key("").Int(1), key("").String("x")})})},
		Trace: ids.TraceID{15: 1}, Span: ids.SpanID{7: 1}, Flags: ids.Sampled, Dropped: 3,
	}
	message := bytes.Join(Request(sampleResource, []Block{{scope, AppendLog(nil, r)}}), nil)
	got, err := JSON(rt.Logs, message)
	want := `{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeLogs":[{"scope":{` +
		`"name":"log/slog","version":"1","attributes":[{"key":"x","value":{"intValue":"1"}}]},"logRecords":[{"timeUnixNano":"1",` +
		`"observedTimeUnixNano":"2","severityNumber":13,"severityText":"WARN","eventName":"e","body":{"stringValue":"text\n"},"attributes":[` +
		`{"key":"m","value":{"kvlistValue":{"values":[{"key":"b","value":{"bytesValue":"AP8="}},{"key":"l","value":{"arrayValue":{"values":[` +
		`{"intValue":"1"},{"stringValue":"x"}]}}}]}}}],"droppedAttributesCount":3,"flags":1,"traceId":"00000000000000000000000000000001",` +
		`"spanId":"0000000000000001"}],"schemaUrl":"https://schema"}]}]}`
	if err != nil || string(got) != want {
		t.Errorf("%v\ngot  %s\nwant %s", err, got, want)
	}
}

// Blocks of one scope end up together, in their order, whatever lies between them.
func TestRequestsGroupBlocksByScope(t *testing.T) {
	a, b := &attr.Scope{Name: "a"}, &attr.Scope{Name: "b"}
	var blocks []Block
	for i, scope := range []*attr.Scope{a, b, a, nil} {
		r := sample()
		r.Name = string(rune('0' + i))
		blocks = append(blocks, Block{scope, AppendSpan(nil, r)})
	}
	text, err := JSON(rt.Traces, bytes.Join(Request(sampleResource, blocks), nil))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		ResourceSpans []struct {
			ScopeSpans []struct {
				Scope struct{ Name string }
				Spans []struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal(text, &got); err != nil || len(got.ResourceSpans) != 1 {
		t.Fatal(err, string(text))
	}
	var order []string
	for _, s := range got.ResourceSpans[0].ScopeSpans {
		line := s.Scope.Name + ":"
		for _, span := range s.Spans {
			line += span.Name
		}
		order = append(order, line)
	}
	if got := strings.Join(order, " "); got != "a:02 b:1 :3" {
		t.Errorf("got %s", got)
	}
}

func TestNumbersThatJSONLacks(t *testing.T) {
	inf := math.Inf(1)
	for want, f := range map[string]float64{`"Infinity"`: inf, `"-Infinity"`: -inf, `"NaN"`: math.NaN(), "1e+21": 1e21, "0": 0} {
		if got := string(appendDouble(nil, f)); got != want {
			t.Errorf("%v: got %s, want %s", f, got, want)
		}
	}
}

func TestJSONOfWhatIsNoRequest(t *testing.T) {
	deep := []byte{}
	for range 200 {
		deep = wire.AppendBytes(nil, 1, wire.AppendBytes(nil, 5, append(deep, 0x10, 1)))
	}
	// An attribute of the resource has this value.
	nested := wire.AppendBytes(nil, 1, wire.AppendBytes(nil, 1, wire.AppendBytes(nil, 1, wire.AppendBytes(nil, 2, wire.AppendBytes(nil, 5, deep)))))
	for name, message := range map[string][]byte{
		"broken": {0x0a, 0xff}, "a number where a message is": {0x08, 1}, "deep": nested, "half a number": {0x0a, 6, 0x12, 4, 0x12, 2, 0x39, 1},
	} {
		if got, err := JSON(rt.Traces, message); err == nil {
			t.Errorf("%s: got %s", name, got)
		}
	}
	if _, err := JSON(rt.Signal(9), nil); err == nil {
		t.Error("a signal that there is not")
	}
	// A field of a later version is left out.
	if got, err := JSON(rt.Traces, wire.AppendText(nil, 99, "new")); err != nil || string(got) != "{}" {
		t.Errorf("%s, %v", got, err)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add(sampleRequest())
	f.Fuzz(func(t *testing.T, message []byte) {
		for signal := range requests {
			if text, err := JSON(signal, message); err == nil && !json.Valid(text) {
				t.Errorf("%x: %s", message, text)
			}
		}
	})
}

func TestEncodingAllocatesNothing(t *testing.T) {
	span, room := sample(), make([]byte, 0, 64<<10)
	record := &logrec.Record{Time: 1, Body: key("").String("text"), Attrs: span.Attrs}
	metric := &meter.Metric{Name: "http.server.request.duration", Form: meter.FormHistogram, Bounds: []float64{1, 2}, Points: []meter.Point{
		{Attrs: span.Attrs, Buckets: []uint64{1, 2, 3}, Exemplars: []meter.Exemplar{{Time: 1, Filtered: span.Attrs}}},
	}}
	if n := testing.AllocsPerRun(100, func() { AppendMetric(AppendLog(AppendSpan(room, span), record), metric) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
