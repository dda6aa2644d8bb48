// Package discount holds the entity Discount. Written by bench/generate.mjs.
package discount

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Discount is a record with a reason and a percent.
type Discount struct {
	model.Record
	Reason  string `json:"reason"`
	Percent int    `json:"percent"`
}

// New returns the first version of a checked Discount.
func New(text string, number int) (Discount, error) {
	e := Discount{Record: model.NewRecord("discount"), Reason: strings.TrimSpace(text), Percent: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Discount) Check() error {
	if e.Reason == "" {
		return &model.FieldError{Field: "Reason", Reason: "is empty"}
	}
	if e.Percent < 0 {
		return &model.FieldError{Field: "Percent", Reason: fmt.Sprintf("%d is negative", e.Percent)}
	}
	return nil
}

// Store keeps Discount records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Discount
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Discount) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Discount{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Discount, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Discount{}, fmt.Errorf("discount %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPercent returns all records, least percent first.
func (s *Store) ByPercent() []Discount {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Discount, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Percent < all[j].Percent })
	return all
}
