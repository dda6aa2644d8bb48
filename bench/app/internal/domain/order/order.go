// Package order holds the entity Order. Written by bench/generate.mjs.
package order

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Order is a record with a customer and a lines.
type Order struct {
	model.Record
	Customer string `json:"customer"`
	Lines    int    `json:"lines"`
}

// New returns the first version of a checked Order.
func New(text string, number int) (Order, error) {
	e := Order{Record: model.NewRecord("order"), Customer: strings.TrimSpace(text), Lines: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Order) Check() error {
	if e.Customer == "" {
		return &model.FieldError{Field: "Customer", Reason: "is empty"}
	}
	if e.Lines < 0 {
		return &model.FieldError{Field: "Lines", Reason: fmt.Sprintf("%d is negative", e.Lines)}
	}
	return nil
}

// Store keeps Order records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Order
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Order) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Order{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Order, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Order{}, fmt.Errorf("order %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByLines returns all records, least lines first.
func (s *Store) ByLines() []Order {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Order, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Lines < all[j].Lines })
	return all
}
