package prometheus

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/meter"
)

// page is what one scrape gets.
type page struct {
	open         bool // OpenMetrics, else Prometheus' own text
	withoutScope bool // no labels of the scope
	common       []attr.Value
	families     map[string]*lines
	// conflict is told of a metric whose name another metric has that is of another type.
	conflict func(name string)
	sink     []byte // space for labels
}

// lines is a family of metrics: what Prometheus wants to find together.
type lines struct {
	kind, help, unit string
	text             []byte
}

// add writes a metric. Its values are of no further use to it.
func (p *page) add(m *meter.Metric) {
	if m.Form == meter.FormExponential || m.Temporality != meter.Cumulative {
		return // the reader asks for neither
	}
	name, unit := family(m)
	if name == "" {
		return
	}
	kind := typeOf(m)
	sample := name
	if kind == "counter" {
		sample += "_total"
		if !p.open {
			name = sample // in Prometheus' own text, the suffix is a part of the name
		}
	}
	f := p.families[name]
	if f == nil {
		f = &lines{kind: kind, help: m.Text, unit: unit}
		p.families[name] = f
	}
	if f.kind != kind {
		p.conflict(name)
		return
	}
	for i := range m.Points {
		point := &m.Points[i]
		labels := p.labels(m.Scope, point.Attrs)
		if kind == "histogram" {
			f.text = p.histogram(f.text, sample, labels, m, point)
			continue
		}
		f.text = appendSample(f.text, sample, labels, "")
		f.text = appendNumber(f.text, m.Float, point.Int, point.Float)
		if kind == "counter" && len(point.Exemplars) > 0 {
			f.text = p.exemplar(f.text, &point.Exemplars[0], m.Float)
		}
		f.text = append(f.text, '\n')
	}
}

// histogram writes the buckets, each with what is in those before, the sum and the count.
func (p *page) histogram(b []byte, name, labels string, m *meter.Metric, point *meter.Point) []byte {
	total := uint64(0)
	exemplars := point.Exemplars
	for i, n := range point.Buckets {
		total += n
		bound := math.Inf(1)
		if i < len(m.Bounds) {
			bound = m.Bounds[i]
		}
		b = appendSample(b, name+"_bucket", labels, p.bound(bound))
		b = strconv.AppendUint(b, total, 10)
		// Exemplars come in the order of their buckets.
		for len(exemplars) > 0 && i > 0 && exemplars[0].Float <= m.Bounds[i-1] {
			exemplars = exemplars[1:]
		}
		if len(exemplars) > 0 && exemplars[0].Float <= bound {
			b = p.exemplar(b, &exemplars[0], true)
			exemplars = exemplars[1:]
		}
		b = append(b, '\n')
	}
	// With negative values the sum may fall, and Prometheus takes that for a restart.
	if point.HasSum && (len(m.Bounds) == 0 || m.Bounds[0] >= 0) && !(point.HasMinMax && point.Min < 0) {
		b = appendSample(b, name+"_sum", labels, "")
		b = append(appendNumber(b, true, 0, point.Sum), '\n')
	}
	b = appendSample(b, name+"_count", labels, "")
	return append(strconv.AppendUint(b, point.Count, 10), '\n')
}

// bound writes the upper bound of a bucket. OpenMetrics wants whole numbers with a fraction.
func (p *page) bound(f float64) string {
	text := string(appendNumber(nil, true, 0, f))
	if p.open && !strings.ContainsAny(text, ".eIN") {
		text += ".0"
	}
	return text
}

// appendSample writes a name and its labels; le, if not empty, is one more.
func appendSample(b []byte, name, labels, le string) []byte {
	b = append(b, name...)
	if labels == "" && le == "" {
		return append(b, ' ')
	}
	b = append(append(b, '{'), labels...)
	if le != "" {
		if labels != "" {
			b = append(b, ',')
		}
		b = append(append(append(b, `le="`...), le...), '"')
	}
	return append(b, "} "...)
}

func appendNumber(b []byte, float bool, i int64, f float64) []byte {
	switch {
	case !float:
		return strconv.AppendInt(b, i, 10)
	case math.IsInf(f, 1):
		return append(b, "+Inf"...)
	}
	return strconv.AppendFloat(b, f, 'g', -1, 64)
}

