//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestMain becomes the gate itself where a test starts this program again (runGate).
func TestMain(m *testing.M) {
	if os.Getenv("GATE_TEST_AS_GATE") != "" {
		os.Unsetenv("GATE_TEST_AS_GATE")
		main()
		return
	}
	os.Exit(m.Run())
}

// module makes a folder with a go.mod and returns its real path.
func module(t *testing.T, names ...string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(names, ".") {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	writeText(t, filepath.Join(dir, "go.mod"), "module example.com/m\n")
	return dir
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// setPlan writes a plan for some modules.
func setPlan(t *testing.T, workDir string, modules ...string) {
	t.Helper()
	text, err := json.Marshal(map[string]any{"moduleDirs": modules, "workDir": workDir, "aspects": []string{"more"}})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "plan.json")
	writeText(t, file, "gots plan 1234\n"+string(text))
	t.Setenv("GOTS_PLAN", file)
}

func TestReadArguments(t *testing.T) {
	here := module(t, "a/b")
	t.Chdir(here)
	for _, test := range []struct {
		args         []string
		dir, command string
	}{
		{nil, ".", ""},
		{[]string{"build", "./..."}, ".", "build"},
		{[]string{"-C", "a", "build"}, "a", "build"},
		{[]string{"-C=a/b", "build"}, "a/b", "build"},
		{[]string{"--C=a", "mod", "tidy"}, "a", "mod"},
		{[]string{"--C", "a", "test"}, "a", "test"},
		{[]string{"build", "-C", "a/b", "."}, "a/b", "build"},
		{[]string{"build", "-C=a", "."}, "a", "build"},
		{[]string{"build", "-o", "x", "-C=a", "."}, ".", "build"},
		{[]string{"-C", "a", "build", "-C", "b"}, "a/b", "build"},
		{[]string{"-C", "/", "build"}, "/", "build"},
		{[]string{"-C"}, ".", "-C"},
	} {
		dir, command := readArguments(test.args)
		want := test.dir
		if !filepath.IsAbs(want) {
			want = filepath.Join(here, want)
		}
		if dir != want || command != test.command {
			t.Errorf("%q: %s in %s, want %s in %s", test.args, command, dir, test.command, want)
		}
	}
}

func TestIsPlain(t *testing.T) {
	for command, want := range map[string]bool{"mod": true, "get": true, "work": true, "tool": true,
		"build": false, "test": false, "run": false, "install": false, "list": false, "vet": false, "env": false, "": false} {
		if got := isPlain(command); got != want {
			t.Errorf("go %s: %v", command, got)
		}
	}
}

// A folder is woven if the plan names its module, or the workspace around it.
func TestIsWoven(t *testing.T) {
	woven, other, work := module(t, "below/deeper", "nested"), module(t, "below"), module(t, "member")
	writeText(t, filepath.Join(woven, "nested", "go.mod"), "module example.com/nested\n")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(woven, "below"), link); err != nil {
		t.Fatal(err)
	}
	setPlan(t, "", woven)
	for dir, want := range map[string]bool{woven: true, woven + "/below/deeper": true, link: true, woven + "/nested": false, other: false,
		other + "/below": false, woven + "/missing": false, "/": false} {
		if got := isWoven(dir); got != want {
			t.Errorf("%s: %v", dir, got)
		}
	}
	if err := os.Remove(filepath.Join(work, "go.mod")); err != nil {
		t.Fatal(err)
	}
	setPlan(t, work, woven)
	for dir, want := range map[string]bool{work: true, work + "/member": true, woven: true, other: false} {
		if got := isWoven(dir); got != want {
			t.Errorf("with a workspace, %s: %v", dir, got)
		}
	}
}

// Without a plan that can be read nothing is woven.
func TestPlansThatCannotBeRead(t *testing.T) {
	dir := module(t)
	file := filepath.Join(dir, "plan.json")
	t.Setenv("GOTS_PLAN", file)
	if isWoven(dir) {
		t.Errorf("woven without a plan")
	}
	for _, text := range []string{"", "{}", "one line\n", "first\n{", "first\n[]", "first\n{\"moduleDirs\":7}"} {
		writeText(t, file, text)
		if isWoven(dir) {
			t.Errorf("woven by %q", text)
		}
	}
}

func TestRestored(t *testing.T) {
	env := []string{"HOME=/h", "GOFLAGS=-toolexec=/c/shim", "GOCACHEPROG=/c/shim cacheprog", "GOTS_PLAN=/p", "GOTS_SAVED=x", "GOTS_TOOLEXEC=own", "PATH=/b"}
	for _, test := range []struct {
		saved string
		want  []string
	}{
		{`[null,null,""]`, []string{"HOME=/h", "PATH=/b"}},
		{`["-tags=a b",null,""]`, []string{"HOME=/h", "PATH=/b", "GOFLAGS=-tags=a b"}},
		{`["","prog",""]`, []string{"HOME=/h", "PATH=/b", "GOFLAGS=", "GOCACHEPROG=prog"}},
		{`[null,"prog"]`, []string{"HOME=/h", "PATH=/b", "GOCACHEPROG=prog"}},
		{"", env}, {"no JSON", env}, {"[null]", env}, {"{}", env},
	} {
		t.Setenv("GOTS_SAVED", test.saved)
		if got := restored(env); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s gives %q, want %q", test.saved, got, test.want)
		}
	}
}

// runGate runs the gate as `go` with a go command behind it that shows what it gets.
func runGate(t *testing.T, dir string, path []string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GATE_TEST_AS_GATE=1", "PATH="+strings.Join(path, ":"), `GOTS_SAVED=["-mod=mod",null,""]`, "GOFLAGS=-overlay=x",
		"GOCACHEPROG=shim cacheprog")
	var out, problems bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &problems
	cmd.Run()
	return out.String(), problems.String(), cmd.ProcessState.ExitCode()
}

// The gate becomes the next go in PATH, with gots' variables in woven modules and with the user's own elsewhere.
func TestTheGateBecomesTheNextGo(t *testing.T) {
	woven, other := module(t), module(t)
	setPlan(t, "", woven)
	gate, folder, real := t.TempDir(), t.TempDir(), t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, filepath.Join(gate, "go")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(folder, "go"), 0o777); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\necho \"$GOFLAGS|$GOCACHEPROG|$1 $2\"\nexit 7\n"
	if err := os.WriteFile(filepath.Join(real, "go"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	path := []string{gate, "", folder, real, "/bin", "/usr/bin"}
	for _, test := range []struct {
		dir  string
		args []string
		want string
	}{
		{woven, []string{"build", "."}, "-overlay=x|shim cacheprog|build .\n"},
		{woven, []string{"mod", "tidy"}, "-mod=mod||mod tidy\n"},
		{woven, []string{"tool", "x"}, "-mod=mod||tool x\n"},
		{other, []string{"build", "."}, "-mod=mod||build .\n"},
		{other, []string{"-C", woven, "build"}, "-overlay=x|shim cacheprog|-C " + woven + "\n"},
		{woven, []string{"-C", other, "build"}, "-mod=mod||-C " + other + "\n"},
	} {
		stdout, stderr, code := runGate(t, test.dir, path, test.args...)
		if stdout != test.want || stderr != "" || code != 7 {
			t.Errorf("go %q: %d %q %q, want %q", test.args, code, stdout, stderr, test.want)
		}
	}
	stdout, stderr, code := runGate(t, woven, []string{gate, folder, "/no/such"}, "build")
	if stdout != "" || stderr != "gots: there is no other go in PATH\n" || code != 127 {
		t.Errorf("without another go: %d %q %q", code, stdout, stderr)
	}
}
