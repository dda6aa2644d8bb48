//go:build linux || darwin

package main

import (
	"os"
	"sort"
	"strings"
	"syscall"
	"time"
)

// replay is what src/build/replay.ts wrote down at the end of the last build with the same command line, working directory and settings:
// every answer it gave, and the state of all the files that decide whether these still hold.
type replay struct {
	// hello is what the shim said of itself and of the go command: working directory, $PWD, folder of the tools, arguments.
	hello []string
	// salt is what link -V=full was salted with.
	salt string
	// caches are the folders of the user's cache and of the weave cache.
	caches []string
	// early holds answers given before the shim's hello, late those after it, by action id (base64).
	early, late map[string]answer
}

// answer is what a Get is told. Without a path it is a miss, which is never wrong.
type answer struct {
	// kind is `v`: of the user's cache, `w`: of the weave cache, `-`: not counted.
	kind, path, size string
	// fields is the JSON text of the response behind its id.
	fields string
}

const (
	replayVersion = "1"
	// replaySeconds: after an hour the caches are asked themselves again, which refreshes the times by which they are trimmed.
	replaySeconds = 3600
)

// replayFile names the file of one command in one place. The hash need not be a strong one: the file holds the whole key.
func replayFile(key string) string {
	plan := getenv("GOTS_PLAN")
	for range 3 {
		slash := strings.LastIndexByte(plan, '/')
		if slash <= 0 {
			return ""
		}
		plan = plan[:slash]
	}
	name := ""
	for _, seed := range []uint64{14695981039346656037, 1099511628211} {
		hash := seed
		for i := 0; i < len(key); i++ {
			hash = (hash ^ uint64(key[i])) * 1099511628211
		}
		for shift := 60; shift >= 0; shift -= 4 {
			name += string("0123456789abcdef"[hash>>shift&15])
		}
	}
	return plan + "/builds/" + name + ".replay"
}

// replayKey is the text of all that this process was given and that can change what the server answers; "" if the system does not tell
// how the go command was called.
func replayKey(program []string, goPid int) string {
	cwd, err := syscall.Getwd()
	command := commandLine(goPid)
	if err != nil || len(command) == 0 {
		return ""
	}
	parts := append([]string{"replay " + replayVersion, cwd, getenv("PWD")}, program...)
	parts = append(append(parts, "command"), command...)
	var settings []string
	for _, entry := range syscall.Environ() {
		if name, _, _ := strings.Cut(entry, "="); isSetting(name) {
			settings = append(settings, entry)
		}
	}
	sort.Strings(settings)
	return strings.Join(append(append(parts, "environment"), settings...), "\x00")
}

// isSetting tells the variables that go, its C tools and the server look at.
func isSetting(name string) bool {
	switch name {
	case "CC", "CXX", "FC", "AR", "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR":
		return true
	case "GOTS_STATS":
		return false
	}
	return strings.HasPrefix(name, "GO") || strings.HasPrefix(name, "CGO_") || strings.HasPrefix(name, "PKG_CONFIG") ||
		strings.HasPrefix(name, "NODE_") || strings.HasPrefix(name, "OTELC_") || strings.HasPrefix(name, "OTELTOOL_")
}

// loadReplay reads a replay that still holds.
func loadReplay(file, key string) (*replay, bool) {
	bytes, err := os.ReadFile(file)
	if err != nil || len(bytes) < 4 || length(bytes) != len(bytes)-4 {
		return nil, false
	}
	m, ok := decode(bytes[4:])
	if !ok || m.kind != "replay" || m.text("key") != key {
		return nil, false
	}
	if len(m.list("caches")) != 2 {
		return nil, false
	}
	age := time.Now().Unix() - int64(atoi(m.text("savedMinute")))*60
	if age < -60 || age > replaySeconds {
		return nil, false
	}
	watched := m.list("watched")
	for ; len(watched) >= 2; watched = watched[2:] {
		if stampOf(watched[0]) != watched[1] {
			return nil, false
		}
	}
	return &replay{hello: m.list("hello"), salt: m.text("salt"), caches: m.list("caches"), early: answersOf(m.list("early")), late: answersOf(m.list("late"))}, true
}

func answersOf(words []string) map[string]answer {
	answers := make(map[string]answer, len(words)/5)
	for ; len(words) >= 5; words = words[5:] {
		answers[words[0]] = answer{words[1], words[2], words[3], words[4]}
	}
	return answers
}

// stampOf tells states of a file or folder apart, as src/build/replay.ts does; "-" if there is none.
func stampOf(path string) string {
	var stat syscall.Stat_t
	if syscall.Stat(path, &stat) != nil {
		return "-"
	}
	modified, changed := timesOf(&stat)
	return itoa(int(stat.Mode)) + " " + itoa(int(stat.Size)) + " " + itoa(int(modified.Nano())) + " " + itoa(int(changed.Nano())) +
		" " + itoa(int(stat.Ino))
}

// find returns an answer that still holds: its file is there, whole.
func find(answers map[string]answer, action string) (answer, bool) {
	found, ok := answers[action]
	if !ok || found.path == "" {
		return found, ok
	}
	var stat syscall.Stat_t
	if syscall.Stat(found.path, &stat) != nil || stat.Mode&syscall.S_IFMT != syscall.S_IFREG || itoa(int(stat.Size)) != found.size {
		return found, false
	}
	return found, true
}

// isMiss reports whether the server would not know an action either: the user's cache has no entry, and no build has noted what it is.
func (r *replay) isMiss(action string) bool {
	id, ok := hexOf(action)
	if !ok {
		return false
	}
	var stat syscall.Stat_t
	place := "/" + id[:2] + "/" + id
	return syscall.Stat(r.caches[0]+place+"-a", &stat) == syscall.ENOENT && syscall.Stat(r.caches[1]+place+"-f", &stat) == syscall.ENOENT
}

// hexOf turns the base64 of 32 bytes, as go writes it, into their hex digits.
func hexOf(base64 string) (string, bool) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	if len(base64) != 44 || base64[43] != '=' {
		return "", false
	}
	text := make([]byte, 0, 66)
	bits, count := 0, 0
	for i := range 43 {
		value := strings.IndexByte(digits, base64[i])
		if value < 0 {
			return "", false
		}
		for bits, count = bits<<6|value, count+6; count >= 4; count -= 4 {
			text = append(text, "0123456789abcdef"[bits>>(count-4)&15])
		}
		bits &= 1<<count - 1
	}
	return string(text[:64]), true
}
