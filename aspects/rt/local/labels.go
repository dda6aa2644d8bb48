package local

import (
	"slices"
	"unsafe"
)

// Labeled is a span that can be found in profiles.
type Labeled interface {
	// ProfileLabels returns the ids in the hexadecimal form of the W3C; empty ones for a span that has none yet, or is not recorded.
	ProfileLabels() (traceID, spanID string)
}

// Labels says whether scopes that are entered from then on have their span's ids, trace_id and span_id, among the labels of profiles:
// GOTS_PROFILE_LABELS. Labels of the program with these names stay as they are.
func Labels(on bool) { labels.Store(on) }

// label is the form of labels in runtime/pprof.
type label struct{ key, value string }

// show makes the list of the node: the program's labels, and the ids where they are wanted.
func (n *node) show(user unsafe.Pointer, ids Labeled) {
	n.user = user
	if user != nil {
		n.labelSet = *(*labelSet)(user)
	}
	n.cap = mark
	if ids == nil || !labels.Load() {
		return
	}
	traceID, spanID := ids.ProfileLabels()
	if traceID == "" {
		return
	}
	own := unsafe.Slice((*label)(n.list), n.len)
	list := make([]label, len(own), len(own)+2)
	copy(list, own)
	for _, l := range [...]label{{"span_id", spanID}, {"trace_id", traceID}} {
		// Sets are sorted by key.
		at, found := slices.BinarySearchFunc(list, l.key, func(l label, key string) int {
			switch {
			case l.key < key:
				return -1
			case l.key > key:
				return 1
			}
			return 0
		})
		if !found {
			list = slices.Insert(list, at, l)
		}
	}
	n.list, n.len = unsafe.Pointer(unsafe.SliceData(list)), len(list)
}

// Adopt is for runtime/pprof, which sets labels for the program: it keeps the goroutine's scope with them.
func Adopt(user unsafe.Pointer) unsafe.Pointer {
	if CurrentMode() == Off {
		return user
	}
	return wrap(user, nodeAt(get()).live())
}

// Shown is for runtime/pprof, which takes labels for sets of its own: what a profile shows of them. Without ids that is the set that the program
// made, so that profiles do not differ, nor the samples that they put together.
func Shown(labels unsafe.Pointer) unsafe.Pointer {
	n := nodeAt(labels)
	if n == nil {
		return labels
	}
	if n.user == nil {
		if n.len == 0 {
			return nil
		}
		return labels
	}
	if n.len == (*labelSet)(n.user).len {
		return n.user
	}
	return labels
}
