// Package bound makes text from outside fit for a span: short, valid UTF-8, and in memory of its own.
package bound

import (
	"strings"
	"unicode/utf8"
)

// replacement stands for each run of bytes that are no UTF-8.
const replacement = "\uFFFD"

// Text gives at most max bytes of s, cut between characters, as valid UTF-8. The result shares no memory with s: a span may wait in a
// queue for minutes, and a part of a request's line would keep the whole line alive. The work is bounded by max, not by the length of s.
func Text(s string, max int) string { return strings.Clone(Valid(s, max)) }

// Valid is Text, but may share memory with s.
func Valid(s string, max int) string {
	cut := Cut(s, max)
	if utf8.ValidString(cut) {
		return cut
	}
	return Cut(strings.ToValidUTF8(cut, replacement), max)
}

// Cut gives at most max bytes of s. A character that does not fit is left out; bytes that are no UTF-8 stay as they are.
func Cut(s string, max int) string {
	if len(s) <= max {
		return s
	}
	if max <= 0 {
		return ""
	}
	for n := max; n >= 0 && max-n < utf8.UTFMax; n-- {
		if utf8.RuneStart(s[n]) {
			return s[:n]
		}
	}
	return s[:max] // no character is that long: these bytes are no UTF-8
}

// Characters gives at most max characters of s, a byte that is no UTF-8 being one. A negative max is no bound.
func Characters(s string, max int) string {
	if max < 0 || len(s) <= max {
		return s
	}
	count := 0
	for i := range s {
		if count == max {
			return s[:i]
		}
		count++
	}
	return s
}

// Line is Text for messages: control characters, which could begin another line or drive a terminal, become blanks.
func Line(s string, max int) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, Text(s, max))
}
