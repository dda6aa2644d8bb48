//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// compileIn writes a package and returns the command line of its compiler; folders are below dir.
func compileIn(t *testing.T, dir, source, importcfg string, flags ...string) []string {
	writeTestFile(t, filepath.Join(dir, "a.go"), source)
	writeTestFile(t, filepath.Join(dir, "b001", "importcfg"), importcfg)
	args := []string{"-o", "b001/_pkg_.a", "-trimpath", "b001=>", "-p", "p", "-complete", "-buildid", "abc/abc", "-lang=go1.24", "-importcfg", "b001/importcfg", "-pack"}
	return append(append(args, flags...), "./a.go", "./b.go")
}

func TestReadCompile(t *testing.T) {
	dir := t.TempDir()
	args := compileIn(t, dir, "// A comment.\n/* package no */ package /* really */ demo\n",
		"# import config\nimportmap lib=vendor/lib\npackagefile vendor/lib=/go/aa/aa-d\npackagefile b=$x=y.a\n\n")
	c, ok := readCompile(args, dir, "p [p.test]")
	if !ok {
		t.Fatal("a command line of go is not read")
	}
	want := `{"path":"p [p.test]","name":"demo","imports":["b","vendor/lib"],"testMain":false,"inherited":[]}`
	if got := c.facts.text(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if c.action != "abc" || c.output != dir+"/b001/_pkg_.a" || c.archives["vendor/lib"] != "/go/aa/aa-d" || c.archives["b"] != dir+"/$x=y.a" {
		t.Errorf("%+v", c)
	}
}

// TestFactsOfCompiles reads the compiles whose facts the server's tests read, too.
func TestFactsOfCompiles(t *testing.T) {
	var fixtures []struct {
		Name, ImportPath, Importcfg, First string
		Args                               []string
		Archives                           map[string]string
		Facts                              json.RawMessage
	}
	text, err := os.ReadFile("testdata/compiles.json")
	if err != nil || json.Unmarshal(text, &fixtures) != nil || len(fixtures) < 5 {
		t.Fatal(err, len(fixtures))
	}
	for _, each := range fixtures {
		dir := t.TempDir()
		_, files, _ := splitFlags(each.Args)
		writeTestFile(t, filepath.Join(dir, files[0]), each.First)
		writeTestFile(t, filepath.Join(dir, "b001/importcfg"), each.Importcfg)
		for name, deps := range each.Archives {
			archive := filepath.Join(dir, name)
			writeTestFile(t, archive, archiveMagic)
			writeTestFile(t, archive+".deps", deps)
			appendMember(archive, linkDepsName, archive+".deps")
		}
		var want bytes.Buffer
		if json.Compact(&want, each.Facts) != nil {
			t.Fatal(each.Name)
		}
		c, ok := readCompile(each.Args, dir, each.ImportPath)
		if !ok || !c.inherit("/cache", archiveDeps{}) || c.facts.text() != want.String() {
			t.Errorf("%s: %v %+v", each.Name, ok, c)
		}
	}
}

func TestNamesOfCompiles(t *testing.T) {
	dir := t.TempDir()
	for _, each := range []struct {
		flags            []string
		importPath, path string
	}{
		{nil, "", "p"},
		{nil, "real/p", "real/p"},
		{[]string{"-p=main"}, "example.com/cmd", "example.com/cmd"},
		{[]string{"-p=main"}, "", ""},
	} {
		c, ok := readCompile(compileIn(t, dir, "package main\n", "", each.flags...), dir, each.importPath)
		if !ok || c.facts.path != each.path || c.facts.testMain {
			t.Error(each, ok, c)
		}
	}
	args := append(compileIn(t, dir, "package main\n", "", "-p=main"), "b001/_testmain.go")
	if c, ok := readCompile(args, dir, "p.test"); !ok || !c.facts.testMain {
		t.Error("a test's main package is not known")
	}
}

func TestCompilesForTheServer(t *testing.T) {
	dir := t.TempDir()
	whole := compileIn(t, dir, "package p\n", "")
	if _, ok := readCompile(whole, dir, ""); !ok {
		t.Fatal("a plain command line is not read")
	}
	without := func(flag string) []string {
		var args []string
		for i := 0; i < len(whole); i++ {
			if whole[i] == flag {
				i++
				continue
			}
			args = append(args, whole[i])
		}
		return args
	}
	for name, args := range map[string][]string{
		"no importcfg": without("-importcfg"), "no buildid": without("-buildid"), "no output": without("-o"), "no path": without("-p"),
		"unknown flag": append([]string{"-newflag"}, whole...), "no files": whole[:len(whole)-2], "version": {"-V=full"},
		"absent file": append(append([]string{}, whole[:len(whole)-2]...), "absent.go"),
	} {
		if c, ok := readCompile(args, dir, ""); ok {
			t.Error(name, c)
		}
	}
	for _, odd := range []string{"", "package", "package p", "func x", "// package p", "/* package p\n", "package 1p\n", "packagep\n", "\xff"} {
		if name, ok := nameInClause(odd); ok {
			t.Errorf("%q has the name %q", odd, name)
		}
	}
	args := compileIn(t, dir, "package p\n", "packagefile é=/x.a\n")
	if _, ok := readCompile(args, dir, ""); ok {
		t.Error("imports are sorted as JavaScript sorts them, which this program cannot")
	}
}

func TestInherit(t *testing.T) {
	dir := t.TempDir()
	archive := func(name string, deps string) string {
		file := filepath.Join(dir, name)
		writeTestFile(t, file, archiveMagic)
		writeTestFile(t, file+".deps", deps)
		if deps != "" {
			appendMember(file, "odd", file+".deps")
			appendMember(file, linkDepsName, file+".deps")
		}
		return file
	}
	for _, each := range []struct{ importcfg, want string }{
		{"packagefile a=" + dir + "/cache/absent", `[]`},
		{"packagefile a=" + archive("plain.a", ""), `[]`},
		{"packagefile a=" + archive("v2.a", "#link.deps@v2\nimport\tx\nrelocation\ty\n"), `[{"path":"x","kind":"import"},{"path":"y","kind":"relocation"}]`},
		{"packagefile a=" + archive("v1.a", "#link.deps@v1\nz\n\n#\n"), `[{"path":"z","kind":"import"}]`},
		{"packagefile a=" + dir + "/v2.a\npackagefile x=" + dir + "/plain.a\npackagefile y=" + dir + "/plain.a", `[{"path":"y","kind":"relocation"}]`},
		{"packagefile a=" + dir + "/v2.a\npackagefile b=" + archive("more.a", "#link.deps@v2\nimport\ty\n"), `[{"path":"x","kind":"import"},{"path":"y","kind":"import"}]`},
		{"packagefile a=" + archive("v3.a", "#link.deps@v3\nz\n"), ""},
		{"packagefile a=" + archive("odd.a", "#link.deps@v2\nother\tx\n"), ""},
		{"packagefile a=" + dir + "/absent", ""},
		{"packagefile a=" + dir + "/v2.a.deps", ""},
	} {
		c, ok := readCompile(compileIn(t, dir, "package p\n", each.importcfg), dir, "")
		if !ok {
			t.Fatal(each)
		}
		if ok = c.inherit(dir+"/cache", archiveDeps{}); ok != (each.want != "") || ok && !strings.HasSuffix(c.facts.text(), `"inherited":`+each.want+"}") {
			t.Error(each, ok, c.facts.text())
		}
	}
}

// An archive that many packages import is read once; one that cannot be read is looked at again.
func TestArchivesAreReadOnce(t *testing.T) {
	known, file := archiveDeps{}, filepath.Join(t.TempDir(), "p.a")
	if _, ok := known.of(file); ok {
		t.Error("an archive out of nothing")
	}
	writeText(t, file, archiveMagic)
	writeText(t, file+".deps", "#link.deps@v1\nx\n")
	appendMember(file, linkDepsName, file+".deps")
	deps, ok := known.of(file)
	os.Remove(file)
	if again, isKnown := known.of(file); !ok || len(deps) != 1 || !isKnown || len(again) != len(deps) {
		t.Errorf("read %v, then %v", deps, again)
	}
}

// TestArchivesOfGo compares what archives of the installed Go tell with what go list says.
func TestArchivesOfGo(t *testing.T) {
	format := "{{.Export}}\t{{.ImportPath}}\t{{.Name}}\t{{join .Imports \" \"}}"
	command := exec.Command("go", "list", "-export", "-f", format, "fmt", "net/http", "net", "os/user", "unsafe", "cmd/gofmt", "runtime/cgo")
	command.Env = append(os.Environ(), "GOFLAGS=", "GOCACHEPROG=", "GOWORK=off")
	output, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, line := range strings.Split(strings.TrimSpace(string(output)), "\n") {
		words := strings.Split(line, "\t")
		if words[0] == "" {
			continue
		}
		f, ok := factsOfArchive(words[0])
		if words[2] == "main" {
			if ok {
				t.Error("a main package's archive tells its path:", f)
			}
			continue
		}
		// go list shows imports as the source has them, without those of files that cgo makes.
		if !ok || f.path != words[1] || f.name != words[2] {
			t.Error(words, ok, f)
			continue
		}
		read++
		for _, path := range strings.Fields(words[3]) {
			if path != "unsafe" && path != "C" && !contains(f.imports, path) {
				t.Error(words[1], "imports", path, "and its archive says", f.imports)
			}
		}
		damaged := filepath.Join(t.TempDir(), "damaged.a")
		content, _ := os.ReadFile(words[0])
		for _, size := range []int{0, 7, 8, 70, 200, len(content) / 2} {
			writeTestFile(t, damaged, string(content[:size]))
			if f, ok := factsOfArchive(damaged); ok && f.text() != (&facts{path: words[1], name: words[2], imports: f.imports}).text() {
				t.Error(size, f)
			}
		}
	}
	if read < 5 {
		t.Error("only", read, "archives were read")
	}
}

func TestFactsIndex(t *testing.T) {
	file := filepath.Join(t.TempDir(), "x.facts")
	x := loadFactsIndex(file, "c0de")
	x.note("aa", "one")
	x.note("bb", "two")
	content, ok := x.content()
	if !ok {
		t.Fatal("news is not kept")
	}
	writeTestFile(t, file, string(content))
	x = loadFactsIndex(file, "c0de")
	if text, ok := x.find("aa"); !ok || text != "one" {
		t.Error(text, ok)
	}
	if _, ok := x.find("cc"); ok {
		t.Error("an unknown action has facts")
	}
	if content, ok = x.content(); !ok {
		t.Error("what is not used any more stays")
	}
	x.find("bb")
	if _, ok = x.content(); ok {
		t.Error("an index with nothing new is written again")
	}
	old := time.Now().Add(-2 * indexSeconds * time.Second)
	if os.Chtimes(file, old, old) != nil {
		t.Fatal(file)
	}
	x = loadFactsIndex(file, "c0de")
	x.find("aa")
	x.find("bb")
	if _, ok = x.content(); !ok {
		t.Error("an old index is not written again")
	}
	for name, load := range map[string]func() *factsIndex{
		"other code": func() *factsIndex { return loadFactsIndex(file, "other") },
		"absent":     func() *factsIndex { return loadFactsIndex(file+"x", "c0de") },
		"damaged": func() *factsIndex {
			writeTestFile(t, file, strings.Replace(string(content), "one", "two", 1))
			return loadFactsIndex(file, "c0de")
		},
		"others may write": func() *factsIndex {
			writeTestFile(t, file, string(content))
			os.Chmod(file, 0o622)
			return loadFactsIndex(file, "c0de")
		},
	} {
		if _, ok := load().find("aa"); ok {
			t.Error("believed:", name)
		}
	}
}
