//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"os"
	"sort"
	"strings"
)

// rules tell packages that weaving leaves as plain go makes them. src/driver/plan/rules.ts writes them beside each plan.
type rules struct {
	// code is the hash of the code that weaves, a part of all keys.
	code string
	// goCache and cacheDir are the folders of the user's cache and of the weave cache.
	goCache, cacheDir string
	// moduleCache is the folder of modules.
	moduleCache string
	// special lists import paths (path, `below` or `only`, which aspects); the first that fits decides.
	special []string
	// normal tells where any aspect may match, internal where one marked `tracer-internal` may.
	normal, internal *index
	// others and othersInternal are the same without the aspects that any package's text may hold, ofText and ofTextInternal the hashes of those;
	// "" where there are none.
	others, othersInternal *index
	ofText, ofTextInternal string
	// languages has the language version that replaces go's, by module path; "" for modules that keep theirs.
	languages map[string]string
	// deps are the link dependencies that this build has read.
	deps archiveDeps
	// words are the texts that the conditions ask for, sorted.
	words []string
}

// rulesFile is the file of a plan's rules.
func rulesFile(planFile string) string {
	return planFile + ".rules"
}

// loadRules reads the rules beside a plan; nil if there are none that can be believed, or they are of another plan.
func loadRules(planFile string) *rules {
	plan, ok := planHash(planFile)
	if !ok {
		return nil
	}
	bytes, ok := readOwn(rulesFile(planFile))
	if !ok {
		return nil
	}
	return decodeRules(bytes, plan)
}

// planHash is the SHA-256 of a plan's text, which stands in its first line: `gots plan CODE HASH` (src/base/sealed.ts).
func planHash(planFile string) (string, bool) {
	file, err := os.Open(planFile)
	if err != nil {
		return "", false
	}
	defer file.Close()
	head := make([]byte, 512)
	n, _ := file.Read(head)
	line, _, ok := strings.Cut(string(head[:n]), "\n")
	hash := line[strings.LastIndexByte(line, ' ')+1:]
	return hash, ok && strings.HasPrefix(line, "gots plan ") && len(hash) == 2*sha256.Size
}

// decodeRules reads the content of a rules file: a frame, and the SHA-256 of the frame.
func decodeRules(bytes []byte, plan string) *rules {
	m, ok := messageIn(bytes)
	if !ok || m.kind != "rules" || m.text("plan") != plan || len(m.list("caches")) != 2 || len(m.list("special"))%3 != 0 {
		return nil
	}
	r := &rules{
		code:        m.text("code"),
		goCache:     m.list("caches")[0],
		cacheDir:    m.list("caches")[1],
		moduleCache: m.text("moduleCache"),
		special:     m.list("special"),
		languages:   map[string]string{},
		deps:        archiveDeps{},
	}
	for words := m.list("languages"); len(words) >= 2; words = words[2:] {
		r.languages[words[0]] = words[1]
	}
	for name, x := range map[string]**index{
		"normal": &r.normal, "internal": &r.internal, "others": &r.others, "othersInternal": &r.othersInternal,
	} {
		read, rest, ok := readCondition(m.list(name), 0)
		if !ok || len(rest) > 0 {
			return nil
		}
		*x = indexOf(&read)
		r.words = read.wordsIn(r.words)
	}
	sort.Strings(r.words)
	hashes := m.list("ofText")
	if len(hashes) != 2 {
		return nil
	}
	r.ofText, r.ofTextInternal = hashes[0], hashes[1]
	return r
}

// cannotWeaveFacts reports whether weaving surely leaves a package as plain go makes it, by its facts and what is known of its files.
func (r *rules) cannotWeaveFacts(text string, known *texts) bool {
	f, ok := parseFacts(text)
	return ok && !r.mayChange(f, known)
}

// dependsOnText returns the hash of the aspects of which only the text of a package tells whether one matches there, if nothing else can change
// the package; else "".
func (r *rules) dependsOnText(facts string) string {
	f, ok := parseFacts(facts)
	if !ok || len(f.inherited) > 0 {
		return ""
	}
	of := f.subject()
	weaving := r.weaving(of.importPath)
	switch {
	case r.changesLanguage(of.importPath):
	case weaving == "normal" && !r.others.holds(of):
		return r.ofText
	case weaving == "internal" && !r.othersInternal.holds(of):
		return r.ofTextInternal
	}
	return ""
}

// mayChange reports whether an aspect may match in a package, its language version is another than go's, or something below it wants to be
// linked. known is what is known of its files, or nil. Packages that only injected code brings in count as others: what they are, the server knows.
func (r *rules) mayChange(f *facts, known *texts) bool {
	if len(f.inherited) > 0 {
		return true
	}
	of := f.subject()
	of.texts = known
	if r.changesLanguage(of.importPath) {
		return true
	}
	switch r.weaving(of.importPath) {
	case "never":
		return false
	case "internal":
		return r.internal.holds(of)
	}
	return r.normal.holds(of)
}

// weaving says which aspects a package may receive at all, as weavingOf of src/weave/1-select/special-cases.ts.
func (r *rules) weaving(importPath string) string {
	for words := r.special; len(words) >= 3; words = words[3:] {
		rest, isAtLeastBelow := strings.CutPrefix(importPath, words[0])
		if isAtLeastBelow && (rest == "" || words[1] == "below" && rest[0] == '/') {
			return words[2]
		}
	}
	return "normal"
}

// changesLanguage is as languageFor of src/driver/steps/language.ts.
func (r *rules) changesLanguage(importPath string) bool {
	for path := importPath; len(r.languages) > 0 && path != ""; path = path[:max(0, strings.LastIndexByte(path, '/'))] {
		if language, ok := r.languages[path]; ok {
			return language != ""
		}
	}
	return false
}
