//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// holdChild starts a process of a name that lives until the test ends.
func holdChild(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	shell, err := os.ReadFile("/bin/sh")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, shell, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, append([]string{"-c", "read line; exit 0"}, args...)...)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stdin.Close(); cmd.Wait() })
	return cmd
}

// A process is known by its number and its start: names with blanks and parentheses do not mislead.
func TestProcessInfo(t *testing.T) {
	self, ok := processInfo(os.Getpid())
	if !ok || self.parent != os.Getppid() || strings.Trim(self.start, "0123456789") != "" || self.start == "" {
		t.Fatalf("this process is %v %+v, its parent %d", ok, self, os.Getppid())
	}
	for _, name := range []string{"go", "a b", "x) S 1 (y", "("} {
		child := holdChild(t, name)
		got, ok := processInfo(child.Process.Pid)
		if !ok || got.name != name || got.parent != os.Getpid() {
			t.Errorf("%q: %v %+v", name, ok, got)
		}
	}
	if got, ok := processInfo(1 << 22); ok {
		t.Errorf("no process has this number: %+v", got)
	}
}

// Two processes of one number are told apart; the same process always has the same name.
func TestNameOf(t *testing.T) {
	child := holdChild(t, "go")
	pid := child.Process.Pid
	first, _ := processInfo(pid)
	again, _ := processInfo(pid)
	name := nameOf(pid, first)
	if name != nameOf(pid, again) {
		t.Errorf("%s became %s", name, nameOf(pid, again))
	}
	parts := strings.Split(name, "-")
	if len(parts) != 3 || parts[0] != itoa(pid) || parts[1] != first.start || parts[2] != pidNamespace() {
		t.Errorf("the name is %s", name)
	}
	again.start += "0"
	if name == nameOf(pid, again) {
		t.Errorf("another start has the same name %s", name)
	}
}

func TestCommandLine(t *testing.T) {
	child := holdChild(t, "go", "a b", "", "é\n")
	// The child has its arguments as soon as it has become the program.
	deadline := time.Now().Add(10 * time.Second)
	want := strings.Join(child.Args, "|")
	got := ""
	for got != want && time.Now().Before(deadline) {
		got = strings.Join(commandLine(child.Process.Pid), "|")
	}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if words := commandLine(1 << 22); words != nil {
		t.Errorf("no process has this number: %q", words)
	}
}

