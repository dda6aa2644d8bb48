// Package vehicle holds the entity Vehicle. Written by bench/generate.mjs.
package vehicle

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Vehicle is a record with a plate and a seats.
type Vehicle struct {
	model.Record
	Plate string `json:"plate"`
	Seats int    `json:"seats"`
}

// New returns the first version of a checked Vehicle.
func New(text string, number int) (Vehicle, error) {
	e := Vehicle{Record: model.NewRecord("vehicle"), Plate: strings.TrimSpace(text), Seats: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Vehicle) Check() error {
	if e.Plate == "" {
		return &model.FieldError{Field: "Plate", Reason: "is empty"}
	}
	if e.Seats < 0 {
		return &model.FieldError{Field: "Seats", Reason: fmt.Sprintf("%d is negative", e.Seats)}
	}
	return nil
}

// Store keeps Vehicle records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Vehicle
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Vehicle) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Vehicle{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Vehicle, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Vehicle{}, fmt.Errorf("vehicle %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// BySeats returns all records, least seats first.
func (s *Store) BySeats() []Vehicle {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Vehicle, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Seats < all[j].Seats })
	return all
}
