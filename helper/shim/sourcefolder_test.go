//go:build linux || darwin

package main

import (
	"archive/zip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// goIn runs the go command with a module cache of the test, filled from a proxy of files.
func goIn(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Dir = dir
	command.Env = append(os.Environ(), append([]string{"GOFLAGS=-modcacherw", "GOWORK=off", "GOSUMDB=off", "GOCACHEPROG="}, env...)...)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("go %v: %v", args, err)
	}
	return string(output)
}

// moduleProxy writes a proxy with one module, whose path has a capital letter.
func moduleProxy(t *testing.T) string {
	t.Helper()
	proxy := t.TempDir()
	dir := filepath.Join(proxy, "example.com", "!upper", "@v")
	const goMod = "module example.com/Upper\n\ngo 1.24\n"
	writeText(t, filepath.Join(dir, "list"), "v1.0.0\n")
	writeText(t, filepath.Join(dir, "v1.0.0.info"), `{"Version":"v1.0.0"}`)
	writeText(t, filepath.Join(dir, "v1.0.0.mod"), goMod)
	file, err := os.Create(filepath.Join(dir, "v1.0.0.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	archive := zip.NewWriter(file)
	for name, content := range map[string]string{
		"go.mod": goMod,
		// What is inlined of another package names its files, too.
		"upper.go":         "package upper\n\nimport \"example.com/Upper/Sub\"\n\nfunc F() int { return sub.G() }\n",
		"upper_test.go":    "package upper\n",
		"upper_windows.go": "package upper\n",
		"Sub/sub.go":       "package sub\n\nvar v int\n\nfunc G() int { return v }\n",
	} {
		w, err := archive.Create("example.com/Upper@v1.0.0/" + name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return proxy
}

// The files of a package are found where its archive proves where they lie.
func TestFilesOfArchives(t *testing.T) {
	dir, modules := t.TempDir(), t.TempDir()
	writeText(t, filepath.Join(dir, "go.mod"), "module app\n\ngo 1.24\n\nrequire example.com/Upper v1.0.0\n")
	writeText(t, filepath.Join(dir, "app.go"), "package app\n\nimport \"example.com/Upper\"\n\nvar V = upper.F()\n")
	env := []string{"GOPROXY=file://" + moduleProxy(t), "GOMODCACHE=" + modules}
	goIn(t, dir, env, "mod", "tidy")
	goRoot := strings.TrimSpace(goIn(t, dir, env, "env", "GOROOT"))
	for _, flags := range [][]string{nil, {"-trimpath"}} {
		list := append([]string{"list", "-export", "-f", "{{.ImportPath}} {{.Export}} {{.Dir}}"}, flags...)
		paths := []string{"app", "example.com/Upper", "example.com/Upper/Sub", "errors", "runtime", "vendor/golang.org/x/net/dns/dnsmessage", "runtime/cgo", "net"}
		for line := range strings.SplitSeq(strings.TrimSpace(goIn(t, dir, env, append(list, paths...)...)), "\n") {
			words := strings.Fields(line)
			path, archive, folder := words[0], words[1], words[2]
			found, ok := factsOfArchive(archive)
			if !ok {
				t.Fatalf("%s has no facts", path)
			}
			want, err := filepath.Glob(filepath.Join(folder, "*.go"))
			if err != nil || len(want) == 0 {
				t.Fatalf("%s: %v", folder, err)
			}
			if path == "app" || contains(found.imports, "runtime/cgo") || path == "runtime/cgo" {
				want = nil
			}
			got := (&sourceFolders{goRoot, modules}).goFiles(found, archive)
			if !slices.Equal(got, want) {
				t.Errorf("%v %s: %v\nwant %v", flags, path, got, want)
			}
			if got := (&sourceFolders{}).goFiles(found, archive); got != nil {
				t.Errorf("%s without folders: %v", path, got)
			}
		}
	}
}

func TestPackagesOfFolders(t *testing.T) {
	for folder, want := range map[string]string{
		"example.com/a@v1.0.0":               "example.com/a",
		"github.com/!azure/!go!x@v1.0.0/B/c": "github.com/Azure/GoX/B/c",
		"example.com/a/v2@v2.0.0-x/b":        "example.com/a/v2/b",
		"example.com/a":                      "",
		"example.com/a@":                     "",
		"":                                   "",
	} {
		if got := packageIn(folder); got != want {
			t.Errorf("%q: %q, want %q", folder, got, want)
		}
		if want != "" && escapeModulePath(unescapeModulePath(folder)) != folder && !strings.Contains(folder, "/B/") {
			t.Errorf("%q does not come back", folder)
		}
	}
}

// The folders are those of the build's tools and plan; flags by which the compiler is given other files leave none.
func TestFoldersOfBuild(t *testing.T) {
	for _, test := range []struct {
		name, goFlags, command string
		hasHello               bool
		want                   sourceFolders
	}{
		{"a build", "-toolexec=shim", "go build ./...", true, sourceFolders{"/go", "/mod"}},
		{"an overlay", "-toolexec=shim", "go build -overlay=x.json .", true, sourceFolders{}},
		{"an overlay of GOFLAGS", "-toolexec=shim '-overlay=a b'", "go build .", true, sourceFolders{}},
		{"coverage", "-toolexec=shim", "go test -coverprofile c.out .", true, sourceFolders{}},
		{"flags of go env -w", "", "go build .", true, sourceFolders{}},
		{"before the shim shows itself", "-toolexec=shim", "go build .", false, sourceFolders{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("GOFLAGS", test.goFlags)
			f, _ := decidingFront(t)
			f.decides.rules.moduleCache, f.goArgv, f.hello = "/mod", strings.Fields(test.command), nil
			if test.hasHello {
				f.hello = frameOf([]field{{"hello", nil}, {"tool", []string{"/go/pkg/tool/linux_amd64/compile"}}})
			}
			if got := *f.sourceFolders(); got != test.want {
				t.Errorf("got %+v", got)
			}
		})
	}
}

// A Get of a package that plain go compiled is answered where its files hold no word, though no compile has shown them.
func TestGetsOfPackagesWhoseFilesLieInTheirFolder(t *testing.T) {
	dir := t.TempDir()
	goRoot := strings.TrimSpace(goIn(t, dir, nil, "env", "GOROOT"))
	body, err := os.ReadFile(strings.TrimSpace(goIn(t, dir, nil, "list", "-export", "-f", "{{.Export}}", "sync/atomic")))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		word, goRoot, want string
	}{
		{"//a word that no file has", goRoot, "hit"},
		{"package atomic", goRoot, "get"},
		{"//a word that no file has", "", "get"},
		{"//a word that no file has", dir, "get"},
	} {
		f, told := decidingFront(t)
		there := withServer(t, f)
		rules, _ := ruleFixture(t, "testdata/rules/texts.rules")
		rules.code, rules.cacheDir, rules.goCache = f.caches.code, f.caches.weave, f.caches.user
		holds, _, _ := readCondition([]string{"holds", "1", test.word}, 0)
		rules.normal, rules.words = indexOf(&holds), []string{test.word}
		f.decides.rules, f.folders = rules, &sourceFolders{goRoot: test.goRoot}
		action := actionOf(7)
		entryIn(t, f.caches.user, action, string(body))
		f.read([]byte(get(1, action)))
		got := asked(t, there).kind
		if got == "" && len(*told) == 1 && !strings.Contains((*told)[0], "Miss") {
			got = "hit"
		}
		if got != test.want {
			t.Errorf("%q in %q: %s, told %q", test.word, test.goRoot, got, *told)
		}
	}
}
