// Package meter holds the entity Meter. Written by bench/generate.mjs.
package meter

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Meter is a record with a unit and a reading.
type Meter struct {
	model.Record
	Unit    string `json:"unit"`
	Reading int    `json:"reading"`
}

// New returns the first version of a checked Meter.
func New(text string, number int) (Meter, error) {
	e := Meter{Record: model.NewRecord("meter"), Unit: strings.TrimSpace(text), Reading: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Meter) Check() error {
	if e.Unit == "" {
		return &model.FieldError{Field: "Unit", Reason: "is empty"}
	}
	if e.Reading < 0 {
		return &model.FieldError{Field: "Reading", Reason: fmt.Sprintf("%d is negative", e.Reading)}
	}
	return nil
}

// Store keeps Meter records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Meter
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Meter) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Meter{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Meter, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Meter{}, fmt.Errorf("meter %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByReading returns all records, least reading first.
func (s *Store) ByReading() []Meter {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Meter, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Reading < all[j].Reading })
	return all
}
