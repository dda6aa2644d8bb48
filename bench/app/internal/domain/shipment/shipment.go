// Package shipment holds the entity Shipment. Written by bench/generate.mjs.
package shipment

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Shipment is a record with a carrier and a parcels.
type Shipment struct {
	model.Record
	Carrier string `json:"carrier"`
	Parcels int    `json:"parcels"`
}

// New returns the first version of a checked Shipment.
func New(text string, number int) (Shipment, error) {
	e := Shipment{Record: model.NewRecord("shipment"), Carrier: strings.TrimSpace(text), Parcels: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Shipment) Check() error {
	if e.Carrier == "" {
		return &model.FieldError{Field: "Carrier", Reason: "is empty"}
	}
	if e.Parcels < 0 {
		return &model.FieldError{Field: "Parcels", Reason: fmt.Sprintf("%d is negative", e.Parcels)}
	}
	return nil
}

// Store keeps Shipment records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Shipment
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Shipment) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Shipment{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Shipment, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Shipment{}, fmt.Errorf("shipment %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByParcels returns all records, least parcels first.
func (s *Store) ByParcels() []Shipment {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Shipment, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Parcels < all[j].Parcels })
	return all
}
