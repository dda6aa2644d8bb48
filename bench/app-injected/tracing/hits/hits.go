// Package hits counts the hooks that ran. It imports little of the standard library, since net/http is among its importers.
package hits

import (
	"sort"
	"strconv"
	"sync"
)

var (
	mu       sync.Mutex
	counts   = map[string]int{}
	versions = map[string]int{}
)

// Hit notes that the hook ran, and which version of it.
func Hit(name string, version int) {
	mu.Lock()
	defer mu.Unlock()
	counts[name]++
	versions[name] = version
}

// Lines returns "name version count" for each hook that ran, sorted.
func Lines() []string {
	mu.Lock()
	defer mu.Unlock()
	var lines []string
	for name, count := range counts {
		lines = append(lines, name+" "+strconv.Itoa(versions[name])+" "+strconv.Itoa(count))
	}
	sort.Strings(lines)
	return lines
}
