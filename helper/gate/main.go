//go:build linux || darwin

// Command gate stands before the go command in PATH, under its name, where gots was set up for a shell or a job and weaving raises modules of
// the program: then GOFLAGS holds an overlay of go.mod. In the modules that are woven it changes nothing, but for commands that write go.mod or
// vendor/ and for go tool. For these, and anywhere else, it leaves the variables as they were before. Then it becomes the next go in PATH.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// saved are the variables that GOTS_SAVED has the user's values of, in its order (src/driver/plan/saved-settings.ts).
var saved = []string{"GOFLAGS", "GOCACHEPROG"}

func main() {
	program, err := nextGo()
	if err != nil {
		fmt.Fprintln(os.Stderr, "gots:", err)
		os.Exit(127)
	}
	env := os.Environ()
	dir, command := readArguments(os.Args[1:])
	if isPlain(command) || !isWoven(dir) {
		env = restored(env)
	}
	err = syscall.Exec(program, append([]string{program}, os.Args[1:]...), env)
	fmt.Fprintf(os.Stderr, "gots: cannot run %s: %v\n", program, err)
	os.Exit(126)
}

// nextGo finds the go command that would be run without this one.
func nextGo() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", err
	}
	own, err := os.Stat(self)
	if err != nil {
		return "", err
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if dir == "" {
			continue
		}
		path := filepath.Join(dir, "go")
		info, err := os.Stat(path)
		if err == nil && !info.IsDir() && info.Mode()&0o111 != 0 && !os.SameFile(info, own) {
			return path, nil
		}
	}
	return "", fmt.Errorf("there is no other go in PATH")
}

// isPlain reports whether a go command is to run as it does without gots: it writes go.mod, go.work or vendor/, or may; or it is `go tool`, which
// weaves nothing and keeps its programs in go's own cache only.
func isPlain(command string) bool {
	return command == "mod" || command == "get" || command == "work" || command == "tool"
}

// readArguments returns where go will look for a module, and its command: -C is only taken as the first flag, before or behind the command.
func readArguments(args []string) (dir, command string) {
	dir, err := os.Getwd()
	if err != nil {
		return "", ""
	}
	dir, args = takeFolder(dir, args)
	if len(args) == 0 {
		return dir, ""
	}
	folder, _ := takeFolder(dir, args[1:])
	return folder, args[0]
}

// takeFolder takes -C from the front of arguments and returns the folder that it leads to.
func takeFolder(dir string, args []string) (string, []string) {
	if len(args) == 0 {
		return dir, args
	}
	value, found := strings.CutPrefix("-"+strings.TrimLeft(args[0], "-"), "-C=")
	rest := args[1:]
	if (args[0] == "-C" || args[0] == "--C") && len(rest) > 0 {
		value, found, rest = rest[0], true, rest[1:]
	}
	if !found {
		return dir, args
	}
	if filepath.IsAbs(value) {
		return value, rest
	}
	return filepath.Join(dir, value), rest
}

// isWoven reports whether the module of a folder is one that the plan was made for.
func isWoven(dir string) bool {
	text, err := os.ReadFile(os.Getenv("GOTS_PLAN"))
	if err != nil {
		return false
	}
	// The first line says whether the plan is whole, which is for others to look at.
	_, text, _ = bytes.Cut(text, []byte("\n"))
	var plan struct {
		ModuleDirs []string
		WorkDir    string
	}
	if json.Unmarshal(text, &plan) != nil {
		return false
	}
	dir, err = filepath.EvalSymlinks(dir)
	for err == nil {
		if plan.WorkDir != "" && dir == plan.WorkDir {
			return true
		}
		if _, missing := os.Stat(filepath.Join(dir, "go.mod")); missing == nil {
			for _, woven := range plan.ModuleDirs {
				if woven == dir {
					return true
				}
			}
			return false
		}
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	return false
}

// restored gives back the variables as they were before gots was set up.
func restored(env []string) []string {
	var own []*string
	if json.Unmarshal([]byte(os.Getenv("GOTS_SAVED")), &own) != nil || len(own) < len(saved) {
		return env
	}
	ours := append([]string{"GOTS_SAVED", "GOTS_PLAN", "GOTS_TOOLEXEC"}, saved...)
	var kept []string
	for _, pair := range env {
		name, _, _ := strings.Cut(pair, "=")
		drop := false
		for _, our := range ours {
			drop = drop || our == name
		}
		if !drop {
			kept = append(kept, pair)
		}
	}
	for at, name := range saved {
		if own[at] != nil {
			kept = append(kept, name+"="+*own[at])
		}
	}
	return kept
}
