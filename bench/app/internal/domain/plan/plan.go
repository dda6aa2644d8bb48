// Package plan holds the entity Plan. Written by bench/generate.mjs.
package plan

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Plan is a record with a title and a steps.
type Plan struct {
	model.Record
	Title string `json:"title"`
	Steps int    `json:"steps"`
}

// New returns the first version of a checked Plan.
func New(text string, number int) (Plan, error) {
	e := Plan{Record: model.NewRecord("plan"), Title: strings.TrimSpace(text), Steps: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Plan) Check() error {
	if e.Title == "" {
		return &model.FieldError{Field: "Title", Reason: "is empty"}
	}
	if e.Steps < 0 {
		return &model.FieldError{Field: "Steps", Reason: fmt.Sprintf("%d is negative", e.Steps)}
	}
	return nil
}

// Store keeps Plan records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Plan
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Plan) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Plan{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Plan, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Plan{}, fmt.Errorf("plan %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// BySteps returns all records, least steps first.
func (s *Store) BySteps() []Plan {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Plan, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Steps < all[j].Steps })
	return all
}
