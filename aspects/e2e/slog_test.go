package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"testing"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/trace"
)

func TestLogLinesCarryIds(t *testing.T) {
	var out bytes.Buffer
	logger := slog.New(slog.NewJSONHandler(&out, nil))
	ctx, span := otel.Tracer("e2e").Start(context.Background(), "logging")
	defer span.End()
	id := trace.SpanContextFromContext(ctx)

	for name, tt := range map[string]struct {
		write func()
		trace any
		extra map[string]any
	}{
		"method":          {func() { logger.InfoContext(ctx, "x", "a", "b") }, id.TraceID().String(), map[string]any{"a": "b"}},
		"attributes":      {func() { logger.LogAttrs(ctx, slog.LevelWarn, "x", slog.String("a", "b")) }, id.TraceID().String(), map[string]any{"a": "b"}},
		"dangling key":    {func() { logger.InfoContext(ctx, "x", []any{"a"}...) }, id.TraceID().String(), map[string]any{"!BADKEY": "a"}},
		"id of its own":   {func() { logger.InfoContext(ctx, "x", "trace_id", "mine") }, "mine", map[string]any{"span_id": nil}},
		"own attribute":   {func() { logger.LogAttrs(ctx, slog.LevelInfo, "x", slog.String("trace_id", "mine")) }, "mine", nil},
		"no context":      {func() { logger.Info("x") }, nil, nil},
		"context is nil":  {func() { logger.InfoContext(nil, "x") }, nil, nil}, //nolint:staticcheck // what it is about
		"context is bare": {func() { logger.InfoContext(context.Background(), "x") }, nil, nil},
	} {
		out.Reset()
		tt.write()
		line := map[string]any{}
		if err := json.Unmarshal(out.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		if line["trace_id"] != tt.trace {
			t.Errorf("%s: %s", name, out.String())
		}
		for key, want := range tt.extra {
			if line[key] != want {
				t.Errorf("%s: %s is %v, want %v", name, key, line[key], want)
			}
		}
	}
}
