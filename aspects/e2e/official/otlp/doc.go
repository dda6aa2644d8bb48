// Package otlp compares what gots sends with what the exporters of the OpenTelemetry project send.
package otlp
