package conv

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// conventions is the pinned copy of the semantic conventions.
func conventions(t *testing.T) (all struct {
	Metrics map[string]struct {
		Instrument, Number, Unit string
		Attributes               map[string]string
	}
}) {
	t.Helper()
	data, err := os.ReadFile("../../../data/semconv/conventions.json")
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestInstrumentsAreThoseOfTheConventions(t *testing.T) {
	known := conventions(t).Metrics
	r := meter.NewReader(meter.ReaderOptions{})
	defer r.Close()
	scope := rt.NewScope("example.com/conv")
	server := Server{"broker", 9092}
	call := Call{"grpc", "shop.Orders/Get", server, "UNAVAILABLE", "UNAVAILABLE"}
	messages := Messages{"kafka", "send", "orders", "billing", server, "timeout"}
	CallDuration(scope, rt.Server).Record(nil, call, 1)
	CallDuration(scope, rt.Client).Record(nil, call, 1)
	m := NewMessaging(scope)
	m.Duration.Record(nil, Operation{messages, "send"}, 1)
	m.Sent.Add(nil, messages, 2)
	m.Consumed.Add(nil, messages, 3)
	m.Process.Record(nil, messages, 1)
	seen := 0
	r.Collect(func(m *meter.Metric) bool {
		if m.Scope != &scope.Scope {
			return true
		}
		seen++
		want, ok := known[m.Name]
		instrument, number := "counter", "int"
		if m.Form == meter.FormHistogram {
			instrument, number = "histogram", "double"
		}
		if !ok || m.Unit != want.Unit || instrument != want.Instrument || number != want.Number || m.Form == meter.FormHistogram && !slices.Equal(m.Bounds, Seconds) {
			t.Errorf("%s: %+v, the conventions have %+v", m.Name, m, want)
		}
		var names []string
		for _, a := range m.Points[0].Attrs {
			names = append(names, a.Name())
			if want.Attributes[a.Name()] == "" {
				t.Errorf("%s: the conventions do not know %s", m.Name, a.Name())
			}
		}
		for name, level := range want.Attributes {
			if level == "required" && !slices.Contains(names, name) {
				t.Errorf("%s: %s is missing", m.Name, name)
			}
		}
		return true
	})
	if seen != 6 {
		t.Errorf("%d metrics", seen)
	}
}

func TestWhatIsUnknownIsLeftOut(t *testing.T) {
	for want, attrs := range map[string][]attr.Value{
		"rpc.system.name=grpc": Call{System: "grpc"}.attrs(),
		"rpc.system.name=grpc rpc.method=_OTHER server.address=a":                 Call{System: "grpc", Method: Other, Server: Server{Address: "a"}}.attrs(),
		"messaging.system=nats messaging.operation.name=publish":                  Messages{System: "nats", Operation: "publish", Server: Server{Port: 1}}.attrs(),
		"messaging.system=nats messaging.operation.type=send":                     Operation{Messages{System: "nats"}, "send"}.attrs(),
		"rpc.response.status_code=OK error.type=x server.address=a server.port=1": Call{Status: "OK", Failure: "x", Server: Server{"a", 1}}.attrs(),
	} {
		var got []string
		for _, a := range attrs {
			got = append(got, fmt.Sprintf("%s=%v", a.Name(), a.Any()))
		}
		if text := strings.Join(got, " "); text != want {
			t.Errorf("got %s, want %s", text, want)
		}
	}
}
