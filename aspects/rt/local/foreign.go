package local

import "sync"

var foreigners struct {
	sync.Mutex
	paths  []string
	report func(importPath string)
}

// Foreign says that a package writes the labels of goroutines itself. What it puts there is not ours to look at, and what it finds there it may
// take for its own: from then on no goroutine has a scope. Weaving adds the call to the package's init.
func Foreign(importPath string) {
	foreign.Store(true)
	foreigners.Lock()
	defer foreigners.Unlock()
	if foreigners.report != nil {
		foreigners.report(importPath)
		return
	}
	foreigners.paths = append(foreigners.paths, importPath)
}

// OnForeign has report called for each package that [Foreign] was or will be called for, once each.
func OnForeign(report func(importPath string)) {
	foreigners.Lock()
	defer foreigners.Unlock()
	foreigners.report = report
	for _, path := range foreigners.paths {
		report(path)
	}
	foreigners.paths = nil
}
