module github.com/gots-dev/gots/aspects

go 1.22.0

// The versions are the lowest that the hooks work with; a program that has OpenTelemetry keeps its own. What is behind prefer is for
// programs without it (docs/adr/0017-otel-versions.md).
require (
	go.opentelemetry.io/otel v1.11.0 // gots: prefer v1.41.0
	go.opentelemetry.io/otel/trace v1.11.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
)

require (
	github.com/go-logr/logr v1.2.3 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
)
