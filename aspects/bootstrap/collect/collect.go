// Package collect has the metrics collected and sent: by a periodic reader for each exporter of OTLP and the console, or when Prometheus
// asks.
package collect

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/prometheus"
	"github.com/gots-dev/gots/aspects/bootstrap/sdkmetrics"
	"github.com/gots-dev/gots/aspects/bootstrap/transport"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
	_ "github.com/gots-dev/gots/aspects/runtime" // the Go runtime's metrics
)

// Options are what Start needs besides the settings.
type Options struct {
	// Resource describes the program to Prometheus. Head is what otlp.Resource made of it; it is asked for each request.
	Resource []attr.Value
	Head     func() []byte
	// Encode writes a metric as a field of ScopeMetrics.
	Encode func(b []byte, m *meter.Metric) []byte
	// Exporter makes what sends to an endpoint or to the console.
	Exporter func(config.Exporter) (transport.Exporter, error)
	// Say writes a line for people to read.
	Say func(format string, args ...any)
}

// Pipeline is all that collects.
type Pipeline struct {
	periodic []*Periodic
	servers  []*prometheus.Server
}

// Start starts what the settings ask for. What cannot start is told once and left out. The result is nil if nothing is left.
func Start(set config.Settings, o Options) *Pipeline {
	meter.Configure(meter.Options{Views: views(set.Views), Exemplars: exemplars(set.Exemplars), Say: o.Say})
	p := &Pipeline{}
	for _, e := range set.Metrics {
		if e.Kind == config.Prometheus {
			server, err := prometheus.New(prometheus.Options{
				Resource: o.Resource, WithoutScopeInfo: e.WithoutScopeInfo, WithoutTarget: e.WithoutTarget,
				Labels: chosen(o.Resource, e.ResourceLabels), Reader: readerOptions(e.Reader), Say: o.Say,
			}).Listen(e.Host, e.Port)
			if err != nil {
				o.Say("%v", err)
				continue
			}
			p.servers = append(p.servers, server)
			continue
		}
		exporter, err := o.Exporter(e)
		if err != nil {
			o.Say("no metrics are sent: %v", err)
			continue
		}
		one := newPeriodic(meter.NewReader(readerOptions(e.Reader)), transport.NewSender(rt.Metrics, exporter, o.Say), o.Head, o.Encode, e.Reader.Timeout)
		one.measured = sdkmetrics.NewReader("periodic_metric_reader")
		one.exports = sdkmetrics.ExporterOf(rt.Metrics, e)
		go one.run(time.NewTicker(e.Reader.Interval).C)
		p.periodic = append(p.periodic, one)
	}
	if len(p.periodic) == 0 && len(p.servers) == 0 {
		return nil
	}
	rt.Switch(rt.Metrics, true)
	return p
}

// Flush collects and sends to all places at once.
func (p *Pipeline) Flush(ctx context.Context) error {
	return p.each(func(one *Periodic) error { return one.Flush(ctx) })
}

// Shutdown collects and sends for the last time, and ends all.
func (p *Pipeline) Shutdown(ctx context.Context) error {
	if p == nil {
		return nil
	}
	err := p.each(func(one *Periodic) error { return one.Shutdown(ctx) })
	for _, server := range p.servers {
		server.Close()
	}
	return err
}

// Drop ends all, without a last collection and without waiting for what is being sent.
func (p *Pipeline) Drop() {
	if p == nil {
		return
	}
	for _, one := range p.periodic {
		go one.drop()
	}
	for _, server := range p.servers {
		server.Close()
	}
}

// each has all periodic readers do something at the same time.
func (p *Pipeline) each(do func(*Periodic) error) error {
	if p == nil {
		return nil
	}
	errs := make([]error, len(p.periodic))
	var all sync.WaitGroup
	for i, one := range p.periodic {
		all.Add(1)
		go func() {
			defer all.Done()
			errs[i] = do(one)
		}()
	}
	all.Wait()
	return errors.Join(errs...)
}
