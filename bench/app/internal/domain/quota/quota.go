// Package quota holds the entity Quota. Written by bench/generate.mjs.
package quota

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Quota is a record with a subject and a limit.
type Quota struct {
	model.Record
	Subject string `json:"subject"`
	Limit   int    `json:"limit"`
}

// New returns the first version of a checked Quota.
func New(text string, number int) (Quota, error) {
	e := Quota{Record: model.NewRecord("quota"), Subject: strings.TrimSpace(text), Limit: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Quota) Check() error {
	if e.Subject == "" {
		return &model.FieldError{Field: "Subject", Reason: "is empty"}
	}
	if e.Limit < 0 {
		return &model.FieldError{Field: "Limit", Reason: fmt.Sprintf("%d is negative", e.Limit)}
	}
	return nil
}

// Store keeps Quota records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Quota
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Quota) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Quota{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Quota, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Quota{}, fmt.Errorf("quota %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByLimit returns all records, least limit first.
func (s *Store) ByLimit() []Quota {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Quota, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Limit < all[j].Limit })
	return all
}
