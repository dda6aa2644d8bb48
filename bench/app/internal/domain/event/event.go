// Package event holds the entity Event. Written by bench/generate.mjs.
package event

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Event is a record with a place and a seats.
type Event struct {
	model.Record
	Place string `json:"place"`
	Seats int    `json:"seats"`
}

// New returns the first version of a checked Event.
func New(text string, number int) (Event, error) {
	e := Event{Record: model.NewRecord("event"), Place: strings.TrimSpace(text), Seats: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Event) Check() error {
	if e.Place == "" {
		return &model.FieldError{Field: "Place", Reason: "is empty"}
	}
	if e.Seats < 0 {
		return &model.FieldError{Field: "Seats", Reason: fmt.Sprintf("%d is negative", e.Seats)}
	}
	return nil
}

// Store keeps Event records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Event
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Event) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Event{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Event, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Event{}, fmt.Errorf("event %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// BySeats returns all records, least seats first.
func (s *Store) BySeats() []Event {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Event, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Seats < all[j].Seats })
	return all
}
