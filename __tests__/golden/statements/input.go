package demo

import "strings"

func f(s string) (r string) {
	go strings.Clone(s)
	defer strings.Clone(s)
	defer func() {
		strings.Clone(s) // bare
	}()
	for range strings.Clone(s) {
	}
	switch strings.Clone(s) {
	}
	select {
	case <-func() chan string { return make(chan string, len(strings.Clone(s))) }():
	default:
	}
	r += strings.Clone(s) +
		strings.Clone(strings.Clone(s))
label:
	if r == strings.Clone("") {
		goto label
	}
	return strings.Clone(s)
}
