// Package labels writes the labels of goroutines itself, as some libraries do.
package labels

import "unsafe"

//go:linkname set runtime/pprof.runtime_setProfLabel
func set(labels unsafe.Pointer)

//go:linkname get runtime/pprof.runtime_getProfLabel
func get() unsafe.Pointer

type own struct{ value int }

// Set keeps a value with the goroutine and those that it starts.
func Set(value int) { set(unsafe.Pointer(&own{value})) }

// Get is that value.
func Get() int {
	if o := (*own)(get()); o != nil {
		return o.value
	}
	return 0
}
