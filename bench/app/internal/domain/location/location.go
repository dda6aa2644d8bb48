// Package location holds the entity Location. Written by bench/generate.mjs.
package location

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Location is a record with a city and a zone.
type Location struct {
	model.Record
	City string `json:"city"`
	Zone int    `json:"zone"`
}

// New returns the first version of a checked Location.
func New(text string, number int) (Location, error) {
	e := Location{Record: model.NewRecord("location"), City: strings.TrimSpace(text), Zone: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Location) Check() error {
	if e.City == "" {
		return &model.FieldError{Field: "City", Reason: "is empty"}
	}
	if e.Zone < 0 {
		return &model.FieldError{Field: "Zone", Reason: fmt.Sprintf("%d is negative", e.Zone)}
	}
	return nil
}

// Store keeps Location records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Location
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Location) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Location{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Location, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Location{}, fmt.Errorf("location %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByZone returns all records, least zone first.
func (s *Store) ByZone() []Location {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Location, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Zone < all[j].Zone })
	return all
}
