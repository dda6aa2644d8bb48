//go:build linux || darwin

package main

import "syscall"

// decider decides without the server what the rules of the plan allow: that weaving leaves a package as plain go makes it.
type decider struct {
	rules *rules
	// index has the facts of the last build's actions.
	index *factsIndex
}

// decider returns what decides; nil where the plan has no rules.
func (f *front) decider() *decider {
	if !f.isDeciderKnown {
		f.isDeciderKnown = true
		if f.rules == nil {
			f.rules = loadRules(getenv("GOTS_PLAN"))
		}
		if found := f.rules; found != nil && found.code == f.caches.code && found.cacheDir == f.caches.weave {
			// The environment may name another one than the plan, and then counts.
			found.goCache = f.caches.user
			cwd, _ := syscall.Getwd()
			f.decides = &decider{found, loadFactsIndex(found.factsIndexFile(cwd, f.goArgv), found.code)}
		}
	}
	return f.decides
}

// fromUser answers a Get from the user's cache: of what is no package's archive (the index of a folder, what a compiler printed, the result of a
// test), since that is the same woven and plain; and of a package that weaving surely leaves alone.
func (f *front) fromUser(action string) (answer, bool) {
	id, isAction := hexOf(action)
	if !isAction || f.spills() {
		return answer{}, false
	}
	d, text, isIndexed := f.decider(), "", false
	if d != nil {
		text, isIndexed = d.index.find(id)
	}
	isNew := !isIndexed && f.caches.hasNoFacts(id)
	if d == nil && !isNew {
		return answer{}, false
	}
	found, isFiled := f.caches.entry(f.caches.user, id, false)
	if isNew && isFiled && !isArchive(found.path) {
		f.noteEntry(f.caches.user, id, found.path)
		return found, true
	}
	if d == nil {
		return answer{}, false
	}
	if !isIndexed {
		if text, isIndexed = d.factsOf(id, found.path, isNew); !isIndexed {
			return answer{}, false
		}
	}
	if !d.rules.cannotWeaveFacts(text, nil) && !d.isKnownPlain(id, text) && !d.rules.cannotWeaveFacts(text, f.textsOf(id, text, found.path)) {
		return answer{}, false
	}
	if !isFiled && (f.waits() || !f.caches.hasNo(id)) {
		return answer{}, false
	}
	f.noteFacts(id)
	if isFiled {
		found.kind = "v"
		f.noteEntry(f.caches.user, id, found.path)
	}
	return found, true
}

// textsOf returns what is known of the files of an action (hex): from an earlier compile, or from the folder that they lie in.
func (f *front) textsOf(action, facts, archive string) *texts {
	if known := f.decides.textsOf(action); known != nil {
		return known
	}
	return f.decides.lookAtFolder(action, facts, archive, f.sourceFolders())
}

// isKnownPlain reports whether only aspects may match in a package that the server has found to match nowhere in its text. The text is what the
// action id stands for, so that holds for other plans too.
func (d *decider) isKnownPlain(action, facts string) bool {
	ofText := d.rules.dependsOnText(facts)
	return ofText != "" && d.index.plain[action] == ofText
}

// learn follows what the server has decided of a package: an object of the user's cache means that no aspect matches in it.
func (f *front) learn(action string, given answer) {
	id, isAction := hexOf(action)
	if f.mode != weaving || f.decides == nil || !isAction || given.kind != "v" || given.path == "" {
		return
	}
	text, ok := f.decides.index.find(id)
	if !ok {
		text, ok = f.decides.factsOf(id, given.path, f.caches.hasNoFacts(id))
	}
	if ok {
		if ofText := f.decides.rules.dependsOnText(text); ofText != "" {
			f.decides.index.notePlain(id, ofText)
		}
	}
}

// factsOf returns the facts of an action (hex) that is not in the index, as an earlier build or its archive tells them. isNew: no build has
// filed any.
func (d *decider) factsOf(action, archive string, isNew bool) (text string, ok bool) {
	if !isNew {
		text, ok = d.rules.filedFacts(action)
	}
	if !ok && archive != "" {
		told, isTold := factsOfArchive(archive)
		if !isTold {
			return "", false
		}
		text, ok = told.text(), true
	}
	if ok {
		d.index.note(action, text)
	}
	return text, ok
}

// compileAsIs answers a compile whose package weaving surely leaves alone. What an earlier build made of it, if anything, the server finds.
func (f *front) compileAsIs(s *shim, m message, prefix string) bool {
	action := f.actions[prefix]
	id, isAction := hexOf(action)
	if f.mode != weaving || !isAction || m.text("chain") != "" {
		return false
	}
	d := f.decider()
	if d == nil {
		return false
	}
	c, ok := readCompile(m.list("args"), m.text("cwd"), m.text("importPath"))
	if !ok || !c.inherit(d.rules.goCache, d.rules.deps) {
		return false
	}
	// What the files hold is noted in any case, for the next build.
	known := d.lookAtFiles(id, c)
	if f.waits() || !f.caches.hasNo(id) || d.rules.mayChange(&c.facts, known) {
		return false
	}
	text := c.facts.text()
	d.index.note(id, text)
	if !c.tells {
		// Without a record the next build compiles again.
		file, content := d.rules.factsRecord(id, text)
		writeFile(file, []byte(content), 0o644)
	}
	f.noteFacts(id)
	f.begun[prefix] = true
	f.counts.compiles++
	s.compiles = prefix
	s.importPath = m.text("importPath")
	return conn(s.fd).send([]field{{"exec", nil}, {"argv", append([]string{m.text("tool")}, m.list("args")...)}, {"env", nil}})
}

// tellBegan tells the server of a compilation that it was not asked about: a child may want the same package.
func (f *front) tellBegan(s *shim) {
	s.isKnown = true
	f.tell([]field{{"began", nil}, {"shim", []string{itoa(s.number)}}, {"action", []string{s.compiles}}, {"importPath", []string{s.importPath}}})
}

// saveFacts keeps the facts of this build's actions for the next.
func (f *front) saveFacts() {
	if f.decides == nil {
		return
	}
	if f.replay != nil {
		// Most of what go asked for, the record has answered.
		f.decides.index.carry()
	}
	if content, isNew := f.decides.index.content(); isNew {
		writeFile(f.decides.index.file, content, 0o600)
	}
}
