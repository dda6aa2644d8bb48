// Package course holds the entity Course. Written by bench/generate.mjs.
package course

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Course is a record with a subject and a credits.
type Course struct {
	model.Record
	Subject string `json:"subject"`
	Credits int    `json:"credits"`
}

// New returns the first version of a checked Course.
func New(text string, number int) (Course, error) {
	e := Course{Record: model.NewRecord("course"), Subject: strings.TrimSpace(text), Credits: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Course) Check() error {
	if e.Subject == "" {
		return &model.FieldError{Field: "Subject", Reason: "is empty"}
	}
	if e.Credits < 0 {
		return &model.FieldError{Field: "Credits", Reason: fmt.Sprintf("%d is negative", e.Credits)}
	}
	return nil
}

// Store keeps Course records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Course
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Course) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Course{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Course, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Course{}, fmt.Errorf("course %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByCredits returns all records, least credits first.
func (s *Store) ByCredits() []Course {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Course, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Credits < all[j].Credits })
	return all
}
