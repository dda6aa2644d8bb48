// Package carrier holds the entity Carrier. Written by bench/generate.mjs.
package carrier

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Carrier is a record with a name and a trucks.
type Carrier struct {
	model.Record
	Name   string `json:"name"`
	Trucks int    `json:"trucks"`
}

// New returns the first version of a checked Carrier.
func New(text string, number int) (Carrier, error) {
	e := Carrier{Record: model.NewRecord("carrier"), Name: strings.TrimSpace(text), Trucks: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Carrier) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Trucks < 0 {
		return &model.FieldError{Field: "Trucks", Reason: fmt.Sprintf("%d is negative", e.Trucks)}
	}
	return nil
}

// Store keeps Carrier records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Carrier
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Carrier) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Carrier{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Carrier, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Carrier{}, fmt.Errorf("carrier %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByTrucks returns all records, least trucks first.
func (s *Store) ByTrucks() []Carrier {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Carrier, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Trucks < all[j].Trucks })
	return all
}
