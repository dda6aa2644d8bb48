// Package region holds the entity Region. Written by bench/generate.mjs.
package region

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Region is a record with a name and a stores.
type Region struct {
	model.Record
	Name   string `json:"name"`
	Stores int    `json:"stores"`
}

// New returns the first version of a checked Region.
func New(text string, number int) (Region, error) {
	e := Region{Record: model.NewRecord("region"), Name: strings.TrimSpace(text), Stores: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Region) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Stores < 0 {
		return &model.FieldError{Field: "Stores", Reason: fmt.Sprintf("%d is negative", e.Stores)}
	}
	return nil
}

// Store keeps Region records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Region
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Region) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Region{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Region, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Region{}, fmt.Errorf("region %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByStores returns all records, least stores first.
func (s *Store) ByStores() []Region {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Region, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Stores < all[j].Stores })
	return all
}
