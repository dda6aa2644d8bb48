//go:build linux || darwin

package main

import "syscall"

// usedFiles are the files of the caches that this side has used and the server has not been told of: a machine that stores them, or keeps exactly
// those, gets one list of both (UsedFiles of src/cache/used-files.ts).
type usedFiles struct {
	known       map[string]bool
	user, weave []string
}

// noteEntry notes an entry that was served or filed, and its output. action (hex) is the entry's name in that cache.
func (f *front) noteEntry(dir, action, output string) {
	if f.used != nil {
		f.noteUsed(dir, action[:2]+"/"+action+"-a")
		f.noteUsed(dir, output[len(dir)+1:])
	}
}

// noteFacts notes the record of an action's facts, by which the package was decided, where there is one: an archive that tells them has none.
func (f *front) noteFacts(action string) {
	if f.used == nil {
		return
	}
	file := recordFile(f.caches.weave, factsKey(f.caches.code, action))
	var stat syscall.Stat_t
	if syscall.Stat(file, &stat) == nil {
		f.noteUsed(f.caches.weave, file[len(f.caches.weave)+1:])
	}
}

func (f *front) noteUsed(dir, name string) {
	path := dir + "/" + name
	if f.used.known[path] {
		return
	}
	f.used.known[path] = true
	if dir == f.caches.user {
		f.used.user = append(f.used.user, name)
	} else {
		f.used.weave = append(f.used.weave, name)
	}
}

// tellUsed tells the server what was used since it was last told: before what it is asked next, so that the list is in the order of use.
func (f *front) tellUsed() {
	if f.used == nil || len(f.used.user)+len(f.used.weave) == 0 {
		return
	}
	f.tell([]field{{"used", nil}, {"user", f.used.user}, {"weave", f.used.weave}})
	f.used.user, f.used.weave = nil, nil
}
