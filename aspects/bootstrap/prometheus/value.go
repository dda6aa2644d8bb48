package prometheus

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// valueText gives an attribute's value as a text; lists as JSON (the specification, "Attribute", non-OTLP exporters).
func valueText(v attr.Value) string {
	if v.Kind() == attr.KindString {
		return v.Text()
	}
	return string(appendValue(nil, v, false))
}

func appendValue(b []byte, v attr.Value, quoted bool) []byte {
	switch v.Kind() {
	case attr.KindString:
		if quoted {
			return appendQuoted(b, v.Text())
		}
		return append(b, v.Text()...)
	case attr.KindInt:
		return strconv.AppendInt(b, v.AsInt(), 10)
	case attr.KindFloat:
		return appendNumber(b, true, 0, v.AsFloat())
	case attr.KindBool:
		return strconv.AppendBool(b, v.AsBool())
	case attr.KindStrings:
		return appendList(b, v.AsStrings(), appendQuoted)
	case attr.KindInts:
		return appendList(b, v.AsInts(), func(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) })
	case attr.KindFloats:
		return appendList(b, v.AsFloats(), func(b []byte, f float64) []byte { return appendNumber(b, true, 0, f) })
	case attr.KindBools:
		return appendList(b, v.AsBools(), strconv.AppendBool)
	case attr.KindList:
		return appendList(b, v.AsValues(), func(b []byte, v attr.Value) []byte { return appendValue(b, v, true) })
	}
	return b
}

func appendList[T any](b []byte, list []T, one func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, element := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, element)
	}
	return append(b, ']')
}

// appendQuoted writes a text of JSON.
func appendQuoted(b []byte, text string) []byte {
	const digits = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range text {
		switch {
		case strings.ContainsRune(`"\`, r):
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
