module github.com/gots-dev/gots/aspects/bridge/metric

go 1.22.0

// Stable metrics begin with these versions. A program that has them keeps its own; what is behind prefer is for tests.
require (
	github.com/gots-dev/gots/aspects v0.0.0
	github.com/gots-dev/gots/aspects/bridge v0.0.0
	go.opentelemetry.io/otel v1.16.0 // gots: prefer v1.41.0
	go.opentelemetry.io/otel/metric v1.16.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
	go.opentelemetry.io/otel/trace v1.16.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
)

require (
	github.com/go-logr/logr v1.2.4 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
)

replace (
	github.com/gots-dev/gots/aspects => ../../
	github.com/gots-dev/gots/aspects/bridge => ../
)
