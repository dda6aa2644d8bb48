//line example.com/golden/add-file/hooks/extra.go:1:1


// Package clause and constraint differ from those of the package that gets this file.
package account

import "strconv"

func (a *Account) String() string { return strconv.Itoa(a.balance) }
