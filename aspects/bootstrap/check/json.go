package check

import (
	"strconv"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp"
)

// encoding/json is not used here: it would make each program larger by 0.4 MB for a line that few ever write.

// writer writes the fields of an object.
type writer struct {
	b     []byte
	comma bool
}

func (w *writer) name(name string) {
	if w.comma {
		w.b = append(w.b, ',')
	}
	w.comma = true
	w.b = append(append(append(w.b, '"'), name...), '"', ':')
}

func (w *writer) text(name, value string) {
	w.name(name)
	w.b = otlp.AppendString(w.b, []byte(value))
}

func (w *writer) some(name, value string) {
	if value != "" {
		w.text(name, value)
	}
}

func (w *writer) boolean(name string, value bool) {
	w.name(name)
	w.b = strconv.AppendBool(w.b, value)
}

func (w *writer) number(name string, value float64) {
	w.name(name)
	w.b = strconv.AppendFloat(w.b, value, 'f', -1, 64)
}

func (w *writer) texts(name string, values []string) {
	w.name(name)
	w.b = appendTexts(w.b, values)
}

func appendTexts(b []byte, values []string) []byte {
	b = append(b, '[')
	for i, value := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = otlp.AppendString(b, []byte(value))
	}
	return append(b, ']')
}

// json gives the report in the form that its tags say.
func (r *Report) json() []byte {
	w := &writer{b: []byte{'{'}}
	w.number("version", float64(r.Version))
	w.boolean("disabled", r.Disabled)
	w.texts("problems", r.Problems)
	w.exporters("traces", r.Traces)
	w.exporters("metrics", r.Metrics)
	w.exporters("logs", r.Logs)
	w.text("sampler", r.Sampler)
	if r.SamplerRatio != 0 {
		w.number("samplerRatio", r.SamplerRatio)
	}
	w.texts("routes", r.Routes)
	w.texts("propagators", r.Propagators)
	w.texts("exclude", r.Exclude)
	w.texts("enabledInstrumentations", r.Enabled)
	w.texts("disabledInstrumentations", r.Off)
	w.text("gls", r.GLS)
	w.number("exitTimeoutMs", float64(r.ExitTimeout))
	w.some("configFile", r.ConfigFile)
	w.name("resource")
	w.b = append(w.b, '[')
	for i, pair := range r.Resource {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = appendTexts(w.b, pair[:])
	}
	return append(w.b, "]}"...)
}

func (w *writer) exporters(name string, of []Exporter) {
	w.name(name)
	w.b = append(w.b, '[')
	for i := range of {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		inner := &writer{b: append(w.b, '{')}
		inner.exporter(&of[i])
		w.b = append(inner.b, '}')
	}
	w.b = append(w.b, ']')
}

func (w *writer) exporter(e *Exporter) {
	w.text("kind", e.Kind)
	w.some("protocol", e.Protocol)
	w.some("endpoint", e.Endpoint)
	w.boolean("default", e.Default)
	if len(e.Headers) > 0 {
		w.texts("headers", e.Headers)
	}
	if e.Gzip {
		w.boolean("gzip", true)
	}
	if len(e.TLS) > 0 {
		w.texts("tls", e.TLS)
	}
	if e.Interval != 0 {
		w.number("intervalMs", float64(e.Interval))
	}
	w.some("temporality", e.Temporality)
	if e.Sent {
		w.boolean("sent", true)
	}
	w.some("error", e.Error)
}
