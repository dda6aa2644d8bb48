// Package selftest uses each part of the application once.
package selftest

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"example.com/bench/internal/cache"
	"example.com/bench/internal/domain"
	"example.com/bench/internal/httpd"
	"example.com/bench/internal/kube"
	"example.com/bench/internal/rpc"
	"example.com/bench/internal/store"
)

// Run returns the first part's error, or nil when all parts work.
func Run(ctx context.Context) error {
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	parts := []struct {
		name  string
		check func(context.Context) error
	}{
		{"domain", func(context.Context) error { return domain.Check() }},
		{"http", func(ctx context.Context) error { return httpd.Check(ctx, log) }},
		{"grpc", rpc.Check},
		{"sql", store.Check},
		{"redis", cache.Check},
		{"kube", kube.Check},
	}
	for _, part := range parts {
		if err := part.check(ctx); err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	return nil
}
