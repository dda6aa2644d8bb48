// Package currency holds the entity Currency. Written by bench/generate.mjs.
package currency

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Currency is a record with a code and a digits.
type Currency struct {
	model.Record
	Code   string `json:"code"`
	Digits int    `json:"digits"`
}

// New returns the first version of a checked Currency.
func New(text string, number int) (Currency, error) {
	e := Currency{Record: model.NewRecord("currency"), Code: strings.TrimSpace(text), Digits: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Currency) Check() error {
	if e.Code == "" {
		return &model.FieldError{Field: "Code", Reason: "is empty"}
	}
	if e.Digits < 0 {
		return &model.FieldError{Field: "Digits", Reason: fmt.Sprintf("%d is negative", e.Digits)}
	}
	return nil
}

// Store keeps Currency records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Currency
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Currency) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Currency{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Currency, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Currency{}, fmt.Errorf("currency %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByDigits returns all records, least digits first.
func (s *Store) ByDigits() []Currency {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Currency, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Digits < all[j].Digits })
	return all
}
