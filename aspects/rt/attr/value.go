package attr

import (
	"math"
	"slices"
	"strings"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Kind is the type of a value.
type Kind uint8

// The kinds of OTLP's AnyValue, with arrays of one type apart, because attributes of spans may have no others.
const (
	KindNone Kind = iota // an absent value
	KindString
	KindInt
	KindFloat
	KindBool
	KindStrings
	KindInts
	KindFloats
	KindBools
	KindBytes // KindBytes, KindList and KindMap: of log records
	KindList  // values whose keys count for nothing
	KindMap
)

// Value is an attribute: a key and what it says. It is made by a Key. Texts are bounded and valid UTF-8, and share the memory of what
// they were made from: who keeps a value longer than the call that brought it takes a Clone.
type Value struct {
	key  *Key
	data unsafe.Pointer // texts and lists: their first element
	num  uint64         // numbers; the length of texts and lists
	kind Kind
}

// String gives the attribute with this text: without secrets, bounded, valid UTF-8.
func (k *Key) String(s string) Value {
	s = k.clean(s)
	return Value{k, unsafe.Pointer(unsafe.StringData(s)), uint64(len(s)), KindString}
}

// Int gives the attribute with this number.
func (k *Key) Int(n int) Value { return k.Int64(int64(n)) }

// Int64 gives the attribute with this number.
func (k *Key) Int64(n int64) Value { return Value{k, nil, uint64(n), KindInt} }

// Float gives the attribute with this number.
func (k *Key) Float(f float64) Value { return Value{k, nil, math.Float64bits(f), KindFloat} }

// Bool gives the attribute with this truth value.
func (k *Key) Bool(b bool) Value {
	v := Value{k, nil, 0, KindBool}
	if b {
		v.num = 1
	}
	return v
}

// Strings gives the attribute with these texts, in a list of its own.
func (k *Key) Strings(s []string) Value {
	out := make([]string, len(s))
	for i, text := range s {
		out[i] = k.clean(text)
	}
	return list(k, out, KindStrings)
}

// Ints gives the attribute with these numbers, which it does not copy.
func (k *Key) Ints(n []int64) Value { return list(k, n, KindInts) }

// Floats gives the attribute with these numbers, which it does not copy.
func (k *Key) Floats(f []float64) Value { return list(k, f, KindFloats) }

// Bools gives the attribute with these truth values, which it does not copy.
func (k *Key) Bools(b []bool) Value { return list(k, b, KindBools) }

// Bytes gives the attribute with at most Limit of these bytes, which it does not copy.
func (k *Key) Bytes(b []byte) Value { return list(k, b[:min(len(b), k.Limit())], KindBytes) }

// List gives the attribute with these values, whose keys count for nothing.
func (k *Key) List(of []Value) Value { return list(k, of, KindList) }

// Map gives the attribute with these pairs.
func (k *Key) Map(of []Value) Value { return list(k, of, KindMap) }

func list[T any](k *Key, of []T, kind Kind) Value {
	return Value{k, unsafe.Pointer(unsafe.SliceData(of)), uint64(len(of)), kind}
}

// Key is what made the value; nil for the zero Value.
func (v Value) Key() *Key { return v.key }

// Kind is the type of the value.
func (v Value) Kind() Kind { return v.kind }

// Text is the text of a value of KindString, else "".
func (v Value) Text() string {
	if v.kind != KindString {
		return ""
	}
	return unsafe.String((*byte)(v.data), int(v.num))
}

// AsInt is the number of a value of KindInt.
func (v Value) AsInt() int64 { return int64(v.num) }

// AsFloat is the number of a value of KindFloat.
func (v Value) AsFloat() float64 { return math.Float64frombits(v.num) }

// AsBool is what a value of KindBool says.
func (v Value) AsBool() bool { return v.num != 0 }

// AsStrings gives the list of a value of KindStrings; not to be changed. So do the next ones.
func (v Value) AsStrings() []string { return slice[string](v, KindStrings) }

// AsInts gives the list of a value of KindInts.
func (v Value) AsInts() []int64 { return slice[int64](v, KindInts) }

// AsFloats gives the list of a value of KindFloats.
func (v Value) AsFloats() []float64 { return slice[float64](v, KindFloats) }

// AsBools gives the list of a value of KindBools.
func (v Value) AsBools() []bool { return slice[bool](v, KindBools) }

// AsBytes gives the bytes of a value of KindBytes.
func (v Value) AsBytes() []byte { return slice[byte](v, KindBytes) }

// AsValues gives the values of a list or a map.
func (v Value) AsValues() []Value {
	if v.kind == KindMap {
		return slice[Value](v, KindMap)
	}
	return slice[Value](v, KindList)
}

func slice[T any](v Value, kind Kind) []T {
	if v.kind != kind {
		return nil
	}
	return unsafe.Slice((*T)(v.data), int(v.num))
}

// Clone gives the value in memory of its own.
func (v Value) Clone() Value {
	switch v.kind {
	case KindString:
		s := strings.Clone(v.Text())
		v.data = unsafe.Pointer(unsafe.StringData(s))
		return v
	case KindStrings:
		texts := make([]string, v.num)
		for i, s := range v.AsStrings() {
			texts[i] = strings.Clone(s)
		}
		return list(v.key, texts, v.kind)
	case KindInts:
		return list(v.key, slices.Clone(v.AsInts()), v.kind)
	case KindFloats:
		return list(v.key, slices.Clone(v.AsFloats()), v.kind)
	case KindBools:
		return list(v.key, slices.Clone(v.AsBools()), v.kind)
	case KindBytes:
		return list(v.key, slices.Clone(v.AsBytes()), v.kind)
	case KindList, KindMap:
		return list(v.key, CloneAll(v.AsValues()), v.kind)
	}
	return v
}

// CloneAll gives the values in memory of their own.
func CloneAll(values []Value) []Value {
	out := make([]Value, len(values))
	for i, v := range values {
		out[i] = v.Clone()
	}
	return out
}

// Any gives the value as a Go value: string, int64, float64, bool, a list of one of these, []byte, []any, map[string]any, or nil. For
// tests, and for people to read.
func (v Value) Any() any {
	switch v.kind {
	case KindString:
		return v.Text()
	case KindInt:
		return v.AsInt()
	case KindFloat:
		return v.AsFloat()
	case KindBool:
		return v.AsBool()
	case KindStrings:
		return v.AsStrings()
	case KindInts:
		return v.AsInts()
	case KindFloats:
		return v.AsFloats()
	case KindBools:
		return v.AsBools()
	case KindBytes:
		return v.AsBytes()
	case KindList:
		out := make([]any, 0, v.num)
		for _, element := range v.AsValues() {
			out = append(out, element.Any())
		}
		return out
	case KindMap:
		out := make(map[string]any, v.num)
		for _, element := range v.AsValues() {
			out[element.key.name] = element.Any()
		}
		return out
	}
	return nil
}

// Name is the name of the value's key; "" for the zero Value.
func (v Value) Name() string {
	if v.key == nil {
		return ""
	}
	return v.key.name
}

// Scope is an instrumentation scope: what made a record. Records point to it.
type Scope struct {
	Name, Version, SchemaURL string
	Attrs                    []Value
}

// ShortText bounds a name, such as a span's: at most 255 bytes of valid UTF-8. It may share memory with s.
func ShortText(s string) string { return bound.Valid(s, nameLimit) }

// LongText bounds a text that has no key, such as the description of a status.
func LongText(s string) string { return bound.Valid(s, current.Load().long) }
