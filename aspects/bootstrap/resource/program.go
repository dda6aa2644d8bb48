package resource

import (
	"crypto/rand"
	"fmt"
	"path"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

var (
	serviceInstance = attr.Short("service.instance.id")
	serviceName     = attr.Short("service.name")
	serviceVersion  = attr.Short("service.version")
	processCreation = attr.Short("process.creation.time")
	processName     = attr.Short("process.executable.name")
	processPID      = attr.Number("process.pid")
	runtimeName     = attr.Short("process.runtime.name")
	runtimeVersion  = attr.Short("process.runtime.version")
)

func service(m *Machine, f *found) {
	f.text(serviceInstance, newUUID())
	f.text(serviceVersion, versionOf(m.Build))
}

func process(m *Machine, f *found) {
	f.put(processPID.Int(m.PID))
	f.text(processCreation, m.creation().UTC().Format("2006-01-02T15:04:05.000Z07:00"))
	if len(m.Args) > 0 && m.Args[0] != "" {
		f.text(processName, filepath.Base(m.Args[0]))
	}
	name := runtime.Compiler
	if name == "gc" {
		name = "go" // the conventions' name for it
	}
	f.text(runtimeName, name)
	f.text(runtimeVersion, runtime.Version())
}

// programName is what go build calls this program, else the name of its file.
func (m *Machine) programName() string {
	if b := m.Build; b != nil && b.Path != "" && b.Path != "command-line-arguments" {
		return programName(b.Path)
	}
	if len(m.Args) > 0 && m.Args[0] != "" {
		return filepath.Base(m.Args[0])
	}
	return "unknown_service:go"
}

// programName is the last element of an import path, or the one before if that is a version.
func programName(importPath string) string {
	if name := path.Base(importPath); !isMajorVersion(name) || name == importPath {
		return name
	}
	return path.Base(path.Dir(importPath))
}

// isMajorVersion says whether text is v2, v3, … v10, …: no v0, v1 or v01 stands in a path.
func isMajorVersion(text string) bool {
	number, ok := strings.CutPrefix(text, "v")
	return ok && number != "" && number != "1" && number[0] != '0' && strings.Trim(number, "0123456789") == ""
}

// versionOf is the module's version, else the revision it was built from.
func versionOf(info *debug.BuildInfo) string {
	if info == nil {
		return ""
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			return setting.Value
		}
	}
	return ""
}

// newUUID is a random UUID, version 4.
func newUUID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails (Go 1.24)
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[0:4], b[4:6], b[6:8], b[8:10], b[10:])
}
