// Package account holds the entity Account. Written by bench/generate.mjs.
package account

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Account is a record with a owner and a balance.
type Account struct {
	model.Record
	Owner   string `json:"owner"`
	Balance int    `json:"balance"`
}

// New returns the first version of a checked Account.
func New(text string, number int) (Account, error) {
	e := Account{Record: model.NewRecord("account"), Owner: strings.TrimSpace(text), Balance: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Account) Check() error {
	if e.Owner == "" {
		return &model.FieldError{Field: "Owner", Reason: "is empty"}
	}
	if e.Balance < 0 {
		return &model.FieldError{Field: "Balance", Reason: fmt.Sprintf("%d is negative", e.Balance)}
	}
	return nil
}

// Store keeps Account records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Account
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Account) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Account{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Account, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Account{}, fmt.Errorf("account %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByBalance returns all records, least balance first.
func (s *Store) ByBalance() []Account {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Account, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Balance < all[j].Balance })
	return all
}
