package yaml

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// withoutComment cuts a comment off: a # at the beginning or behind a blank, outside of quotes.
func withoutComment(text string) string {
	before := byte(' ') // the last character that is no blank; quotes begin behind a sign only
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '#' && (i == 0 || text[i-1] == ' ' || text[i-1] == '\t'):
			return text[:i]
		case (c == '"' || c == '\'') && strings.IndexByte(" :-,[{", before) >= 0:
			end := endOfQuote(text, i)
			if end < 0 {
				return text // the text goes on on the next line, or is wrong
			}
			i = end
			before = c
		case c != ' ' && c != '\t':
			before = c
		}
	}
	return text
}

// endOfQuote gives the index of the quote that ends what begins at start; -1 if there is none.
func endOfQuote(text string, start int) int {
	quote := text[start]
	for i := start + 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote == '"':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i
		}
	}
	return -1
}

// scanner reads a value in flow style. A collection may go on on the lines that follow.
type scanner struct {
	p     *parser
	text  string
	at    int
	line  int
	more  bool // further lines may be taken
	depth int
}

// blanks skips blanks, and inside a collection the ends of lines.
func (s *scanner) blanks() {
	for {
		for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
			s.at++
		}
		if s.at < len(s.text) || s.depth == 0 || !s.more {
			return
		}
		s.p.flow = true
		l, ok := s.p.peek()
		s.p.flow = false
		if !ok {
			s.p.fail(s.line, "the bracket is not closed")
		}
		s.p.take()
		s.text, s.at, s.line = l.text, 0, l.number
	}
}

// peek gives the next character, 0 at the end.
func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// value reads one value; ends are the characters that end a plain text.
func (s *scanner) value(ends string) Node {
	switch line := s.line; s.peek() {
	case '[':
		return s.list()
	case '{':
		return s.mapping()
	case '"', '\'':
		return Node{Kind: Scalar, Line: line, Text: s.quoted(), Quoted: true}
	}
	return s.p.scalar(s.plain(ends), s.line)
}

// plain reads a text without quotes, up to one of ends, or to a colon that a blank or one of ends follows.
func (s *scanner) plain(ends string) string {
	start := s.at
	for ; s.at < len(s.text); s.at++ {
		if c := s.text[s.at]; strings.IndexByte(ends, c) >= 0 {
			break
		} else if c == ':' && (s.at+1 == len(s.text) || strings.IndexByte(" "+ends, s.text[s.at+1]) >= 0) {
			break
		}
	}
	return strings.TrimSpace(s.text[start:s.at])
}

func (s *scanner) open() {
	s.at++
	if s.depth++; s.depth+s.p.depth > maxDepth {
		s.p.fail(s.line, "values are nested too deeply")
	}
	s.blanks()
}

func (s *scanner) close() {
	s.at++
	s.depth--
}

// separator reads the comma between two values, or sees the end.
func (s *scanner) separator(end byte) {
	s.blanks()
	switch c := s.peek(); {
	case c == ',':
		s.at++
		s.blanks()
	case c != end:
		s.p.fail(s.line, "expected , or %c", end)
	}
}

func (s *scanner) list() Node {
	node := Node{Kind: List, Line: s.line}
	s.open()
	for s.peek() != ']' {
		if s.peek() == ',' {
			s.p.fail(s.line, "a value is missing before the comma")
		}
		node.Items = append(node.Items, s.value(",[]{}"))
		s.separator(']')
	}
	s.close()
	return node
}

func (s *scanner) mapping() Node {
	node := Node{Kind: Map, Line: s.line}
	s.open()
	for s.peek() != '}' {
		entry := Entry{Line: s.line}
		if c := s.peek(); c == '"' || c == '\'' {
			entry.Key = s.quoted()
		} else {
			entry.Key = s.plain(",[]{}")
			s.p.plain(entry.Key, s.line)
		}
		s.p.unique(node, entry.Key, entry.Line)
		if s.blanks(); s.peek() != ':' {
			s.p.fail(s.line, "expected a colon behind the key")
		}
		s.at++
		s.blanks()
		entry.Value = Node{Kind: Null, Line: s.line}
		if c := s.peek(); c != ',' && c != '}' {
			entry.Value = s.value(",[]{}")
		}
		node.Entries = append(node.Entries, entry)
		s.separator('}')
	}
	s.close()
	return node
}

