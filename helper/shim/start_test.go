//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func writeProgram(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

// startMachine is a folder with gots, Node and go, which print how they were called, and the variables of a start there.
func startMachine(t *testing.T) (root string, env []string) {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	writeProgram(t, root+"/gots/dist/gots", "")
	writeProgram(t, root+"/bin/node", "#!/bin/sh\nprintf 'node'; printf '|%s' \"$@\"; exit 3\n")
	writeProgram(t, root+"/bin/go", "#!/bin/sh\nprintf 'go'; printf '|%s' \"$@\"; env | grep -E '^(GOFLAGS|GOCACHEPROG|GOTS_)' | sort; exit 4\n")
	return root, []string{"PATH=" + root + "/bin:/bin:/usr/bin"}
}

// noteAStart writes the note of `go build x` as Node does, with more fields, and returns its file.
func noteAStart(t *testing.T, root string, env []string, more ...field) string {
	t.Helper()
	printed := runShim(t, env, "start-print", root+"/bin/node", root+"/gots", root+"/cache", "go", "build", "x")
	file, _, _ := strings.Cut(printed.stdout, "\x00")
	if printed.code != 0 || !strings.HasPrefix(file, root+"/cache/builds/") {
		t.Fatalf("start-print: %+v", printed)
	}
	now, err := exec.Command("sh", "-c", "echo $(($(date +%s) / 60))").Output()
	if err != nil {
		t.Fatal(err)
	}
	note := append([]field{
		{startNote, nil},
		{"savedMinute", []string{strings.TrimSpace(string(now))}},
		{"go", []string{root + "/bin/go"}},
		{"node", []string{root + "/bin/node"}},
		{"flags", []string{"-toolexec=/s"}},
		{"cacheProg", []string{"/s cacheprog"}},
		{"plan", []string{"/p"}},
		{"watched", []string{root + "/bin/go", stampOf(root + "/bin/go")}},
	}, more...)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, withSum(frameOf(note)), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestStart(t *testing.T) {
	const byNote = "go|build|xGOCACHEPROG=/s cacheprog\nGOFLAGS=-toolexec=/s\nGOTS_PLAN=/p\nGOTS_SAVED=[null,null,\"\"]\n"
	for _, c := range []struct {
		name   string
		change func(root, file string) error
		args   []string
		isNote bool
	}{
		{name: "nothing has changed", isNote: true},
		{name: "another command", args: []string{"go", "build", "y"}},
		{name: "a command that does not build", args: []string{"go", "env"}},
		{name: "no command", args: []string{"go"}},
		{name: "a watched file has changed", change: func(root, _ string) error { return os.Chmod(root+"/bin/go", 0o700) }},
		{name: "the note is gone", change: func(_, file string) error { return os.Remove(file) }},
		{name: "others may write the note", change: func(_, file string) error { return os.Chmod(file, 0o620) }},
		{name: "the note is cut off", change: func(_, file string) error { return os.Truncate(file, 100) }},
		{name: "the first Node in PATH is another", change: func(root, _ string) error {
			return os.Rename(root+"/bin/node", root+"/bin/node20")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			root, env := startMachine(t)
			file := noteAStart(t, root, env)
			if c.change != nil {
				if err := c.change(root, file); err != nil {
					t.Fatal(err)
				}
				if _, err := os.Stat(root + "/bin/node"); err != nil {
					if err := os.Symlink("node20", root+"/bin/node"); err != nil {
						t.Fatal(err)
					}
				}
			}
			args := c.args
			if args == nil {
				args = []string{"go", "build", "x"}
			}
			want := result{byNote, "", 4}
			if !c.isNote {
				want = result{"node|" + root + "/gots/dist/cli.mjs|" + strings.Join(args, "|"), "", 3}
			}
			if got := runShim(t, env, append([]string{"start", root + "/gots/dist/gots", root + "/cache"}, args...)...); got != want {
				t.Errorf("got  %+v\nwant %+v", got, want)
			}
		})
	}
}

func TestStartThroughLinks(t *testing.T) {
	root, env := startMachine(t)
	noteAStart(t, root, env)
	if err := os.Symlink("gots/dist/gots", root+"/link"); err != nil {
		t.Fatal(err)
	}
	got := runShim(t, env, "start", root+"/link", root+"/cache", "go", "build", "x")
	if got.code != 4 || !strings.HasPrefix(got.stdout, "go|build|x") {
		t.Errorf("got %+v", got)
	}
}

func TestStartWithoutNode(t *testing.T) {
	root, _ := startMachine(t)
	env := []string{"PATH=" + root}
	got := runShim(t, env, "start", root+"/gots/dist/gots", root+"/cache", "go", "build")
	if want := (result{"", "gots: needs Node 20.19 or newer, and there is no node in PATH\n", 127}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestStartTakesSettingsFromWhereGoDoes(t *testing.T) {
	for _, c := range []struct {
		name, toolchain, own string
		env                  []string
		want                 string
	}{
		{"environment", "GOFLAGS=-t\n", "GOFLAGS=-o\n", []string{"GOFLAGS=-e  '-ldflags=-s -w'"},
			"GOFLAGS=-e \"-ldflags=-s -w\" -toolexec=/s\nGOTS_PLAN=/p\nGOTS_SAVED=[\"-e  '-ldflags=-s -w'\",null,\"\"]\n"},
		{"user's file", "GOFLAGS=-t\nGOCACHEPROG=t\n", "GOFLAGS=-a\nGOFLAGS=-b\n#GOFLAGS=-c\nGOCACHEPROG=\n", nil,
			"GOFLAGS=-b -toolexec=/s\nGOTS_PLAN=/p\nGOTS_SAVED=[null,null,\"\"]\n"},
		{"toolchain's file", "GOFLAGS=-t\nGOCACHEPROG=p q\n", "", []string{"GOFLAGS="},
			"GOFLAGS=-t -toolexec=/s\nGOTS_PLAN=/p\nGOTS_SAVED=[\"\",null,\"p q\"]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root, env := startMachine(t)
			env = append(env, c.env...)
			writeProgram(t, root+"/go.env", c.toolchain)
			writeProgram(t, root+"/env", c.own)
			noteAStart(t, root, env, field{"settings", []string{root + "/go.env", root + "/env"}})
			got := runShim(t, env, "start", root+"/gots/dist/gots", root+"/cache", "go", "build", "x")
			if want := "go|build|xGOCACHEPROG=/s cacheprog\n" + c.want; got.stdout != want {
				t.Errorf("got  %s\nwant %s", got.stdout, want)
			}
		})
	}
}

func TestStartSeesNewConfigurations(t *testing.T) {
	root, env := startMachine(t)
	writeProgram(t, root+"/mod/main.go", "")
	writeProgram(t, root+"/mod/gots.yml", "")
	noteAStart(t, root, env, field{"moduleDir", []string{root + "/mod"}}, field{"endings", []string{".yml", ".tool.go"}},
		field{"configurations", []string{"gots.yml"}})
	start := func() int {
		return runShim(t, env, "start", root+"/gots/dist/gots", root+"/cache", "go", "build", "x").code
	}
	writeProgram(t, root+"/mod/other.go", "")
	if code := start(); code != 4 {
		t.Errorf("another Go file: code %d", code)
	}
	writeProgram(t, root+"/mod/orchestrion.tool.go", "")
	if code := start(); code != 3 {
		t.Errorf("a new configuration: code %d", code)
	}
}
