package bridge

import (
	"encoding/binary"
	"math"

	"go.opentelemetry.io/otel/attribute"

	"github.com/gots-dev/gots/aspects/bridge/internal/convert"
	"github.com/gots-dev/gots/aspects/rt/attr"
)

// key tells the series of an instrument of the program apart: its attributes, which have any names, written one behind the other.
type key struct{ text string }

// keyOf writes a set, which is sorted and has each name once.
func keyOf(set attribute.Set) key {
	if set.Len() == 0 {
		return key{}
	}
	b := make([]byte, 0, 256)
	for i := set.Iter(); i.Next(); {
		b = appendValue(b, convert.Value(i.Attribute()))
	}
	return key{string(b)}
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func appendValue(b []byte, v attr.Value) []byte {
	b = append(appendText(b, v.Name()), byte(v.Kind()))
	switch v.Kind() {
	case attr.KindInt:
		b = binary.AppendVarint(b, v.AsInt())
	case attr.KindFloat:
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v.AsFloat()))
	case attr.KindBool:
		b = appendBool(b, v.AsBool())
	case attr.KindStrings:
		b = binary.AppendUvarint(b, uint64(len(v.AsStrings())))
		for _, text := range v.AsStrings() {
			b = appendText(b, text)
		}
	case attr.KindInts:
		b = binary.AppendUvarint(b, uint64(len(v.AsInts())))
		for _, n := range v.AsInts() {
			b = binary.AppendVarint(b, n)
		}
	case attr.KindFloats:
		b = binary.AppendUvarint(b, uint64(len(v.AsFloats())))
		for _, f := range v.AsFloats() {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
		}
	case attr.KindBools:
		b = binary.AppendUvarint(b, uint64(len(v.AsBools())))
		for _, set := range v.AsBools() {
			b = appendBool(b, set)
		}
	default: // the API has no other kinds
		b = appendText(b, v.Text())
	}
	return b
}

func appendBool(b []byte, set bool) []byte {
	if set {
		return append(b, 1)
	}
	return append(b, 0)
}

// attributes reads what keyOf wrote.
func attributes(k key) []attr.Value {
	r := reader{k.text}
	var out []attr.Value
	for r.rest != "" {
		name := attr.Program(r.text(), -1)
		kind := attr.Kind(r.rest[0])
		r.rest = r.rest[1:]
		out = append(out, r.value(name, kind))
	}
	return out
}

// reader takes one thing after the other off a text.
type reader struct{ rest string }

func (r *reader) take(n int) string {
	taken := r.rest[:n]
	r.rest = r.rest[n:]
	return taken
}

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	r.take(size)
	return n
}

func (r *reader) varint() int64 {
	n, size := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	r.take(size)
	return n
}

func (r *reader) text() string { return r.take(int(r.uvarint())) }

func (r *reader) float() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(r.take(8))))
}

func (r *reader) bool() bool { return r.take(1)[0] == 1 }

func (r *reader) value(name *attr.Key, kind attr.Kind) attr.Value {
	switch kind {
	case attr.KindInt:
		return name.Int64(r.varint())
	case attr.KindFloat:
		return name.Float(r.float())
	case attr.KindBool:
		return name.Bool(r.bool())
	case attr.KindStrings:
		return name.Strings(list(r, r.text))
	case attr.KindInts:
		return name.Ints(list(r, r.varint))
	case attr.KindFloats:
		return name.Floats(list(r, r.float))
	case attr.KindBools:
		return name.Bools(list(r, r.bool))
	default:
		return name.String(r.text())
	}
}

func list[T any](r *reader, one func() T) []T {
	out := make([]T, r.uvarint())
	for i := range out {
		out[i] = one()
	}
	return out
}
