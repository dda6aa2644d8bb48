module github.com/gots-dev/gots/aspects/bootstrap

go 1.22.0

require (
	github.com/gots-dev/gots/aspects v0.0.0
	go.opentelemetry.io/otel v1.11.0 // gots: prefer v1.41.0
	go.opentelemetry.io/otel/sdk v1.11.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
	go.opentelemetry.io/otel/trace v1.11.0 // gots: prefer v1.41.0, as go.opentelemetry.io/otel
)

require (
	github.com/go-logr/logr v1.2.3 // indirect
	github.com/go-logr/stdr v1.2.2 // indirect
	golang.org/x/sys v0.0.0-20220919091848-fb04ddd9f9c8 // indirect
)

replace github.com/gots-dev/gots/aspects => ../
