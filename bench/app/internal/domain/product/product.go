// Package product holds the entity Product. Written by bench/generate.mjs.
package product

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Product is a record with a name and a price.
type Product struct {
	model.Record
	Name  string `json:"name"`
	Price int    `json:"price"`
}

// New returns the first version of a checked Product.
func New(text string, number int) (Product, error) {
	e := Product{Record: model.NewRecord("product"), Name: strings.TrimSpace(text), Price: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Product) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Price < 0 {
		return &model.FieldError{Field: "Price", Reason: fmt.Sprintf("%d is negative", e.Price)}
	}
	return nil
}

// Store keeps Product records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Product
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Product) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Product{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Product, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Product{}, fmt.Errorf("product %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPrice returns all records, least price first.
func (s *Store) ByPrice() []Product {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Product, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Price < all[j].Price })
	return all
}
