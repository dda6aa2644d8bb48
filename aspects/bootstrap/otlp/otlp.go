// Package otlp writes records of the core in the protocol of OpenTelemetry, version 1 (github.com/open-telemetry/opentelemetry-proto):
// protobuf straight into a buffer of the caller, and JSON from the protobuf. It is written by hand, because generated code would bring
// two modules, and would want a copy of each record first.
package otlp

import (
	"encoding/binary"
	"math"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt/attr"
	"github.com/gots-dev/gots/aspects/rt/ids"
)

// recordsField is the field of ScopeSpans, ScopeMetrics and ScopeLogs that holds their records. Append* write such fields: records of a
// scope stand one behind the other, and the head of a request may be put in front of them later.
const recordsField = 2

// Bits of flags beside the W3C ones: whether it is known if the parent, or the linked span, is remote, and whether it is.
const (
	flagHasIsRemote = 0x100
	flagIsRemote    = 0x200
)

func flags(own ids.Flags, remote bool) uint32 {
	if remote {
		return uint32(own) | flagHasIsRemote | flagIsRemote
	}
	return uint32(own) | flagHasIsRemote
}

func appendTraceID(b []byte, field int, id *ids.TraceID) []byte {
	if !id.IsValid() {
		return b
	}
	return wire.AppendBytes(b, field, id[:])
}

func appendSpanID(b []byte, field int, id *ids.SpanID) []byte {
	if !id.IsValid() {
		return b
	}
	return wire.AppendBytes(b, field, id[:])
}

// appendAttributes writes each attribute as a KeyValue.
func appendAttributes(b []byte, field int, attrs []attr.Value) []byte {
	for i := range attrs {
		v := &attrs[i]
		if v.Key() == nil {
			continue
		}
		var outer int
		b, outer = wire.Open(wire.AppendTag(b, field, wire.Bytes))
		b = wire.AppendName(b, 1, v.Name()) // the key made it valid
		b = appendAny(b, 2, v)
		b = wire.Close(b, outer)
	}
	return b
}

// appendAny writes an AnyValue. Which field is there says of what type the value is, so zeros are written too.
func appendAny(b []byte, field int, v *attr.Value) []byte {
	b, outer := wire.Open(wire.AppendTag(b, field, wire.Bytes))
	switch v.Kind() {
	case attr.KindString:
		b = wire.AppendValue(b, 1, v.Text())
	case attr.KindBool:
		b = appendBool(b, v.AsBool())
	case attr.KindInt:
		b = appendInt(b, v.AsInt())
	case attr.KindFloat:
		b = wire.AppendDouble(b, 4, v.AsFloat())
	case attr.KindBytes:
		data := v.AsBytes()
		b = binary.AppendUvarint(wire.AppendTag(b, 7, wire.Bytes), uint64(len(data)))
		b = append(b, data...)
	case attr.KindMap:
		var inner int
		b, inner = wire.Open(wire.AppendTag(b, 6, wire.Bytes))
		b = appendAttributes(b, 1, v.AsValues())
		b = wire.Close(b, inner)
	case attr.KindStrings, attr.KindInts, attr.KindFloats, attr.KindBools, attr.KindList:
		var inner int
		b, inner = wire.Open(wire.AppendTag(b, 5, wire.Bytes))
		b = appendElements(b, v)
		b = wire.Close(b, inner)
	}
	return wire.Close(b, outer)
}

func appendBool(b []byte, is bool) []byte {
	b = wire.AppendTag(b, 2, wire.Varint)
	if is {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendInt(b []byte, n int64) []byte {
	return binary.AppendUvarint(wire.AppendTag(b, 3, wire.Varint), uint64(n))
}

// appendElements writes the elements of a list, each an AnyValue.
func appendElements(b []byte, v *attr.Value) []byte {
	var at int
	for _, s := range v.AsStrings() {
		b, at = wire.Open(wire.AppendTag(b, 1, wire.Bytes))
		b = wire.Close(wire.AppendValue(b, 1, s), at)
	}
	for _, n := range v.AsInts() {
		b, at = wire.Open(wire.AppendTag(b, 1, wire.Bytes))
		b = wire.Close(appendInt(b, n), at)
	}
	for _, f := range v.AsFloats() {
		b, at = wire.Open(wire.AppendTag(b, 1, wire.Bytes))
		b = wire.Close(wire.AppendDouble(b, 4, f), at)
	}
	for _, is := range v.AsBools() {
		b, at = wire.Open(wire.AppendTag(b, 1, wire.Bytes))
		b = wire.Close(appendBool(b, is), at)
	}
	if v.Kind() == attr.KindList {
		values := v.AsValues()
		for i := range values {
			b = appendAny(b, 1, &values[i])
		}
	}
	return b
}

// appendPackedDoubles writes a list of numbers with fractions.
func appendPackedDoubles(b []byte, field int, list []float64) []byte {
	if len(list) == 0 {
		return b
	}
	b = binary.AppendUvarint(wire.AppendTag(b, field, wire.Bytes), uint64(8*len(list)))
	for _, f := range list {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(f))
	}
	return b
}
