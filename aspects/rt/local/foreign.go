package local

import "sync"

var foreigners struct {
	sync.Mutex
	functions []string
	report    func(function string)
}

// Foreign says that a function, by its full name, or what calls it writes the labels of goroutines itself. What it puts there is not ours to look at, and what it finds there it may
// take for its own: from then on no goroutine has a scope. Weaving adds the call to the init of its package.
func Foreign(function string) {
	foreign.Store(true)
	foreigners.Lock()
	defer foreigners.Unlock()
	if foreigners.report != nil {
		foreigners.report(function)
		return
	}
	foreigners.functions = append(foreigners.functions, function)
}

// OnForeign has report called for each function that [Foreign] was or will be told of.
func OnForeign(report func(function string)) {
	foreigners.Lock()
	defer foreigners.Unlock()
	foreigners.report = report
	for _, function := range foreigners.functions {
		report(function)
	}
	foreigners.functions = nil
}
