package collect

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// settings reads variables.
func settings(t *testing.T, variables map[string]string) config.Settings {
	t.Helper()
	set, problems := config.Read(func(name string) string { return variables[name] }, func(string) ([]byte, error) { return nil, errors.New("no files") })
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return set
}

func TestStart(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, taken, _ := net.SplitHostPort(listener.Addr().String())
	for name, tt := range map[string]struct {
		variables         map[string]string
		periodic, servers int
		says              string
	}{
		"otlp alone":      {map[string]string{}, 1, 0, ""},
		"all three":       {map[string]string{"OTEL_METRICS_EXPORTER": "otlp,console,prometheus", "OTEL_EXPORTER_PROMETHEUS_PORT": "0"}, 2, 1, ""},
		"none":            {map[string]string{"OTEL_METRICS_EXPORTER": "none"}, 0, 0, ""},
		"a taken port":    {map[string]string{"OTEL_METRICS_EXPORTER": "prometheus", "OTEL_EXPORTER_PROMETHEUS_HOST": "127.0.0.1", "OTEL_EXPORTER_PROMETHEUS_PORT": taken}, 0, 0, "address already in use"},
		"a bad exporter":  {map[string]string{"OTEL_METRICS_EXPORTER": "console"}, 0, 0, "no metrics are sent: broken"},
		"one bad, one ok": {map[string]string{"OTEL_METRICS_EXPORTER": "console,prometheus", "OTEL_EXPORTER_PROMETHEUS_PORT": "0"}, 0, 1, "no metrics are sent: broken"},
	} {
		rt.Switch(rt.Metrics, false)
		var said []string
		to := &place{got: make(chan string, 100)}
		p := Start(settings(t, tt.variables), Options{
			Encode: names, Head: func() []byte { return nil },
			Exporter: func(e config.Exporter) (transport.Exporter, error) {
				if tt.says != "" && e.Kind == config.Console {
					return nil, errors.New("broken")
				}
				return to, nil
			},
			Say: func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) },
		})
		periodic, servers := 0, 0
		if p != nil {
			periodic, servers = len(p.periodic), len(p.servers)
		}
		if periodic != tt.periodic || servers != tt.servers || (p != nil) != rt.On(rt.Metrics) {
			t.Errorf("%s: %d periodic, %d servers, metrics on: %v", name, periodic, servers, rt.On(rt.Metrics))
		}
		if text := strings.Join(said, "\n"); !strings.Contains(text, tt.says) || (text == "") != (tt.says == "") || len(said) > 1 {
			t.Errorf("%s: said %q", name, said)
		}
		visits.Add(nil, struct{}{}, 1)
		if servers > 0 {
			answer, err := http.Get("http://" + p.servers[0].Address() + "/metrics")
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(answer.Body)
			answer.Body.Close()
			if text := string(body); !strings.Contains(text, "visits_total{") || !strings.Contains(text, "go_goroutine_count{") {
				t.Errorf("%s: %s", name, text)
			}
		}
		if err := p.Shutdown(context.Background()); err != nil || len(to.got) != tt.periodic {
			t.Errorf("%s: %v, %d requests at the end", name, err, len(to.got))
		}
	}
}

func TestReaderOptions(t *testing.T) {
	for preference, want := range map[string]meter.ReaderOptions{
		"": {}, "delta": {Temporality: meter.Delta}, "lowmemory": {Temporality: meter.LowMemory},
	} {
		set := settings(t, map[string]string{
			"OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE":        preference,
			"OTEL_EXPORTER_OTLP_METRICS_DEFAULT_HISTOGRAM_AGGREGATION": "base2_exponential_bucket_histogram",
			"OTEL_METRIC_EXPORT_INTERVAL":                              "1234",
		})
		want.Exponential = true
		if got := readerOptions(set.Metrics[0].Reader); got != want || set.Metrics[0].Reader.Interval != 1234*time.Millisecond {
			t.Errorf("%q: got %+v, want %+v", preference, got, want)
		}
	}
	if exemplars(config.TraceBased) != meter.TraceBased || exemplars(config.AlwaysOn) != meter.AlwaysOn || exemplars(config.AlwaysOff) != meter.AlwaysOff {
		t.Error("filters of exemplars")
	}
}