// quoted reads a text in quotes, which ends on its line.
func (s *scanner) quoted() string {
	end := endOfQuote(s.text, s.at)
	if end < 0 {
		s.p.fail(s.line, "the quote does not end on its line")
	}
	inside, quote := s.text[s.at+1:end], s.text[s.at]
	s.at = end + 1
	if quote == '\'' {
		return strings.ReplaceAll(inside, "''", "'")
	}
	return s.unescape(inside)
}

// escapes of double quotes (YAML 1.2.2, section 5.7) that stand for one character.
var escapes = map[byte]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b", ' ': " ", '"': `"`,
	'/': "/", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

func (s *scanner) unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			out.WriteByte(text[i])
			continue
		}
		i++ // there is one: a quote behind the last backslash would not have ended the text
		if plain, ok := escapes[text[i]]; ok {
			out.WriteString(plain)
			continue
		}
		digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[text[i]]
		if digits == 0 || i+digits >= len(text) {
			s.p.fail(s.line, `\%c is no escape`, text[i])
		}
		code, err := strconv.ParseUint(text[i+1:i+1+digits], 16, 32)
		if err != nil || code > utf8.MaxRune {
			s.p.fail(s.line, `\%c needs %d hexadecimal digits`, text[i], digits)
		}
		i += digits
		// JSON writes what lies outside of the basic plane as two escapes.
		if r := rune(code); r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(text[i+1:], `\u`) && i+7 <= len(text) {
			if low, err := strconv.ParseUint(text[i+3:i+7], 16, 32); err == nil && low >= 0xdc00 && low < 0xe000 {
				code = 0x10000 + (uint64(r)-0xd800)<<10 + (low - 0xdc00)
				i += 6
			}
		}
		out.WriteRune(rune(code))
	}
	return out.String()
}

// blockScalar reads a text behind | or >, with its sign for the last line's end.
func (p *parser) blockScalar(head line, indent int) Node {
	folded, chomp, own := head.text[0] == '>', byte(0), 0
	for _, c := range []byte(head.text[1:]) {
		switch {
		case c == '-' || c == '+':
			chomp = c
		case c >= '1' && c <= '9':
			own = max(indent, 0) + int(c-'0')
		default:
			p.fail(head.number, "behind %c only -, + and a number can stand", head.text[0])
		}
	}
	var lines []string
	for p.next < len(p.raw) {
		raw := p.raw[p.next]
		text := strings.TrimLeft(raw, " ")
		width := len(raw) - len(text)
		if text != "" {
			if own == 0 && width > indent {
				own = width
			}
			if own == 0 || width < own {
				break
			}
		}
		lines = append(lines, raw[min(max(own, 0), width):])
		p.next++
	}
	full := len(lines)
	for full > 0 && lines[full-1] == "" {
		full--
	}
	text := strings.Join(lines[:full], "\n")
	if folded {
		text = fold(lines[:full])
	}
	switch {
	case chomp == '+':
		text += strings.Repeat("\n", len(lines)-full+1)
	case chomp == 0 && full > 0:
		text += "\n"
	}
	return Node{Kind: Scalar, Line: head.number, Text: text, Quoted: true}
}

// fold joins lines with blanks; an empty line is a line's end, and lines that are indented further stay.
func fold(lines []string) string {
	var out strings.Builder
	for i, l := range lines {
		if i > 0 {
			before := lines[i-1]
			switch {
			case l == "" || strings.HasPrefix(l, " ") || strings.HasPrefix(before, " "):
				out.WriteByte('\n')
			case before != "":
				out.WriteByte(' ')
			}
		}
		out.WriteString(l)
	}
	return out.String()
}
