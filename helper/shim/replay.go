//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"os"
	"sort"
	"strings"
	"syscall"
	"time"
)

// replay holds what was written down of the last build with the same command line, working directory and settings: each answer, and the state of
// each file that decides whether the answers still hold.
type replay struct {
	// hello is the hash of what the shim told of itself and of the go command: working directory, $PWD, folder of the tools, arguments.
	hello string
	// salt is the text that became part of the linker's version.
	salt string
	// code is the hash of the code that weaves, a part of the names of the server's files.
	code string
	// caches are the folders of the user's cache and of the weave cache.
	caches []string
	// early and late hold the answers before and after the shim's hello, by action id (base64).
	early, late map[string]answer
	// placed are keys of the weave cache by action, of what go files although it compiles nothing: what a linker printed, under an action of the
	// main package.
	placed map[string]string
	// savedAt is when the build ended, in seconds since 1970.
	savedAt int64
	// watched lists paths, each followed by its state (stampOf).
	watched []string
	// sources lists files of the program's own packages in the same way. If one has changed, something is going to be compiled.
	sources []string
}

// answer is what a Get is told. Without a path it is a miss, which is never wrong.
type answer struct {
	// kind is `v`: of the user's cache, `w`: of the weave cache, `-`: not counted.
	kind, path, size string
	// fields is the JSON text of the response behind its id.
	fields string
}

const (
	replayVersion = "4"
	// replaySeconds limits the age of a replay: after an hour the server asks the caches again, which refreshes the times by which they are trimmed.
	replaySeconds = 3600
)

// replayFile names the file of one command in one place.
func replayFile(key string) string {
	plan := getenv("GOTS_PLAN")
	for range 3 {
		slash := strings.LastIndexByte(plan, '/')
		if slash <= 0 {
			return ""
		}
		plan = plan[:slash]
	}
	return plan + "/builds/" + key[:32] + ".replay"
}

// replayKey is the hash of everything given to this process that can change what the server answers; "" if the system does not tell the
// arguments of the go command. Only the hash is stored, because command lines and settings hold passwords (GOPROXY, -ldflags=-X).
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
	return hashOf(append(append(parts, "environment"), settings...))
}

// hashOf is the SHA-256 of a list of texts in hex, each framed by its length, as hashParts of src/base/hash.ts.
func hashOf(parts []string) string {
	hash := sha256.New()
	for _, part := range parts {
		hash.Write([]byte(itoa(len(part)) + ":" + part))
	}
	return hexDigits(hash.Sum(nil))
}

func hashText(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hexDigits(sum[:])
}

func hexDigits(bytes []byte) string {
	text := make([]byte, 0, 2*len(bytes))
	for _, b := range bytes {
		text = append(text, "0123456789abcdef"[b>>4], "0123456789abcdef"[b&15])
	}
	return string(text)
}

// isSetting reports whether go, its C tools or the server read a variable.
func isSetting(name string) bool {
	switch name {
	case "CC", "CXX", "FC", "AR", "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR":
		return true
	case "GOTS_STATS", "GOTS_FETCH":
		return false
	}
	return strings.HasPrefix(name, "GO") || strings.HasPrefix(name, "CGO_") || strings.HasPrefix(name, "PKG_CONFIG") ||
		strings.HasPrefix(name, "NODE_") || strings.HasPrefix(name, "OTELC_") || strings.HasPrefix(name, "OTELTOOL_")
}

// loadReplay reads a replay that still holds.
func loadReplay(file, key string) (*replay, bool) {
	bytes, ok := readOwn(file)
	if !ok {
		return nil, false
	}
	r, ok := decodeReplay(bytes, key)
	return r, ok && r.holds(time.Now().Unix())
}

// decodeReplay reads a replay's file: a frame, and the SHA-256 of the frame.
func decodeReplay(bytes []byte, key string) (*replay, bool) {
	m, ok := messageIn(bytes)
	if !ok || m.kind != "replay" || m.text("key") != key || len(m.list("caches")) != 2 {
		return nil, false
	}
	return &replay{
		hello:   m.text("hello"),
		salt:    m.text("salt"),
		code:    m.text("code"),
		caches:  m.list("caches"),
		early:   answersOf(m.list("early")),
		late:    answersOf(m.list("late")),
		placed:  pairsOf(m.list("placed")),
		savedAt: int64(atoi(m.text("savedMinute"))) * 60,
		watched: m.list("watched"),
		sources: m.list("sources"),
	}, true
}

// holds reports whether the replay is young enough and no watched file has changed.
func (r *replay) holds(now int64) bool {
	if age := now - r.savedAt; age < -60 || age > replaySeconds {
		return false
	}
	for watched := r.watched; len(watched) >= 2; watched = watched[2:] {
		if stampOf(watched[0]) != watched[1] {
			return false
		}
	}
	return true
}

// readOwn reads a file that only this user, or the administrator, can have written.
func readOwn(file string) ([]byte, bool) {
	fd, err := syscall.Open(file, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, false
	}
	open := os.NewFile(uintptr(fd), file)
	defer open.Close()
	var stat syscall.Stat_t
	if syscall.Fstat(fd, &stat) != nil || !isTrusted(&stat, 0o022) {
		return nil, false
	}
	bytes := make([]byte, stat.Size)
	for read := 0; read < len(bytes); {
		n, err := open.Read(bytes[read:])
		if err != nil || n == 0 {
			return nil, false
		}
		read += n
	}
	return bytes, true
}

// isTrusted is as distrust of src/base/trust.ts.
func isTrusted(stat *syscall.Stat_t, writers int) bool {
	mode := int(stat.Mode)
	if int(stat.Uid) == syscall.Getuid() {
		return mode&writers == 0 && mode&0o400 != 0
	}
	return stat.Uid == 0 && mode&writers == 0
}

func answersOf(words []string) map[string]answer {
	answers := make(map[string]answer, len(words)/5)
	for ; len(words) >= 5; words = words[5:] {
		answers[words[0]] = answer{words[1], words[2], words[3], words[4]}
	}
	return answers
}

func pairsOf(words []string) map[string]string {
	pairs := make(map[string]string, len(words)/2)
	for ; len(words) >= 2; words = words[2:] {
		pairs[words[0]] = words[1]
	}
	return pairs
}

// stampOf tells states of a file or folder apart, as src/driver/front/replay-header.ts does; "-" if there is none.
func stampOf(path string) string {
	var stat syscall.Stat_t
	if syscall.Stat(path, &stat) != nil {
		return "-"
	}
	modified, changed := timesOf(&stat)
	return itoa(int(stat.Mode)) + " " + itoa(int(stat.Size)) + " " + itoa(int(modified.Nano())) + " " + itoa(int(changed.Nano())) +
		" " + itoa(int(stat.Ino))
}

// isThere reports whether an answer still holds: its file is there, whole. Of a miss that is true.
func (a answer) isThere() bool {
	if a.path == "" {
		return true
	}
	var stat syscall.Stat_t
	if syscall.Stat(a.path, &stat) != nil || stat.Mode&syscall.S_IFMT != syscall.S_IFREG || itoa(int(stat.Size)) != a.size {
		return false
	}
	return a.kind != "w" || isTrusted(&stat, 0o002)
}

// hexOf turns the base64 of 32 bytes, as go writes it, into their hex digits.
func hexOf(base64 string) (string, bool) {
	if len(base64) != 44 || base64[43] != '=' {
		return "", false
	}
	text := make([]byte, 0, 66)
	bits, count := 0, 0
	for i := range 43 {
		value := strings.IndexByte(base64Digits, base64[i])
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
