package bridge

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"
	"go.opentelemetry.io/otel/trace"

	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

// early is as package-level variables of programs are.
var early = otel.Meter("early", metric.WithInstrumentationVersion("1.2"))

// collect gives what a reader has: name and attributes → value.
func collect(r *meter.Reader) map[string]string {
	got := map[string]string{}
	r.Collect(func(m *meter.Metric) bool {
		for _, p := range m.Points {
			value := fmt.Sprint(p.Int)
			switch {
			case m.Form == meter.FormHistogram:
				value = fmt.Sprintf("%d values, sum %v, bounds %v", p.Count, p.Sum, len(m.Bounds))
			case m.Float:
				value = fmt.Sprint(p.Float)
			}
			got[fmt.Sprintf("%s %s %v", m.Scope.Name, m.Name, rttest.Attrs(p.Attrs))] = value + m.Unit
		}
		return true
	})
	return got
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

// program measures as programs do; the result ends its callback.
func program(m metric.Meter) (unregister func() error) {
	ctx := context.Background()
	with := metric.WithAttributes(attribute.String("k", "v"), attribute.Int("n", -7))
	must(m.Int64Counter("ic", metric.WithUnit("{x}"))).Add(ctx, 2, with)
	must(m.Int64Counter("ic", metric.WithUnit("{x}"))).Add(ctx, 3, with)
	must(m.Float64Counter("fc")).Add(ctx, 0.5)
	must(m.Int64UpDownCounter("iu")).Add(ctx, -4)
	must(m.Float64UpDownCounter("fu")).Add(ctx, -0.5)
	must(m.Int64Histogram("ih")).Record(ctx, 9)
	must(m.Float64Histogram("fh")).Record(ctx, 1.5)
	must(m.Int64ObservableGauge("og", metric.WithInt64Callback(func(_ context.Context, o metric.Int64Observer) error {
		o.Observe(11, metric.WithAttributes(attribute.Bool("b", true)))
		return nil
	})))
	counter, floats := must(m.Int64ObservableCounter("oc")), must(m.Float64ObservableUpDownCounter("of"))
	registered := must(m.RegisterCallback(func(_ context.Context, o metric.Observer) error {
		o.ObserveInt64(counter, 21)
		o.ObserveFloat64(floats, 2.5)
		return nil
	}, counter, floats))
	return registered.Unregister
}

var measured = map[string]string{
	"early ic map[k:v n:-7]": "5{x}", "early fc map[]": "0.5", "early iu map[]": "-4", "early fu map[]": "-0.5",
	"early ih map[]": "1 values, sum 9, bounds 15", "early fh map[]": "1 values, sum 1.5, bounds 15", "early og map[b:true]": "11",
	"early oc map[]": "21", "early of map[]": "2.5",
}

func TestMeasurementsOfTheAPIAreTheCoresAndThenTheProgramsProviders(t *testing.T) {
	reader := meter.NewReader(meter.ReaderOptions{})
	defer reader.Close()
	unregister := program(early)
	if got := collect(reader); !reflect.DeepEqual(got, measured) {
		t.Errorf("got  %v\nwant %v", got, measured)
	}
	counter := meter.NewCounter(rt.NewScope("hook"), meter.Desc{Name: "hc"}, attributes)
	counter.Add(nil, key{}, 1)
	if got := collect(reader)["hook hc map[]"]; got != "1" {
		t.Errorf("the hook's counter has %q", got)
	}

	own := &theirs{}
	(*providerSet.Load())(nil)
	(*providerSet.Load())(otel.GetMeterProvider())
	(*providerSet.Load())(own)
	defer func() {
		meter.SetProvider(nil)
		relay = &provider{MeterProvider: noop.NewMeterProvider()}
	}()
	must(early.Int64Counter("ic", metric.WithUnit("{x}"))).Add(context.Background(), 7)
	must(otel.Meter("new").Float64Histogram("h")).Record(context.Background(), 1)
	_, span := rt.NewScope("hook").Start(context.Background(), rt.Internal, "x")
	counter.Add(span, keyOf(attribute.NewSet(attribute.String("k", "v"))), 2)
	meter.NewHistogram(rt.NewScope("hook"), meter.Desc{Name: "hh", Bounds: []float64{1}}, attributes).Record(nil, key{}, 3)
	meter.Observe(rt.NewScope("hook"), []meter.Observable{{Kind: meter.KindGauge, Desc: meter.Desc{Name: "hg"}}}, func(o meter.Observer) {
		o.Int(0, 31, attr.ServerPort.Int(80))
	})
	own.collect()
	want := []string{"early ic 7 []", "early oc 21 []", "early of 2.5 []", "hook hc 2 [k=v]", "hook hg 31 [server.port=80]", "hook hh 3 []", "new h 1 []"}
	slices.Sort(own.seen)
	if !slices.Equal(own.seen, want) {
		t.Errorf("got  %q\nwant %q", own.seen, want)
	}
	if err := unregister(); err != nil {
		t.Error(err)
	}
	own.seen = nil
	own.collect()
	if !slices.Equal(own.seen, []string{"hook hg 31 [server.port=80]"}) {
		t.Errorf("got %q", own.seen)
	}
}

// theirs is a provider of a program: it notes what is measured.
type theirs struct {
	noop.MeterProvider
	mu        sync.Mutex
	seen      []string
	callbacks map[int]metric.Callback
}

func (p *theirs) Meter(name string, _ ...metric.MeterOption) metric.Meter {
	return theirMeter{p: p, name: name}
}

func (p *theirs) see(name string, value any, set attribute.Set) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.seen = append(p.seen, fmt.Sprintf("%s %v [%s]", name, value, set.Encoded(attribute.DefaultEncoder())))
}

