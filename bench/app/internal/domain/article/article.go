// Package article holds the entity Article. Written by bench/generate.mjs.
package article

import (
	"fmt"
	"sort"
	"strings"
	"sync"

	"example.com/bench/internal/model"
)

// Article is a record with a title and a words.
type Article struct {
	model.Record
	Title string `json:"title"`
	Words int    `json:"words"`
}

// New returns the first version of a checked Article.
func New(text string, number int) (Article, error) {
	e := Article{Record: model.NewRecord("article"), Title: strings.TrimSpace(text), Words: number}
	return e, e.Check()
}

// Check returns the first field's error.
func (e Article) Check() error {
	if e.Title == "" {
		return &model.FieldError{Field: "Title", Reason: "is empty"}
	}
	if e.Words < 0 {
		return &model.FieldError{Field: "Words", Reason: fmt.Sprintf("%d is negative", e.Words)}
	}
	return nil
}

// Store keeps Article records by ID; its zero value is empty and ready.
type Store struct {
	mu   sync.RWMutex
	byID map[model.ID]Article
}

// Put adds or replaces a record and returns the version it got.
func (s *Store) Put(e Article) (int, error) {
	if err := e.Check(); err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, known := s.byID[e.ID]; known {
		e.Record = e.Touch()
	}
	if s.byID == nil {
		s.byID = map[model.ID]Article{}
	}
	s.byID[e.ID] = e
	return e.Version, nil
}

// Get returns model.ErrNotFound for an unknown ID.
func (s *Store) Get(id model.ID) (Article, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.byID[id]
	if !ok {
		return Article{}, fmt.Errorf("article %s: %w", id, model.ErrNotFound)
	}
	return e, nil
}

// ByWords returns all records, least words first.
func (s *Store) ByWords() []Article {
	s.mu.RLock()
	defer s.mu.RUnlock()
	all := make([]Article, 0, len(s.byID))
	for _, e := range s.byID {
		all = append(all, e)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Words < all[j].Words })
	return all
}
