// Package otelapi has what the bridges ask of a program's OpenTelemetry without any version of its API.
package otelapi

import (
	"os"
	"reflect"
	"strings"
)

// IsDefault says whether the program has left one of the API's globals, a provider or a propagator, as it was.
func IsDefault(global any) bool {
	t := reflect.TypeOf(global)
	return t != nil && t.Kind() == reflect.Pointer && t.Elem().PkgPath() == "go.opentelemetry.io/otel/internal/global"
}

// Disabled says whether the environment wants nothing recorded, not even with a provider of the program.
func Disabled() bool {
	return strings.EqualFold(strings.TrimSpace(os.Getenv("OTEL_SDK_DISABLED")), "true")
}
