package otlp

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/gots-dev/gots/aspects/bootstrap/otlp/wire"
	"github.com/gots-dev/gots/aspects/rt"
)

// JSON gives an export request in the protocol's JSON form. It is made from the bytes of the protobuf form, for people and for small
// programs. Fields of later versions of the protocol are left out.
func JSON(signal rt.Signal, message []byte) ([]byte, error) {
	of := requests[signal]
	if of == nil {
		return nil, errors.New("no such signal")
	}
	return appendJSON(make([]byte, 0, 3*len(message)), of, message, 0)
}

// mostDepth bounds messages in messages, as protobuf's own decoders do: values hold values.
const mostDepth = 100

func appendJSON(b []byte, of *schema, message []byte, depth int) ([]byte, error) {
	if depth > mostDepth {
		return nil, errors.New("messages are nested too deep")
	}
	b = append(b, '{')
	empty := len(b)
	for i := range of.fields {
		f := &of.fields[i]
		var err error
		if f.many {
			b, err = appendMany(b, f, message, empty, depth)
		} else {
			b, err = appendOne(b, f, message, empty, depth)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

func appendName(b []byte, name string, empty int) []byte {
	if len(b) > empty {
		b = append(b, ',')
	}
	b = append(append(b, '"'), name...)
	return append(b, '"', ':')
}

// appendOne writes the last occurrence of a field, which is the one that counts.
func appendOne(b []byte, f *field, message []byte, empty, depth int) ([]byte, error) {
	var last wire.Field
	if err := wire.Each(message, func(seen wire.Field) {
		if seen.Tag == f.tag {
			last = seen
		}
	}); err != nil || last.Tag == 0 {
		return b, err
	}
	return appendValue(appendName(b, f.name, empty), f, last, depth)
}

// appendMany writes all occurrences of a field as a list. Numbers may be packed.
func appendMany(b []byte, f *field, message []byte, empty, depth int) ([]byte, error) {
	count := 0
	var failed error
	one := func(value wire.Field) {
		if count == 0 {
			b = append(appendName(b, f.name, empty), '[')
		} else {
			b = append(b, ',')
		}
		count++
		next, err := appendValue(b, f, value, depth)
		if err != nil {
			failed = err
			return
		}
		b = next
	}
	err := wire.Each(message, func(seen wire.Field) {
		switch {
		case seen.Tag != f.tag || failed != nil:
		case seen.Wire == wire.Bytes && f.form != asMessage && f.form != asText:
			failed = eachPacked(f.wire, seen.Data, one)
		default:
			one(seen)
		}
	})
	if err = errors.Join(err, failed); err != nil {
		return nil, err
	}
	if count > 0 {
		b = append(b, ']')
	}
	return b, nil
}

func eachPacked(wireType int, data []byte, visit func(wire.Field)) error {
	for len(data) > 0 {
		var number uint64
		n := 8
		if wireType == wire.Fixed64 {
			if len(data) < n {
				return wire.ErrMalformed
			}
			number = binary.LittleEndian.Uint64(data)
		} else if number, n = binary.Uvarint(data); n <= 0 {
			return wire.ErrMalformed
		}
		visit(wire.Field{Wire: wireType, Number: number})
		data = data[n:]
	}
	return nil
}

func appendValue(b []byte, f *field, v wire.Field, depth int) ([]byte, error) {
	if isBytes := f.form == asText || f.form == asMessage || f.form == asHex || f.form == asBase64; isBytes != (v.Wire == wire.Bytes) {
		return nil, wire.ErrMalformed
	}
	switch f.form {
	case asMessage:
		return appendJSON(b, f.of, v.Data, depth+1)
	case asBool:
		return strconv.AppendBool(b, v.Number != 0), nil
	case asNumber:
		return strconv.AppendUint(b, v.Number, 10), nil
	case asZigzag:
		return strconv.AppendInt(b, int64(v.Number>>1)^-int64(v.Number&1), 10), nil
	case asSigned:
		return append(strconv.AppendInt(append(b, '"'), int64(v.Number), 10), '"'), nil
	case asUnsigned:
		return append(strconv.AppendUint(append(b, '"'), v.Number, 10), '"'), nil
	case asDouble:
		return appendDouble(b, math.Float64frombits(v.Number)), nil
	case asHex:
		return append(hex.AppendEncode(append(b, '"'), v.Data), '"'), nil
	case asBase64:
		return append(base64.StdEncoding.AppendEncode(append(b, '"'), v.Data), '"'), nil
	}
	return AppendString(b, v.Data), nil
}

// appendDouble writes what JSON has no numbers for as protobuf's JSON form does.
func appendDouble(b []byte, f float64) []byte {
	switch {
	case math.IsNaN(f):
		return append(b, `"NaN"`...)
	case math.IsInf(f, 1):
		return append(b, `"Infinity"`...)
	case math.IsInf(f, -1):
		return append(b, `"-Infinity"`...)
	}
	return strconv.AppendFloat(b, f, 'g', -1, 64)
}

const hexDigits = "0123456789abcdef"

// AppendString writes a text as JSON; what is no UTF-8 becomes U+FFFD.
func AppendString(b, s []byte) []byte {
	b = append(b, '"')
	for len(s) > 0 {
		r, n := utf8.DecodeRune(s)
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, '\\', 'n')
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hexDigits[r>>4], hexDigits[r&15])
		case r == utf8.RuneError && n == 1:
			b = append(b, "\uFFFD"...)
		default:
			b = append(b, s[:n]...)
		}
		s = s[n:]
	}
	return append(b, '"')
}
