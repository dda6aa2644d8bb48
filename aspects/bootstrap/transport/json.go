package transport

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// What is read of JSON here are two answers of three fields each. encoding/json would make programs larger by 0.4 MB.

// members calls visit with the names and the raw values of an object, in their order, and stops where the text is no JSON.
func members(text []byte, visit func(name string, value []byte)) {
	rest := blanks(text)
	if len(rest) == 0 || rest[0] != '{' {
		return
	}
	for rest = blanks(rest[1:]); len(rest) > 0 && rest[0] == '"'; rest = blanks(rest[1:]) {
		end := stringEnd(rest)
		if end < 0 {
			return
		}
		name := unquote(rest[:end])
		if rest = blanks(rest[end:]); len(rest) == 0 || rest[0] != ':' {
			return
		}
		rest = blanks(rest[1:])
		if end = valueEnd(rest); end <= 0 {
			return
		}
		visit(name, rest[:end])
		if rest = blanks(rest[end:]); len(rest) == 0 || rest[0] != ',' {
			return
		}
	}
}

func blanks(text []byte) []byte {
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n' || text[0] == '\r') {
		text = text[1:]
	}
	return text
}

// stringEnd gives the place behind a text in quotes, -1 if it does not end.
func stringEnd(text []byte) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		}
	}
	return -1
}

// valueEnd gives the place behind a value, -1 if it does not end.
func valueEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '"':
			n := stringEnd(text[i:])
			if n < 0 {
				return -1
			}
			i += n
			if depth == 0 {
				return i
			}
			continue
		case c == '{' || c == '[':
			depth++
		case (c == '}' || c == ']') && depth > 0:
			if depth--; depth == 0 {
				return i + 1
			}
		case depth == 0 && (c == ',' || c == '}' || c == ']' || len(blanks(text[i:i+1])) == 0):
			return i
		}
		i++
	}
	if depth > 0 {
		return -1
	}
	return len(text)
}

// unquote gives what a text in quotes says; "" for anything else.
func unquote(raw []byte) string {
	if len(raw) < 2 || raw[0] != '"' {
		return ""
	}
	raw = raw[1 : len(raw)-1]
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' || i+1 == len(raw) {
			out = append(out, raw[i])
			continue
		}
		i++
		switch c := raw[i]; c {
		case 'b', 'f', 'n', 'r', 't':
			out = append(out, "\b\f\n\r\t"[strings.IndexByte("bfnrt", c)])
		case 'u':
			r, n := codeUnit(raw[i+1:]), 4
			if low := rune(-1); utf16.IsSurrogate(r) {
				if len(raw) > i+6 && raw[i+5] == '\\' && raw[i+6] == 'u' {
					low = codeUnit(raw[i+7:])
				}
				if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
					n = 10
				}
			}
			out = utf8.AppendRune(out, r)
			i += min(n, len(raw)-1-i)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func codeUnit(digits []byte) rune {
	if len(digits) < 4 {
		return utf8.RuneError
	}
	n, err := strconv.ParseUint(string(digits[:4]), 16, 16)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
