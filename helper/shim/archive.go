//go:build linux || darwin

package main

import (
	"sort"
	"strings"
	"syscall"
)

const (
	archiveMagic  = "!<arch>\n"
	memberHeader  = 60
	linkDepsName  = "link.deps"
	maxMemberSize = 16 << 20
)

// inherit reads what the archives of the direct imports want linked. Those in the user's cache want nothing: they are as plain go makes them.
// false if one cannot be read.
func (c *compilation) inherit(goCache string, known archiveDeps) bool {
	kinds := map[string]string{}
	for _, path := range c.facts.imports {
		file := c.archives[path]
		if strings.HasPrefix(file, goCache+"/") {
			continue
		}
		deps, ok := known.of(file)
		if !ok {
			return false
		}
		for _, dep := range deps {
			if kinds[dep.path] != "import" {
				kinds[dep.path] = dep.kind
			}
		}
	}
	for path, kind := range kinds {
		if _, isImported := c.archives[path]; kind == "relocation" || !isImported {
			c.facts.inherited = append(c.facts.inherited, linkDep{path, kind})
		}
	}
	inherited := c.facts.inherited
	sort.Slice(inherited, func(i, j int) bool { return inherited[i].path < inherited[j].path })
	return true
}

// archiveDeps holds what archives want linked, by file: a package is imported many times in a build, and its archive is final by then.
type archiveDeps map[string][]linkDep

func (known archiveDeps) of(file string) (deps []linkDep, ok bool) {
	if deps, ok = known[file]; ok {
		return deps, true
	}
	if deps, ok = linkDepsOf(file); ok {
		known[file] = deps
	}
	return deps, ok
}

// linkDepsOf reads the member `link.deps` of an archive, as src/toolexec/link-deps.ts does; nothing if there is none. false if the archive is
// no archive, or says something else.
func linkDepsOf(file string) (deps []linkDep, ok bool) {
	fd, err := syscall.Open(file, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, false
	}
	defer syscall.Close(fd)
	member, ok := memberOf(fd, linkDepsName)
	if !ok || member == "" {
		return nil, ok
	}
	head, lines, _ := strings.Cut(member, "\n")
	version, isKnown := strings.CutPrefix(strings.TrimSpace(head), "#link.deps@v")
	if !isKnown || version != "1" && version != "2" {
		return nil, false
	}
	for line := range strings.SplitSeq(lines, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		dep := linkDep{line, "import"}
		if version == "2" {
			kind, path, ok := strings.Cut(line, "\t")
			if !ok || kind != "import" && kind != "relocation" || strings.Contains(path, "\t") {
				return nil, false
			}
			dep = linkDep{path, kind}
		}
		deps = append(deps, dep)
	}
	return deps, true
}

// memberOf reads a member of an archive; "" if there is none. false for what is no archive. Only the headers before it are read.
func memberOf(fd int, name string) (string, bool) {
	header := make([]byte, memberHeader)
	n := readAt(fd, header[:len(archiveMagic)], 0)
	if string(header[:n]) != archiveMagic {
		return "", false
	}
	for at := int64(len(archiveMagic)); ; {
		n := readAt(fd, header, at)
		if n == 0 {
			return "", true
		}
		digits := strings.TrimRight(string(header[48:58]), " ")
		size := atoi(digits)
		if n < memberHeader || string(header[58:]) != "`\n" || digits == "" || strings.Trim(digits, "0123456789") != "" {
			return "", false
		}
		if strings.TrimRight(string(header[:16]), " ") == name {
			content := make([]byte, min(size, maxMemberSize))
			n := readAt(fd, content, at+memberHeader)
			return string(content), n == size
		}
		at += int64(memberHeader + size + size%2)
	}
}
