//go:build linux || darwin

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// sealed is a replay's file with some fields changed; a field without values is left out.
func sealed(t *testing.T, changes ...field) []byte {
	t.Helper()
	m := frameNamed(t, "replay")
	body := appendString(nil, m.kind)
	for _, f := range m.fields {
		for _, change := range changes {
			if change.name == f.name {
				f.values = change.values
			}
		}
		if f.values == nil {
			continue
		}
		body = appendString(appendString(body, f.name), itoa(len(f.values)))
		for _, value := range f.values {
			body = appendString(body, value)
		}
	}
	frame := append(appendLength(nil, len(body)), body...)
	sum := sha256.Sum256(frame)
	return append(frame, sum[:]...)
}

var replayFixtureKey = strings.Repeat("f", 64)

// A file is read to what it was made of, and written as it was.
func TestDecodeReplay(t *testing.T) {
	file := frameFile(t, "replay")
	if !bytes.Equal(sealed(t), file) {
		t.Fatal("the fixture is encoded otherwise here")
	}
	got, ok := decodeReplay(file, replayFixtureKey)
	zero, full := base64.StdEncoding.EncodeToString(make([]byte, 32)), base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{0xff}, 32))
	want := &replay{
		hello: strings.Repeat("0", 64), salt: "0a1b2c", code: "c0de", caches: []string{"/cache/go", "/cache/gots"},
		early: map[string]answer{zero: {"-", "", "0", `"Miss":true`}},
		late: map[string]answer{
			zero: {"w", "/cache/gots/00/00-d", "12", `"OutputID":"AAAA","Size":12`},
			full: {"v", "/cache/go/ff/ff-d", "0", `"OutputID":"","Size":0`},
		},
		placed:  map[string]string{full: strings.Repeat("6b", 32)},
		savedAt: 29600000 * 60, watched: []string{"/no/such/file/of/gots", "-"}, sources: []string{"/src/main.go", "33188 12 1 1 7"},
	}
	if !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v %+v\nwant %+v", ok, got, want)
	}
	if written := encodeReplay(replayFixtureKey, *want); !bytes.Equal(written, file) {
		t.Errorf("written as %q", written)
	}
}

// A file that is damaged, of another command or of another form is no replay.
func TestReplaysThatAreRefused(t *testing.T) {
	good := sealed(t)
	flipped := func(at int) []byte {
		file := append([]byte(nil), good...)
		file[at] ^= 1
		return file
	}
	for name, file := range map[string][]byte{
		"empty": nil, "short": good[:20], "without its sum": good[:len(good)-sha256.Size], "cut off": good[:len(good)-1],
		"longer": append(append([]byte(nil), good...), 0), "first byte": flipped(0), "middle": flipped(len(good) / 2), "last byte": flipped(len(good) - 1),
		"other key": sealed(t, field{"key", []string{"e"}}), "no key": sealed(t, field{"key", nil}),
		"one cache": sealed(t, field{"caches", []string{"/cache/go"}}), "no caches": sealed(t, field{"caches", nil}),
	} {
		if _, ok := decodeReplay(file, replayFixtureKey); ok {
			t.Errorf("%s: taken", name)
		}
	}
	hello := frameFile(t, "hello")
	sum := sha256.Sum256(hello)
	if _, ok := decodeReplay(append(hello, sum[:]...), replayFixtureKey); ok {
		t.Errorf("a hello is taken for a replay")
	}
}

// A replay holds for an hour, while each watched file is as it was.
func TestReplayHolds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "watched")
	writeText(t, file, "one")
	r := &replay{savedAt: 1_000_000, watched: []string{"/no/such/file/of/gots", "-", file, stampOf(file)}}
	for age, want := range map[int64]bool{-61: false, -60: true, 0: true, 3600: true, 3601: false} {
		if got := r.holds(1_000_000 + age); got != want {
			t.Errorf("%d seconds old: %v", age, got)
		}
	}
	writeText(t, file, "other")
	if r.holds(1_000_000) {
		t.Errorf("it holds after a watched file has changed")
	}
	os.Remove(file)
	if r.holds(1_000_000) {
		t.Errorf("it holds after a watched file has gone")
	}
	appeared := &replay{savedAt: 1_000_000, watched: []string{t.TempDir(), "-"}}
	if appeared.holds(1_000_000) {
		t.Errorf("it holds after a file has appeared")
	}
}

// A replay that others may write is not read.
func TestReplaysOfOthers(t *testing.T) {
	file := filepath.Join(t.TempDir(), "r")
	if _, ok := readOwn(file); ok {
		t.Errorf("a file that is not there was read")
	}
	writeText(t, file, "text")
	for mode, want := range map[os.FileMode]bool{0o600: true, 0o644: true, 0o664: false, 0o646: false} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		got, ok := readOwn(file)
		if ok != want || ok && string(got) != "text" {
			t.Errorf("mode %o: %v %q", mode, ok, got)
		}
	}
	if _, ok := loadReplay(file, replayFixtureKey); ok {
		t.Errorf("a text was loaded")
	}
}

func TestIsThere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "object")
	writeText(t, file, "0123456789")
	for _, test := range []struct {
		name string
		answer
		want bool
	}{
		{"a miss", answer{"-", "", "0", ""}, true}, {"whole", answer{"v", file, "10", ""}, true}, {"woven", answer{"w", file, "10", ""}, true},
		{"short", answer{"v", file, "11", ""}, false}, {"gone", answer{"v", file + "x", "10", ""}, false}, {"a folder", answer{"v", filepath.Dir(file), "10", ""}, false},
	} {
		if got := test.isThere(); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
	os.Chmod(file, 0o666)
	if (answer{"w", file, "10", ""}).isThere() {
		t.Errorf("a woven object that everyone may write is given")
	}
	if !(answer{"v", file, "10", ""}).isThere() {
		t.Errorf("an object of the user's cache is not given; its mode is the user's choice")
	}
}

