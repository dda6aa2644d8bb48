//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"sort"
	"strings"
	"syscall"
)

// texts is what is known of the Go files of a package: which of the texts that were looked for they hold.
type texts struct {
	// searched and found are sorted; found is part of searched.
	searched, found []string
}

// mayHold reports whether a file holds a text, byte for byte, or that is not known.
func (t *texts) mayHold(text string) bool {
	return t == nil || hasSorted(t.found, text) || !hasSorted(t.searched, text)
}

func hasSorted(sorted []string, text string) bool {
	at := sort.SearchStrings(sorted, text)
	return at < len(sorted) && sorted[at] == text
}

// wordsIn adds the texts of Go files that a condition asks for.
func (c *condition) wordsIn(words []string) []string {
	if c.kind == "holds" {
		for _, text := range c.texts {
			if !contains(words, text) {
				words = append(words, text)
			}
		}
	}
	for i := range c.parts {
		words = c.parts[i].wordsIn(words)
	}
	return words
}

// searchFiles looks for words in the files that a compiler is given, comments included, as the server does before it parses one. false if a file
// cannot be read.
func searchFiles(files, words []string) (*texts, bool) {
	missing := append([]string{}, words...)
	var buffer []byte
	for _, file := range files {
		if len(missing) == 0 {
			break
		}
		var ok bool
		if buffer, ok = readInto(buffer, file); !ok {
			return nil, false
		}
		kept := missing[:0]
		for _, word := range missing {
			if !bytes.Contains(buffer, []byte(word)) {
				kept = append(kept, word)
			}
		}
		missing = kept
	}
	t := &texts{searched: words}
	for _, word := range words {
		if !hasSorted(missing, word) {
			t.found = append(t.found, word)
		}
	}
	return t, true
}

// readInto reads a file into a buffer, which grows where it has to.
func readInto(buffer []byte, file string) ([]byte, bool) {
	fd, err := syscall.Open(file, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return buffer, false
	}
	defer syscall.Close(fd)
	buffer = buffer[:0]
	for {
		if len(buffer) == cap(buffer) {
			buffer = append(buffer, make([]byte, max(64<<10, cap(buffer)))...)[:len(buffer)]
		}
		n, err := syscall.Read(fd, buffer[len(buffer):cap(buffer)])
		switch {
		case err == syscall.EINTR:
		case err != nil:
			return buffer, false
		case n == 0:
			return buffer, true
		default:
			buffer = buffer[:len(buffer)+n]
		}
	}
}

// text is what is kept of it: JSON of one form.
func (t *texts) text() string {
	text := []byte(`{"searched":[`)
	for at, list := range [][]string{t.searched, t.found} {
		if at == 1 {
			text = append(text, `],"found":[`...)
		}
		for i, word := range list {
			if i > 0 {
				text = append(text, ',')
			}
			text = appendJSON(text, word)
		}
	}
	return string(append(text, "]}"...))
}

// parseTexts reads what text wrote; nil, so that nothing is known, for anything else.
func parseTexts(text string) *texts {
	r, t := &jsonReader{text: text, ok: true}, &texts{}
	r.word(`{"searched":[`)
	for r.more() {
		t.searched = append(t.searched, r.string())
	}
	r.word(`],"found":[`)
	for r.more() {
		t.found = append(t.found, r.string())
	}
	r.word(`]}`)
	if !r.ok || r.text != "" || !sort.StringsAreSorted(t.searched) || !sort.StringsAreSorted(t.found) {
		return nil
	}
	return t
}

// textsKey is the key of the record that holds what is known of the files of an action (hex). Other code may look at other files.
func textsKey(code, action string) string { return hashOf([]string{"texts", code, action}) }

// textsOf returns what an earlier compile of an action (hex) showed of its files; nil if that is not known, or the rules ask for nothing.
func (d *decider) textsOf(action string) *texts {
	if len(d.rules.words) == 0 {
		return nil
	}
	text, isKnown := d.index.texts[action]
	if !isKnown {
		text, _ = readRecord(d.rules.cacheDir, textsKey(d.rules.code, action))
		d.index.noteTexts(action, text)
	}
	return parseTexts(text)
}

// lookAtFiles finds out what the rules ask of the files of a compile, where that decides, and keeps it: a later Get of the action has no files.
func (d *decider) lookAtFiles(action string, c *compilation) *texts {
	if !d.textsDecide(&c.facts) {
		return nil
	}
	return d.search(action, c.files)
}

// lookAtFolder does the same at a Get, where a compile would show the files only after a miss. Files that the compiler is not given are among
// them, so a text may be found that it does not see; none is missed.
func (d *decider) lookAtFolder(action, facts, archive string, folders *sourceFolders) *texts {
	f, ok := parseFacts(facts)
	if !ok || archive == "" || !d.textsDecide(f) {
		return nil
	}
	files := folders.goFiles(f, archive)
	if len(files) == 0 {
		return nil
	}
	return d.search(action, files)
}

// textsDecide reports whether the texts of a package's files tell whether an aspect may match in it.
func (d *decider) textsDecide(f *facts) bool {
	return len(d.rules.words) > 0 && d.rules.mayChange(f, nil) && !d.rules.mayChange(f, &texts{searched: d.rules.words})
}

// search looks for what the rules ask of files, and keeps it; nil if a file cannot be read.
func (d *decider) search(action string, files []string) *texts {
	found, ok := searchFiles(files, d.rules.words)
	if !ok {
		return nil
	}
	text := found.text()
	if d.index.texts[action] != text {
		d.index.noteTexts(action, text)
		key := textsKey(d.rules.code, action)
		writeFile(recordFile(d.rules.cacheDir, key), []byte(sealOf(key, text)+"\n"+text), 0o644)
	}
	return found
}

// readRecord reads a sealed text of a weave cache; false if there is none that can be believed.
func readRecord(dir, key string) (text string, ok bool) {
	file := recordFile(dir, key)
	var stat syscall.Stat_t
	if syscall.Stat(file, &stat) != nil || !isTrusted(&stat, 0o002) {
		return "", false
	}
	content, err := os.ReadFile(file)
	seal, text, _ := strings.Cut(string(content), "\n")
	return text, err == nil && seal == sealOf(key, text)
}