func (p *theirs) collect() {
	for _, f := range p.callbacks {
		_ = f(context.Background(), theirsObserver{p: p})
	}
}

type theirMeter struct {
	noop.Meter
	p    *theirs
	name string
}

type theirCounter struct {
	noop.Int64Counter
	m    theirMeter
	name string
}

func (c theirCounter) Add(ctx context.Context, n int64, options ...metric.AddOption) {
	config := metric.NewAddConfig(options)
	c.m.p.see(c.m.name+" "+c.name, n, config.Attributes())
	_ = trace.SpanContextFromContext(ctx)
}

type theirHistogram struct {
	noop.Float64Histogram
	m    theirMeter
	name string
}

func (h theirHistogram) Record(_ context.Context, f float64, options ...metric.RecordOption) {
	config := metric.NewRecordConfig(options)
	h.m.p.see(h.m.name+" "+h.name, f, config.Attributes())
}

type theirInt struct {
	noop.Int64ObservableCounter
	name string
}

type theirIntGauge struct {
	noop.Int64ObservableGauge
	name string
}

type theirFloat struct {
	noop.Float64ObservableUpDownCounter
	name string
}

func (m theirMeter) Int64Counter(name string, _ ...metric.Int64CounterOption) (metric.Int64Counter, error) {
	return theirCounter{m: m, name: name}, nil
}

func (m theirMeter) Float64Histogram(name string, _ ...metric.Float64HistogramOption) (metric.Float64Histogram, error) {
	return theirHistogram{m: m, name: name}, nil
}

func (m theirMeter) Int64ObservableCounter(name string, _ ...metric.Int64ObservableCounterOption) (metric.Int64ObservableCounter, error) {
	return theirInt{name: m.name + " " + name}, nil
}

func (m theirMeter) Int64ObservableGauge(name string, _ ...metric.Int64ObservableGaugeOption) (metric.Int64ObservableGauge, error) {
	return theirIntGauge{name: m.name + " " + name}, nil
}

func (m theirMeter) Float64ObservableUpDownCounter(
	name string, _ ...metric.Float64ObservableUpDownCounterOption,
) (metric.Float64ObservableUpDownCounter, error) {
	return theirFloat{name: m.name + " " + name}, nil
}

func (m theirMeter) RegisterCallback(f metric.Callback, _ ...metric.Observable) (metric.Registration, error) {
	if m.p.callbacks == nil {
		m.p.callbacks = map[int]metric.Callback{}
	}
	id := len(m.p.callbacks)
	m.p.callbacks[id] = f
	return theirRegistration{p: m.p, id: id}, nil
}

type theirRegistration struct {
	noop.Registration
	p  *theirs
	id int
}

func (r theirRegistration) Unregister() error {
	delete(r.p.callbacks, r.id)
	return nil
}

type theirsObserver struct {
	noop.Observer
	p *theirs
}

func (o theirsObserver) ObserveInt64(i metric.Int64Observable, n int64, options ...metric.ObserveOption) {
	config := metric.NewObserveConfig(options)
	switch i := i.(type) {
	case theirInt:
		o.p.see(i.name, n, config.Attributes())
	case theirIntGauge:
		o.p.see(i.name, n, config.Attributes())
	default:
		panic(fmt.Sprintf("a %T is none of the provider's", i))
	}
}

func (o theirsObserver) ObserveFloat64(i metric.Float64Observable, f float64, options ...metric.ObserveOption) {
	config := metric.NewObserveConfig(options)
	o.p.see(i.(theirFloat).name, f, config.Attributes())
}

func TestKeysHoldAttributesOfAllTypes(t *testing.T) {
	set := attribute.NewSet(
		attribute.Bool("b", true), attribute.Int64("i", -1<<62), attribute.Float64("f", -0.25), attribute.String("s", "a\x00b"), attribute.String("", ""),
		attribute.BoolSlice("bs", []bool{true, false}), attribute.Int64Slice("is", []int64{1, -2, 1 << 40}),
		attribute.Float64Slice("fs", []float64{0.5}), attribute.StringSlice("ss", []string{"", "x"}), attribute.StringSlice("none", []string{}),
	)
	want := map[string]any{
		"b": true, "i": int64(-1 << 62), "f": -0.25, "s": "a\x00b", "bs": []bool{true, false}, "is": []int64{1, -2, 1 << 40}, "fs": []float64{0.5},
		"ss": []string{"", "x"}, "none": []string{},
	}
	got := rttest.Attrs(attributes(keyOf(set)))
	delete(got, "")
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %#v\nwant %#v", got, want)
	}
	other := attribute.NewSet(append(set.ToSlice(), attribute.Int("more", 1))...)
	if keyOf(set) == keyOf(other) || keyOf(set) != keyOf(attribute.NewSet(set.ToSlice()...)) {
		t.Error("keys do not tell sets apart")
	}
}
