// Package item holds the entity Item. Written by bench/generate.mjs.
package item

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Item is a record with a name and a weight.
type Item struct {
	model.Record
	Name   string `json:"name"`
	Weight int    `json:"weight"`
}

// New returns the first version of a checked Item.
func New(text string, number int) (Item, error) {
	e := Item{Record: model.NewRecord("item"), Name: strings.TrimSpace(text), Weight: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Item) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Weight < 0 {
		return &model.FieldError{Field: "Weight", Reason: fmt.Sprintf("%d is negative", e.Weight)}
	}
	return nil
}

// Store keeps Item records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Item
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Item) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Item{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Item, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Item{}, fmt.Errorf("item %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByWeight returns all records, least weight first.
func (s *Store) ByWeight() []Item {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Item, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Weight < all[j].Weight })
	return all
}
