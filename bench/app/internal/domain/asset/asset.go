// Package asset holds the entity Asset. Written by bench/generate.mjs.
package asset

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Asset is a record with a label and a value.
type Asset struct {
	model.Record
	Label string `json:"label"`
	Value int    `json:"value"`
}

// New returns the first version of a checked Asset.
func New(text string, number int) (Asset, error) {
	e := Asset{Record: model.NewRecord("asset"), Label: strings.TrimSpace(text), Value: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Asset) Check() error {
	if e.Label == "" {
		return &model.FieldError{Field: "Label", Reason: "is empty"}
	}
	if e.Value < 0 {
		return &model.FieldError{Field: "Value", Reason: fmt.Sprintf("%d is negative", e.Value)}
	}
	return nil
}

// Store keeps Asset records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Asset
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Asset) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Asset{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Asset, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Asset{}, fmt.Errorf("asset %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByValue returns all records, least value first.
func (s *Store) ByValue() []Asset {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Asset, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Value < all[j].Value })
	return all
}