// labels writes the labels of a point: its scope and its attributes.
func (p *page) labels(s *attr.Scope, attrs []attr.Value) string {
	all := make([]pair, 0, len(attrs)+3+len(s.Attrs)+len(p.common))
	if !p.withoutScope {
		all = append(all, pair{"otel_scope_name", s.Name}, pair{"otel_scope_schema_url", s.SchemaURL}, pair{"otel_scope_version", s.Version})
		all = merged(all, s.Attrs, "otel_scope_")
	}
	all = merged(all, attrs, "")
	all = merged(all, p.common, "")
	slices.SortFunc(all, func(a, b pair) int { return strings.Compare(a.name, b.name) })
	p.sink = appendPairs(p.sink[:0], all)
	return string(p.sink)
}

type pair struct{ name, value string }

// merged appends attributes as labels. Those whose names become the same are one label (the specification, "Metric Attributes"); labels
// that are there already stay as they are.
func merged(to []pair, attrs []attr.Value, prefix string) []pair {
	begin := len(to)
	for _, a := range attrs {
		name := label(prefix + a.Name())
		if name == "le" || name == "quantile" {
			name = "key_" + name // Prometheus gives these a meaning
		}
		if name == "" {
			continue
		}
		value := valueText(a)
		switch at := slices.IndexFunc(to, func(p pair) bool { return p.name == name }); {
		case at < 0:
			to = append(to, pair{name, value})
		case at >= begin:
			to[at].value += ";" + value
		}
	}
	return to
}

func appendPairs(b []byte, all []pair) []byte {
	for i, p := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, p.name...), `="`...)
		b = append(appendEscaped(b, p.value, true), '"')
	}
	return b
}

// appendEscaped writes a text with what would end it escaped.
func appendEscaped(b []byte, text string, quotes bool) []byte {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			b = append(b, `\\`...)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '"' && quotes:
			b = append(b, `\"`...)
		default:
			b = append(b, c)
		}
	}
	return b
}

// maxExemplar is the most characters of an exemplar's labels in OpenMetrics, names and values.
const maxExemplar = 128

// exemplar writes a measurement with its trace; only OpenMetrics has such.
func (p *page) exemplar(b []byte, e *meter.Exemplar, float bool) []byte {
	if !p.open {
		return b
	}
	all := make([]pair, 0, 8)
	if e.Trace.IsValid() {
		all = append(all, pair{"trace_id", e.Trace.String()}, pair{"span_id", e.Span.String()})
	}
	size := 0
	more := merged(all, e.Filtered, "")
	for i, label := range more {
		size += len([]rune(label.name)) + len([]rune(label.value))
		if size <= maxExemplar || i < len(all) {
			all = more[:i+1]
		} else {
			break
		}
	}
	b = append(appendPairs(append(b, " # {"...), all), "} "...)
	b = appendNumber(b, float, e.Int, e.Float)
	b = append(b, ' ')
	return strconv.AppendFloat(b, float64(e.Time/1e6)/1e3, 'f', 3, 64)
}

// write gives the page, families in order of their names.
func (p *page) write(resource []attr.Value) []byte {
	var b []byte
	if len(resource) > 0 {
		name, kind := "target_info", "gauge"
		if p.open {
			name, kind = "target", "info"
		}
		b = p.head(b, name, &lines{kind: kind, help: "Target metadata"})
		b = append(appendSample(b, "target_info", string(appendPairs(nil, merged(nil, resource, ""))), ""), "1\n"...)
	}
	names := make([]string, 0, len(p.families))
	for name := range p.families {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		f := p.families[name]
		b = append(p.head(b, name, f), f.text...)
	}
	if p.open {
		b = append(b, "# EOF\n"...)
	}
	return b
}

func (p *page) head(b []byte, name string, f *lines) []byte {
	comment := func(what, text string) {
		b = append(append(append(append(b, "# "...), what...), ' '), name...)
		b = append(appendEscaped(append(b, ' '), text, p.open && what == "HELP"), '\n')
	}
	if f.help != "" {
		comment("HELP", f.help)
	}
	comment("TYPE", f.kind)
	if p.open && f.unit != "" && strings.HasSuffix(name, "_"+f.unit) {
		comment("UNIT", f.unit)
	}
	return b
}
