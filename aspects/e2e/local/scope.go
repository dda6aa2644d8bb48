// Package local tests the scope of goroutines in a program that is woven: gots go test. Unwoven, its tests fail.
package local

// What gots.yml fills in.

// enter makes span the current one of the goroutine. leave ends that on the same goroutine, kill from any.
func enter(span any) (leave, kill func()) { return func() {}, func() {} }

// current is the span of the goroutine, or nil.
func current() any { return "unwoven" }

// bind returns a function that calls f in the scope that there is now.
func bind(f func()) func() { return f }

// labels switches ids in profiles.
func labels(on bool) {}

// Enter is enter, for other packages.
func Enter(span any) (leave, kill func()) { return enter(span) }

// Current is current.
func Current() any { return current() }
