// Package cache keeps short-lived values in Redis.
package cache

import (
	"context"
	"fmt"
	"time"

	"github.com/redis/go-redis/v9"

	"example.com/bench/internal/model"
)

// Check stores a value in a server of this process and reads it back.
func Check(ctx context.Context) error {
	s, err := listen()
	if err != nil {
		return err
	}
	defer s.lis.Close()
	client := redis.NewClient(&redis.Options{Addr: s.lis.Addr().String(), Protocol: 2})
	defer client.Close()

	id := string(model.NewID("cached"))
	if err := client.Set(ctx, id, "value", time.Minute).Err(); err != nil {
		return err
	}
	value, err := client.Get(ctx, id).Result()
	if err != nil {
		return err
	}
	if value != "value" {
		return fmt.Errorf("redis: %q", value)
	}
	return nil
}
