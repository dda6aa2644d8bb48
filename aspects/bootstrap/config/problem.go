package config

import (
	"strconv"

	"github.com/gots-dev/gots/aspects/rt/bound"
	"github.com/gots-dev/gots/aspects/rt/redact"
)

// Problem is a value that cannot be used, and what happens instead.
type Problem struct {
	// Name is the variable, or the file and the place in it.
	Name string
	// Value is what it holds, cut and without secrets; "" where it is not shown.
	Value string
	// Is says what is wrong, Used what is done.
	Is, Used string
}

// String gives the problem as one line.
func (p Problem) String() string {
	text := p.Name
	if p.Value != "" {
		text += "=" + strconv.Quote(p.Value)
	}
	if p.Is != "" {
		if p.Value == "" {
			text += ":"
		}
		text += " " + p.Is
	}
	if p.Used != "" {
		text += "; " + p.Used
	}
	return text
}

// shownLength is the most bytes of a value that a message shows.
const shownLength = 40

// Shown makes a value fit for a message: one line, short, and without what looks like a secret.
func Shown(value string) string { return redact.Query(bound.Line(value, shownLength)) }
