package bootstrap

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"runtime/debug"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/sdk/resource"
)

// newResource says which program this is. No command line and no owner: arguments hold secrets. The environment has the last word.
func newResource(ctx context.Context) *resource.Resource {
	res, err := resource.New(ctx,
		resource.WithAttributes(buildAttributes()...),
		resource.WithTelemetrySDK(),
		resource.WithHost(),
		resource.WithContainerID(),
		resource.WithProcessPID(),
		resource.WithProcessExecutableName(),
		resource.WithProcessRuntimeName(),
		resource.WithProcessRuntimeVersion(),
		resource.WithFromEnv(),
	)
	if err != nil {
		warn("resource: %v", err)
	}
	if res == nil {
		return resource.Default()
	}
	return res
}

func buildAttributes() []attribute.KeyValue {
	name := "unknown_service:go"
	if len(os.Args) > 0 && os.Args[0] != "" {
		name = filepath.Base(os.Args[0])
	}
	attrs := []attribute.KeyValue{attribute.String("service.instance.id", newUUID())}
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Path != "" && info.Path != "command-line-arguments" {
			name = programName(info.Path)
		}
		if version := versionOf(info); version != "" {
			attrs = append(attrs, attribute.String("service.version", version))
		}
	}
	return append(attrs, attribute.String("service.name", name))
}

// programName is what go build calls the program of a package: the last element of its path, or the one before if that is a version.
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