// Only folders and sockets of this user that others cannot enter are trusted.
func TestTrustedPlaces(t *testing.T) {
	dir := shortTempDir(t)
	for name, mode := range map[string]os.FileMode{"private": 0o700, "open": 0o755, "group": 0o750} {
		if err := os.Mkdir(filepath.Join(dir, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	os.Symlink("private", filepath.Join(dir, "link"))
	writeText(t, filepath.Join(dir, "file"), "")
	for name, want := range map[string]bool{"private": true, "open": false, "group": false, "link": false, "file": false, "missing": false} {
		if got := isPrivate(filepath.Join(dir, name)); got != want {
			t.Errorf("isPrivate(%s) is %v", name, got)
		}
	}
	if isOwnSocket(filepath.Join(dir, "file")) || isOwnSocket(filepath.Join(dir, "missing")) {
		t.Errorf("a file is taken for a socket")
	}
	if path := serve(t, func(message) []byte { return nil }); !isOwnSocket(path) {
		t.Errorf("%s is no socket of ours", path)
	}
}

func TestRuntimeCandidates(t *testing.T) {
	uid := itoa(os.Getuid())
	for _, test := range []struct{ xdg, tmp, want string }{
		{"", "", "/tmp/gots-" + uid},
		{"/run/user/7", "", "/run/user/7/gots /tmp/gots-" + uid},
		{"", "/t", "/t/gots-" + uid + " /tmp/gots-" + uid},
		{"/run/user/7", "/t", "/run/user/7/gots /t/gots-" + uid + " /tmp/gots-" + uid},
	} {
		t.Setenv("XDG_RUNTIME_DIR", test.xdg)
		t.Setenv("TMPDIR", test.tmp)
		if got := strings.Join(runtimeCandidates(), " "); got != test.want {
			t.Errorf("%+v: %s", test, got)
		}
	}
}

// The early greeting is a frame in a file named after the go command, and leaves no temporary file.
func TestLeaveNote(t *testing.T) {
	dir := shortTempDir(t)
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("TMPDIR", "")
	child := holdChild(t, "go")
	pid := child.Process.Pid
	greeting := frameNamed(t, "hello")
	leaveNote(pid, append([]field{{greeting.kind, nil}}, greeting.fields[:len(greeting.fields)-1]...))
	p, _ := processInfo(pid)
	got, err := os.ReadFile(dir + "/gots/" + nameOf(pid, p) + ".hello")
	if err != nil || !bytes.Equal(got, frameFile(t, "hello")) {
		t.Errorf("%v: %q", err, got)
	}
	if entries, _ := os.ReadDir(dir + "/gots"); len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
}

// The search goes up to the first process called go, past wrappers, and no further.
func TestFindServer(t *testing.T) {
	compile := fakeTool(t, t.TempDir(), "compile", "echo plain")
	env := []string{"XDG_RUNTIME_DIR=" + shortTempDir(t)}
	if got := runShim(t, env, compile, "x.go"); got != (result{"plain\n", "", 0}) {
		t.Errorf("without a server: %q", got)
	}
	dir := shortTempDir(t)
	env = []string{"XDG_RUNTIME_DIR=" + dir}
	if err := os.Mkdir(filepath.Join(dir, "gots"), 0o700); err != nil {
		t.Fatal(err)
	}
	own, _ := processInfo(os.Getpid())
	path := filepath.Join(dir, "gots", nameOf(os.Getpid(), own)+".sock")
	os.Symlink(serve(t, func(message) []byte { return frameFile(t, "done") }), path)
	if got := runShim(t, env, compile, "x.go"); got.stdout != "plain\n" {
		t.Errorf("a link to a socket is followed: %q", got)
	}
	os.Remove(path)
	socket := serve(t, func(message) []byte { return frameFile(t, "done") })
	if err := os.Rename(socket, path); err != nil {
		t.Fatal(err)
	}
	if got := runShim(t, env, compile, "x.go"); got.code != 2 {
		t.Errorf("the server of an ancestor: %q", got)
	}
	shell, err := os.ReadFile("/bin/sh")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"go": "plain\n0\n", "wrapper": "\xff\x00\n2\n"} {
		program := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(program, shell, 0o755); err != nil {
			t.Fatal(err)
		}
		self, _ := os.Executable()
		cmd := exec.Command(program, "-c", self+" "+compile+" x.go; echo $?")
		cmd.Env = append([]string{"SHIM_TEST_AS_SHIM=1", "PATH=" + os.Getenv("PATH")}, env...)
		if got, err := cmd.Output(); err != nil || string(got) != want {
			t.Errorf("below a process called %s: %v %q, want %q", name, err, got, want)
		}
	}
}

func TestLeftOvers(t *testing.T) {
	dir := shortTempDir(t)
	self, _ := processInfo(os.Getpid())
	name := func(start, namespace, end string) string {
		return itoa(os.Getpid()) + "-" + start + "-" + namespace + end
	}
	left := []string{name("1", pidNamespace(), ".sock"), name("1", pidNamespace(), ".hello")}
	kept := []string{name(self.start, pidNamespace(), ".sock"), name(self.start, pidNamespace(), ".hello"), name("1", "12345", ".sock"),
		"x.sock", "bin", "77.new", "77.resume", name("1", pidNamespace(), ".hello.77"), "77.other"}
	for _, file := range append(append([]string{}, left...), kept...) {
		writeText(t, filepath.Join(dir, file), "")
	}
	removeLeftOvers(dir)
	for _, file := range left {
		if _, err := os.Lstat(filepath.Join(dir, file)); err == nil {
			t.Errorf("%s is still there", file)
		}
	}
	for _, file := range kept {
		if _, err := os.Lstat(filepath.Join(dir, file)); err != nil {
			t.Errorf("%s is gone", file)
		}
	}
	removeLeftOvers(filepath.Join(dir, "missing"))
}

// The state of a file changes with its content, its times and its replacement.
func TestStampOf(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "f")
	if stampOf(file) != "-" {
		t.Errorf("a file that is not there is %s", stampOf(file))
	}
	writeText(t, file, "one")
	stamps := map[string]string{stampOf(file): "made"}
	for what, change := range map[string]func(){
		"longer":   func() { writeText(t, file, "longer") },
		"mode":     func() { os.Chmod(file, 0o600) },
		"time":     func() { os.Chtimes(file, time.Unix(7, 0), time.Unix(7, 0)) },
		"replaced": func() { writeText(t, file+".2", "longer"); os.Rename(file+".2", file) },
	} {
		change()
		if before, found := stamps[stampOf(file)]; found {
			t.Errorf("%s looks like %s", what, before)
		}
		stamps[stampOf(file)] = what
	}
	var stat syscall.Stat_t
	syscall.Stat(file, &stat)
	if fields := strings.Fields(stampOf(file)); len(fields) != 5 || fields[4] != itoa(int(stat.Ino)) {
		t.Errorf("the stamp is %q", fields)
	}
}
