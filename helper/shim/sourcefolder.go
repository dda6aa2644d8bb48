//go:build linux || darwin

package main

import (
	"os"
	"strings"
)

// sourceFolders tells where the Go files of a package lie whose archive plain go has made. A Get has only an action id, which stands for the
// content of those files: they are as go has just read them.
type sourceFolders struct {
	// goRoot is the root of the toolchain, moduleCache the folder of modules; "" where they are not known.
	goRoot, moduleCache string
}

// sourceFolders returns the folders of this build. There are none where the compiler may be given other files than those of the package's
// folder: under an overlay, and with counters of coverage in them.
func (f *front) sourceFolders() *sourceFolders {
	if f.folders != nil {
		return f.folders
	}
	if f.hello == nil {
		// Which tools go runs is not known yet.
		return &sourceFolders{}
	}
	f.folders = &sourceFolders{}
	goFlags := getenv("GOFLAGS")
	if goFlags == "" {
		// Flags that `go env -w` has set do not stand in the environment.
		return f.folders
	}
	for _, word := range append(strings.Fields(goFlags), f.goArgv...) {
		if strings.Contains(word, "-overlay") || strings.Contains(word, "-cover") {
			return f.folders
		}
	}
	if m, ok := decode(f.hello[4:]); ok {
		if root, _, isTool := strings.Cut(m.text("tool"), "/pkg/tool/"); isTool {
			f.folders.goRoot = root
		}
	}
	f.folders.moduleCache = f.decides.rules.moduleCache
	return f.folders
}

// goFiles returns all Go files of a package's folder, those of other systems and of tests included; nil where the folder is in doubt: of a
// package with cgo, whose compiler is given files that cgo makes, and of one outside the standard library and the module cache.
func (s *sourceFolders) goFiles(f *facts, archive string) []string {
	if contains(f.imports, "runtime/cgo") || f.path == "runtime/cgo" || s.goRoot == "" {
		return nil
	}
	isStd, sources, ok := sourcesOfArchive(archive)
	folder := ""
	switch {
	case !ok:
	case isStd:
		folder = s.goRoot + "/src/" + f.path
	case s.moduleCache != "":
		folder = s.folderInModules(f.path, sources)
	}
	if folder == "" {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var files []string
	for _, entry := range entries {
		if strings.HasSuffix(entry.Name(), ".go") {
			files = append(files, folder+"/"+entry.Name())
		}
	}
	return files
}

// folderInModules finds the folder of a package among the files that its archive names. They are absolute, or with -trimpath begin with the
// module's path and version; files of other packages, whose functions the compiler has inlined, are among them.
func (s *sourceFolders) folderInModules(path string, sources []string) string {
	for _, source := range sources {
		slash := strings.LastIndexByte(source, '/')
		if slash < 0 {
			continue
		}
		folder, isThere := strings.CutPrefix(source[:slash], s.moduleCache+"/")
		if !isThere {
			if strings.HasPrefix(source, "/") {
				continue
			}
			folder = escapeModulePath(folder)
		}
		if packageIn(folder) == path {
			return s.moduleCache + "/" + folder
		}
	}
	return ""
}

// packageIn returns the import path of a folder below the module cache, `example.com/!a@v1.2.3/b`; "" if it is none.
func packageIn(folder string) string {
	module, rest, _ := strings.Cut(folder, "@")
	version, below, isBelow := strings.Cut(rest, "/")
	if version == "" {
		return ""
	}
	path := unescapeModulePath(module)
	if isBelow {
		// Below the version names stand as they are.
		path += "/" + below
	}
	return path
}

// escapeModulePath writes the module of `Example.com/A@v1/B` as the module cache names its folder: `!a` for `A` (golang.org/x/mod/module).
func escapeModulePath(path string) string {
	module, rest, hasVersion := strings.Cut(path, "@")
	var escaped strings.Builder
	for i := range len(module) {
		c := module[i]
		if 'A' <= c && c <= 'Z' {
			escaped.WriteByte('!')
			c += 'a' - 'A'
		}
		escaped.WriteByte(c)
	}
	if !hasVersion {
		return escaped.String()
	}
	return escaped.String() + "@" + rest
}

func unescapeModulePath(path string) string {
	parts := strings.Split(path, "!")
	for i, part := range parts {
		if i > 0 && part != "" {
			parts[i] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return strings.Join(parts, "")
}
