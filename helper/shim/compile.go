//go:build linux || darwin

package main

import (
	"os"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compilation is what the facts of a package are made of, as its compiler was given it.
type compilation struct {
	facts facts
	// archives holds the files of the direct imports, absolute, by import path as archives have it.
	archives map[string]string
	// action is the action id as -buildid shows it, output the archive to come, absolute.
	action, output string
	// tells: factsOfArchive will find the same facts in the archive.
	tells bool
	// files are its Go files, absolute.
	files []string
}

// compileSwitches and compileValued are the flags of `go tool compile` of Go 1.24 to 1.27, as src/toolexec/tool-flags.ts has them.
const (
	compileSwitches = ` % + B C E K L N S V W asan clobberdead clobberdeadreg complete dwarf dwarfbasentries dwarflocationlists dynlink e errorurl h j l linkshared live m msan nolocalimports pack r race shared smallframes std t u v w wb `
	compileValued   = ` D I asmhdr bench blockprofile buildid c coveragecfg cpuprofile d embedcfg env gendwarfinl goversion importcfg installsuffix json lang linkobj memprofile memprofilerate mutexprofile o p pgoprofile spectre symabis traceprofile trimpath `
)

// readCompile reads the command line of a compile and what it names: the importcfg and the beginning of the first file, as describeCompile of
// src/driver/steps/package-compile.ts does. false for everything that the server had better look at.
func readCompile(args []string, cwd, importPath string) (*compilation, bool) {
	flags, files, ok := splitFlags(args)
	if !ok || len(files) == 0 || flags["p"] == "" || flags["o"] == "" || flags["importcfg"] == "" || flags["buildid"] == "" {
		return nil, false
	}
	importcfg, err := os.ReadFile(absolute(cwd, flags["importcfg"]))
	if err != nil {
		return nil, false
	}
	name, ok := packageClauseName(absolute(cwd, files[0]))
	if !ok {
		return nil, false
	}
	c := &compilation{archives: map[string]string{}, output: absolute(cwd, flags["o"])}
	c.action, _, _ = strings.Cut(flags["buildid"], "/")
	c.facts = facts{path: flags["p"], name: name}
	if flags["p"] == "main" || importPath != "" {
		c.facts.path = importPath
	}
	for _, file := range files {
		base := file[strings.LastIndexByte(file, '/')+1:]
		c.facts.testMain = c.facts.testMain || flags["p"] == "main" && base == "_testmain.go"
		c.files = append(c.files, absolute(cwd, file))
	}
	for line := range strings.SplitSeq(string(importcfg), "\n") {
		line, isPackage := strings.CutPrefix(strings.TrimSpace(line), "packagefile ")
		path, file, ok := strings.Cut(strings.TrimLeft(line, " "), "=")
		if isPackage && ok && path != "" && file != "" {
			c.archives[path] = absolute(cwd, file)
		}
	}
	for path := range c.archives {
		c.facts.imports = append(c.facts.imports, path)
	}
	sort.Strings(c.facts.imports)
	// An archive has the path that -p says: none for a main package, and no mark of a test. -d and -linkobj give it another form.
	_, isDebug := flags["d"]
	_, isSplit := flags["linkobj"]
	c.tells = c.facts.path == flags["p"] && name != "main" && !isDebug && !isSplit
	return c, isPlainASCII(c.facts.imports)
}

// isPlainASCII reports whether texts sort here as they do in JavaScript, which compares UTF-16.
func isPlainASCII(texts []string) bool {
	for _, text := range texts {
		for i := range len(text) {
			if text[i] >= utf8.RuneSelf {
				return false
			}
		}
	}
	return true
}

// splitFlags splits a command line of the compiler into flags, of which the last of a name counts, and files.
func splitFlags(args []string) (flags map[string]string, files []string, ok bool) {
	flags = map[string]string{}
	for len(args) > 0 {
		word := args[0]
		if word == "--" {
			return flags, args[1:], true
		}
		if len(word) < 2 || word[0] != '-' {
			break
		}
		args = args[1:]
		name, value, hasValue := strings.Cut(strings.TrimPrefix(word[1:], "-"), "=")
		if !hasValue && strings.Contains(compileValued, " "+name+" ") && len(args) > 0 {
			value, hasValue, args = args[0], true, args[1:]
		}
		if !hasValue && !strings.Contains(compileSwitches, " "+name+" ") {
			return nil, nil, false
		}
		flags[name] = value
	}
	return flags, args, true
}

func absolute(cwd, path string) string {
	if strings.HasPrefix(path, "/") {
		return path
	}
	return cwd + "/" + path
}

// maxClauseBytes is how much of a file is looked at: more is a matter for the server.
const maxClauseBytes = 64 << 10

// packageClauseName finds the name in the package clause of a file without a parser, as in src/lang/syntax/raw-file.ts.
func packageClauseName(file string) (string, bool) {
	open, err := os.Open(file)
	if err != nil {
		return "", false
	}
	defer open.Close()
	buffer := make([]byte, maxClauseBytes)
	size := 0
	for size < len(buffer) {
		n, err := open.Read(buffer[size:])
		size += n
		if name, ok := nameInClause(string(buffer[:size])); ok {
			return name, true
		}
		if err != nil || n == 0 {
			break
		}
	}
	return "", false
}

// nameInClause returns the name in a package clause; the text goes on behind it.
func nameInClause(text string) (string, bool) {
	text = skipBlanks(strings.TrimPrefix(text, "\ufeff"))
	behind, ok := strings.CutPrefix(text, "package")
	text = skipBlanks(behind)
	if !ok || text == behind {
		return "", false
	}
	for i, letter := range text {
		if letter == '_' || unicode.IsLetter(letter) || i > 0 && unicode.Is(unicode.Nd, letter) {
			continue
		}
		return text[:i], i > 0 && letter != utf8.RuneError
	}
	return "", false
}

// skipBlanks skips white space and comments that are complete.
func skipBlanks(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n")
		end := -1
		if strings.HasPrefix(text, "//") {
			end = strings.IndexByte(text, '\n')
		} else if strings.HasPrefix(text, "/*") {
			end = strings.Index(text[2:], "*/")
			if end >= 0 {
				end += 3
			}
		}
		if end < 0 {
			return text
		}
		text = text[end+1:]
	}
}