func TestLimits(t *testing.T) {
	got := readerOptions(config.Reader{Cardinality: config.Cardinality{
		Default: 9, Counter: 1, Gauge: 2, Histogram: 3, UpDownCounter: 4, ObservableCounter: 5, ObservableGauge: 6, ObservableUpDownCounter: 7,
	}})
	want := meter.ReaderOptions{Limit: 9}
	want.Limits.Measured = [...]int{meter.KindCounter: 1, meter.KindUpDown: 4, meter.KindGauge: 2, meter.KindHistogram: 3}
	want.Limits.Observed = [...]int{meter.KindCounter: 5, meter.KindUpDown: 7, meter.KindGauge: 6, meter.KindHistogram: 3}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestChosenAttributes(t *testing.T) {
	all := []attr.Value{attr.Short("service.name").String("shop"), attr.Short("host.name").String("box")}
	if got := chosen(all, nil); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if got := chosen(all, &config.Selection{Excluded: []string{"host.*"}}); len(got) != 1 || got[0].Name() != "service.name" {
		t.Errorf("got %v", got)
	}
}

func TestViews(t *testing.T) {
	got := views([]config.View{
		{Instrument: "http.*", InstrumentType: "histogram", Unit: "s", Scope: "net/http", ScopeVersion: "v1", ScopeSchema: "s", Name: "mine", Description: "text", Cardinality: 7,
			Included: []string{"a*"}, Excluded: []string{"ab"}, Aggregation: config.Aggregation{Kind: config.Explicit, HasBounds: true, NoMinMax: true}},
		{InstrumentType: "observable_counter", Aggregation: config.Aggregation{Kind: config.Drop}},
		{InstrumentType: "up_down_counter", Aggregation: config.Aggregation{Kind: config.Sum}},
		{Aggregation: config.Aggregation{Kind: config.Exponential, MaxSize: 8, MaxScale: -2}},
		{Aggregation: config.Aggregation{Kind: config.LastValue}},
	})
	want := []meter.View{
		{Instrument: "http.*", Kinds: []meter.Kind{meter.KindHistogram}, Unit: "s", Scope: "net/http", ScopeVersion: "v1", ScopeSchema: "s", Name: "mine", Text: "text", Limit: 7,
			Only: []string{"a*"}, Without: []string{"ab"}, Aggregation: meter.Aggregation{Kind: meter.ExplicitAggregation, Bounds: []float64{}, NoMinMax: true}},
		{Kinds: []meter.Kind{meter.KindCounter}, Observed: meter.Yes, Aggregation: meter.Aggregation{Kind: meter.DropAggregation}},
		{Kinds: []meter.Kind{meter.KindUpDown}, Observed: meter.No, Aggregation: meter.Aggregation{Kind: meter.SumAggregation}},
		{Aggregation: meter.Aggregation{Kind: meter.ExponentialAggregation, MaxSize: 8, MaxScale: -2, HasMaxScale: true}},
		{Aggregation: meter.Aggregation{Kind: meter.LastValueAggregation}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestWhatIsDroppedSendsNothing(t *testing.T) {
	defer rt.Switch(rt.Metrics, false)
	to := &place{got: make(chan string, 100)}
	p := Start(settings(t, nil), Options{
		Encode: names, Exporter: func(config.Exporter) (transport.Exporter, error) { return to, nil }, Say: t.Errorf,
	})
	visits.Add(nil, struct{}{}, 1)
	p.Drop()
	for ended := false; !ended; { // it ends beside its caller
		<-p.periodic[0].turn
		ended = p.periodic[0].ended
		p.periodic[0].turn <- struct{}{}
	}
	if err := p.Shutdown(context.Background()); err != nil || len(to.got) != 0 {
		t.Errorf("%v, %d requests", err, len(to.got))
	}
	var none *Pipeline
	none.Drop()
}
