// Package configfile reads the file that OTEL_CONFIG_FILE names: the common part of OpenTelemetry's declarative configuration, file
// formats 1.0 and 1.1 (github.com/open-telemetry/opentelemetry-configuration). What is not supported is told, with its path; what is
// wrong switches telemetry off, for half of a configuration is not what was asked for
// (opentelemetry-specification/specification/configuration/sdk.md).
package configfile

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/bootstrap/configfile/yaml"
	"github.com/gots-dev/gots/aspects/rt/bound"
)

// variable names the file.
const variable = "OTEL_CONFIG_FILE"

// maxSize of the file, in bytes.
const maxSize = 1 << 20

// Read reads the file if there is one set, else the variables. Beside a file, variables count that it asks for, and those that are
// not the specification's (GOTS_*, OTEL_GO_*).
func Read(getenv func(string) string, readFile func(string) ([]byte, error)) (config.Settings, []config.Problem) {
	path := strings.TrimSpace(getenv(variable))
	if path == "" {
		return config.Read(getenv, readFile)
	}
	own, problems := config.Own(getenv)
	f := &file{getenv: getenv, readFile: readFile, set: own, bytes: own.QueueBytes}
	if err := f.read(path); err != nil {
		return config.Settings{Disabled: true, LogLevel: config.Info, ExitTimeout: own.ExitTimeout},
			append(problems, config.Problem{Name: variable + "=" + strconv.Quote(bound.Line(path, 250)), Is: err.Error(), Used: "telemetry is off"})
	}
	return f.set, append(problems, f.problems...)
}

// file is being read.
type file struct {
	getenv   func(string) string
	readFile func(string) ([]byte, error)
	set      config.Settings
	bytes    int // that may wait in a queue
	problems []config.Problem
}

// failure ends the reading. It is the only panic of this package.
type failure struct{ error }

func fail(line int, format string, args ...any) {
	panic(failure{fmt.Errorf("line %d: "+format, append([]any{line}, args...)...)})
}

func (f *file) read(path string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			of, ok := p.(failure)
			if !ok {
				panic(p)
			}
			err = of.error
		}
	}()
	text, err := f.readFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("no permission to read it")
	case err != nil:
		return errors.New("it cannot be read")
	case len(text) > maxSize:
		return fmt.Errorf("it has more than %d bytes", maxSize)
	}
	root, err := yaml.Parse(string(text))
	if err != nil {
		return err
	}
	f.root(f.object(substitute(root, f.getenv), ""))
	return nil
}

// ignore tells of something that has no effect.
func (f *file) ignore(line int, path, why string) {
	f.problems = append(f.problems, config.Problem{Name: variable, Is: fmt.Sprintf("line %d: %s %s", line, path, why), Used: "ignoring it"})
}

func (f *file) root(o *object) {
	f.format(o)
	set := &f.set
	set.Disabled = o.boolean("disabled", false)
	set.LogLevel = level(o)
	general := o.object("attribute_limits")
	set.SpanLimits = config.Limits{ValueLength: config.DefaultValueLength, Attributes: 128, Events: 128, Links: 128, EventAttributes: 128, LinkAttributes: 128}
	general.limits(&set.SpanLimits)
	set.LogLimits = config.Limits{ValueLength: set.SpanLimits.ValueLength, Attributes: set.SpanLimits.Attributes}
	general.end()

	set.Sampler = config.DefaultSampler()
	set.Exemplars = config.TraceBased
	if o.get("tracer_provider").Kind != yaml.Null {
		f.tracers(o.object("tracer_provider"))
	}
	if o.get("meter_provider").Kind != yaml.Null {
		f.meters(o.object("meter_provider"))
	}
	if o.get("logger_provider").Kind != yaml.Null {
		f.loggers(o.object("logger_provider"))
	}
	f.propagator(o.object("propagator"))
	f.resource(o.object("resource"))
	f.instrumentation(o.object("instrumentation/development"))
	o.end()
}

