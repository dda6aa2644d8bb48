// Package coupon holds the entity Coupon. Written by bench/generate.mjs.
package coupon

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Coupon is a record with a code and a percent.
type Coupon struct {
	model.Record
	Code    string `json:"code"`
	Percent int    `json:"percent"`
}

// New returns the first version of a checked Coupon.
func New(text string, number int) (Coupon, error) {
	e := Coupon{Record: model.NewRecord("coupon"), Code: strings.TrimSpace(text), Percent: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Coupon) Check() error {
	if e.Code == "" {
		return &model.FieldError{Field: "Code", Reason: "is empty"}
	}
	if e.Percent < 0 {
		return &model.FieldError{Field: "Percent", Reason: fmt.Sprintf("%d is negative", e.Percent)}
	}
	return nil
}

// Store keeps Coupon records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Coupon
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Coupon) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Coupon{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Coupon, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Coupon{}, fmt.Errorf("coupon %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPercent returns all records, least percent first.
func (s *Store) ByPercent() []Coupon {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Coupon, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Percent < all[j].Percent })
	return all
}
