// Package feedback holds the entity Feedback. Written by bench/generate.mjs.
package feedback

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Feedback is a record with a author and a stars.
type Feedback struct {
	model.Record
	Author string `json:"author"`
	Stars  int    `json:"stars"`
}

// New returns the first version of a checked Feedback.
func New(text string, number int) (Feedback, error) {
	e := Feedback{Record: model.NewRecord("feedback"), Author: strings.TrimSpace(text), Stars: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Feedback) Check() error {
	if e.Author == "" {
		return &model.FieldError{Field: "Author", Reason: "is empty"}
	}
	if e.Stars < 0 {
		return &model.FieldError{Field: "Stars", Reason: fmt.Sprintf("%d is negative", e.Stars)}
	}
	return nil
}

// Store keeps Feedback records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Feedback
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Feedback) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Feedback{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Feedback, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Feedback{}, fmt.Errorf("feedback %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByStars returns all records, least stars first.
func (s *Store) ByStars() []Feedback {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Feedback, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Stars < all[j].Stars })
	return all
}
