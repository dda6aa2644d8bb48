package queue

import (
	"math"
	"strconv"
	"strings"
	"time"

	rt "github.com/gots-dev/gots/aspects/otelrt"
)

// Config says how much waits, and for how long.
type Config struct {
	// Spans and Bytes are the most that is held, waiting and being sent.
	Spans, Bytes int
	// Batch and BatchBytes are the most that is sent at once.
	Batch, BatchBytes int
	// Delay is how long a span waits for others, Timeout how long sending a batch may take (0: as long as it wants).
	Delay, Timeout time.Duration
	// ValueLength is the most characters of a text; negative for no bound.
	ValueLength int
}

const (
	// DefaultBytes bounds the memory that spans take while no collector answers.
	DefaultBytes = 16 << 20
	// batchBytes stays below what collectors take at once: 4 MiB by gRPC's default, 20 MiB over HTTP.
	batchBytes = 3 << 20
	// DefaultValueLength bounds texts that programs set themselves. The SDK has no bound.
	DefaultValueLength = 16_384
)

// ReadConfig reads OTEL_BSP_*, GOTS_QUEUE_BYTES and the limit of attribute values. Of what is no number it tells warn, and takes the
// default.
func ReadConfig(getenv func(string) string, warn func(format string, args ...any)) Config {
	number := func(name string, otherwise, least int) int {
		text := strings.TrimSpace(getenv(name))
		if text == "" {
			return otherwise
		}
		n, err := strconv.Atoi(text)
		if err != nil || n < least || n > math.MaxInt32 {
			warn("%s is no number of %d or more; using %d", name, least, otherwise)
			return otherwise
		}
		return n
	}
	cfg := Config{
		Spans:       number("OTEL_BSP_MAX_QUEUE_SIZE", 2048, 1),
		Bytes:       number("GOTS_QUEUE_BYTES", DefaultBytes, 1),
		Batch:       number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 512, 1),
		BatchBytes:  batchBytes,
		Delay:       time.Duration(number("OTEL_BSP_SCHEDULE_DELAY", 5000, 0)) * time.Millisecond,
		Timeout:     time.Duration(number("OTEL_BSP_EXPORT_TIMEOUT", 30_000, 0)) * time.Millisecond,
		ValueLength: DefaultValueLength,
	}
	cfg.Batch = min(cfg.Batch, cfg.Spans)
	if limit, ok := rt.ValueLimit(getenv); ok {
		cfg.ValueLength = limit
	}
	return cfg
}
