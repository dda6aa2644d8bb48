module github.com/gots-dev/gots/aspects/bridge

go 1.22.0

// The versions are the lowest that the bridge works with; it is linked into programs that have OpenTelemetry's API, and they keep theirs.
// What is behind prefer is for its tests (docs/adr/0017-the-programs-own-opentelemetry.md).
require (
	github.com/gots-dev/gots/aspects v0.0.0
	go.opentelemetry.io/otel v1.11.0 // gots: prefer v1.41.0
	go.opentelemetry.io/otel/trace v1.11.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
)

require (
	github.com/go-logr/logr v1.2.3 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
)

replace github.com/gots-dev/gots/aspects => ../