// An action is unknown where neither the user's cache nor the weave cache has an entry for it.
func TestIsUnknown(t *testing.T) {
	c := &caches{user: t.TempDir(), weave: t.TempDir(), code: "c0de"}
	id := bytes.Repeat([]byte{0xa7}, 32)
	action, digits := base64.StdEncoding.EncodeToString(id), hex.EncodeToString(id)
	if !c.isUnknown(action) {
		t.Errorf("empty caches know it")
	}
	if c.isUnknown("short") {
		t.Errorf("what is no action is a miss")
	}
	entry := filepath.Join(c.user, "a7", digits+"-a")
	writeText(t, entry, "")
	if c.isUnknown(action) {
		t.Errorf("the user's cache has it")
	}
	os.Remove(entry)
	facts := hashOf([]string{"facts", "c0de", digits})
	writeText(t, filepath.Join(c.weave, facts[:2], facts+"-f"), "")
	if c.isUnknown(action) {
		t.Errorf("the weave cache knows what it is")
	}
	other := &caches{user: c.user, weave: c.weave, code: "other"}
	if !other.isUnknown(action) {
		t.Errorf("other code has other names")
	}
}

// What a build was answered is written down for the next, under what it depends on.
func TestWriteReplay(t *testing.T) {
	fresh := message{"bye", []field{{"replay", []string{"fresh"}}, {"salt", []string{"5a17"}}, {"savedMinute", []string{"29600000"}}, {"watched", []string{"/no/such", "-"}}}}
	says := func(what string) message { return message{"bye", []field{{"replay", []string{what}}}} }
	key := replayFixtureKey
	set := func(t *testing.T) *front {
		f, _ := testFront(t)
		f.mode, f.hello, f.key, f.file = weaving, frameFile(t, "hello"), key, filepath.Join(t.TempDir(), "builds", "r.replay")
		f.replay.savedAt, f.replay.watched, f.replay.hello = 60, []string{"/w", "-"}, "before"
		return f
	}
	read := func(f *front) *replay {
		bytes, _ := readOwn(f.file)
		r, _ := decodeReplay(bytes, key)
		return r
	}
	given := answer{"v", "/p", "1", "new"}
	t.Run("without one before", func(t *testing.T) {
		f := set(t)
		f.replay = nil
		f.late[actionOf(9)] = given
		source := filepath.Join(t.TempDir(), "main.go")
		writeText(t, source, "package main")
		f.addSource(source, stampOf(source))
		f.writeReplay(fresh)
		r := read(f)
		if r == nil || r.salt != "5a17" || r.hello != helloHash(frameNamed(t, "hello")) || r.code != "c0de" || r.savedAt != 29600000*60 || r.late[actionOf(9)] != given ||
			!reflect.DeepEqual(r.watched, []string{"/no/such", "-"}) || !reflect.DeepEqual(r.caches, []string{f.caches.user, f.caches.weave}) || r.sourceChanged() {
			t.Fatalf("written: %+v", r)
		}
		writeText(t, source, "package main // edited")
		if !r.sourceChanged() {
			t.Errorf("an edited source is not seen")
		}
	})
	t.Run("carried on", func(t *testing.T) {
		f := set(t)
		f.late[actionOf(9)] = given
		f.writeReplay(message{})
		r := read(f)
		if r == nil || r.hello != "before" || r.savedAt != 60 || r.late[actionOf(9)] != given || len(r.late) != 5 || len(r.early) != 1 {
			t.Errorf("written: %+v", r)
		}
	})
	t.Run("places", func(t *testing.T) {
		f := set(t)
		// What a linker printed; an object; what nothing of this build asked for; what an earlier build placed.
		f.late[actionOf(9)], f.late[actionOf(8)] = answer{"-", "/o", "0", "empty"}, answer{"w", "/p", "1", "new"}
		f.placed[actionOf(9)], f.placed[actionOf(8)], f.placed[actionOf(7)] = "9a", "8a", "7a"
		f.replay.placed = map[string]string{actionOf(6): "6a"}
		f.writeReplay(message{})
		if r := read(f); r == nil || !reflect.DeepEqual(r.placed, map[string]string{actionOf(9): "9a", actionOf(6): "6a"}) {
			t.Errorf("written: %+v", r)
		}
	})
	t.Run("nothing new", func(t *testing.T) {
		f := set(t)
		f.late[actionOf(1)] = f.replay.late[actionOf(1)]
		if f.writeReplay(message{}); read(f) != nil {
			t.Errorf("it was written")
		}
	})
	for name, change := range map[string]func(f *front){
		"never": func(*front) {}, "not woven": func(f *front) { f.mode = plain }, "without a hello": func(f *front) { f.mode = unknown }, "no file": func(f *front) { f.file = "" },
	} {
		t.Run(name, func(t *testing.T) {
			f := set(t)
			file := f.file
			writeText(t, file, "old")
			f.late[actionOf(9)] = given
			change(f)
			f.writeReplay(says("never"))
			if text, _ := os.ReadFile(file); (string(text) == "old") == (name == "never") {
				t.Errorf("left: %q", text)
			}
		})
	}
}
