//go:build linux || darwin

package main

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// decidingFront is a front with rules by which package `p` is never woven, and `q` is if it imports `lib`.
func decidingFront(t *testing.T) (f *front, told *[]string) {
	t.Helper()
	f, told = testFront(t)
	r, _ := ruleFixture(t, "testdata/rules/all-of.rules")
	r.code, r.cacheDir, r.goCache = f.caches.code, f.caches.weave, f.caches.user
	f.replay, f.mode, f.isDeciderKnown = nil, weaving, true
	f.decides = &decider{r, loadFactsIndex(r.factsIndexFile("/src", []string{"go", "build"}), r.code)}
	return f, told
}

func factsText(path string, imports string) string {
	return `{"path":"` + path + `","name":"p","imports":[` + imports + `],"testMain":false,"inherited":[]}`
}

func TestGetsOfPlainPackages(t *testing.T) {
	archive := "!<arch>\nno package"
	for _, test := range []struct {
		name, facts          string
		isIndexed, isInCache bool
		children             int
		want                 string
	}{
		{"a package that no aspect can match", factsText("p", `"lib"`), true, true, 0, "hit"},
		{"the same with a child", factsText("p", `"lib"`), true, true, 1, "hit"},
		{"its facts in the weave cache", factsText("p", `"lib"`), false, true, 0, "hit"},
		{"its object is gone", factsText("p", `"lib"`), false, false, 0, "miss"},
		{"its object is gone, and a child may compile it", factsText("p", `"lib"`), false, false, 1, "server"},
		{"a package that may be woven", factsText("q", `"lib"`), true, true, 0, "server"},
		{"link dependencies below", strings.Replace(factsText("p", ""), "[]}", `[{"path":"x","kind":"import"}]}`, 1), true, true, 0, "server"},
		{"no facts, and an archive that tells none", "", false, true, 0, "server"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, told := decidingFront(t)
			there := withServer(t, f)
			f.children = test.children
			action := actionOf(5)
			id := hexID(t, action)
			if test.isIndexed {
				f.decides.index.known[id] = test.facts
			} else if test.facts != "" {
				file, content := f.decides.rules.factsRecord(id, test.facts)
				writeText(t, file, content)
			}
			if test.isInCache {
				entryIn(t, f.caches.user, action, archive)
			}
			f.read([]byte(get(1, action)))
			asked := asked(t, there).kind
			got := "server"
			if len(*told) == 1 && asked == "" {
				if got = "hit"; strings.Contains((*told)[0], `"Miss":true`) {
					got = "miss"
				}
			}
			if got != test.want || f.counts.plainHits == 1 != (got == "hit") {
				t.Errorf("%s: told %q, asked %q", got, *told, asked)
			}
		})
	}
}

