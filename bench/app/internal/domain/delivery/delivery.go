// Package delivery holds the entity Delivery. Written by bench/generate.mjs.
package delivery

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Delivery is a record with a receiver and a parcels.
type Delivery struct {
	model.Record
	Receiver string `json:"receiver"`
	Parcels  int    `json:"parcels"`
}

// New returns the first version of a checked Delivery.
func New(text string, number int) (Delivery, error) {
	e := Delivery{Record: model.NewRecord("delivery"), Receiver: strings.TrimSpace(text), Parcels: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Delivery) Check() error {
	if e.Receiver == "" {
		return &model.FieldError{Field: "Receiver", Reason: "is empty"}
	}
	if e.Parcels < 0 {
		return &model.FieldError{Field: "Parcels", Reason: fmt.Sprintf("%d is negative", e.Parcels)}
	}
	return nil
}

// Store keeps Delivery records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Delivery
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Delivery) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Delivery{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Delivery, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Delivery{}, fmt.Errorf("delivery %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByParcels returns all records, least parcels first.
func (s *Store) ByParcels() []Delivery {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Delivery, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Parcels < all[j].Parcels })
	return all
}
