// Package bridge joins the recording core with OpenTelemetry's metrics API, in programs that have it. What the program measures while it has
// set no provider, the core records; once it has set one, the core's measurements are made with it (ADR 17, ADR 39).
package bridge

import (
	"sync"
	"sync/atomic"
	_ "unsafe" // for linkname

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/metric/noop"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/internal/otelapi"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// providerSet is called by code woven into go.opentelemetry.io/otel when the program sets a provider.
//
//go:linkname providerSet gots_otel_meter_provider_set
var providerSet atomic.Pointer[func(metric.MeterProvider)]

func init() {
	defer rt.Recover("otel metrics")
	if own := otel.GetMeterProvider(); otelapi.IsDefault(own) {
		otel.SetMeterProvider(relay)
	} else {
		relay.handOver(own) // the program has set it before
	}
	handOver := relay.handOver
	providerSet.Store(&handOver)
}

// relay is the global provider of a program that has set none.
var relay = &provider{MeterProvider: noop.NewMeterProvider()}

// provider makes meters whose instruments are the core's, until the program sets a provider; from then on they are that one's.
type provider struct {
	metric.MeterProvider // one that does nothing: versions of the interface have methods that cannot be written here

	mu     sync.Mutex
	next   metric.MeterProvider
	meters map[identity]*meterOf
	// moving are what goes to the program's provider once there is one.
	moving []func(metric.MeterProvider)
}

// identity tells meters apart.
type identity struct {
	name, version, schemaURL string
	attrs                    attribute.Distinct
}

func (p *provider) Meter(name string, options ...metric.MeterOption) metric.Meter {
	config := metric.NewMeterConfig(options...)
	set := config.InstrumentationAttributes()
	id := identity{name, config.InstrumentationVersion(), config.SchemaURL(), set.Equivalent()}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.next != nil {
		return p.next.Meter(name, options...)
	}
	if m, ok := p.meters[id]; ok {
		return m.asMeter()
	}
	if p.meters == nil {
		p.meters = map[identity]*meterOf{}
	}
	m := &meterOf{
		Meter: noop.Meter{}, provider: p, name: name, options: options, made: map[instrument]any{},
		scope: rt.ProgramScope(id.name, id.version, id.schemaURL, convert.Values(set.ToSlice())...),
	}
	p.meters[id] = m
	return m.asMeter()
}

// handOver makes next, which the program sets, the provider of all measurements to come.
func (p *provider) handOver(next metric.MeterProvider) {
	if next == nil || next == metric.MeterProvider(p) {
		return
	}
	p.mu.Lock()
	p.next = next
	moving := p.moving
	p.mu.Unlock()
	rt.TakeOver(rt.Metrics)
	for _, move := range moving {
		moved(move, next)
	}
	if !otelapi.Disabled() {
		meter.SetProvider(&out{provider: next})
		rt.Switch(rt.Metrics, true)
	}
}

func moved(move func(metric.MeterProvider), next metric.MeterProvider) {
	defer rt.Recover("otel metrics")
	move(next)
}

// onHandOver has move called with the program's provider: now, if there is one, and whenever there is another.
func (p *provider) onHandOver(move func(metric.MeterProvider)) {
	p.mu.Lock()
	p.moving = append(p.moving, move)
	next := p.next
	p.mu.Unlock()
	if next != nil {
		moved(move, next)
	}
}

// scopeOptions are those of a meter for a scope of the core.
func scopeOptions(s *attr.Scope) []metric.MeterOption {
	return []metric.MeterOption{
		metric.WithInstrumentationVersion(s.Version), metric.WithSchemaURL(s.SchemaURL),
		metric.WithInstrumentationAttributes(convert.KeyValues(s.Attrs)...),
	}
}
