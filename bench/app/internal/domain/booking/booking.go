// Package booking holds the entity Booking. Written by bench/generate.mjs.
package booking

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Booking is a record with a guest and a nights.
type Booking struct {
	model.Record
	Guest  string `json:"guest"`
	Nights int    `json:"nights"`
}

// New returns the first version of a checked Booking.
func New(text string, number int) (Booking, error) {
	e := Booking{Record: model.NewRecord("booking"), Guest: strings.TrimSpace(text), Nights: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Booking) Check() error {
	if e.Guest == "" {
		return &model.FieldError{Field: "Guest", Reason: "is empty"}
	}
	if e.Nights < 0 {
		return &model.FieldError{Field: "Nights", Reason: fmt.Sprintf("%d is negative", e.Nights)}
	}
	return nil
}

// Store keeps Booking records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Booking
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Booking) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Booking{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Booking, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Booking{}, fmt.Errorf("booking %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByNights returns all records, least nights first.
func (s *Store) ByNights() []Booking {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Booking, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Nights < all[j].Nights })
	return all
}
