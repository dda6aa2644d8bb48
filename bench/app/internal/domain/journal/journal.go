// Package journal holds the entity Journal. Written by bench/generate.mjs.
package journal

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Journal is a record with a topic and a issues.
type Journal struct {
	model.Record
	Topic  string `json:"topic"`
	Issues int    `json:"issues"`
}

// New returns the first version of a checked Journal.
func New(text string, number int) (Journal, error) {
	e := Journal{Record: model.NewRecord("journal"), Topic: strings.TrimSpace(text), Issues: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Journal) Check() error {
	if e.Topic == "" {
		return &model.FieldError{Field: "Topic", Reason: "is empty"}
	}
	if e.Issues < 0 {
		return &model.FieldError{Field: "Issues", Reason: fmt.Sprintf("%d is negative", e.Issues)}
	}
	return nil
}

// Store keeps Journal records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Journal
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Journal) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Journal{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Journal, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Journal{}, fmt.Errorf("journal %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByIssues returns all records, least issues first.
func (s *Store) ByIssues() []Journal {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Journal, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Issues < all[j].Issues })
	return all
}
