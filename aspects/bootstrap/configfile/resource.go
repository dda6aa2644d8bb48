package configfile

import (
	"strconv"
	"strings"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
)

// resource reads attributes; those of attributes_list count where attributes has not the same name. Without a list of detectors only
// the service's runs (schema, "Resource").
func (f *file) resource(o *object) {
	seen := map[string]bool{}
	add := func(name string, value any) {
		if seen[name] {
			return
		}
		seen[name] = true
		if text, ok := value.(string); ok && name == "service.name" {
			f.set.ServiceName = text
		}
		f.set.Resource = append(f.set.Resource, config.Attribute{Name: name, Value: value})
	}
	for _, a := range o.list("attributes") {
		name := a.text("name", "")
		if name == "" {
			fail(a.node.Line, "%s has no name", a.path)
		}
		// An attribute with an empty value counts as absent: its variable is not set, say.
		if a.has("value") && a.get("value").Kind == yaml.Null {
			a.get("type")
		} else {
			add(name, a.value())
		}
		a.end()
	}
	pairs, bad := config.Pairs(o.text("attributes_list", ""))
	if bad > 0 {
		fail(o.get("attributes_list").Line, "%s: entry %d is not name=value", o.at("attributes_list"), bad)
	}
	for _, p := range pairs {
		add(p.Name, p.Value)
	}
	f.set.Detectors = []string{"service"}
	run := func(name string) {
		if !contains(f.set.Detectors, name) {
			f.set.Detectors = append(f.set.Detectors, name)
		}
	}
	detection := o.object("detection/development")
	for _, d := range detection.list("detectors") {
		name, of := d.only()
		of.ignoreAll()
		switch {
		case !contains(config.Detectors, name):
			f.ignore(d.node.Line, d.at(config.Shown(name)), "is not supported")
		case name == "host": // it tells of the system, too
			run("host")
			run("os")
		case name == "service": // it asks the variable
			if value := strings.TrimSpace(f.getenv("OTEL_SERVICE_NAME")); value != "" {
				add("service.name", value)
			}
		default:
			run(name)
		}
	}
	f.set.Detected = detection.object("attributes").selection()
	detection.end()
	if url := o.get("schema_url"); url.Kind != yaml.Null {
		f.ignore(url.Line, o.at("schema_url"), "is that of our own conventions")
	}
	o.end()
}

// value reads the value of an attribute by its type; without a type a list or a number keeps its own, and all else is a text.
func (o *object) value() any {
	node, kind := o.get("value"), o.text("type", "")
	scalar, isArray := kind, false
	if n := len(kind) - len("_array"); n > 0 && kind[n:] == "_array" {
		scalar, isArray = kind[:n], true
	}
	if isArray != (node.Kind == yaml.List) && kind != "" {
		fail(node.Line, "%s is no %s", o.at("value"), kind)
	}
	switch node.Kind {
	case yaml.Scalar:
		return o.scalar(node, scalar)
	case yaml.List:
		return o.array(node, scalar)
	}
	fail(node.Line, "%s is neither a text, a number, a truth value nor a list of these", o.at("value"))
	return nil
}

func (o *object) scalar(node yaml.Node, kind string) any {
	if node.Kind != yaml.Scalar {
		fail(node.Line, "%s holds something else than texts, numbers and truth values", o.at("value"))
	}
	if kind == "" {
		kind = typeOf(node)
	}
	var value any = node.Text
	var err error
	switch kind {
	case "string":
	case "bool":
		value, err = strconv.ParseBool(node.Text)
	case "int":
		value, err = strconv.ParseInt(node.Text, 10, 64)
	case "double":
		value, err = strconv.ParseFloat(node.Text, 64)
	default:
		o.wrong("type", kind, "is no type of an attribute")
	}
	if err != nil {
		fail(node.Line, "%s is no %s", o.at("value"), kind)
	}
	return value
}

func typeOf(node yaml.Node) string {
	if node.Quoted {
		return "string"
	}
	if node.Text == "true" || node.Text == "false" {
		return "bool"
	}
	if _, err := strconv.ParseInt(node.Text, 10, 64); err == nil {
		return "int"
	}
	if _, err := strconv.ParseFloat(node.Text, 64); err == nil && strings.ContainsAny(node.Text, "0123456789") {
		return "double"
	}
	return "string"
}

// array reads a list, whose first value decides the type where none is set.
func (o *object) array(node yaml.Node, kind string) any {
	if kind == "" && len(node.Items) > 0 {
		kind = typeOf(node.Items[0])
	}
	switch kind {
	case "bool":
		return all[bool](o, node, kind)
	case "int":
		return all[int64](o, node, kind)
	case "double":
		return all[float64](o, node, kind)
	}
	return all[string](o, node, "string")
}

func all[T any](o *object, node yaml.Node, kind string) []T {
	out := []T{}
	for _, item := range node.Items {
		out = append(out, o.scalar(item, kind).(T))
	}
	return out
}
