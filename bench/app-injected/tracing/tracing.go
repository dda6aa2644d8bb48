// Package tracing holds aspects; orchestrion.yml beside it says which.
package tracing
