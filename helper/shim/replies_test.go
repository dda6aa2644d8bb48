//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// A server's reply decides what the shim runs, prints and returns.
func TestReplies(t *testing.T) {
	dir := t.TempDir()
	compile := fakeTool(t, dir, "compile", `echo "compile $* $EXTRA"`)
	link := fakeTool(t, dir, "link", `echo "link version go1.26.8"`)
	other := fakeTool(t, dir, "other", `echo "other $* $EXTRA"; echo noise >&2; exit ${CODE:-0}`)
	reply := func(kind string, fields ...field) []byte { return frameOf(append([]field{{kind, nil}}, fields...)) }
	one := func(name, value string) field { return field{name, []string{value}} }
	exec := reply("exec", field{"argv", []string{other, "a b", ""}}, field{"env", []string{"EXTRA=1"}})
	run := func(env ...string) []byte {
		return reply("run", field{"argv", []string{other}}, field{"env", env}, field{"appends", nil})
	}
	for _, test := range []struct {
		name    string
		argv    []string
		replies [][]byte
		want    result
		asked   string
	}{
		{"ok: the tool prints its own version", []string{compile, "-V=full"}, [][]byte{frameFile(t, "ok")}, result{"compile -V=full \n", "", 0}, "hello"},
		{"a front's ok", []string{compile, "-V=full"}, [][]byte{frameFile(t, "front-ok")}, result{"compile -V=full \n", "", 0}, "hello"},
		{"salt", []string{link, "-V=full"}, [][]byte{frameFile(t, "salt")}, result{"link version go1.26.8 gots/0a1b2c\n", "", 0}, "salt"},
		{"a front's salt", []string{link, "--V=full"}, [][]byte{frameFile(t, "front-salt")}, result{"link version go1.26.8 gots/0a1b2c\n", "", 0}, "salt"},
		{"an empty salt", []string{link, "-V=full"}, [][]byte{frameFile(t, "salt-empty")}, result{"link version go1.26.8\n", "", 0}, "salt"},
		{"exec", []string{compile, "x.go"}, [][]byte{exec}, result{"other a b  1\n", "noise\n", 0}, "compile"},
		{"run and done: what the tool wrote is shown", []string{link, "x.a"}, [][]byte{run(), frameFile(t, "done-silent")}, result{"other  \nnoise\n", "", 0}, "link ended"},
		{"run fails: the server shows what it wants, and the exit code stays", []string{link, "x.a"}, [][]byte{run("CODE=3"), frameFile(t, "done-silent")},
			result{"", "", 3}, "link ended"},
		{"run twice", []string{compile, "x.go"}, [][]byte{run("CODE=3"), run("EXTRA=2"), frameFile(t, "done-silent")}, result{"other  2\nnoise\n", "", 0}, "compile ended ended"},
		{"done", []string{compile, "x.go"}, [][]byte{frameFile(t, "done")}, result{"\xff\x00\n", "aspects.yml:3:1: wrong (code)\n", 2}, "compile"},
		{"done without an error, where nothing is to run", []string{compile, "x.go"}, [][]byte{frameFile(t, "done-silent")}, result{"", "", 0}, "compile"},
		{"done instead of ok", []string{compile, "-V=full"}, [][]byte{frameFile(t, "done")}, result{"\xff\x00\n", "aspects.yml:3:1: wrong (code)\n", 2}, "hello"},
		{"another kind", []string{compile, "x.go"}, [][]byte{frameFile(t, "salt")}, result{"",
			"gots: the build server sent \"salt\"; run `gots env` again, its parts are of different versions\n", 1}, "compile"},
		{"an empty command", []string{compile, "x.go"}, [][]byte{reply("exec", one("env", ""))}, result{"", "gots: the build server sent an empty command\n", 1}, "compile"},
		{"a reply that is no frame", []string{compile, "x.go"}, [][]byte{frameFile(t, "bad-string-cut")}, result{"", "gots: the build server went away\n", 1}, "compile"},
		{"a reply that is cut off", []string{compile, "x.go"}, [][]byte{frameFile(t, "cut-body")}, result{"", "gots: the build server went away\n", 1}, "compile"},
		{"no reply", []string{compile, "x.go"}, nil, result{"", "gots: the build server went away\n", 1}, "compile"},
		{"another tool is no question", []string{other, "-V=full"}, nil, result{"other -V=full \n", "noise\n", 0}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var mutex sync.Mutex
			var asked []string
			replies := test.replies
			path := serve(t, func(request message) []byte {
				mutex.Lock()
				defer mutex.Unlock()
				asked = append(asked, request.kind)
				if len(replies) == 0 {
					return nil
				}
				frame := replies[0]
				replies = replies[1:]
				return frame
			})
			got := runShim(t, []string{"GOTS_SERVER=" + path}, test.argv...)
			if got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			mutex.Lock()
			defer mutex.Unlock()
			if strings.Join(asked, " ") != test.asked {
				t.Errorf("asked %q, want %q", asked, test.asked)
			}
		})
	}
}

