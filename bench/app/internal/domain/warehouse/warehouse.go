// Package warehouse holds the entity Warehouse. Written by bench/generate.mjs.
package warehouse

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Warehouse is a record with a city and a shelves.
type Warehouse struct {
	model.Record
	City    string `json:"city"`
	Shelves int    `json:"shelves"`
}

// New returns the first version of a checked Warehouse.
func New(text string, number int) (Warehouse, error) {
	e := Warehouse{Record: model.NewRecord("warehouse"), City: strings.TrimSpace(text), Shelves: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Warehouse) Check() error {
	if e.City == "" {
		return &model.FieldError{Field: "City", Reason: "is empty"}
	}
	if e.Shelves < 0 {
		return &model.FieldError{Field: "Shelves", Reason: fmt.Sprintf("%d is negative", e.Shelves)}
	}
	return nil
}

// Store keeps Warehouse records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Warehouse
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Warehouse) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Warehouse{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Warehouse, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Warehouse{}, fmt.Errorf("warehouse %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByShelves returns all records, least shelves first.
func (s *Store) ByShelves() []Warehouse {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Warehouse, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Shelves < all[j].Shelves })
	return all
}
