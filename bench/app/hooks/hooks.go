// Package hooks is what the aspects call. It imports little of the standard library,
// so that it can be injected into net/http and database/sql without an import cycle.
package hooks

import (
	"sort"
	"strconv"
	"sync"
)

type hit struct {
	count   int
	version int
}

var (
	mu   sync.Mutex
	hits = map[string]hit{}
)

// Hit notes that the injected code called name ran, and which version of it.
func Hit(name string, version int) {
	mu.Lock()
	defer mu.Unlock()
	hits[name] = hit{count: hits[name].count + 1, version: version}
}

// Report returns one line "name version count" for each hook that ran, sorted by name.
func Report() []string {
	mu.Lock()
	defer mu.Unlock()
	lines := make([]string, 0, len(hits))
	for name, h := range hits {
		lines = append(lines, name+" "+strconv.Itoa(h.version)+" "+strconv.Itoa(h.count))
	}
	sort.Strings(lines)
	return lines
}