func TestAMissingServerStopsTheBuild(t *testing.T) {
	compile := fakeTool(t, t.TempDir(), "compile", "echo compiled")
	got := runShim(t, []string{"GOTS_SERVER=/no/such/socket"}, compile, "x.go")
	if want := (result{"", "gots: the build server went away\n", 1}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The appends of a reply are done where its command succeeds, in the format of ar, with a filled byte behind an odd length.
func TestAppends(t *testing.T) {
	dir := t.TempDir()
	archive := filepath.Join(dir, "_pkg_.a")
	writeText(t, archive, "!<arch>\n")
	writeText(t, filepath.Join(dir, "odd"), "abc")
	writeText(t, filepath.Join(dir, "even"), "abcd")
	appendMember(archive, "one", filepath.Join(dir, "odd"))
	appendMember(archive, "link.deps", filepath.Join(dir, "even"))
	header := func(name, size string) string {
		return pad(name, 16) + "0           0     0     644     " + pad(size, 10) + "`\n"
	}
	got, _ := os.ReadFile(archive)
	if want := "!<arch>\n" + header("one", "3") + "abc\x00" + header("link.deps", "4") + "abcd"; string(got) != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTheUsersToolexecIsSplitAsGoSplitsIt(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        nil,
		" \t\n":                   nil,
		"/bin/time":               {"/bin/time"},
		"  a  b\tc ":              {"a", "b", "c"},
		`"a b" 'c "d"' e`:         {"a b", `c "d"`, "e"},
		`''`:                      {""},
		`a"b c"`:                  {`a"b`, `c"`},
		"'two\nlines' more":       {"two\nlines", "more"},
		`"/o'ne/x" -flag='a b' é`: {"/o'ne/x", "-flag='a", "b'", "é"},
	} {
		if got := splitQuoted(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q is split into %q, want %q", text, got, want)
		}
	}
}

func TestChangeEnv(t *testing.T) {
	env := []string{"A=1", "B=2", "AB=3", "A=4"}
	for _, test := range []struct{ changes, want []string }{
		{nil, env},
		{[]string{"A"}, []string{"B=2", "AB=3"}},
		{[]string{"A=5"}, []string{"B=2", "AB=3", "A=5"}},
		{[]string{"B=a=b", "C="}, []string{"A=1", "AB=3", "A=4", "B=a=b", "C="}},
		{[]string{"N=1", "N"}, env},
	} {
		if got := changeEnv(env, test.changes); strings.Join(got, " ") != strings.Join(test.want, " ") {
			t.Errorf("%q gives %q, want %q", test.changes, got, test.want)
		}
	}
	if strings.Join(env, " ") != "A=1 B=2 AB=3 A=4" {
		t.Errorf("the environment itself was changed: %q", env)
	}
}

func TestLookPath(t *testing.T) {
	dir := t.TempDir()
	tool := fakeTool(t, dir, "tool", "true")
	writeText(t, filepath.Join(dir, "plain"), "")
	if err := os.MkdirAll(filepath.Join(dir, "first", "tool"), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("PATH", ".:"+filepath.Join(dir, "first")+":/no/such:"+dir)
	if got := lookPath("tool"); got != tool {
		t.Errorf("found %s: a folder or a relative entry was taken", got)
	}
	if got := lookPath("./anything/at all"); got != "./anything/at all" {
		t.Errorf("a path became %s", got)
	}
	got := runShim(t, []string{"PATH=" + dir}, "plain")
	if want := (result{"", "gots: exec: \"plain\": executable file not found in $PATH\n", 1}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
