//go:build ignore

// Package clause and constraint differ from those of the package that gets this file.
package template

import "strconv"

func (a *Account) String() string { return strconv.Itoa(a.balance) }
