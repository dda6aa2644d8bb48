// Package address holds the entity Address. Written by bench/generate.mjs.
package address

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Address is a record with a street and a number.
type Address struct {
	model.Record
	Street string `json:"street"`
	Number int    `json:"number"`
}

// New returns the first version of a checked Address.
func New(text string, number int) (Address, error) {
	e := Address{Record: model.NewRecord("address"), Street: strings.TrimSpace(text), Number: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Address) Check() error {
	if e.Street == "" {
		return &model.FieldError{Field: "Street", Reason: "is empty"}
	}
	if e.Number < 0 {
		return &model.FieldError{Field: "Number", Reason: fmt.Sprintf("%d is negative", e.Number)}
	}
	return nil
}

// Store keeps Address records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Address
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Address) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Address{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Address, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Address{}, fmt.Errorf("address %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByNumber returns all records, least number first.
func (s *Store) ByNumber() []Address {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Address, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Number < all[j].Number })
	return all
}
