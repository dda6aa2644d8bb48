// Package document holds the entity Document. Written by bench/generate.mjs.
package document

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Document is a record with a title and a pages.
type Document struct {
	model.Record
	Title string `json:"title"`
	Pages int    `json:"pages"`
}

// New returns the first version of a checked Document.
func New(text string, number int) (Document, error) {
	e := Document{Record: model.NewRecord("document"), Title: strings.TrimSpace(text), Pages: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Document) Check() error {
	if e.Title == "" {
		return &model.FieldError{Field: "Title", Reason: "is empty"}
	}
	if e.Pages < 0 {
		return &model.FieldError{Field: "Pages", Reason: fmt.Sprintf("%d is negative", e.Pages)}
	}
	return nil
}

// Store keeps Document records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Document
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Document) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Document{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Document, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Document{}, fmt.Errorf("document %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByPages returns all records, least pages first.
func (s *Store) ByPages() []Document {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Document, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Pages < all[j].Pages })
	return all
}