func (f *file) format(o *object) {
	node := o.get("file_format")
	major, minor, _ := strings.Cut(node.Text, ".")
	switch {
	case node.Kind == yaml.Null:
		fail(node.Line, "file_format is missing (1.0)")
	case node.Kind != yaml.Scalar || major != "1" || minor == "" || strings.Trim(minor, "0123456789") != "":
		fail(node.Line, "file_format %q is not supported (1.0, 1.1)", config.Shown(node.Text))
	case minor != "0" && minor != "1":
		f.problems = append(f.problems, config.Problem{Name: variable, Is: "file_format " + config.Shown(node.Text) + " is newer than 1.1", Used: "reading it as 1.1"})
	}
}

// level maps the severities of log records to the levels of our lines.
func level(o *object) config.Level {
	text := o.text("log_level", "info")
	for _, l := range []struct {
		prefix string
		level  config.Level
	}{{"trace", config.Debug}, {"debug", config.Debug}, {"info", config.Info}, {"warn", config.Warn}, {"error", config.Error}, {"fatal", config.Error}} {
		if number, ok := strings.CutPrefix(text, l.prefix); ok && (number == "" || number == "2" || number == "3" || number == "4") {
			return l.level
		}
	}
	o.wrong("log_level", text, "is no severity (debug, info, warn, error)")
	return config.Info
}

func (f *file) tracers(o *object) {
	for _, p := range o.required("processors") {
		if e, ok := f.processor(p, "traces", 5*time.Second); ok {
			f.set.Traces = append(f.set.Traces, e)
		}
	}
	if o.has("limits") {
		limits, l := o.object("limits"), &f.set.SpanLimits
		limits.limits(l)
		l.Events = limits.number("event_count_limit", l.Events, 0)
		l.Links = limits.number("link_count_limit", l.Links, 0)
		l.EventAttributes = limits.number("event_attribute_count_limit", l.EventAttributes, 0)
		l.LinkAttributes = limits.number("link_attribute_count_limit", l.LinkAttributes, 0)
		limits.end()
	}
	if o.has("sampler") {
		f.set.Sampler = f.sampler(o.object("sampler"))
	}
	generator := o.object("id_generator")
	generator.get("random")
	generator.end()
	o.end()
}

func (f *file) loggers(o *object) {
	for _, p := range o.required("processors") {
		if e, ok := f.processor(p, "logs", time.Second); ok {
			f.set.Logs = append(f.set.Logs, e)
		}
	}
	if o.has("limits") {
		limits := o.object("limits")
		limits.limits(&f.set.LogLimits)
		limits.end()
	}
	o.end()
}

// limits changes those that the object has, of those that spans and logs share.
func (o *object) limits(l *config.Limits) {
	l.ValueLength = o.number("attribute_value_length_limit", l.ValueLength, 0)
	l.Attributes = o.number("attribute_count_limit", l.Attributes, 0)
	// Values of hooks are not nested, and those of log records by a few levels: only a limit below the default would change something.
	const usual = 64
	if key := "attribute_value_depth_limit"; o.number(key, usual, 1) < usual {
		o.f.ignore(o.get(key).Line, o.at(key), "is not supported")
	}
}

func (f *file) propagator(o *object) {
	var names []string
	add := func(line int, name string) {
		name = strings.ToLower(name)
		switch {
		case name == "none":
		case !contains(config.Propagators, name):
			f.ignore(line, o.path+": propagator "+config.Shown(name), "is not supported")
		case !contains(names, name):
			names = append(names, name)
		}
	}
	for _, item := range o.list("composite") {
		name, of := item.only()
		add(item.node.Line, name)
		of.ignoreAll()
	}
	for _, name := range config.Names(o.text("composite_list", "")) {
		add(o.node.Line, name)
	}
	f.set.Propagators = names
	o.end()
}

func contains(list []string, entry string) bool {
	for _, e := range list {
		if e == entry {
			return true
		}
	}
	return false
}
