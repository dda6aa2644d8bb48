// Package ledger holds the entity Ledger. Written by bench/generate.mjs.
package ledger

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Ledger is a record with a title and a entries.
type Ledger struct {
	model.Record
	Title   string `json:"title"`
	Entries int    `json:"entries"`
}

// New returns the first version of a checked Ledger.
func New(text string, number int) (Ledger, error) {
	e := Ledger{Record: model.NewRecord("ledger"), Title: strings.TrimSpace(text), Entries: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Ledger) Check() error {
	if e.Title == "" {
		return &model.FieldError{Field: "Title", Reason: "is empty"}
	}
	if e.Entries < 0 {
		return &model.FieldError{Field: "Entries", Reason: fmt.Sprintf("%d is negative", e.Entries)}
	}
	return nil
}

// Store keeps Ledger records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Ledger
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Ledger) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Ledger{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Ledger, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Ledger{}, fmt.Errorf("ledger %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByEntries returns all records, least entries first.
func (s *Store) ByEntries() []Ledger {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Ledger, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Entries < all[j].Entries })
	return all
}
