// Package yaml reads the part of YAML 1.2 that configuration files are written in: mappings, sequences, scalars, in block and in flow
// style (JSON included), comments. Anchors, aliases, tags, complex keys, several documents, and scalars of several lines without |
// or > are errors that name the line.
package yaml

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Kind of a node.
type Kind uint8

// The kinds. A Null has no text; whether a Scalar is a number is decided by its reader.
const (
	Null Kind = iota
	Scalar
	Map
	List
)

// Node is a value of the file.
type Node struct {
	Kind Kind
	Line int // from 1
	// Text is that of a Scalar. Quoted says that it is a string, whatever it looks like.
	Text   string
	Quoted bool
	// Entries are those of a Map, in the file's order; Items those of a List.
	Entries []Entry
	Items   []Node
}

// Entry is a key of a Map and its value.
type Entry struct {
	Key   string
	Line  int
	Value Node
}

// Error is what is wrong, and where.
type Error struct {
	Line int
	Text string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Text) }

// maxDepth of nested values; deeper ones are an error.
const maxDepth = 64

// Parse reads a file of one document. An empty one is Null.
func Parse(text string) (node Node, err error) {
	// Errors come from deep inside; they are the only panics of this package.
	defer func() {
		if e, ok := recover().(*Error); ok {
			err = e
		}
	}()
	p := &parser{}
	if !utf8.ValidString(text) {
		p.fail(1, "the file is not UTF-8")
	}
	text = strings.TrimPrefix(text, "\uFEFF")
	p.raw = strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n")
	p.start()
	first, ok := p.peek()
	if !ok {
		return Node{Kind: Null, Line: 1}, nil
	}
	node = p.block(first.indent)
	if rest, ok := p.peek(); ok {
		p.fail(rest.number, "this line is indented differently from those that it belongs to")
	}
	return node, nil
}

// line is one with content: without indentation, comment and blanks at its end.
type line struct {
	number, indent int
	text           string
}

type parser struct {
	raw   []string
	next  int   // index into raw
	ahead *line // a line that was looked at, or the rest of one
	depth int
	flow  bool // inside of brackets a tab is a blank
}

func (p *parser) fail(number int, format string, args ...any) {
	panic(&Error{number, fmt.Sprintf(format, args...)})
}

// start skips what may stand before the document.
func (p *parser) start() {
	if l, ok := p.peek(); ok && strings.HasPrefix(l.text, "%") {
		p.fail(l.number, "directives are not supported")
	}
	if l, ok := p.peek(); ok && l.indent == 0 && l.text == "---" {
		p.take()
	}
}

// peek gives the next line that has content.
func (p *parser) peek() (line, bool) {
	for p.ahead == nil {
		if p.next >= len(p.raw) {
			return line{}, false
		}
		raw := p.raw[p.next]
		p.next++
		text := strings.TrimLeft(raw, " ")
		l := line{p.next, len(raw) - len(text), strings.TrimRight(withoutComment(text), " \t")}
		switch {
		case l.text == "":
			continue
		case l.text[0] == '\t' && p.flow:
			l.text = strings.TrimLeft(l.text, " \t")
		case l.text[0] == '\t':
			p.fail(l.number, "a tab cannot indent")
		case l.indent == 0 && l.text == "...":
			p.end()
			return line{}, false
		}
		if l.indent == 0 && l.text == "---" && p.depth > 0 {
			p.fail(l.number, "a second document")
		}
		p.ahead = &l
	}
	return *p.ahead, true
}

// end checks that nothing follows the document.
func (p *parser) end() {
	for ; p.next < len(p.raw); p.next++ {
		if text := strings.TrimSpace(withoutComment(p.raw[p.next])); text != "" {
			p.fail(p.next+1, "a second document")
		}
	}
}

func (p *parser) take() line {
	l := *p.ahead
	p.ahead = nil
	return l
}

// block reads the value that begins with the next line, which has this indentation.
func (p *parser) block(indent int) Node {
	l, _ := p.peek()
	if p.depth++; p.depth > maxDepth {
		p.fail(l.number, "values are nested too deeply")
	}
	defer func() { p.depth-- }()
	if isItem(l.text) {
		return p.list(indent)
	}
	if _, _, ok := p.key(l); ok {
		return p.mapping(indent)
	}
	p.take()
	return p.value(l, indent-1)
}

func isItem(text string) bool { return text == "-" || strings.HasPrefix(text, "- ") }

func (p *parser) list(indent int) Node {
	first, _ := p.peek()
	node := Node{Kind: List, Line: first.number}
	for {
		l, ok := p.peek()
		if !ok || l.indent != indent || !isItem(l.text) {
			p.aligned(l, ok, indent)
			return node
		}
		p.take()
		rest := strings.TrimLeft(l.text[1:], " ")
		if rest == "" {
			node.Items = append(node.Items, p.nested(l, indent, false))
			continue
		}
		inner := line{l.number, l.indent + len(l.text) - len(rest), rest}
		if _, _, isMap := p.key(inner); isMap || isItem(rest) {
			// What stands behind the dash is a block of its own, indented by where it stands.
			p.ahead = &inner
			node.Items = append(node.Items, p.block(inner.indent))
			continue
		}
		node.Items = append(node.Items, p.value(inner, indent))
	}
}

func (p *parser) mapping(indent int) Node {
	first, _ := p.peek()
	node := Node{Kind: Map, Line: first.number}
	for {
		l, ok := p.peek()
		if !ok || l.indent != indent || isItem(l.text) {
			p.aligned(l, ok, indent)
			return node
		}
		key, rest, isKey := p.key(l)
		if !isKey {
			p.fail(l.number, "no key: a line here is KEY: VALUE")
		}
		p.take()
		p.unique(node, key, l.number)
		entry := Entry{Key: key, Line: l.number}
		if rest == "" {
			entry.Value = p.nested(l, indent, true)
		} else {
			entry.Value = p.value(line{l.number, l.indent, rest}, indent)
		}
		node.Entries = append(node.Entries, entry)
	}
}

func (p *parser) unique(node Node, key string, number int) {
	for _, e := range node.Entries {
		if e.Key == key {
			p.fail(number, "the key %q is there twice, first on line %d", key, e.Line)
		}
	}
}

// aligned refuses a line that is deeper than the block it follows.
func (p *parser) aligned(l line, ok bool, indent int) {
	if ok && l.indent > indent {
		p.fail(l.number, "this line is indented differently from those that it belongs to")
	}
}

// nested reads the value of a key or dash that has nothing behind it: a deeper block, a list on the key's own level, or nothing.
func (p *parser) nested(of line, indent int, isKey bool) Node {
	l, ok := p.peek()
	if ok && (l.indent > indent || isKey && l.indent == indent && isItem(l.text)) {
		return p.block(l.indent)
	}
	return Node{Kind: Null, Line: of.number}
}
