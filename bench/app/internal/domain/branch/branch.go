// Package branch holds the entity Branch. Written by bench/generate.mjs.
package branch

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Branch is a record with a city and a staff.
type Branch struct {
	model.Record
	City  string `json:"city"`
	Staff int    `json:"staff"`
}

// New returns the first version of a checked Branch.
func New(text string, number int) (Branch, error) {
	e := Branch{Record: model.NewRecord("branch"), City: strings.TrimSpace(text), Staff: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Branch) Check() error {
	if e.City == "" {
		return &model.FieldError{Field: "City", Reason: "is empty"}
	}
	if e.Staff < 0 {
		return &model.FieldError{Field: "Staff", Reason: fmt.Sprintf("%d is negative", e.Staff)}
	}
	return nil
}

// Store keeps Branch records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Branch
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Branch) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Branch{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Branch, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Branch{}, fmt.Errorf("branch %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByStaff returns all records, least staff first.
func (s *Store) ByStaff() []Branch {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Branch, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Staff < all[j].Staff })
	return all
}
