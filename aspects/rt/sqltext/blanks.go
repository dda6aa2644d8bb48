package sqltext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// skipBlanks passes blanks and comments.
func (s *scanner) skipBlanks() {
	start := s.pos
	for s.pos < len(s.src) && s.skipBlank(s.src[s.pos]) {
	}
	s.spaced = s.pos > start
	s.work += s.pos - start
}

func (s *scanner) skipBlank(c byte) bool {
	switch {
	case c <= ' ':
		s.pos++
	case c == '-' && s.at(1) == '-' && (!s.rules.dashBlank || s.at(2) <= ' '),
		c == '#' && s.rules.hash == hashComment,
		c == '#' && s.rules.hash == hashBlankComment && (s.at(1) == ' ' || s.at(1) == '!'),
		c == '/' && s.at(1) == '/' && s.rules.slashes:
		s.line()
	case c == '/' && s.at(1) == '*':
		s.comment()
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s.src[s.pos:])
		if !unicode.IsSpace(r) && r != '\uFEFF' {
			return false
		}
		s.pos += size
	default:
		return false
	}
	return true
}

// line passes the rest of a line. Whether a lone carriage return ends it differs.
func (s *scanner) line() {
	rest := s.src[s.pos:]
	n := strings.IndexByte(rest, '\n')
	if n < 0 {
		n = len(rest) - 1
	}
	if cr := strings.IndexByte(rest[:n+1], '\r'); cr >= 0 && cr < n-1 {
		s.doubtful = true
	}
	s.pos += n + 1
}

// comment passes /* … */. Where comments do not nest, one that seems to hold another leaves doubt.
func (s *scanner) comment() {
	depth := 0
	for s.pos < len(s.src) {
		switch {
		case s.src[s.pos] == '/' && s.at(1) == '*':
			depth++
			s.pos += 2
			if depth > 1 && !s.rules.nested || s.rules.versions && (s.at(0) == '!' || s.at(0) == 'M' && s.at(1) == '!') {
				s.doubtful = true
			}
		case s.src[s.pos] == '*' && s.at(1) == '/':
			s.pos += 2
			if depth--; depth == 0 || !s.rules.nested {
				return
			}
		default:
			s.pos++
		}
	}
	s.open()
}
