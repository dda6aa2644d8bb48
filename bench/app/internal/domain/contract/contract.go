// Package contract holds the entity Contract. Written by bench/generate.mjs.
package contract

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Contract is a record with a partner and a months.
type Contract struct {
	model.Record
	Partner string `json:"partner"`
	Months  int    `json:"months"`
}

// New returns the first version of a checked Contract.
func New(text string, number int) (Contract, error) {
	e := Contract{Record: model.NewRecord("contract"), Partner: strings.TrimSpace(text), Months: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Contract) Check() error {
	if e.Partner == "" {
		return &model.FieldError{Field: "Partner", Reason: "is empty"}
	}
	if e.Months < 0 {
		return &model.FieldError{Field: "Months", Reason: fmt.Sprintf("%d is negative", e.Months)}
	}
	return nil
}

// Store keeps Contract records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Contract
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Contract) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Contract{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Contract, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Contract{}, fmt.Errorf("contract %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByMonths returns all records, least months first.
func (s *Store) ByMonths() []Contract {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Contract, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Months < all[j].Months })
	return all
}
