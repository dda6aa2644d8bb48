// Package notice holds the entity Notice. Written by bench/generate.mjs.
package notice

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Notice is a record with a subject and a priority.
type Notice struct {
	model.Record
	Subject  string `json:"subject"`
	Priority int    `json:"priority"`
}

// New returns the first version of a checked Notice.
func New(text string, number int) (Notice, error) {
	e := Notice{Record: model.NewRecord("notice"), Subject: strings.TrimSpace(text), Priority: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Notice) Check() error {
	if e.Subject == "" {
		return &model.FieldError{Field: "Subject", Reason: "is empty"}
	}
	if e.Priority < 0 {
		return &model.FieldError{Field: "Priority", Reason: fmt.Sprintf("%d is negative", e.Priority)}
	}
	return nil
}

// Store keeps Notice records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Notice
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Notice) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Notice{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Notice, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Notice{}, fmt.Errorf("notice %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPriority returns all records, least priority first.
func (s *Store) ByPriority() []Notice {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Notice, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Priority < all[j].Priority })
	return all
}
