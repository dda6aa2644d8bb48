//go:build linux || darwin

package main

import (
	"maps"
	"slices"
	"strings"
	"syscall"
)

// transcript holds what go was answered, by action (base64).
type transcript map[string]answer

// maxSources bounds how many files are looked at before a build; more would cost more than they can spare.
const maxSources = 4000

// sourceChanged reports whether a file of the program's own packages is another one than in the last build.
func (r *replay) sourceChanged() bool {
	for sources := r.sources; len(sources) >= 2; sources = sources[2:] {
		if stampOf(sources[0]) != sources[1] {
			return true
		}
	}
	return false
}

// writeReplay writes down what go was answered, for the next build with the same command line, or removes what there is if that must look
// for itself.
//
// If the server ran without a replay, it reports what the answers depend on; otherwise that is what it was.
func (f *front) writeReplay(report message) {
	if f.file == "" || f.mode != weaving {
		return
	}
	if report.text("replay") == "never" {
		syscall.Unlink(f.file)
		return
	}
	next := replay{}
	switch {
	case f.replay != nil:
		if !f.hasNews() {
			return
		}
		next = *f.replay
	case report.text("replay") == "fresh":
		m, ok := decode(f.hello[4:])
		if !ok {
			return
		}
		next = replay{hello: helloHash(m), salt: report.text("salt"), code: f.caches.code, caches: []string{f.caches.user, f.caches.weave},
			savedAt: int64(atoi(report.text("savedMinute"))) * 60, watched: report.list("watched")}
	default:
		return
	}
	next.placed = f.placedOutputs(next.placed)
	next.early, next.late = with(f.early, next.early), with(f.late, next.late)
	next.sources = f.sourceStamps(next.sources)
	// If it cannot be written, the next build asks the server.
	writeFile(f.file, encodeReplay(f.key, next), 0o600)
}

// hasNews reports whether something was answered that the replay does not tell.
func (f *front) hasNews() bool {
	return isOther(f.early, f.replay.early) || isOther(f.late, f.replay.late) || len(f.sources) > 0
}

func isOther(now, before map[string]answer) bool {
	for action, given := range now {
		if known, ok := before[action]; !ok || known != given {
			return true
		}
	}
	return false
}

// maxAnswers bounds a replay that grows with each edit, within the hour for which it may be carried on.
const maxAnswers = 50_000

// with adds the answers that earlier builds were given. They still hold, and a build that an error in the source stopped asked for few.
func with(now, before map[string]answer) map[string]answer {
	if len(now)+len(before) > maxAnswers {
		return now
	}
	for action, given := range before {
		if _, ok := now[action]; !ok {
			now[action] = given
		}
	}
	return now
}

// placedOutputs are the places of what was asked for or filed beside objects, in this build and before.
func (f *front) placedOutputs(known map[string]string) map[string]string {
	placed := make(map[string]string, len(known))
	for action, key := range known {
		placed[action] = key
	}
	for action, key := range f.placed {
		if given, isAsked := f.late[action]; isAsked && given.kind == "-" {
			placed[action] = key
		}
	}
	return placed
}

// sourceStamps lists the states of the files that were compiled in this build, and of those that are known of earlier ones.
func (f *front) sourceStamps(known []string) []string {
	for ; len(known) >= 2; known = known[2:] {
		if _, ok := f.sources[known[0]]; !ok && len(f.sources) < maxSources {
			if stamp := stampOf(known[0]); stamp != "-" {
				f.addSource(known[0], stamp)
			}
		}
	}
	return pairs(f.sources)
}

// noteSources notes the files of a compilation that the user may edit: of no module in the cache of modules, not vendored, and not made by this
// build in the folder of the package's archive.
func (f *front) noteSources(m message) {
	tool, cwd := m.text("tool"), m.text("cwd")
	root, _, _ := strings.Cut(tool, "/pkg/tool/")
	made := folderOf(absolute(cwd, outputOf(m.list("args"))))
	for _, word := range m.list("args") {
		if !strings.HasSuffix(word, ".go") || strings.HasPrefix(word, "-") {
			continue
		}
		path := absolute(cwd, strings.TrimPrefix(word, "./"))
		folder := folderOf(path)
		if folder == made || strings.HasPrefix(folder, root+"/") || strings.Contains(folder, "/pkg/mod/") || strings.Contains(folder, "@") ||
			strings.Contains(folder, "/vendor/") || len(f.sources) >= maxSources {
			continue
		}
		f.addSource(path, stampOf(path))
	}
}

// folderOf is the folder of a path, with a slash at its end.
func folderOf(path string) string { return path[:strings.LastIndexByte(path, '/')+1] }

// outputOf is the value of -o in a compiler's arguments; "" if there is none.
func outputOf(args []string) string {
	for at, word := range args {
		if word == "-o" && at+1 < len(args) {
			return args[at+1]
		}
	}
	return ""
}

func (f *front) addSource(path, stamp string) {
	if f.sources == nil {
		f.sources = map[string]string{}
	}
	f.sources[path] = stamp
}

// encodeReplay is the content of a replay's file: a frame, and the SHA-256 of the frame.
func encodeReplay(key string, r replay) []byte {
	return withSum(frameOf([]field{
		{"replay", nil},
		{"key", []string{key}},
		{"savedMinute", []string{itoa(int(r.savedAt / 60))}},
		{"hello", []string{r.hello}},
		{"code", []string{r.code}},
		{"salt", []string{r.salt}},
		{"caches", r.caches},
		{"watched", r.watched},
		{"sources", r.sources},
		{"early", words(r.early)},
		{"late", words(r.late)},
		{"placed", pairs(r.placed)},
	}))
}

// words lists answers as answersOf reads them, in order, so that equal builds write equal files.
func words(answers map[string]answer) []string {
	list := make([]string, 0, 5*len(answers))
	for _, action := range slices.Sorted(maps.Keys(answers)) {
		given := answers[action]
		list = append(list, action, given.kind, given.path, given.size, given.fields)
	}
	return list
}

// pairs lists keys, each followed by its value, as pairsOf reads them, in order.
func pairs(values map[string]string) []string {
	list := make([]string, 0, 2*len(values))
	for _, key := range slices.Sorted(maps.Keys(values)) {
		list = append(list, key, values[key])
	}
	return list
}
