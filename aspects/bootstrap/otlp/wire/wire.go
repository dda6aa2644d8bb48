// Package wire writes and reads the encoding of protocol buffers, as far as OTLP uses it: no groups, no packed numbers but fixed64, no
// generated code (https://protobuf.dev/programming-guides/encoding/).
package wire

import (
	"encoding/binary"
	"math"
	"math/bits"
	"unicode/utf8"
)

// The wire types that occur in OTLP.
const (
	Varint  = 0
	Fixed64 = 1
	Bytes   = 2
	Fixed32 = 5
)

// replacement stands for each run of bytes that are no UTF-8.
const replacement = "\uFFFD"

// AppendTag appends what stands in front of a field.
func AppendTag(b []byte, field, wireType int) []byte {
	return binary.AppendUvarint(b, uint64(field)<<3|uint64(wireType))
}

// AppendVarint appends a number; 0 is left out, as proto3 does.
func AppendVarint(b []byte, field int, n uint64) []byte {
	if n == 0 {
		return b
	}
	return binary.AppendUvarint(AppendTag(b, field, Varint), n)
}

// AppendFixed64 appends a number of 8 bytes; 0 is left out.
func AppendFixed64(b []byte, field int, n uint64) []byte {
	if n == 0 {
		return b
	}
	return binary.LittleEndian.AppendUint64(AppendTag(b, field, Fixed64), n)
}

// AppendTime appends nanoseconds since 1970; 0, and what is before, is left out.
func AppendTime(b []byte, field int, at int64) []byte {
	return AppendFixed64(b, field, uint64(max(0, at)))
}

// AppendFixed32 appends a number of 4 bytes; 0 is left out.
func AppendFixed32(b []byte, field int, n uint32) []byte {
	if n == 0 {
		return b
	}
	return binary.LittleEndian.AppendUint32(AppendTag(b, field, Fixed32), n)
}

// AppendDouble appends a number with a fraction. It is written even if it is 0, for fields that tell by their presence that there is a
// value.
func AppendDouble(b []byte, field int, f float64) []byte {
	return binary.LittleEndian.AppendUint64(AppendTag(b, field, Fixed64), math.Float64bits(f))
}

// AppendBytes appends bytes; none are left out.
func AppendBytes(b []byte, field int, data []byte) []byte {
	if len(data) == 0 {
		return b
	}
	b = binary.AppendUvarint(AppendTag(b, field, Bytes), uint64(len(data)))
	return append(b, data...)
}

// AppendText appends a text; an empty one is left out. See AppendValue.
func AppendText(b []byte, field int, s string) []byte {
	if s == "" {
		return b
	}
	return AppendValue(b, field, s)
}

// AppendName appends a text that is known to be valid UTF-8; an empty one is left out.
func AppendName(b []byte, field int, s string) []byte {
	if s == "" {
		return b
	}
	b = binary.AppendUvarint(AppendTag(b, field, Bytes), uint64(len(s)))
	return append(b, s...)
}

// AppendValue appends a text, the empty one too. Bytes that are no UTF-8, for which a collector would refuse the whole request, become
// U+FFFD, one for each run.
func AppendValue(b []byte, field int, s string) []byte {
	b = AppendTag(b, field, Bytes)
	if utf8.ValidString(s) {
		return append(binary.AppendUvarint(b, uint64(len(s))), s...)
	}
	b, at := Open(b)
	for run := false; s != ""; {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r != utf8.RuneError || n > 1:
			b, run = append(b, s[:n]...), false
		case !run:
			b, run = append(b, replacement...), true
		}
		s = s[n:]
	}
	return Close(b, at)
}

// Open leaves room for the length of what is appended next; Close puts the length there. A message of less than 128 bytes, as most
// attributes are, is written once and not moved.
func Open(b []byte) (_ []byte, at int) { return append(b, 0), len(b) }

// OpenLong is Open for messages that have between 128 and 16,383 bytes most of the time.
func OpenLong(b []byte) (_ []byte, at int) { return append(b, 0, 0), len(b) }

// Close writes the length of what stands behind the byte that Open has left.
func Close(b []byte, at int) []byte { return closeRoom(b, at, 1) }

// CloseLong is Close for OpenLong.
func CloseLong(b []byte, at int) []byte { return closeRoom(b, at, 2) }

func closeRoom(b []byte, at, room int) []byte {
	n := len(b) - at - room
	need := Size(uint64(n))
	switch {
	case need > room:
		var more [binary.MaxVarintLen64]byte
		b = append(b, more[:need-room]...)
		copy(b[at+need:], b[at+room:at+room+n])
	case need < room:
		copy(b[at+need:], b[at+room:])
		b = b[:len(b)-(room-need)]
	}
	binary.PutUvarint(b[at:at+need], uint64(n))
	return b
}

// Size is the number of bytes of n as a varint.
func Size(n uint64) int { return (bits.Len64(n|1) + 6) / 7 }
