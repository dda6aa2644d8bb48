//line input.go:1:1
package demo

import "time"

var _ time.Time

type Empty struct{ /*line aspects.yml:11:9*/first *time.Location; /*line aspects.yml:12:9*/second *Empty/*line input.go:7:19*/}
type OneLine struct{ a int; b int ; /*line aspects.yml:11:9*/first *time.Location; /*line aspects.yml:12:9*/second *Empty/*line input.go:8:35*/}
type Semicolon struct{ a int;  /*line aspects.yml:11:9*/first *time.Location; /*line aspects.yml:12:9*/second *Empty/*line input.go:9:31*/}
type Lines struct {
	a int // comment
	// last
 /*line aspects.yml:11:9*/first *time.Location; /*line aspects.yml:12:9*/second *Empty/*line input.go:13:1*/}
type Generic[T any] struct {
	*Empty
	value T `json:"value"` ; /*line aspects.yml:11:9*/first *time.Location; /*line aspects.yml:12:9*/second *Empty/*line input.go:16:25*/}
type Alias = struct {
 /*line aspects.yml:17:9*/only error/*line input.go:18:1*/}

func local() {
	type Lines struct{ time *int }
	time := 1
	_ = Lines{time: &time}
}
