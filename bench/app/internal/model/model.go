// Package model holds what all other packages of the application share.
package model

import (
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"time"
)

// revision is what the benchmark edits in this package.
const revision = 1

// Revision returns the edited constant, so that a built program can be asked for it.
func Revision() int { return revision }

// ID identifies one record.
type ID string

// Record is what every entity has.
type Record struct {
	ID      ID        `json:"id"`
	Created time.Time `json:"created"`
	Version int       `json:"version"`
}

// ErrNotFound says that no record has the ID asked for.
var ErrNotFound = errors.New("not found")

// FieldError says what is wrong with one field of an entity.
type FieldError struct {
	Field  string
	Reason string
}

func (e *FieldError) Error() string { return e.Field + ": " + e.Reason }

var last atomic.Int64

// NewID returns an ID that no other call in this process returned.
func NewID(kind string) ID {
	return ID(fmt.Sprintf("%s-%06d", strings.ToLower(kind), last.Add(1)))
}

// NewRecord returns the first version of a record of the given kind.
func NewRecord(kind string) Record {
	return Record{ID: NewID(kind), Created: time.Now().UTC(), Version: 1}
}

// Touch returns the record's next version.
func (r Record) Touch() Record {
	r.Version++
	return r
}
