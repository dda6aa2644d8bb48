// Package receipt holds the entity Receipt. Written by bench/generate.mjs.
package receipt

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Receipt is a record with a payer and a amount.
type Receipt struct {
	model.Record
	Payer  string `json:"payer"`
	Amount int    `json:"amount"`
}

// New returns the first version of a checked Receipt.
func New(text string, number int) (Receipt, error) {
	e := Receipt{Record: model.NewRecord("receipt"), Payer: strings.TrimSpace(text), Amount: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Receipt) Check() error {
	if e.Payer == "" {
		return &model.FieldError{Field: "Payer", Reason: "is empty"}
	}
	if e.Amount < 0 {
		return &model.FieldError{Field: "Amount", Reason: fmt.Sprintf("%d is negative", e.Amount)}
	}
	return nil
}

// Store keeps Receipt records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Receipt
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Receipt) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Receipt{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Receipt, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Receipt{}, fmt.Errorf("receipt %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByAmount returns all records, least amount first.
func (s *Store) ByAmount() []Receipt {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Receipt, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Amount < all[j].Amount })
	return all
}
