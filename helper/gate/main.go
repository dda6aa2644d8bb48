//go:build linux || darwin

// Command gate stands before the go command in PATH, under its name, while gots is set up for a whole job. In the modules that are woven it
// changes nothing. Anywhere else it takes back what was set up and leaves the variables as they were before: GOWORK, with which go refuses to
// work in a module that it does not name, as well as GOFLAGS and GOCACHEPROG. Then it becomes the next go in PATH.
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

// saved are the variables that GOTS_SAVED has the user's values of, in its order (src/build/saved-settings.ts).
var saved = []string{"GOFLAGS", "GOCACHEPROG", "GOWORK"}

func main() {
	program, err := nextGo()
	if err != nil {
		fmt.Fprintln(os.Stderr, "gots:", err)
		os.Exit(127)
	}
	env := os.Environ()
	if !isWoven(startFolder(os.Args[1:])) {
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

// startFolder is where go will look for a module: -C is only taken as the first flag, before or behind the command.
func startFolder(args []string) string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for at := 0; at < len(args) && at < 2; at++ {
		value, found := strings.CutPrefix("-"+strings.TrimLeft(args[at], "-"), "-C=")
		if (args[at] == "-C" || args[at] == "--C") && at+1 < len(args) {
			value, found = args[at+1], true
		}
		if found && filepath.IsAbs(value) {
			return value
		}
		if found {
			return filepath.Join(dir, value)
		}
	}
	return dir
}

// isWoven reports whether the module of a folder is one that the plan was made for.
func isWoven(dir string) bool {
	text, err := os.ReadFile(os.Getenv("GOTS_PLAN"))
	if err != nil {
		return false
	}
	// The first line says whether the plan is whole, which is for others to look at.
	_, text, _ = bytes.Cut(text, []byte("\n"))
	var plan struct{ ModuleDirs []string }
	if json.Unmarshal(text, &plan) != nil {
		return false
	}
	dir, err = filepath.EvalSymlinks(dir)
	for err == nil {
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
