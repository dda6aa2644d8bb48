package redact

import "strings"

// Hidden stands where a secret was.
const Hidden = "REDACTED"

// Query hides the secrets among the parameters of a query: those whose name says so, and those whose value looks so. What is no
// name=value is judged by its looks. Its work is linear in the length of raw.
func Query(raw string) string {
	var out strings.Builder
	for rest := raw; ; {
		end := strings.IndexAny(rest, "&;")
		param := rest
		if end >= 0 {
			param = rest[:end]
		}
		out.WriteString(parameter(param))
		if end < 0 {
			return out.String()
		}
		out.WriteByte(rest[end])
		rest = rest[end+1:]
	}
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
	var out strings.Builder
	for i, segment := range strings.Split(path, "/") {
		if i > 0 {
			out.WriteByte('/')
		}
		head, params, ok := strings.Cut(segment, ";")
		if hides(head) {
			head = Hidden
		}
		out.WriteString(head)
		if ok {
			out.WriteString(";" + Query(params))
		}
	}
	return out.String()
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
