package demo

import "time"

var _ time.Time

type Empty struct{}
type OneLine struct{ a int; b int }
type Semicolon struct{ a int; }
type Lines struct {
	a int // comment
	// last
}
type Generic[T any] struct {
	*Empty
	value T `json:"value"` }
type Alias = struct {
}

func local() {
	type Lines struct{ time *int }
	time := 1
	_ = Lines{time: &time}
}
