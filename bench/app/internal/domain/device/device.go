// Package device holds the entity Device. Written by bench/generate.mjs.
package device

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Device is a record with a serial and a port.
type Device struct {
	model.Record
	Serial string `json:"serial"`
	Port   int    `json:"port"`
}

// New returns the first version of a checked Device.
func New(text string, number int) (Device, error) {
	e := Device{Record: model.NewRecord("device"), Serial: strings.TrimSpace(text), Port: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Device) Check() error {
	if e.Serial == "" {
		return &model.FieldError{Field: "Serial", Reason: "is empty"}
	}
	if e.Port < 0 {
		return &model.FieldError{Field: "Port", Reason: fmt.Sprintf("%d is negative", e.Port)}
	}
	return nil
}

// Store keeps Device records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Device
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Device) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Device{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Device, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Device{}, fmt.Errorf("device %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPort returns all records, least port first.
func (s *Store) ByPort() []Device {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Device, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Port < all[j].Port })
	return all
}
