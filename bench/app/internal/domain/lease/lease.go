// Package lease holds the entity Lease. Written by bench/generate.mjs.
package lease

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Lease is a record with a tenant and a months.
type Lease struct {
	model.Record
	Tenant string `json:"tenant"`
	Months int    `json:"months"`
}

// New returns the first version of a checked Lease.
func New(text string, number int) (Lease, error) {
	e := Lease{Record: model.NewRecord("lease"), Tenant: strings.TrimSpace(text), Months: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Lease) Check() error {
	if e.Tenant == "" {
		return &model.FieldError{Field: "Tenant", Reason: "is empty"}
	}
	if e.Months < 0 {
		return &model.FieldError{Field: "Months", Reason: fmt.Sprintf("%d is negative", e.Months)}
	}
	return nil
}

// Store keeps Lease records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Lease
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Lease) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Lease{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Lease, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Lease{}, fmt.Errorf("lease %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByMonths returns all records, least months first.
func (s *Store) ByMonths() []Lease {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Lease, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Months < all[j].Months })
	return all
}
