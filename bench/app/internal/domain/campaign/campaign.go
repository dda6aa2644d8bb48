// Package campaign holds the entity Campaign. Written by bench/generate.mjs.
package campaign

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Campaign is a record with a slogan and a budget.
type Campaign struct {
	model.Record
	Slogan string `json:"slogan"`
	Budget int    `json:"budget"`
}

// New returns the first version of a checked Campaign.
func New(text string, number int) (Campaign, error) {
	e := Campaign{Record: model.NewRecord("campaign"), Slogan: strings.TrimSpace(text), Budget: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Campaign) Check() error {
	if e.Slogan == "" {
		return &model.FieldError{Field: "Slogan", Reason: "is empty"}
	}
	if e.Budget < 0 {
		return &model.FieldError{Field: "Budget", Reason: fmt.Sprintf("%d is negative", e.Budget)}
	}
	return nil
}

// Store keeps Campaign records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Campaign
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Campaign) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Campaign{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Campaign, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Campaign{}, fmt.Errorf("campaign %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByBudget returns all records, least budget first.
func (s *Store) ByBudget() []Campaign {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Campaign, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Budget < all[j].Budget })
	return all
}
