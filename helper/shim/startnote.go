//go:build linux || darwin

package main

import (
	"os"
	"sort"
	"strings"
)

// startNote is what a note of a start is called. src/cli/start/note-start.ts writes it: a sealed frame. It holds no value of the environment and no
// command line: those are in the name of its file, hashed, and what is needed of them is taken from the environment again.
const startNote = "start 2"

// startSeconds limits the age of a note: plans in use are marked once a day, which a start by a note does not do.
const startSeconds = 3600

// holds reports whether a note is young enough, and nothing that it was made from has changed.
func holds(m message, now int64) bool {
	if age := now - int64(atoi(m.text("savedMinute")))*60; age < -60 || age > startSeconds {
		return false
	}
	for watched := m.list("watched"); len(watched) >= 2; watched = watched[2:] {
		if stampOf(watched[0]) != watched[1] {
			return false
		}
	}
	found := namesEnding(m.text("moduleDir"), m.list("endings"))
	return strings.Join(found, "\n") == strings.Join(m.list("configurations"), "\n")
}

// namesEnding are the names in a folder with one of these endings, sorted; none if there is no folder.
func namesEnding(dir string, endings []string) []string {
	folder, err := os.Open(dir)
	if err != nil {
		return nil
	}
	defer folder.Close()
	names, _ := folder.Readdirnames(-1)
	var found []string
	for _, name := range names {
		for _, ending := range endings {
			if strings.HasSuffix(name, ending) {
				found = append(found, name)
				break
			}
		}
	}
	sort.Strings(found)
	return found
}

// wovenVariables are the variables with which a plain go command weaves, as src/cli/start/woven-variables.ts makes them.
func wovenVariables(m message) ([]string, bool) {
	settings := m.list("settings")
	words, ok := wordsOf(setting("GOFLAGS", settings))
	if !ok {
		return nil, false
	}
	for i, word := range words {
		words[i] = quoteWord(word)
	}
	saved := append([]byte(nil), '[')
	for _, name := range []string{"GOFLAGS", "GOCACHEPROG"} {
		if value, isSet := os.LookupEnv(name); isSet {
			saved = append(appendJSON(saved, value), ',')
		} else {
			saved = append(saved, "null,"...)
		}
	}
	saved = append(appendJSON(saved, setting("GOCACHEPROG", settings)), ']')
	return []string{
		"GOFLAGS=" + strings.Join(append(words, m.list("flags")...), " "),
		"GOCACHEPROG=" + m.text("cacheProg"),
		"GOTS_PLAN=" + m.text("plan"),
		"GOTS_SAVED=" + string(saved),
	}, true
}

// setting is a setting as go knows it: of the environment, else of `go env -w`, else the toolchain's own; cmd/go/internal/cfg/cfg.go, Getenv and
// readEnvFile (Go 1.24 to 1.27).
//
// files: that of the toolchain, then that of the user where there is one.
func setting(name string, files []string) string {
	if value := getenv(name); value != "" {
		return value
	}
	for i := len(files) - 1; i >= 0; i-- {
		content, _ := os.ReadFile(files[i])
		value, isSet := "", false
		for _, line := range strings.Split(string(content), "\n") {
			if rest, isIt := strings.CutPrefix(line, name+"="); isIt {
				value, isSet = rest, true
			}
		}
		if isSet {
			return value
		}
	}
	return ""
}

// quoteWord quotes a word for GOFLAGS, as src/go/flags.ts; a word with both kinds of quotes stays as it is.
func quoteWord(word string) string {
	switch {
	case word != "" && !strings.ContainsAny(word, " \t\n\r'\""):
		return word
	case !strings.Contains(word, "\""):
		return "\"" + word + "\""
	case !strings.Contains(word, "'"):
		return "'" + word + "'"
	}
	return word
}
