// Copyright notice.

//gots:ignore

// Package demo is left alone.
package demo

func one() {}
