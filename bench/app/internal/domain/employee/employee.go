// Package employee holds the entity Employee. Written by bench/generate.mjs.
package employee

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Employee is a record with a name and a salary.
type Employee struct {
	model.Record
	Name   string `json:"name"`
	Salary int    `json:"salary"`
}

// New returns the first version of a checked Employee.
func New(text string, number int) (Employee, error) {
	e := Employee{Record: model.NewRecord("employee"), Name: strings.TrimSpace(text), Salary: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Employee) Check() error {
	if e.Name == "" {
		return &model.FieldError{Field: "Name", Reason: "is empty"}
	}
	if e.Salary < 0 {
		return &model.FieldError{Field: "Salary", Reason: fmt.Sprintf("%d is negative", e.Salary)}
	}
	return nil
}

// Store keeps Employee records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Employee
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Employee) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Employee{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Employee, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Employee{}, fmt.Errorf("employee %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// BySalary returns all records, least salary first.
func (s *Store) BySalary() []Employee {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Employee, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Salary < all[j].Salary })
	return all
}
