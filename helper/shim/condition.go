//go:build linux || darwin

package main

import "strings"

// condition is a statement about the facts of a package, as src/vocabulary/conditions/condition.ts makes them.
type condition struct {
	// kind is one of the words of that file.
	kind string
	// parts are those of `all`, `any` and `not`.
	parts []condition
	// texts are those of `path`, `prefix`, `reaches`, `name` and `holds`.
	texts []string
}

// maxConditionDepth is far above what plans need, and keeps a damaged file from filling the stack.
const maxConditionDepth = 200

// readCondition reads a condition from the words that conditionWords writes, and returns the words behind it.
func readCondition(words []string, depth int) (read condition, rest []string, ok bool) {
	if len(words) == 0 || depth > maxConditionDepth {
		return condition{}, nil, false
	}
	read.kind, rest = words[0], words[1:]
	count := 1
	switch read.kind {
	case "always", "never", "name-unknown", "command", "test-main":
		return read, rest, true
	case "not":
	case "all", "any", "path", "prefix", "reaches", "name", "holds":
		if len(rest) == 0 || rest[0] == "" || atoi(rest[0]) >= len(rest) {
			return condition{}, nil, false
		}
		count, rest = atoi(rest[0]), rest[1:]
	default:
		return condition{}, nil, false
	}
	if read.kind != "all" && read.kind != "any" && read.kind != "not" {
		read.texts, rest = rest[:count], rest[count:]
		return read, rest, true
	}
	read.parts = make([]condition, count)
	for i := range read.parts {
		if read.parts[i], rest, ok = readCondition(rest, depth+1); !ok {
			return condition{}, nil, false
		}
	}
	return read, rest, true
}

// holds reports whether a condition holds of a package.
func (c *condition) holds(of *subject) bool {
	switch c.kind {
	case "always":
		return true
	case "all":
		for i := range c.parts {
			if !c.parts[i].holds(of) {
				return false
			}
		}
		return true
	case "any":
		for i := range c.parts {
			if c.parts[i].holds(of) {
				return true
			}
		}
		return false
	case "not":
		return !c.parts[0].holds(of)
	case "path":
		return contains(c.texts, of.importPath)
	case "prefix":
		for _, prefix := range c.texts {
			if strings.HasPrefix(of.importPath, prefix) {
				return true
			}
		}
		return false
	case "reaches":
		for _, path := range of.reached {
			if contains(c.texts, path) {
				return true
			}
		}
		return false
	case "name":
		return of.name != "" && contains(c.texts, of.name)
	case "holds":
		for _, text := range c.texts {
			if of.texts.mayHold(text) {
				return true
			}
		}
		return false
	case "name-unknown":
		return of.name == ""
	case "command":
		return of.isCommand
	case "test-main":
		return of.testMain
	}
	return false
}

func contains(texts []string, text string) bool {
	for _, each := range texts {
		if each == text {
			return true
		}
	}
	return false
}

// subject is what conditions speak of.
type subject struct {
	importPath, name    string
	isCommand, testMain bool
	// reached holds the import path and those of the direct imports, vendor folders left out.
	reached []string
	// texts is what is known of its Go files; nil if they are not known.
	texts *texts
}

// index answers a condition that one of many may satisfy: `any`. Most parts are asked only about packages that they name.
type index struct {
	// paths and reaches hold the parts that need one of these: a part that is nothing else is nil.
	paths, reaches map[string][]*condition
	// others may hold of any package.
	others []*condition
}

func indexOf(c *condition) *index {
	x := &index{paths: map[string][]*condition{}, reaches: map[string][]*condition{}}
	parts := []condition{*c}
	if c.kind == "any" {
		parts = c.parts
	}
	for i := range parts {
		part := &parts[i]
		if !x.file(part, part) {
			x.others = append(x.others, part)
		}
	}
	return x
}

// file puts a part under the paths without which `of`, the part or something that it needs, does not hold; false if there are none.
func (x *index) file(part, of *condition) bool {
	whole := part
	if part == of {
		whole = nil
	}
	switch of.kind {
	case "path":
		for _, text := range of.texts {
			x.paths[text] = append(x.paths[text], whole)
		}
		return true
	case "reaches":
		for _, text := range of.texts {
			x.reaches[text] = append(x.reaches[text], whole)
		}
		return true
	case "all":
		for i := range of.parts {
			if x.file(part, &of.parts[i]) {
				return true
			}
		}
	case "any":
		for i := range of.parts {
			if kind := of.parts[i].kind; kind != "path" && kind != "reaches" {
				return false
			}
		}
		// Below `all`, one of them is not enough.
		for i := range of.parts {
			x.file(part, &of.parts[i])
		}
		return true
	}
	return false
}

func (x *index) holds(of *subject) bool {
	if anyHolds(x.paths[of.importPath], of) || anyHolds(x.others, of) {
		return true
	}
	for _, path := range of.reached {
		if anyHolds(x.reaches[path], of) {
			return true
		}
	}
	return false
}

func anyHolds(parts []*condition, of *subject) bool {
	for _, part := range parts {
		if part == nil || part.holds(of) {
			return true
		}
	}
	return false
}
