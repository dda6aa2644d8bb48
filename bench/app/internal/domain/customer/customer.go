// Package customer holds the entity Customer. Written by bench/generate.mjs.
package customer

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Customer is a record with a name and a orders.
type Customer struct {
	model.Record
	Name   string `json:"name"`
	Orders int    `json:"orders"`
}

// New returns the first version of a checked Customer.
func New(text string, number int) (Customer, error) {
	e := Customer{Record: model.NewRecord("customer"), Name: strings.TrimSpace(text), Orders: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Customer) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Orders < 0 {
		return &model.FieldError{Field: "Orders", Reason: fmt.Sprintf("%d is negative", e.Orders)}
	}
	return nil
}

// Store keeps Customer records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Customer
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Customer) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Customer{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Customer, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Customer{}, fmt.Errorf("customer %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByOrders returns all records, least orders first.
func (s *Store) ByOrders() []Customer {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Customer, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Orders < all[j].Orders })
	return all
}
