// Package resource says which program this is, on which machine: from its build information, its environment, and files of this
// machine. It asks no network. Neither the command line nor the user is told: arguments hold secrets.
package resource

import (
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/gots-dev/gots/aspects/bootstrap/config"
	"github.com/gots-dev/gots/aspects/rt"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/glob"
)

// Machine is what detectors ask. Tests have others than This.
type Machine struct {
	Getenv   func(string) string
	ReadFile func(string) ([]byte, error)
	Hostname func() (string, error)
	Args     []string
	PID      int
	OS, Arch string
	Build    *debug.BuildInfo // nil if the program has none
	// Now is the time. Created is when the process was, as the system says where no file does; the zero time if it says nothing.
	Now     func() time.Time
	Created func() time.Time
}

// This is the machine that the program runs on. readFile bounds what it reads.
func This(readFile func(string) ([]byte, error)) Machine {
	build, _ := debug.ReadBuildInfo()
	return Machine{os.Getenv, readFile, os.Hostname, os.Args, os.Getpid(), runtime.GOOS, runtime.GOARCH, build, time.Now, created}
}

// SchemaURL is that of the attributes that detectors find.
const SchemaURL = attr.SchemaURL

// valueLimit bounds a configured value, in bytes.
const valueLimit = 4096

// The attributes of every resource.
var (
	sdkLanguage = attr.Short("telemetry.sdk.language")
	sdkName     = attr.Short("telemetry.sdk.name")
	sdkVersion  = attr.Short("telemetry.sdk.version")
)

// detectors by the names that OTEL_GO_RESOURCE_DETECTORS has for them. Of two that tell the same attribute, the one that stands later
// has the last word.
var detectors = []struct {
	name   string
	detect func(*Machine, *found)
}{
	{"service", service}, {"host", host}, {"os", operatingSystem}, {"process", process}, {"container", container}, {"k8s", kubernetes},
	{"cloud", cloud}, {"faas", function},
}

// found collects attributes; an empty text is none.
type found struct{ attrs []attr.Value }

func (f *found) text(key *attr.Key, value string) {
	if value = strings.TrimSpace(value); value != "" {
		f.put(key.String(value))
	}
}

func (f *found) put(v attr.Value) {
	at := slices.IndexFunc(f.attrs, func(other attr.Value) bool { return other.Key().Name() == v.Key().Name() })
	if at >= 0 {
		f.attrs[at] = v
	} else {
		f.attrs = append(f.attrs, v)
	}
}

// Detect runs the named detectors, of which only the wanted attributes count. What is configured has the last word. service.name and
// telemetry.sdk.* are always there.
func Detect(m Machine, names []string, wanted config.Selection, configured []config.Attribute) []attr.Value {
	f := &found{}
	f.text(sdkLanguage, "go")
	f.text(sdkName, "github.com/gots-dev/gots")
	f.text(sdkVersion, rt.Version)
	f.text(serviceName, m.programName())
	detected := &found{}
	for _, d := range detectors {
		if slices.Contains(names, d.name) {
			d.detect(&m, detected)
		}
	}
	for _, v := range detected.attrs {
		if glob.Keeps(wanted.Included, wanted.Excluded, v.Name()) {
			f.put(v)
		}
	}
	for _, a := range configured {
		if a.Name == "" {
			continue
		}
		key := attr.Program(a.Name, valueLimit)
		switch value := a.Value.(type) {
		case string:
			f.put(key.String(value))
		case bool:
			f.put(key.Bool(value))
		case int64:
			f.put(key.Int64(value))
		case float64:
			f.put(key.Float(value))
		case []string:
			f.put(key.Strings(value))
		case []bool:
			f.put(key.Bools(value))
		case []int64:
			f.put(key.Ints(value))
		case []float64:
			f.put(key.Floats(value))
		}
	}
	return attr.CloneAll(f.attrs)
}
