// Package expense holds the entity Expense. Written by bench/generate.mjs.
package expense

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Expense is a record with a purpose and a amount.
type Expense struct {
	model.Record
	Purpose string `json:"purpose"`
	Amount  int    `json:"amount"`
}

// New returns the first version of a checked Expense.
func New(text string, number int) (Expense, error) {
	e := Expense{Record: model.NewRecord("expense"), Purpose: strings.TrimSpace(text), Amount: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Expense) Check() error {
	if e.Purpose == "" {
		return &model.FieldError{Field: "Purpose", Reason: "is empty"}
	}
	if e.Amount < 0 {
		return &model.FieldError{Field: "Amount", Reason: fmt.Sprintf("%d is negative", e.Amount)}
	}
	return nil
}

// Store keeps Expense records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Expense
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Expense) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Expense{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Expense, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Expense{}, fmt.Errorf("expense %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByAmount returns all records, least amount first.
func (s *Store) ByAmount() []Expense {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Expense, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Amount < all[j].Amount })
	return all
}
