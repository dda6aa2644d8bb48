//go:build linux || darwin

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func actionOf(b byte) string { return base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{b}, 32)) }

// testFront is a front without a go command that repeats three answers: a miss before the hello, an object of each cache after it. told holds
// what go is told.
func testFront(t *testing.T) (f *front, told *[]string) {
	t.Helper()
	dir := t.TempDir()
	object := filepath.Join(dir, "object")
	writeText(t, object, "0123456789")
	// A front listens in a folder of this kind, and keeps there what a cache refuses.
	t.Setenv("TMPDIR", dir)
	t.Setenv("XDG_RUNTIME_DIR", "")
	if err := os.Mkdir(runtimeCandidates()[0], 0o700); err != nil {
		t.Fatal(err)
	}
	f = newFront(nil, os.Getpid())
	f.caches = caches{user: filepath.Join(dir, "go"), weave: filepath.Join(dir, "gots"), code: "c0de"}
	f.socket = filepath.Join(dir, "s.sock")
	f.replay = &replay{
		salt: "0a1b2c", code: "c0de", caches: []string{f.caches.user, f.caches.weave},
		early: map[string]answer{actionOf(1): {"-", "", "0", `"Miss":true`}},
		late: map[string]answer{
			actionOf(1): {"v", object, "10", `"OutputID":"AA"`}, actionOf(2): {"w", object, "10", `"OutputID":"BB"`},
			actionOf(3): {"v", object + ".gone", "10", `"OutputID":"CC"`}, actionOf(4): {"-", "", "0", `"Miss":true`},
		},
	}
	told = &[]string{}
	f.say = func(text []byte) {
		*told = append(*told, strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")...)
	}
	return f, told
}

// withServer gives a front a server, and returns its end of the stream.
func withServer(t *testing.T, f *front) conn {
	t.Helper()
	here, there := pair(t)
	f.server = &server{fd: int(here)}
	return there
}

// asked reads what the server was told: kinds and fields.
func asked(t *testing.T, there conn) message {
	t.Helper()
	syscall.SetNonblock(int(there), true)
	defer syscall.SetNonblock(int(there), false)
	m, _ := there.receive()
	return m
}

// says makes the server say something.
func says(f *front, there conn, messages ...[]field) {
	for _, m := range messages {
		there.send(m)
	}
	f.hear(make([]byte, 64<<10))
}

func get(id int, action string) string {
	return `{"ID":` + itoa(id) + `,"Command":"get","ActionID":"` + action + `"}` + "\n"
}

// entryIn files a body under an action in a cache, and returns its output id.
func entryIn(t *testing.T, dir, action, body string) string {
	t.Helper()
	output := sha256.Sum256([]byte(body))
	id, digits := hexID(t, action), hexDigits(output[:])
	writeText(t, filepath.Join(dir, digits[:2], digits+"-d"), body)
	writeText(t, filepath.Join(dir, id[:2], id+"-a"), fmt.Sprintf("v1 %s %s %20d %20d\n", id, digits, len(body), 1700000000123000000))
	return base64.StdEncoding.EncodeToString(output[:])
}

func hexID(t *testing.T, action string) string {
	t.Helper()
	id, ok := hexOf(action)
	if !ok {
		t.Fatalf("%q is no action", action)
	}
	return id
}
