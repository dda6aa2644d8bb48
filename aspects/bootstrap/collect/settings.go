package collect

import (
	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/glob"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

func readerOptions(r config.Reader) meter.ReaderOptions {
	o := meter.ReaderOptions{Exponential: r.Exponential, Limit: r.Cardinality.Default, Limits: limits(r.Cardinality)}
	switch r.Temporality {
	case config.Delta:
		o.Temporality = meter.Delta
	case config.LowMemory:
		o.Temporality = meter.LowMemory
	}
	return o
}

func limits(c config.Cardinality) (l meter.Limits) {
	l.Measured[meter.KindCounter], l.Observed[meter.KindCounter] = c.Counter, c.ObservableCounter
	l.Measured[meter.KindUpDown], l.Observed[meter.KindUpDown] = c.UpDownCounter, c.ObservableUpDownCounter
	l.Measured[meter.KindGauge], l.Observed[meter.KindGauge] = c.Gauge, c.ObservableGauge
	l.Measured[meter.KindHistogram], l.Observed[meter.KindHistogram] = c.Histogram, c.Histogram
	return l
}

// chosen gives those attributes that are chosen by name.
func chosen(attrs []attr.Value, by *config.Selection) (out []attr.Value) {
	for _, a := range attrs {
		if by != nil && glob.Keeps(by.Included, by.Excluded, a.Name()) {
			out = append(out, a)
		}
	}
	return out
}

func exemplars(f config.ExemplarFilter) meter.Exemplars {
	switch f {
	case config.AlwaysOn:
		return meter.AlwaysOn
	case config.AlwaysOff:
		return meter.AlwaysOff
	}
	return meter.TraceBased
}

// kinds are the instrument types of the configuration file.
var kinds = map[string]struct {
	kind     meter.Kind
	observed meter.Choice
}{
	"counter":                    {meter.KindCounter, meter.No},
	"gauge":                      {meter.KindGauge, meter.No},
	"histogram":                  {meter.KindHistogram, meter.Either},
	"up_down_counter":            {meter.KindUpDown, meter.No},
	"observable_counter":         {meter.KindCounter, meter.Yes},
	"observable_gauge":           {meter.KindGauge, meter.Yes},
	"observable_up_down_counter": {meter.KindUpDown, meter.Yes},
}

func views(of []config.View) []meter.View {
	out := make([]meter.View, 0, len(of))
	for _, v := range of {
		view := meter.View{
			Instrument: v.Instrument, Unit: v.Unit, Scope: v.Scope, ScopeVersion: v.ScopeVersion, ScopeSchema: v.ScopeSchema, Name: v.Name, Text: v.Description,
			Only: v.Included, Without: v.Excluded, Limit: v.Cardinality, Aggregation: aggregation(v.Aggregation),
		}
		if kind, ok := kinds[v.InstrumentType]; ok {
			view.Kinds, view.Observed = []meter.Kind{kind.kind}, kind.observed
		}
		out = append(out, view)
	}
	return out
}

func aggregation(a config.Aggregation) meter.Aggregation {
	out := meter.Aggregation{NoMinMax: a.NoMinMax}
	switch a.Kind {
	case config.Drop:
		out.Kind = meter.DropAggregation
	case config.Sum:
		out.Kind = meter.SumAggregation
	case config.LastValue:
		out.Kind = meter.LastValueAggregation
	case config.Explicit:
		out.Kind, out.Bounds = meter.ExplicitAggregation, a.Bounds
		if a.HasBounds && out.Bounds == nil {
			out.Bounds = []float64{}
		}
	case config.Exponential:
		out.Kind, out.MaxSize, out.MaxScale, out.HasMaxScale = meter.ExponentialAggregation, int32(a.MaxSize), int32(a.MaxScale), true
	}
	return out
}
