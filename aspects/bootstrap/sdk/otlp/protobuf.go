package otlp

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
)

// The wire types of protobuf that occur here.
const (
	wireVarint  = 0
	wireFixed64 = 1
	wireBytes   = 2
	wireFixed32 = 5
)

// buffer writes protobuf fields. As in proto3, fields that hold their zero value are left out, except inside a value.
type buffer []byte

func (b *buffer) tag(field, wire int) { *b = binary.AppendUvarint(*b, uint64(field<<3|wire)) }

func (b *buffer) bytes(field int, data []byte) {
	if len(data) > 0 {
		b.tag(field, wireBytes)
		*b = append(binary.AppendUvarint(*b, uint64(len(data))), data...)
	}
}

// text writes a text. One that is no UTF-8, in whatever field, would make a collector refuse the whole request.
func (b *buffer) text(field int, s string) { b.bytes(field, []byte(valid(s))) }

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// id writes a trace or span id given in hexadecimal.
func (b *buffer) id(field int, text string) {
	raw, _ := hex.DecodeString(text) // made by TraceID.String and SpanID.String
	b.bytes(field, raw)
}

func (b *buffer) varint(field int, n uint64) {
	if n != 0 {
		b.tag(field, wireVarint)
		*b = binary.AppendUvarint(*b, n)
	}
}

func (b *buffer) fixed64(field int, n uint64) {
	if n != 0 {
		b.tag(field, wireFixed64)
		*b = binary.LittleEndian.AppendUint64(*b, n)
	}
}

func (b *buffer) fixed32(field int, n uint32) {
	if n != 0 {
		b.tag(field, wireFixed32)
		*b = binary.LittleEndian.AppendUint32(*b, n)
	}
}

// message writes a message even when it is empty.
func (b *buffer) message(field int, write func(*buffer)) {
	var inner buffer
	write(&inner)
	b.tag(field, wireBytes)
	*b = append(binary.AppendUvarint(*b, uint64(len(inner))), inner...)
}

// protobuf gives the bytes of an ExportTraceServiceRequest.
func (r request) protobuf() []byte {
	var b buffer
	for _, rs := range r.ResourceSpans {
		b.message(1, func(b *buffer) {
			b.message(1, func(b *buffer) { b.keyValues(1, rs.Resource.Attributes) })
			for _, ss := range rs.ScopeSpans {
				b.message(2, ss.write)
			}
			b.text(3, rs.SchemaURL)
		})
	}
	return b
}

func (ss scopeSpans) write(b *buffer) {
	b.message(1, func(b *buffer) {
		b.text(1, ss.Scope.Name)
		b.text(2, ss.Scope.Version)
		b.keyValues(3, ss.Scope.Attributes)
	})
	for _, s := range ss.Spans {
		b.message(2, s.write)
	}
	b.text(3, ss.SchemaURL)
}

func (s span) write(b *buffer) {
	b.id(1, s.TraceID)
	b.id(2, s.SpanID)
	b.text(3, s.TraceState)
	b.id(4, s.ParentSpanID)
	b.text(5, s.Name)
	b.varint(6, uint64(s.Kind))
	b.fixed64(7, s.Start)
	b.fixed64(8, s.End)
	b.keyValues(9, s.Attributes)
	b.varint(10, uint64(s.DroppedAttributes))
	for _, e := range s.Events {
		b.message(11, e.write)
	}
	b.varint(12, uint64(s.DroppedEvents))
	for _, l := range s.Links {
		b.message(13, l.write)
	}
	b.varint(14, uint64(s.DroppedLinks))
	b.message(15, func(b *buffer) {
		b.text(2, s.Status.Message)
		b.varint(3, uint64(s.Status.Code))
	})
	b.fixed32(16, s.Flags)
}

func (e event) write(b *buffer) {
	b.fixed64(1, e.Time)
	b.text(2, e.Name)
	b.keyValues(3, e.Attributes)
	b.varint(4, uint64(e.DroppedAttributes))
}

func (l link) write(b *buffer) {
	b.id(1, l.TraceID)
	b.id(2, l.SpanID)
	b.text(3, l.TraceState)
	b.keyValues(4, l.Attributes)
	b.varint(5, uint64(l.DroppedAttributes))
	b.fixed32(6, l.Flags)
}

func (b *buffer) keyValues(field int, attrs []keyValue) {
	for _, kv := range attrs {
		b.message(field, func(b *buffer) {
			b.text(1, kv.Key)
			b.message(2, kv.Value.write)
		})
	}
}

// write keeps zero values: which field is there says of what type the value is.
func (v value) write(b *buffer) {
	switch {
	case v.String != nil:
		text := valid(*v.String)
		b.tag(1, wireBytes)
		*b = append(binary.AppendUvarint(*b, uint64(len(text))), text...)
	case v.Bool != nil:
		b.tag(2, wireVarint)
		n := byte(0)
		if *v.Bool {
			n = 1
		}
		*b = append(*b, n)
	case v.Int != nil:
		b.tag(3, wireVarint)
		*b = binary.AppendUvarint(*b, uint64(*v.Int))
	case v.Double != nil:
		b.tag(4, wireFixed64)
		*b = binary.LittleEndian.AppendUint64(*b, math.Float64bits(float64(*v.Double)))
	case v.Array != nil:
		b.message(5, func(b *buffer) {
			for _, item := range v.Array.Values {
				b.message(1, item.write)
			}
		})
	}
}
