package sqltext

import "strings"

type kind int

const (
	end     kind = iota
	word         // keyword, name, placeholder such as $1 or :name
	quoted       // "name", `name`, [name]
	literal      // 'text', $tag$text$tag$, 12.5, 0xFF
	other        // one character of anything else
)

type scanner struct {
	src     string
	pos     int
	dialect Dialect
	// spaced: blanks or a comment stood before the last token.
	spaced bool
}

func (s *scanner) next() (kind, string) {
	s.skipBlanks()
	if s.pos >= len(s.src) {
		return end, ""
	}
	start := s.pos
	c := s.src[s.pos]
	switch {
	case c == '\'' || c == '"' && s.dialect == MySQL:
		s.quotedText(c, s.dialect == MySQL)
		return literal, s.src[start:s.pos]
	case c == '"' || c == '`':
		s.quotedText(c, false)
		return quoted, s.src[start:s.pos]
	case c == '[' && s.pos+1 < len(s.src) && isLetter(s.src[s.pos+1]):
		if close := strings.IndexByte(s.src[s.pos:], ']'); close > 0 {
			s.pos += close + 1
			return quoted, s.src[start:s.pos]
		}
		s.pos++
		return other, "["
	case c == '$' && s.dollarQuoted():
		return literal, s.src[start:s.pos]
	case isDigit(c), c == '.' && s.pos+1 < len(s.src) && isDigit(s.src[s.pos+1]):
		s.number()
		return literal, s.src[start:s.pos]
	case isLetter(c) || c == '$' || c == ':' || c == '@':
		return s.word(start)
	}
	s.pos++
	return other, s.src[start:s.pos]
}

func (s *scanner) word(start int) (kind, string) {
	s.pos++
	for s.pos < len(s.src) && (isLetter(s.src[s.pos]) || isDigit(s.src[s.pos])) {
		s.pos++
	}
	text := s.src[start:s.pos]
	// A prefix of a literal: N'text', E'text', x'FF', _utf8'text'.
	if s.pos < len(s.src) && s.src[s.pos] == '\'' {
		s.quotedText('\'', s.dialect == MySQL || text == "E" || text == "e")
		return literal, s.src[start:s.pos]
	}
	return word, text
}

// path returns the rest of a dotted name (".b.c" of "a.b.c") without consuming it.
func (s *scanner) path() string {
	var out strings.Builder
	ahead := *s
	for ahead.pos < len(ahead.src) && ahead.src[ahead.pos] == '.' {
		ahead.pos++
		k, token := ahead.next()
		if k != word && k != quoted {
			break
		}
		out.WriteString("." + unquote(token))
	}
	return out.String()
}

func (s *scanner) skipBlanks() {
	start := s.pos
	for s.pos < len(s.src) {
		rest := s.src[s.pos:]
		switch {
		case rest[0] <= ' ':
			s.pos++
		case strings.HasPrefix(rest, "--"):
			s.pos += lineLength(rest)
		case strings.HasPrefix(rest, "/*"):
			if close := strings.Index(rest[2:], "*/"); close >= 0 {
				s.pos += close + 4
			} else {
				s.pos = len(s.src)
			}
		default:
			s.spaced = s.pos > start
			return
		}
	}
	s.spaced = true
}

func lineLength(rest string) int {
	if n := strings.IndexByte(rest, '\n'); n >= 0 {
		return n + 1
	}
	return len(rest)
}

// quotedText passes a text in quotes; a doubled quote is part of it, and with escapes whatever follows a backslash.
func (s *scanner) quotedText(quote byte, escapes bool) {
	for s.pos++; s.pos < len(s.src); s.pos++ {
		switch {
		case s.src[s.pos] == '\\' && escapes:
			s.pos++
		case s.src[s.pos] != quote:
		case s.pos+1 < len(s.src) && s.src[s.pos+1] == quote:
			s.pos++
		default:
			s.pos++
			return
		}
	}
	s.pos = min(s.pos, len(s.src))
}

// dollarQuoted passes PostgreSQL's $tag$ … $tag$, if one begins here.
func (s *scanner) dollarQuoted() bool {
	n := s.pos + 1
	for n < len(s.src) && (isLetter(s.src[n]) || isDigit(s.src[n])) {
		n++
	}
	if n >= len(s.src) || s.src[n] != '$' || (n > s.pos+1 && isDigit(s.src[s.pos+1])) {
		return false
	}
	tag := s.src[s.pos : n+1]
	if close := strings.Index(s.src[n+1:], tag); close >= 0 {
		s.pos = n + 1 + close + len(tag)
	} else {
		s.pos = len(s.src)
	}
	return true
}

func (s *scanner) number() {
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		sign := (c == '+' || c == '-') && (s.src[s.pos-1] == 'e' || s.src[s.pos-1] == 'E')
		if !isDigit(c) && !isLetter(c) && c != '.' && !sign {
			return
		}
		s.pos++
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c == '_' || c >= 0x80 || (c|0x20 >= 'a' && c|0x20 <= 'z') }
