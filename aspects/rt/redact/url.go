package redact

import "strings"

// Hidden stands where a secret was.
const Hidden = "REDACTED"

// edit is a text some parts of which are replaced. As long as nothing differs, it makes no copy.
type edit struct {
	text string
	done int // so much of the text is in out, or replaced there
	out  strings.Builder
}

func (e *edit) replace(from, to int, with string) {
	if e.text[from:to] == with {
		return
	}
	e.out.WriteString(e.text[e.done:from])
	e.out.WriteString(with)
	e.done = to
}

func (e *edit) String() string {
	if e.done == 0 {
		return e.text
	}
	return e.out.String() + e.text[e.done:]
}

// Query hides the secrets among the parameters of a query: those whose name says so, and those whose value looks so. What is no
// name=value is judged by its looks. Its work is linear in the length of raw.
func Query(raw string) string {
	e := edit{text: raw}
	for at := 0; at <= len(raw); {
		end := strings.IndexAny(raw[at:], "&;") + at
		if end < at {
			end = len(raw)
		}
		e.replace(at, end, parameter(raw[at:end]))
		at = end + 1
	}
	return e.String()
}

func parameter(param string) string {
	name, value, ok := strings.Cut(param, "=")
	switch {
	case !ok && (hides(name) || strings.Contains(decode(name), "=")):
		return Hidden
	case !ok:
		return param
	case hides(name): // a secret where the name belongs
		return Hidden + "=" + Hidden
	case value != "" && (IsSecret(decode(name)) || hides(value)):
		return name + "=" + Hidden
	}
	return param
}

// hides says whether a value looks like a secret, or holds a parameter that is one: next=https%3A%2F%2Fhost%2F%3Ftoken%3D1.
func hides(value string) bool {
	plain := decode(value)
	if looksSecret(value) || looksSecret(plain) {
		return true
	}
	if !strings.Contains(plain, "=") && !strings.Contains(plain, ":") {
		return false
	}
	for rest := plain; rest != ""; {
		end := strings.IndexAny(rest, "?&;#,{} \t\n")
		piece := rest
		rest = ""
		if end >= 0 {
			piece, rest = piece[:end], piece[end+1:]
		}
		if i := strings.IndexAny(piece, "=:"); i >= 0 && IsSecret(piece[:i]) || looksSecret(piece) {
			return true
		}
	}
	return false
}

// Path hides the secrets in a path: matrix parameters (/a;token=x) whose name says so, and segments that look so.
func Path(path string) string {
	e := edit{text: path}
	for at := 0; at <= len(path); {
		end := strings.IndexByte(path[at:], '/') + at
		if end < at {
			end = len(path)
		}
		head, params, ok := strings.Cut(path[at:end], ";")
		if hides(head) {
			e.replace(at, at+len(head), Hidden)
		}
		if ok {
			e.replace(at+len(head)+1, end, Query(params))
		}
		at = end + 1
	}
	return e.String()
}

// maxLayers of escapes are decoded: a URL in a parameter of a URL in a parameter.
const maxLayers = 3

// decode takes percent escapes and plus signs away, as often as there are some; what is no escape stays.
func decode(s string) string {
	for range maxLayers {
		if !strings.ContainsAny(s, "%+") {
			break
		}
		s = decodeOnce(s)
	}
	return s
}

func decodeOnce(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '+':
			out.WriteByte(' ')
		case s[i] == '%' && i+2 < len(s) && unhex(s[i+1]) >= 0 && unhex(s[i+2]) >= 0:
			out.WriteByte(byte(unhex(s[i+1])<<4 | unhex(s[i+2])))
			i += 2
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
