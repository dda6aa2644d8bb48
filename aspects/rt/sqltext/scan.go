package sqltext

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind int

const (
	end     kind = iota
	word         // keyword, name, placeholder such as $1 or :name
	quoted       // "name", `name`, [name]
	literal      // 'text', $tag$text$tag$, 12.5, 0xFF
	either       // "x" where it is a name in some places and a text in others
	other        // one character of anything else
)

// scanner reads a query in one pass: each step moves pos forward over what it looked at, so the work grows as the query's length does.
type scanner struct {
	src   string
	pos   int
	rules rules
	// spaced: blanks or a comment stood before the last token.
	spaced bool
	// doubtful: the query cannot be read for certain. Something has no end, or the dialect does not have it, or servers of the dialect read
	// it in different ways.
	doubtful bool
	// work counts the bytes looked at.
	work int
}

func (s *scanner) next() (kind, string) {
	s.skipBlanks()
	if s.pos >= len(s.src) {
		return end, ""
	}
	start := s.pos
	k := s.token(s.src[s.pos])
	s.work += s.pos - start
	return k, s.src[start:s.pos]
}

func (s *scanner) token(c byte) kind {
	switch {
	case c == '\'':
		s.closing('\'', s.rules.escapes, s.rules.settable)
		return literal
	case c == '"':
		text := s.rules.double == literal
		s.closing('"', s.rules.nameEscapes || text && s.rules.escapes, text && s.rules.settable)
		return s.rules.double
	case c == '`' && s.rules.backtick:
		s.closing('`', s.rules.nameEscapes, false)
		return quoted
	case c == '[' && s.rules.bracket:
		s.closing(']', false, false)
		return quoted
	case c == '$' && s.rules.dollars && s.dollarQuoted():
		return literal
	case isDigit(c), c == '.' && isDigit(s.at(1)), c == '$' && s.rules.money && (isDigit(s.at(1)) || s.at(1) == '.'):
		s.number()
		return literal
	case c == '?' && s.rules.numbered:
		for s.pos++; isDigit(s.at(0)); s.pos++ {
		}
		return other
	case s.beginsWord(c):
		return s.word()
	case c >= utf8.RuneSelf: // an emoji, a sign of a currency
		s.number()
		return literal
	}
	// What the dialect does not have, but others have for quotes and comments, says that the query is not in it.
	s.doubtful = s.doubtful || c == '\\' || c == '`' || c == '#' && strings.IndexByte(s.rules.hashes, s.at(1)) < 0
	s.pos++
	if c == ':' && s.at(0) == ':' { // a cast
		s.pos++
	}
	return other
}

// at gives the byte that far ahead, 0 at the end.
func (s *scanner) at(ahead int) byte {
	if s.pos+ahead < len(s.src) {
		return s.src[s.pos+ahead]
	}
	return 0
}

func (s *scanner) beginsWord(c byte) bool {
	next := s.at(1)
	switch {
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(s.src[s.pos:])
		return unicode.IsLetter(r)
	case c == ':':
		return isLetter(next) || s.rules.numbered && isDigit(next)
	case c == '@':
		return isLetter(next) || next == '@' || isDigit(next)
	case c == '$':
		return true
	case c == '#':
		return s.rules.hash == hashName && (isLetter(next) || next == '#')
	}
	return isLetter(c)
}

func (s *scanner) word() kind {
	start := s.pos
	dollars := s.src[start] != '$' // after $1, one begins $tag$
	s.pos++
	for c := s.at(0); isLetter(c) || isDigit(c) || c == '$' && dollars || c == '@' || c == '#' && s.rules.hash == hashName; c = s.at(0) {
		s.pos++
	}
	text := s.src[start:s.pos]
	// PostgreSQL reads a$$b$$ as a name, and MySQL $$b$$, but who writes it means a text.
	s.doubtful = s.doubtful || s.rules.dollars && strings.IndexByte(text[1:], '$') >= 0 ||
		strings.Contains(text, "$$") || !s.rules.dollars && !dollars && s.at(0) == '$'
	if s.at(0) != '\'' || !s.rules.prefix(text) {
		return word
	}
	switch {
	case text[len(text)-1]|0x20 == 'q':
		s.ownQuotes()
	case text[0]|0x20 == 'e':
		s.closing('\'', true, false)
	default:
		s.closing('\'', s.rules.escapes, s.rules.settable)
	}
	return literal
}

// closing passes a text in quotes that begins at pos; a doubled quote is part of it, and with escapes whatever follows a backslash. If
// that is a setting of the server, a quote behind a backslash leaves doubt.
func (s *scanner) closing(quote byte, escapes, settable bool) {
	escaped := false // by the character before
	for s.pos++; s.pos < len(s.src); s.pos++ {
		c := s.src[s.pos]
		s.doubtful = s.doubtful || settable && escaped && c == quote
		switch {
		case c == quote && !(escaped && escapes):
			s.pos++
			if s.at(0) != quote {
				return
			}
			escaped = false
		default:
			escaped = c == '\\' && !escaped
		}
	}
	s.open()
}

// open is for what has no end.
func (s *scanner) open() {
	s.pos, s.doubtful = len(s.src), true
}

// until moves behind the next mark.
func (s *scanner) until(mark string) {
	if n := strings.Index(s.src[s.pos:], mark); n >= 0 {
		s.pos += n + len(mark)
	} else {
		s.open()
	}
}

// ownQuotes passes the '[x]' of Oracle's q'[x]': the first character, or its counterpart, ends the text before a quote.
func (s *scanner) ownQuotes() {
	s.pos++
	r, size := utf8.DecodeRuneInString(s.src[s.pos:])
	s.pos += size
	last := string(r)
	if i := strings.IndexRune("[{(<", r); i >= 0 {
		last = "]})>"[i : i+1]
	}
	s.until(last + "'")
}

// dollarQuoted passes $tag$ … $tag$, if one begins here.
func (s *scanner) dollarQuoted() bool {
	n := 1
	for isLetter(s.at(n)) || n > 1 && isDigit(s.at(n)) {
		n++
	}
	s.work += n
	if s.at(n) != '$' {
		return false
	}
	tag := s.src[s.pos : s.pos+n+1]
	s.pos += n + 1
	s.until(tag)
	return true
}

// number passes digits and all that may follow them.
func (s *scanner) number() {
	for s.pos++; s.pos < len(s.src); s.pos++ {
		c := s.src[s.pos]
		sign := (c == '+' || c == '-') && s.src[s.pos-1]|0x20 == 'e'
		if !isDigit(c) && !isLetter(c) && c != '.' && !sign {
			return
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c == '_' || c >= utf8.RuneSelf || (c|0x20 >= 'a' && c|0x20 <= 'z') }
