// Package glob compares names with patterns, as views and resource detection of the configuration file have them.
package glob

import (
	"slices"
	"strings"
)

// Match says whether a pattern fits all of a name: * stands for any characters, ? for one. The work is the product of their lengths at most.
func Match(pattern, name string) bool {
	p, n, star, from := 0, 0, -1, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, n
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == name[n]):
			p++
			n++
		case star >= 0:
			from++
			p, n = star+1, from
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// Keeps says whether a name stays of those that only lists, all if that is nil, without those that without lists.
func Keeps(only, without []string, name string) bool {
	fits := func(pattern string) bool { return Match(pattern, name) }
	return (only == nil || slices.ContainsFunc(only, fits)) && !slices.ContainsFunc(without, fits)
}
