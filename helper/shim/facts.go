//go:build linux || darwin

package main

import (
	"strings"
	"unicode/utf8"
)

// facts is what is known of an action whatever the aspects are, as Facts of src/cache/keys.ts.
type facts struct {
	// path is the import path, test variant included: TOOLEXEC_IMPORTPATH.
	path, name string
	imports    []string
	testMain   bool
	// inherited holds what the archives of direct imports want linked.
	inherited []linkDep
}

// linkDep is as LinkDep of src/toolexec/link-deps.ts; kind is `import` or `relocation`.
type linkDep struct {
	path, kind string
}

// subject says it in the terms of conditions, as packageFacts of src/driver/plan/package-aspects.ts.
func (f *facts) subject() *subject {
	importPath := stripVariant(f.path)
	reached := make([]string, 0, len(f.imports)+1)
	reached = append(reached, importPath)
	for _, path := range f.imports {
		reached = append(reached, stripVendor(path))
	}
	isCommand := f.name == "main" && importPath == f.path
	return &subject{importPath: importPath, name: f.name, isCommand: isCommand, testMain: f.testMain, reached: reached}
}

// stripVariant makes `p` of `p [p.test]`.
func stripVariant(path string) string {
	if bare, _, isVariant := strings.Cut(path, " ["); isVariant && strings.HasSuffix(path, "]") {
		return bare
	}
	return path
}

// stripVendor is as in src/lang/names/import-paths.ts.
func stripVendor(path string) string {
	if bare, ok := strings.CutPrefix(path, "vendor/"); ok {
		return bare
	}
	if at := strings.LastIndex(path, "/vendor/"); at >= 0 {
		return path[at+len("/vendor/"):]
	}
	return path
}

// text is the JSON text of facts, byte for byte what the server writes.
func (f *facts) text() string {
	text := make([]byte, 0, 1024)
	text = append(appendJSON(append(text, `{"path":`...), f.path), `,"name":`...)
	text = append(appendJSON(text, f.name), `,"imports":[`...)
	for i, path := range f.imports {
		if i > 0 {
			text = append(text, ',')
		}
		text = appendJSON(text, path)
	}
	testMain := "false"
	if f.testMain {
		testMain = "true"
	}
	text = append(append(append(text, `],"testMain":`...), testMain...), `,"inherited":[`...)
	for i, dep := range f.inherited {
		if i > 0 {
			text = append(text, ',')
		}
		text = append(appendJSON(append(text, `{"path":`...), dep.path), `,"kind":`...)
		text = append(appendJSON(text, dep.kind), '}')
	}
	return string(append(text, "]}"...))
}

// appendJSON appends a string as JSON.stringify writes it.
func appendJSON(to []byte, text string) []byte {
	to = append(to, '"')
	for i := range len(text) {
		c := text[i]
		at := strings.IndexByte("\"\\\b\f\n\r\t", c)
		switch {
		case at >= 0:
			to = append(to, '\\', "\"\\bfnrt"[at])
		case c < ' ':
			to = append(append(to, "\\u00"...), "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			to = append(to, c)
		}
	}
	return append(to, '"')
}

// parseFacts reads what text, or the server, wrote; false for anything else, also for texts with \u.
func parseFacts(text string) (*facts, bool) {
	r := &jsonReader{text: text, ok: utf8.ValidString(text)}
	f := &facts{}
	r.word(`{"path":`)
	f.path = r.string()
	r.word(`,"name":`)
	f.name = r.string()
	r.word(`,"imports":[`)
	for r.more() {
		f.imports = append(f.imports, r.string())
	}
	r.word(`],"testMain":`)
	f.testMain = strings.HasPrefix(r.text, "true")
	if f.testMain {
		r.word("true")
	} else {
		r.word("false")
	}
	r.word(`,"inherited":[`)
	for r.more() {
		r.word(`{"path":`)
		path := r.string()
		r.word(`,"kind":`)
		f.inherited = append(f.inherited, linkDep{path, r.string()})
		r.word(`}`)
	}
	r.word(`]}`)
	return f, r.ok && r.text == ""
}

// jsonReader reads JSON of one known form, without blanks.
type jsonReader struct {
	text string
	ok   bool
}

func (r *jsonReader) word(word string) {
	rest, ok := strings.CutPrefix(r.text, word)
	r.text, r.ok = rest, r.ok && ok
}

// more reports whether a list goes on, and takes the comma.
func (r *jsonReader) more() bool {
	if !r.ok || strings.HasPrefix(r.text, "]") {
		return false
	}
	if rest, isComma := strings.CutPrefix(r.text, ","); isComma {
		r.text = rest
	}
	return true
}

func (r *jsonReader) string() string {
	rest, ok := strings.CutPrefix(r.text, "\"")
	end := strings.IndexAny(rest, "\"\\")
	if !ok || end < 0 {
		r.ok = false
		return ""
	}
	if rest[end] == '"' {
		r.text = rest[end+1:]
		return rest[:end]
	}
	var plain []byte
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '"':
			r.text = rest[i+1:]
			return string(plain)
		case c == '\\':
			i++
			at := -1
			if i < len(rest) {
				at = strings.IndexByte("\"\\bfnrt", rest[i])
			}
			if at < 0 {
				r.ok = false
				return ""
			}
			plain = append(plain, "\"\\\b\f\n\r\t"[at])
		default:
			plain = append(plain, c)
		}
	}
	r.ok = false
	return ""
}

// factsKey is the key of the record that holds the facts of an action (hex), as in src/cache/keys.ts.
func factsKey(code, action string) string { return hashOf([]string{"facts", code, action}) }

// recordFile is where a weave cache keeps a record, as recordName of src/cache/disk.
func recordFile(dir, key string) string { return dir + "/" + key[:2] + "/" + key + "-f" }

// factsRecord is the file that holds the facts of an action (hex), and its content: what the server writes and reads.
func (r *rules) factsRecord(action, text string) (file, content string) {
	key := factsKey(r.code, action)
	return recordFile(r.cacheDir, key), sealOf(key, text) + "\n" + text
}

// filedFacts reads the facts that a build has filed; false if there are none that can be believed.
func (r *rules) filedFacts(action string) (text string, ok bool) {
	return readRecord(r.cacheDir, factsKey(r.code, action))
}

// sealOf is the line before a sealed text (src/base/sealed.ts).
func sealOf(kind, text string) string {
	return "gots " + kind + " " + hashText(text)
}
