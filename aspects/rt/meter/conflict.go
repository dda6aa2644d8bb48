package meter

import (
	"fmt"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// metricName tells the metrics of a reader apart.
type metricName struct {
	scope *attr.Scope
	name  string // in lower case: its case is of no account
}

// note remembers the metric, and has a line written if another one of that name is of another kind, unit, number or description: backends
// would take the two for one (metrics SDK, "Duplicate instrument registration"). Both are collected. The registry is locked.
func (r *Reader) note(s *stream) {
	id := metricName{s.core.scope, strings.ToLower(s.name)}
	first := r.names[id]
	if first == nil {
		if r.names == nil {
			r.names = map[metricName]*stream{}
		}
		r.names[id] = s
		return
	}
	different, remedy := compare(first, s)
	if len(different) == 0 || registry.told[id] || registry.options.Say == nil {
		return
	}
	if registry.told == nil {
		registry.told = map[metricName]bool{}
	}
	registry.told[id] = true
	registry.untold = append(registry.untold, fmt.Sprintf("two metrics of %s are named %s and differ: %s; both are sent. %s",
		s.core.scope.Name, s.name, strings.Join(different, ", "), remedy))
}

// compare says in what two metrics of one name differ, and what a program or its configuration may do about it.
func compare(a, b *stream) (different []string, remedy string) {
	remedy = "Rename one of them"
	rename := func(selector string) {
		remedy = fmt.Sprintf("Rename one of them, or have a view do it: {selector: {instrument_name: %s, %s}, stream: {name: …}}", b.core.desc.Name, selector)
	}
	if a.text != b.text {
		different = append(different, fmt.Sprintf("descriptions %q and %q", a.text, b.text))
		remedy = fmt.Sprintf("A view can give them one description: {selector: {instrument_name: %s}, stream: {description: …}}", b.core.desc.Name)
	}
	if a.core.desc.Float != b.core.desc.Float {
		different = append(different, "numbers "+a.core.number()+" and "+b.core.number())
		remedy = "Rename one of them"
	}
	if a.core.desc.Unit != b.core.desc.Unit {
		different = append(different, fmt.Sprintf("units %q and %q", a.core.desc.Unit, b.core.desc.Unit))
		if remedy = "Rename one of them"; b.core.desc.Unit != "" {
			rename(fmt.Sprintf("unit: %q", b.core.desc.Unit))
		}
	}
	if a.core.typeName() != b.core.typeName() {
		different = append(different, "instruments "+a.core.typeName()+" and "+b.core.typeName())
		rename("instrument_type: " + b.core.typeName())
	}
	return different, remedy
}

// typeName is what the specification's configuration calls instruments of this sort.
func (c *core) typeName() string {
	if c.observed && c.kind != KindHistogram {
		return "observable_" + c.kind.String()
	}
	return c.kind.String()
}

func (c *core) number() string {
	if c.desc.Float {
		return "float64"
	}
	return "int64"
}

// unlock unlocks the registry, and writes the lines about what has changed: outside, for writing may take its time.
func unlock() {
	lines, say := registry.untold, registry.options.Say
	registry.untold = nil
	registry.Unlock()
	for _, line := range lines {
		say("%s", line)
	}
}
