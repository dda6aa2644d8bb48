// Package parts uses each dependency of the application once, as a client of a server in the same process.
package parts

import (
	"context"
	"fmt"
)

// Check returns the first error, or nil when all parts work.
func Check(ctx context.Context) error {
	for name, check := range map[string]func(context.Context) error{
		"grpc":  checkGRPC,
		"redis": checkRedis,
		"rest":  checkREST,
		"sql":   checkSQL,
	} {
		if err := check(ctx); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// equal fails unless both are the same.
func equal[T comparable](got, want T) error {
	if got != want {
		return fmt.Errorf("got %v, want %v", got, want)
	}
	return nil
}
