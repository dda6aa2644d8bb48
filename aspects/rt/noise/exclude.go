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

// Pattern tells paths. A star in it stands for any characters, slashes included.
type Pattern struct {
	first, last string // around the first and the last star
	middle      []string
	exact       bool
}

// NewPattern makes a pattern.
func NewPattern(text string) Pattern {
	parts := strings.Split(text, "*")
	if len(parts) == 1 {
		return Pattern{first: text, exact: true}
	}
	return Pattern{first: parts[0], last: parts[len(parts)-1], middle: parts[1 : len(parts)-1]}
}

// SetExcluded sets the paths of requests that servers make no span and no measurement for. A star stands for any characters, slashes
// included; health stands for the paths of Health. Empty entries count for nothing.
func SetExcluded(list []string) {
	r := &rules{exact: map[string]bool{}}
	for _, entry := range list {
		switch entry = strings.TrimSpace(entry); {
		case entry == "":
		case strings.EqualFold(entry, "health"):
			for _, path := range Health {
				r.exact[path] = true
			}
		case strings.Contains(entry, "*"):
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
	if p.exact {
		return path == p.first
	}
	if len(path) < len(p.first)+len(p.last) || !strings.HasPrefix(path, p.first) || !strings.HasSuffix(path, p.last) {
		return false
	}
	path = path[len(p.first) : len(path)-len(p.last)]
	for _, part := range p.middle {
		at := strings.Index(path, part)
		if at < 0 {
			return false
		}
		path = path[at+len(part):]
	}
	return true
}
