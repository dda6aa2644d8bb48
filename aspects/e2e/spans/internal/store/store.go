// Package store has functions that patterns in gots.yml name.
package store

import (
	"context"
	"errors"
)

// ErrFull is what Put returns.
var ErrFull = errors.New("full")

// Store is one.
type Store struct{ values []int }

// Open is named.
func Open() *Store { return &Store{} }

// Close is not.
func Close() {}

// Put is.
func (s *Store) Put(ctx context.Context, n int) error {
	if len(s.values) == 1 {
		return ErrFull
	}
	return s.add(ctx, n)
}

// add asks for more than the pattern gives, and has one span.
//
//gots:span name:"add one" n
func (s *Store) add(_ context.Context, n int) error {
	s.values = append(s.values, n)
	return nil
}

// Len has no pointer for its receiver.
func (s Store) Len() int { return len(s.values) }
