// Package ticket holds the entity Ticket. Written by bench/generate.mjs.
package ticket

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Ticket is a record with a subject and a priority.
type Ticket struct {
	model.Record
	Subject  string `json:"subject"`
	Priority int    `json:"priority"`
}

// New returns the first version of a checked Ticket.
func New(text string, number int) (Ticket, error) {
	e := Ticket{Record: model.NewRecord("ticket"), Subject: strings.TrimSpace(text), Priority: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Ticket) Check() error {
	if e.Subject == "" {
		return &model.FieldError{Field: "Subject", Reason: "is empty"}
	}
	if e.Priority < 0 {
		return &model.FieldError{Field: "Priority", Reason: fmt.Sprintf("%d is negative", e.Priority)}
	}
	return nil
}

// Store keeps Ticket records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Ticket
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Ticket) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Ticket{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Ticket, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Ticket{}, fmt.Errorf("ticket %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPriority returns all records, least priority first.
func (s *Store) ByPriority() []Ticket {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Ticket, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Priority < all[j].Priority })
	return all
}
