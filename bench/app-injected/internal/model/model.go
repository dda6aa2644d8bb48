// Package model holds what the parts of the application share.
package model

// revision is what the benchmark edits in this package.
const revision = 1

// Revision returns the edited constant, so that a built program can be asked for it.
func Revision() int { return revision }

// Item is what the shop sells.
type Item struct {
	Name  string `json:"name"`
	Cents int    `json:"cents"`
}

// Tea is in stock.
var Tea = Item{Name: "tea", Cents: 250}
