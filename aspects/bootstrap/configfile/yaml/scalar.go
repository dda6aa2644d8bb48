package yaml

import (
	"strings"
)

// key splits KEY: VALUE; false where the line is none.
func (p *parser) key(l line) (key, rest string, ok bool) {
	text := l.text
	if text[0] == '"' || text[0] == '\'' {
		s := &scanner{p: p, text: text, line: l.number}
		key := s.quoted()
		if rest := strings.TrimLeft(s.text[s.at:], " "); rest != "" && rest[0] == ':' {
			return key, strings.TrimSpace(rest[1:]), true
		}
		return "", "", false
	}
	if text[0] == '[' || text[0] == '{' {
		return "", "", false
	}
	if text == "?" || strings.HasPrefix(text, "? ") {
		p.fail(l.number, "keys that are no scalars are not supported")
	}
	i := strings.Index(text, ": ")
	if i < 0 && strings.HasSuffix(text, ":") {
		i = len(text) - 1
	}
	if i < 0 {
		return "", "", false
	}
	key = strings.TrimSpace(text[:i])
	p.plain(key, l.number)
	if key == "<<" {
		p.fail(l.number, "merge keys are not supported")
	}
	return key, strings.TrimSpace(text[i+1:]), true
}

// value reads what stands on a line behind a key or dash; indent is that of the key or dash.
func (p *parser) value(l line, indent int) Node {
	switch l.text[0] {
	case '|', '>':
		return p.blockScalar(l, indent)
	case '[', '{', '"', '\'':
		s := &scanner{p: p, text: l.text, line: l.number, more: true}
		node := s.value("")
		if s.blanks(); s.at < len(s.text) {
			p.fail(s.line, "something follows the end of the value")
		}
		return node
	}
	if next, ok := p.peek(); ok && next.indent > indent && indent >= 0 {
		p.fail(next.number, "a text of several lines needs | or >, or quotes on one line")
	}
	if strings.Contains(l.text, ": ") || strings.HasSuffix(l.text, ":") {
		p.fail(l.number, "a text with a colon and a blank needs quotes")
	}
	return p.scalar(l.text, l.number)
}

// scalar makes a node of a plain text.
func (p *parser) scalar(text string, number int) Node {
	p.plain(text, number)
	if IsNull(text) {
		return Node{Kind: Null, Line: number}
	}
	return Node{Kind: Scalar, Line: number, Text: text}
}

// IsNull says whether a plain text is the null of YAML's core schema.
func IsNull(text string) bool {
	return text == "" || text == "~" || text == "null" || text == "Null" || text == "NULL"
}

// plain refuses what a plain scalar cannot begin with.
func (p *parser) plain(text string, number int) {
	if text == "" {
		return
	}
	switch text[0] {
	case '&':
		p.fail(number, "anchors are not supported")
	case '*':
		p.fail(number, "aliases are not supported; a text that begins with * needs quotes")
	case '!':
		p.fail(number, "tags are not supported; a text that begins with ! needs quotes")
	case '%', '@', '`', ',', ']', '}', '|', '>':
		p.fail(number, "a text that begins with %c needs quotes", text[0])
	}
}
