package noise

import (
	"strings"
	"sync/atomic"
)

// Health are the paths that the word health stands for in a list of excluded paths.
var Health = []string{"/healthz", "/livez", "/readyz", "/health", "/metrics"}

// excluded holds the rules in force.
var excluded atomic.Pointer[rules]

// rules tell excluded paths: those of exact, and those that match a pattern.
type rules struct {
	exact    map[string]bool
	patterns []Pattern
}

// Pattern tells paths. A star in it stands for any characters, slashes included, and {name} between slashes for one segment of a path, so that
// the patterns of routers can be written as they are: {name...} at the end is a star, and {$} there stands for nothing.
type Pattern struct {
	parts []string // around the stars; segment stands for a segment
}

const segment = 0 // no byte of a path that a server takes

// NewPattern makes a pattern; CheckPattern says whether text is one.
func NewPattern(text string) Pattern {
	segments := strings.Split(strings.TrimSuffix(text, "{$}"), "/")
	for i, s := range segments {
		switch {
		case !strings.HasPrefix(s, "{") || !strings.HasSuffix(s, "}"):
		case strings.HasSuffix(s, "...}"):
			segments[i] = "*"
		default:
			segments[i] = string(rune(segment))
		}
	}
	return Pattern{strings.Split(strings.Join(segments, "/"), "*")}
}

// CheckPattern says what is wrong with the text of a pattern; "" if nothing is.
func CheckPattern(text string) (wrong string) {
	if text == "" || text[0] != '/' && text[0] != '*' {
		return "is no pattern of a path (/search/*)"
	}
	for _, s := range strings.Split(strings.TrimSuffix(text, "{$}"), "/") {
		if inner := strings.TrimSuffix(strings.TrimPrefix(s, "{"), "}"); strings.ContainsAny(inner, "{}") || inner != s && len(inner) != len(s)-2 {
			return "has a brace that is not around a whole segment (/orders/{id})"
		}
	}
	return ""
}

// SetExcluded sets the paths of requests that servers make no span and no measurement for, as patterns; health stands for the paths of Health.
// Empty entries count for nothing.
func SetExcluded(list []string) {
	r := &rules{exact: map[string]bool{}}
	for _, entry := range list {
		switch entry = strings.TrimSpace(entry); {
		case entry == "":
		case strings.EqualFold(entry, "health"):
			for _, path := range Health {
				r.exact[path] = true
			}
		case strings.ContainsAny(entry, "*{"):
			r.patterns = append(r.patterns, NewPattern(entry))
		default:
			r.exact[entry] = true
		}
	}
	if len(r.exact)+len(r.patterns) == 0 {
		r = nil
	}
	excluded.Store(r)
}

// Excluded says whether requests for this path are left out.
func Excluded(path string) bool {
	r := excluded.Load()
	if r == nil {
		return false
	}
	if r.exact[path] {
		return true
	}
	for i := range r.patterns {
		if r.patterns[i].Match(path) {
			return true
		}
	}
	return false
}

// Match says whether a path has the pattern's form.
func (p *Pattern) Match(path string) bool {
	last := len(p.parts) - 1
	if last < 0 {
		return false
	}
	at := end(p.parts[0], path, 0)
	if at < 0 || last == 0 {
		return at == len(path)
	}
	for _, part := range p.parts[1:last] {
		if at = find(part, path, at); at < 0 {
			return false
		}
	}
	if part := p.parts[last]; strings.IndexByte(part, segment) < 0 {
		return strings.HasSuffix(path[at:], part)
	}
	for ; at <= len(path); at++ {
		if end(p.parts[last], path, at) == len(path) {
			return true
		}
	}
	return false
}

// end gives where a part that begins in a path at this place ends; -1 if it does not begin there.
func end(part, path string, at int) int {
	for i := range len(part) {
		switch {
		case part[i] == segment:
			n := strings.IndexByte(path[at:], '/')
			if n < 0 {
				n = len(path) - at
			}
			if n == 0 {
				return -1
			}
			at += n
		case at < len(path) && path[at] == part[i]:
			at++
		default:
			return -1
		}
	}
	return at
}

// find gives the end of the first place from at on where a part stands; -1 if there is none. The first one also ends first.
func find(part, path string, at int) int {
	for ; at <= len(path); at++ {
		if to := end(part, path, at); to >= 0 {
			return to
		}
	}
	return -1
}
