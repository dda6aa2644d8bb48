//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWordsInFiles(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("x", 200<<10)
	for name, content := range map[string]string{
		"a.go": "package p\n//x:y z\n", "b.go": "package p\r\n\xff\x00é//x:", "long.go": long + "//far" + long, "empty.go": "",
	} {
		writeTestFile(t, filepath.Join(dir, name), content)
	}
	words := []string{"//far", "//x:", "//x:y", "ä", "é//"}
	for _, test := range []struct {
		files string
		want  []string
	}{
		{"a.go", []string{"//x:", "//x:y"}},
		{"b.go", []string{"//x:", "é//"}},
		{"empty.go", nil},
		{"", nil},
		{"long.go", []string{"//far"}},
		{"long.go empty.go b.go a.go", []string{"//far", "//x:", "//x:y", "é//"}},
	} {
		var files []string
		for _, name := range strings.Fields(test.files) {
			files = append(files, filepath.Join(dir, name))
		}
		found, ok := searchFiles(files, words)
		if !ok || !slices.Equal(found.found, test.want) || !slices.Equal(found.searched, words) {
			t.Errorf("%s: %v, %+v", test.files, ok, found)
		}
		if again := parseTexts(found.text()); again == nil || again.text() != found.text() || !slices.Equal(again.found, found.found) {
			t.Errorf("%s is read as %+v", found.text(), again)
		}
	}
	if _, ok := searchFiles([]string{filepath.Join(dir, "a.go"), filepath.Join(dir, "none.go")}, words); ok {
		t.Error("a file that is not there is searched")
	}
}

func TestTextsThatAreNone(t *testing.T) {
	for _, text := range []string{"", "{}", `{"searched":["a"],"found":["a"]} `, `{"searched":["b","a"],"found":[]}`, `{"searched":["a"],"found":["`} {
		if known := parseTexts(text); known != nil {
			t.Errorf("%q is read as %+v", text, known)
		}
	}
}

func TestTextsThatAreNotKnownMayBeThere(t *testing.T) {
	var nothing *texts
	known := &texts{searched: []string{"a", "b"}, found: []string{"b"}}
	if !nothing.mayHold("a") || known.mayHold("a") || !known.mayHold("b") || !known.mayHold("c") {
		t.Error("what is known is not believed, or what is not known is")
	}
}

// A compile of a package whose files hold no word is not asked about, nor are later Gets of its action.
func TestPackagesWithoutTheWords(t *testing.T) {
	for _, test := range []struct {
		name, source string
		isInCache    bool
		compile, get string
	}{
		{"no word", "package demo\n", false, "exec", "hit"},
		{"a word", "package demo\n\n//x:y\nvar a int\n", false, "tool", "get"},
		{"the server may have its object", "package demo\n", true, "tool", "hit"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, told := decidingFront(t)
			there := withServer(t, f)
			fixture, _ := ruleFixture(t, "testdata/rules/texts.rules")
			fixture.code, fixture.cacheDir, fixture.goCache = f.caches.code, f.caches.weave, f.caches.user
			f.decides.rules = fixture
			dir, action := t.TempDir(), actionOf(9)
			prefix, _ := actionPrefix(action)
			args := compileIn(t, dir, test.source, "packagefile os="+f.caches.user+"/aa/aa-d\n")
			for at := range args {
				args[at] = strings.Replace(args[at], "abc/abc", prefix+"/"+prefix, 1)
			}
			writeTestFile(t, filepath.Join(dir, "b.go"), "package demo\n")
			f.actions[prefix] = action
			if test.isInCache {
				entryIn(t, f.caches.user, action, "!<arch>\nno package")
			}
			here, shimEnd := pair(t)
			f.shims = []*shim{{fd: int(here), number: 4}}
			shimEnd.send([]field{{"compile", nil}, {"cwd", []string{dir}}, {"tool", []string{"/go/compile"}}, {"importPath", []string{"demo"}}, {"chain", []string{""}}, {"args", args}})
			f.request(int(here))
			got := asked(t, there).kind
			if got == "" {
				m, _ := shimEnd.receive()
				got = m.kind
			}
			if got != test.compile {
				t.Fatalf("the compile: %s", got)
			}
			// Without an index, as for another command, the weave cache tells.
			id := hexID(t, action)
			file, content := fixture.factsRecord(id, factsText("demo", `"os"`))
			writeText(t, file, content)
			entryIn(t, f.caches.user, action, "!<arch>\nno package")
			getIs := func(want string) {
				t.Helper()
				*told = nil
				f.late = transcript{}
				f.read([]byte(get(2, action)))
				got := asked(t, there).kind
				if got == "" && len(*told) == 1 && !strings.Contains((*told)[0], "Miss") {
					got = "hit"
				}
				if got != want {
					t.Errorf("the Get: %q, told %q", got, *told)
				}
			}
			getIs(test.get)
			f.saveFacts()
			f.decides.index = loadFactsIndex(f.decides.index.file, f.decides.index.code)
			getIs(test.get)
			f.decides.index = loadFactsIndex(filepath.Join(dir, "none"), f.decides.index.code)
			getIs(test.get)
			os.RemoveAll(f.caches.weave)
			f.decides.index = loadFactsIndex(filepath.Join(dir, "none"), f.decides.index.code)
			f.decides.index.note(id, factsText("demo", `"os"`))
			getIs("get")
		})
	}
}
