package configfile

import (
	"strconv"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
)

func (f *file) meters(o *object) {
	for _, r := range o.required("readers") {
		if e, ok := f.reader(r); ok {
			f.set.Metrics = append(f.set.Metrics, e)
		}
	}
	for _, v := range o.list("views") {
		f.set.Views = append(f.set.Views, f.view(v))
	}
	f.set.Exemplars = config.ExemplarFilter(o.choice("exemplar_filter", "trace_based", "always_on", "always_off"))
	o.end()
}

// reader reads {periodic: {…}} or {pull: {…}} with its exporter.
func (f *file) reader(o *object) (config.Exporter, bool) {
	kind, of := o.only()
	var e config.Exporter
	ok := false
	switch kind {
	case "periodic":
		e, ok = f.exporter(of.object("exporter"), "metrics")
		e.Reader.Interval = time.Duration(of.number("interval", 60_000, 1)) * time.Millisecond
		e.Reader.Timeout = time.Duration(of.number("timeout", 30_000, 0)) * time.Millisecond
	case "pull":
		e, ok = f.pull(of.object("exporter"))
	default:
		f.ignore(o.node.Line, o.at(config.Shown(kind)), "is not supported")
		return e, false
	}
	e.Reader.Cardinality = cardinality(of.object("cardinality_limits"))
	of.end()
	return e, ok
}

func cardinality(o *object) config.Cardinality {
	limit := func(key string) int { return o.number(key, 0, 1) }
	c := config.Cardinality{
		Default: limit("default"), Counter: limit("counter"), Gauge: limit("gauge"), Histogram: limit("histogram"),
		UpDownCounter: limit("up_down_counter"), ObservableCounter: limit("observable_counter"),
		ObservableGauge: limit("observable_gauge"), ObservableUpDownCounter: limit("observable_up_down_counter"),
	}
	o.end()
	return c
}

func (f *file) pull(o *object) (config.Exporter, bool) {
	kind, of := o.only()
	if kind != "prometheus/development" && kind != "prometheus" {
		f.ignore(o.node.Line, o.at(config.Shown(kind)), "is not supported")
		return config.Exporter{}, false
	}
	e := config.Exporter{Kind: config.Prometheus, Host: of.text("host", "localhost"), Port: of.number("port", 9464, 0), Reader: config.DefaultReader()}
	if e.Port > 65_535 {
		of.wrong("port", strconv.Itoa(e.Port), "is no port")
	}
	// The names of format 1.0 stand before those of 1.1.
	e.WithoutScopeInfo = of.boolean("without_scope_info", false) || !of.boolean("scope_info_enabled", true)
	e.WithoutTarget = of.boolean("without_target_info/development", false) || !of.boolean("target_info_enabled/development", true)
	for _, key := range []string{"with_resource_constant_labels", "resource_constant_labels"} {
		if of.get(key).Kind != yaml.Null {
			chosen := of.object(key).selection()
			e.ResourceLabels = &chosen
		}
	}
	if names := of.text("translation_strategy", translation); names != translation {
		f.ignore(of.get("translation_strategy").Line, of.at("translation_strategy")+": "+config.Shown(names), "is not supported ("+translation+")")
	}
	of.end()
	return e, true
}

// translation is how names of metrics become names for Prometheus.
const translation = "underscore_escaping_with_suffixes"

// preferences are those of an exporter of metrics.
func (f *file) preferences(o *object, e *config.Exporter) {
	e.Reader = config.DefaultReader()
	if t := o.choice("temporality_preference", "cumulative", "delta", "low_memory"); t == "low_memory" {
		e.Reader.Temporality = config.LowMemory
	} else {
		e.Reader.Temporality = config.Temporality(t)
	}
	e.Reader.Exponential = o.choice("default_histogram_aggregation", string(config.Explicit), string(config.Exponential)) == string(config.Exponential)
}

// instrumentTypes are those that a view can select.
var instrumentTypes = []string{"", "counter", "gauge", "histogram", "observable_counter", "observable_gauge", "observable_up_down_counter", "up_down_counter"}

func (f *file) view(o *object) config.View {
	selector, stream := o.object("selector"), o.object("stream")
	v := config.View{
		Instrument:     selector.text("instrument_name", ""),
		InstrumentType: selector.choice("instrument_type", instrumentTypes...),
		Unit:           selector.text("unit", ""),
		Scope:          selector.text("meter_name", ""),
		ScopeVersion:   selector.text("meter_version", ""),
		ScopeSchema:    selector.text("meter_schema_url", ""),
		Name:           stream.text("name", ""),
		Description:    stream.text("description", ""),
		Cardinality:    stream.number("aggregation_cardinality_limit", 0, 1),
	}
	keys := stream.object("attribute_keys").selection()
	v.Included, v.Excluded = keys.Included, keys.Excluded
	if stream.has("aggregation") {
		v.Aggregation = f.aggregation(stream.object("aggregation"))
	}
	for _, part := range []*object{selector, stream, o} {
		part.end()
	}
	return v
}

func (f *file) aggregation(o *object) config.Aggregation {
	kind, of := o.only()
	a := config.Aggregation{Kind: config.AggregationKind(kind)}
	switch a.Kind {
	case "default":
		a.Kind = ""
	case config.Drop, config.LastValue, config.Sum:
	case config.Explicit:
		a.HasBounds = of.get("boundaries").Kind != yaml.Null
		for _, item := range of.items("boundaries") {
			x, err := strconv.ParseFloat(item.Text, 64)
			if err != nil || len(a.Bounds) > 0 && x <= a.Bounds[len(a.Bounds)-1] {
				fail(item.Line, "%s must be numbers, each greater than the one before", of.at("boundaries"))
			}
			a.Bounds = append(a.Bounds, x)
		}
		a.NoMinMax = !of.boolean("record_min_max", true)
	case config.Exponential:
		a.MaxSize = of.number("max_size", 160, 2)
		a.MaxScale = of.number("max_scale", 20, -10)
		if a.MaxScale > 20 {
			of.wrong("max_scale", strconv.Itoa(a.MaxScale), "is more than 20")
		}
		a.NoMinMax = !of.boolean("record_min_max", true)
	default:
		f.ignore(o.node.Line, o.at(config.Shown(kind)), "is not supported")
		return config.Aggregation{}
	}
	of.end()
	return a
}
