// Package supplier holds the entity Supplier. Written by bench/generate.mjs.
package supplier

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Supplier is a record with a name and a rating.
type Supplier struct {
	model.Record
	Name   string `json:"name"`
	Rating int    `json:"rating"`
}

// New returns the first version of a checked Supplier.
func New(text string, number int) (Supplier, error) {
	e := Supplier{Record: model.NewRecord("supplier"), Name: strings.TrimSpace(text), Rating: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Supplier) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Rating < 0 {
		return &model.FieldError{Field: "Rating", Reason: fmt.Sprintf("%d is negative", e.Rating)}
	}
	return nil
}

// Store keeps Supplier records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Supplier
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Supplier) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Supplier{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Supplier, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Supplier{}, fmt.Errorf("supplier %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByRating returns all records, least rating first.
func (s *Store) ByRating() []Supplier {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Supplier, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Rating < all[j].Rating })
	return all
}
