//go:build linux || darwin

package main

import (
	"encoding/base64"
	"path/filepath"
	"reflect"
	"sort"
	"testing"
)

// usedOf reads what the server is told to note, of both caches.
func usedOf(t *testing.T, f *front, there conn) (user, weave []string) {
	t.Helper()
	f.tellUsed()
	for m := asked(t, there); m.kind != ""; m = asked(t, there) {
		if m.kind == "used" {
			user, weave = append(user, m.list("user")...), append(weave, m.list("weave")...)
		}
	}
	return user, weave
}

// entryNames are the names of an entry and of its output below their cache.
func entryNames(t *testing.T, dir, id string) []string {
	t.Helper()
	found, ok := (&caches{}).entry(dir, id, false)
	if !ok {
		t.Fatalf("%s holds no %s", dir, id)
	}
	output, _ := filepath.Rel(dir, found.path)
	return []string{id[:2] + "/" + id + "-a", output}
}

func TestUsedFiles(t *testing.T) {
	known, archive := factsText("p", `"lib"`), "!<arch>\nno package"
	for _, test := range []struct {
		name string
		// facts are those of the action, "" for none; body is what the user's cache has.
		facts, body string
		isFiled     bool
		mode        mode
		placed      bool
		want        string
	}{
		{"before the hello", "", "go index", false, unknown, false, "entry"},
		{"of a command that is not woven", "", archive, false, plain, false, "entry"},
		{"what is no archive", "", "go index", false, weaving, false, "entry"},
		{"a package that no aspect can match, its facts filed", known, archive, true, weaving, false, "entry, facts"},
		{"its facts in the index alone", known, archive, false, weaving, false, "entry"},
		{"its object is gone", known, "", true, weaving, false, "facts"},
		{"what the server is asked about", factsText("q", `"lib"`), archive, true, weaving, false, ""},
		{"what no cache knows", "", "", false, weaving, false, ""},
		{"what lies in the weave cache", "", "", false, weaving, true, "woven"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, _ := decidingFront(t)
			f.used = &usedFiles{known: map[string]bool{}}
			there := withServer(t, f)
			action := actionOf(5)
			id := hexID(t, action)
			f.mode = test.mode
			file, content := f.decides.rules.factsRecord(id, test.facts)
			if test.isFiled {
				writeText(t, file, content)
			} else if test.facts != "" {
				f.decides.index.known[id] = test.facts
			}
			var wantUser, wantWeave []string
			if test.body != "" {
				entryIn(t, f.caches.user, action, test.body)
			}
			if test.placed {
				key := hexID(t, actionOf(0x80))
				entryIn(t, f.caches.weave, actionOf(0x80), "woven")
				f.placed[action] = key
				wantWeave = entryNames(t, f.caches.weave, key)
			}
			if test.want == "entry" || test.want == "entry, facts" {
				wantUser = entryNames(t, f.caches.user, id)
			}
			if test.want == "facts" || test.want == "entry, facts" {
				record, _ := filepath.Rel(f.caches.weave, file)
				wantWeave = []string{record}
			}
			// Asked twice, listed once.
			f.read([]byte(get(1, action) + get(2, action)))
			user, weave := usedOf(t, f, there)
			if !reflect.DeepEqual(user, wantUser) || !reflect.DeepEqual(weave, wantWeave) {
				t.Errorf("used %q and %q, want %q and %q", user, weave, wantUser, wantWeave)
			}
			if len(wantWeave) == 1 {
				if text, ok := f.decides.rules.filedFacts(id); !ok || text != test.facts {
					t.Errorf("the record on the list holds %v %q", ok, text)
				}
			}
		})
	}
}

// What go files is used, in the cache where it belongs.
func TestFiledIsUsed(t *testing.T) {
	f, _ := decidingFront(t)
	f.used = &usedFiles{known: map[string]bool{}}
	there := withServer(t, f)
	key := hexID(t, actionOf(0x80))
	var puts []byte
	for at, body := range []string{"plain", "woven"} {
		action, output := idsOf(at+1, []byte(body))
		if body == "woven" {
			f.placed[base64.StdEncoding.EncodeToString(action)] = key
		}
		puts = append(puts, asGo(at+1, action, output, []byte(body))...)
	}
	f.read(puts)
	user, weave := usedOf(t, f, there)
	action, _ := idsOf(1, []byte("plain"))
	if want := entryNames(t, f.caches.user, hexDigits(action)); !reflect.DeepEqual(user, want) {
		t.Errorf("used %q, want %q", user, want)
	}
	if want := entryNames(t, f.caches.weave, key); !reflect.DeepEqual(weave, want) {
		t.Errorf("used %q, want %q", weave, want)
	}
}

// The server learns what was used before it is asked something, so that its list is in order.
func TestUsedBeforeAsked(t *testing.T) {
	f, _ := decidingFront(t)
	f.used = &usedFiles{known: map[string]bool{}}
	there := withServer(t, f)
	entryIn(t, f.caches.user, actionOf(6), "go index")
	entryIn(t, f.caches.user, actionOf(5), "!<arch>\nno package")
	f.read([]byte(get(1, actionOf(6)) + get(2, actionOf(5))))
	if first, second := asked(t, there), asked(t, there); first.kind != "used" || second.kind != "get" {
		t.Errorf("told %q, then %q", first.kind, second.kind)
	}
}

// A build one of whose compilers failed, or was cut off, is not whole. The server does not know of compilers that it was not asked about.
func TestMissingObjects(t *testing.T) {
	f, _ := decidingFront(t)
	there := withServer(t, f)
	f.server.isNeeded = true
	for at := range 3 {
		action, _ := idsOf(at, []byte("object"))
		prefix, _ := actionPrefix(base64.StdEncoding.EncodeToString(action))
		f.begun[prefix], f.compiled[prefix] = true, true
	}
	action, output := idsOf(1, []byte("object"))
	f.read(asGo(1, action, output, []byte("object")))
	asked(t, there)
	there.send([]field{{"bye", nil}})
	f.endServer()
	m := asked(t, there)
	missing := m.list("missing")
	sort.Strings(missing)
	if m.kind != "end" || len(missing) != 2 {
		t.Errorf("told %q, %q", m.kind, missing)
	}
}
