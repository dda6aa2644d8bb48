package local

import (
	"sync/atomic"
	"unsafe"
)

// labelSet is how sets of labels begin in runtime/pprof and in the runtime: with a slice of pairs of strings.
type labelSet struct {
	list unsafe.Pointer // of labels
	len  int
	cap  int
}

// node is what g.labels points to. It begins as a set of labels does, because the runtime (tracebacks, Go ≥ 1.26) and profiles take it for one.
// The slice's capacity, which they do not look at, tells a node from a set.
//
// A node is not changed once a goroutine has it, but for root and scope of a scope's own node, the root.
type node struct {
	labelSet
	user unsafe.Pointer // the program's own set of labels, as runtime/pprof made it
	// root is the node of the scope. That of a root is itself while the scope lasts, then the root around it, or nil. So a goroutine that
	// outlives a scope holds one node, and a chain of nodes is never longer than the scopes were nested.
	root  atomic.Pointer[node]
	scope atomic.Pointer[Scope]
}

// hidden is the scope of nodes that hide what is around them.
var hidden Scope

// mark is the capacity of nodes' lists: "gots". No set of labels is made with room for 1.7 billion.
const mark = 0x676f7473

// set and get replace and read the labels of this goroutine. Packages of other people use them as well, so Go keeps them
// (runtime/proflabel.go, go.dev/issue/67401). They lie in package runtime: the program need not have runtime/pprof.

//go:linkname set runtime/pprof.runtime_setProfLabel
func set(labels unsafe.Pointer)

//go:linkname get runtime/pprof.runtime_getProfLabel
func get() unsafe.Pointer

// nodeAt is the node that labels point to; nil for those of somebody else.
func nodeAt(labels unsafe.Pointer) *node {
	if s := (*labelSet)(labels); s == nil || s.cap != mark {
		return nil
	}
	return (*node)(labels)
}

// userOf is the program's part of labels.
func userOf(labels unsafe.Pointer) unsafe.Pointer {
	if n := nodeAt(labels); n != nil {
		return n.user
	}
	return labels
}

// live is the root of the innermost scope around n that lasts.
func (n *node) live() *node {
	if n == nil {
		return nil
	}
	for root := n.root.Load(); root != nil; {
		if root.scope.Load() != nil {
			return root
		}
		root = root.root.Load()
	}
	return nil
}

// wrap makes labels of the program's set in the scope of root; both may be nil.
func wrap(user unsafe.Pointer, root *node) unsafe.Pointer {
	if root == nil {
		return user
	}
	n := &node{}
	n.root.Store(root)
	var ids Labeled
	if s := root.scope.Load(); s != nil {
		ids, _ = s.Span.(Labeled)
	}
	n.show(user, ids)
	return unsafe.Pointer(n)
}