func TestCompilesAsTheyAre(t *testing.T) {
	set := func(t *testing.T) (f *front, request func(changes ...field) (reply string)) {
		f, _ = decidingFront(t)
		there := withServer(t, f)
		dir := t.TempDir()
		action := actionOf(9)
		prefix, _ := actionPrefix(action)
		args := compileIn(t, dir, "package demo\n", "packagefile lib="+f.caches.user+"/aa/aa-d\n")
		for at := range args {
			args[at] = strings.Replace(args[at], "abc/abc", prefix+"/"+prefix, 1)
		}
		f.read([]byte(get(1, action)))
		return f, func(changes ...field) string {
			here, shimEnd := pair(t)
			s := &shim{fd: int(here), number: 4}
			f.shims = []*shim{s}
			fields := []field{{"compile", nil}, {"cwd", []string{dir}}, {"tool", []string{"/go/compile"}}, {"importPath", []string{"p"}}, {"chain", []string{""}}, {"args", args}}
			for _, change := range changes {
				for at := range fields {
					if fields[at].name == change.name {
						fields[at] = change
						if change.name == "args" {
							fields[at].values = append(change.values, args...)
						}
					}
				}
			}
			shimEnd.send(fields)
			f.request(int(here))
			if m := asked(t, there); m.kind != "" {
				return m.kind
			}
			m, _ := shimEnd.receive()
			return m.kind + " " + strings.Join(m.list("argv"), " ")
		}
	}
	want := `{"path":"p","name":"demo","imports":["lib"],"testMain":false,"inherited":[]}`
	t.Run("a package that no aspect can match", func(t *testing.T) {
		f, request := set(t)
		if got := request(); !strings.HasPrefix(got, "exec /go/compile -o b001/_pkg_.a") {
			t.Fatalf("told %q", got)
		}
		// Its archive will tell the same.
		id := hexID(t, actionOf(9))
		if text, ok := f.decides.rules.filedFacts(id); ok {
			t.Errorf("its facts have a file of their own: %s", text)
		}
		if text, _ := f.decides.index.find(id); text != want || f.counts.compiles != 1 || f.counts.forwarded != 0 {
			t.Errorf("indexed %s, counted %+v", text, f.counts)
		}
		// Its object is the user's, and counted as such.
		body := []byte("!<arch>\nobject")
		action, _ := base64.StdEncoding.DecodeString(actionOf(9))
		_, output := idsOf(0, body)
		f.read(asGo(2, action, output, body))
		if given := f.late[actionOf(9)]; given.kind != "v" || !strings.HasPrefix(given.path, f.caches.user) {
			t.Errorf("noted %+v", given)
		}
		f.saveFacts()
		if again := loadFactsIndex(f.decides.index.file, f.caches.code); again.known[id] != want {
			t.Errorf("kept %v", again.known)
		}
	})
	for name, test := range map[string]struct {
		change field
		want   string
	}{
		"an archive without the mark of a test": {field{"importPath", []string{"p [p.test]"}}, strings.Replace(want, `"p"`, `"p [p.test]"`, 1)},
		"an archive of another form":            {field{"args", []string{"-d=syncframes=1"}}, want},
	} {
		t.Run(name, func(t *testing.T) {
			f, request := set(t)
			if got := request(test.change); !strings.HasPrefix(got, "exec ") {
				t.Fatalf("told %q", got)
			}
			if text, ok := f.decides.rules.filedFacts(hexID(t, actionOf(9))); !ok || text != test.want {
				t.Errorf("filed %v %s", ok, text)
			}
		})
	}
	for name, change := range map[string]func(f *front) []field{
		"a package that may be woven":   func(*front) []field { return []field{{"importPath", []string{"q"}}} },
		"another go command's":          func(*front) []field { return []field{{"chain", []string{"0a1b"}}} },
		"a child is at work":            func(f *front) []field { f.children = 1; return nil },
		"no rules":                      func(f *front) []field { f.decides = nil; return nil },
		"no Get came before":            func(f *front) []field { f.actions = map[string]string{}; return nil },
		"an unknown flag":               func(*front) []field { return []field{{"args", []string{"-newflag"}}} },
		"an object is in the cache yet": func(f *front) []field { entryIn(t, f.caches.user, actionOf(9), "!<arch>\n"); return nil },
		"before the hello":              func(f *front) []field { f.mode = unknown; return nil },
	} {
		t.Run(name, func(t *testing.T) {
			f, request := set(t)
			if got := request(change(f)...); got != "tool" {
				t.Errorf("told %q", got)
			}
		})
	}
}

// A child that begins to work hears of the compilations under way that the server was not asked about.
func TestCompilesUnderWayAreTold(t *testing.T) {
	f, _ := decidingFront(t)
	there := withServer(t, f)
	here, _ := pair(t)
	f.shims = []*shim{{fd: int(here), number: 1}, {fd: int(here), number: 2, compiles: "abc", importPath: "p"}}
	for range 2 {
		says(f, there, []field{{"children", nil}, {"count", []string{"1"}}})
	}
	if m := asked(t, there); m.kind != "began" || m.text("shim") != "2" || m.text("action") != "abc" || m.text("importPath") != "p" {
		t.Errorf("told %q", m)
	}
	if m := asked(t, there); m.kind != "" {
		t.Errorf("told twice: %q", m)
	}
	syscall.Shutdown(int(here), syscall.SHUT_RDWR)
	f.forget(f.shims[1])
	if m := asked(t, there); m.kind != "closed" || m.text("shim") != "2" {
		t.Errorf("told %q", m)
	}
}

// Rules of other code, or for another weave cache, decide nothing.
func TestDeciderOfThePlan(t *testing.T) {
	plan := planWithRules(t, "all-of")
	r := loadRules(plan)
	if r == nil {
		t.Fatal("the rules are not read")
	}
	t.Setenv("GOTS_PLAN", plan)
	for name, test := range map[string]struct {
		caches caches
		want   bool
	}{
		"the plan's": {caches{user: "/other", weave: r.cacheDir, code: r.code}, true}, "other code": {caches{weave: r.cacheDir, code: "x"}, false},
		"another cache": {caches{weave: "/x", code: r.code}, false},
	} {
		f := newFront(nil, os.Getpid())
		f.caches = test.caches
		d := f.decider()
		if (d != nil) != test.want || d != nil && (d.rules.goCache != "/other" || filepath.Dir(d.index.file) != r.cacheDir+"/builds") {
			t.Errorf("%s: %+v", name, d)
		}
	}
}
