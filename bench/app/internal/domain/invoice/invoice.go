// Package invoice holds the entity Invoice. Written by bench/generate.mjs.
package invoice

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Invoice is a record with a receiver and a amount.
type Invoice struct {
	model.Record
	Receiver string `json:"receiver"`
	Amount   int    `json:"amount"`
}

// New returns the first version of a checked Invoice.
func New(text string, number int) (Invoice, error) {
	e := Invoice{Record: model.NewRecord("invoice"), Receiver: strings.TrimSpace(text), Amount: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Invoice) Check() error {
	if e.Receiver == "" {
		return &model.FieldError{Field: "Receiver", Reason: "is empty"}
	}
	if e.Amount < 0 {
		return &model.FieldError{Field: "Amount", Reason: fmt.Sprintf("%d is negative", e.Amount)}
	}
	return nil
}

// Store keeps Invoice records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Invoice
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Invoice) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Invoice{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Invoice, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Invoice{}, fmt.Errorf("invoice %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByAmount returns all records, least amount first.
func (s *Store) ByAmount() []Invoice {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Invoice, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Amount < all[j].Amount })
	return all
}
