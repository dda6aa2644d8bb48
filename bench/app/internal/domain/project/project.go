// Package project holds the entity Project. Written by bench/generate.mjs.
package project

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Project is a record with a title and a members.
type Project struct {
	model.Record
	Title   string `json:"title"`
	Members int    `json:"members"`
}

// New returns the first version of a checked Project.
func New(text string, number int) (Project, error) {
	e := Project{Record: model.NewRecord("project"), Title: strings.TrimSpace(text), Members: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Project) Check() error {
	if e.Title == "" {
		return &model.FieldError{Field: "Title", Reason: "is empty"}
	}
	if e.Members < 0 {
		return &model.FieldError{Field: "Members", Reason: fmt.Sprintf("%d is negative", e.Members)}
	}
	return nil
}

// Store keeps Project records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Project
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Project) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Project{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Project, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Project{}, fmt.Errorf("project %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByMembers returns all records, least members first.
func (s *Store) ByMembers() []Project {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Project, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Members < all[j].Members })
	return all
}
