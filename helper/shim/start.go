//go:build linux || darwin

package main

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"
	"time"
)

// startOf is one start of `gots go`: what it is asked for, and where.
type startOf struct {
	// node is the Node that gots runs on, home the folder that holds dist/, aspects/ and helper/; both without symbolic links.
	node, home string
	// cache is $GOTS_CACHE.
	cache string
	cwd   string
	// args are those of the go command.
	args []string
}

// startGo is `shim start LAUNCHER CACHE go ARGUMENTS`, which the launcher becomes (src/cli/start/launcher.sh). If nothing has changed since
// the last start of this command, it becomes the go command, which weaves. Else it becomes Node, which looks at everything. It decides
// before it prints or writes anything.
func startGo(argv []string) {
	if len(argv) < 3 {
		fail("usage: shim start LAUNCHER CACHE go ARGUMENTS; dist/gots is meant to call it")
	}
	cwd := workingFolder()
	launcher, err := filepath.EvalSymlinks(absolute(cwd, argv[0]))
	if err != nil {
		fail("cannot find the files of gots: " + err.Error())
	}
	home := filepath.Dir(filepath.Dir(launcher))
	node := programIn("node", cwd)
	if node == "" {
		write(2, "gots: needs Node 20.19 or newer, and there is no node in PATH\n")
		os.Exit(127)
	}
	if real, err := filepath.EvalSymlinks(node); err == nil {
		s := &startOf{node: real, home: home, cache: argv[1], cwd: cwd, args: argv[3:]}
		if goCommand, variables, ok := s.lastStart(); ok {
			replaceBy(goCommand, append([]string{goName()}, s.args...), changeEnv(syscall.Environ(), variables))
		}
	}
	replaceBy(node, append([]string{"node", filepath.Join(home, "dist", "cli.mjs")}, argv[2:]...), syscall.Environ())
}

// printStart is `shim start-print NODE HOME CACHE go ARGUMENTS`, which Node asks. It prints the file that notes this start, nothing if none may,
// and if the note holds, the variables of the go command; each ends with a zero byte.
func printStart(argv []string) {
	if len(argv) < 4 {
		fail("usage: shim start-print NODE HOME CACHE go ARGUMENTS; gots is meant to call it")
	}
	s := &startOf{node: argv[0], home: argv[1], cache: argv[2], cwd: workingFolder(), args: argv[4:]}
	words := []string{s.file()}
	if _, variables, ok := s.lastStart(); ok {
		words = append(words, variables...)
	}
	write(1, strings.Join(words, "\x00")+"\x00")
	os.Exit(0)
}

// lastStart is the go command and its variables, from what was noted of the last start of this command; false if that must be looked at again.
func (s *startOf) lastStart() (goCommand string, variables []string, ok bool) {
	file := s.file()
	if file == "" {
		return "", nil, false
	}
	bytes, ok := readOwn(file)
	if !ok {
		return "", nil, false
	}
	m, ok := messageIn(bytes)
	if !ok || m.kind != startNote || !holds(m, time.Now().Unix()) {
		return "", nil, false
	}
	goCommand = m.text("go")
	if m.text("node") != s.node || programIn(goName(), s.cwd) != goCommand || !strings.HasPrefix(goCommand, "/") {
		return "", nil, false
	}
	variables, ok = wovenVariables(m)
	return goCommand, variables, ok
}

// file is where the start of a command is noted, named by all that is given to it; "" for commands of which nothing is noted: those that do not
// build, those inside of `gots env`, those that note what they use, and those with -C.
func (s *startOf) file() string {
	if len(s.args) == 0 || !contains([]string{"build", "run", "test", "install", "vet", "list"}, s.args[0]) {
		return ""
	}
	for _, word := range s.args {
		if flag, _, _ := strings.Cut(word, "="); flag == "-C" || flag == "--C" {
			return ""
		}
	}
	for _, name := range []string{"GOTS_SAVED", "GOTS_PLAN", "GOTS_TOOLEXEC", "GOTS_TOUCHED"} {
		if getenv(name) != "" {
			return ""
		}
	}
	// $PWD keeps the user's spelling of a folder that was reached through symbolic links, as go does.
	cwd := s.cwd
	if pwd := getenv("PWD"); pwd != "" && isSameFile(pwd, cwd) {
		cwd = pwd
	}
	var settings []string
	for _, entry := range syscall.Environ() {
		if name, _, _ := strings.Cut(entry, "="); decidesStart(name) {
			settings = append(settings, entry)
		}
	}
	sort.Strings(settings)
	parts := append([]string{startNote, cwd, s.home, s.node, "arguments"}, s.args...)
	return s.cache + "/builds/" + hashOf(append(append(parts, "environment"), settings...))[:32] + ".start"
}

// decidesStart reports whether a variable has a say in what go and gots find out before a build.
func decidesStart(name string) bool {
	return isSetting(name) && name != "GOTS_STATS" && name != "GOTS_FETCH" || name == "PWD" || strings.HasPrefix(name, "XDG_")
}

func goName() string {
	if name := getenv("GOTS_GO"); name != "" {
		return name
	}
	return "go"
}

func isSameFile(a, b string) bool {
	var x, y syscall.Stat_t
	return syscall.Stat(a, &x) == nil && syscall.Stat(b, &y) == nil && x.Ino == y.Ino && x.Dev == y.Dev
}
