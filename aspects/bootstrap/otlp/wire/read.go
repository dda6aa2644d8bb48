package wire

import (
	"encoding/binary"
	"errors"
)

// ErrMalformed says that bytes are no message.
var ErrMalformed = errors.New("malformed protobuf")

// Field is one field of a message. Number holds what a varint or a fixed number is, Data what has a length.
type Field struct {
	Tag    int
	Wire   int
	Number uint64
	Data   []byte
}

// Next reads the first field of a message that is not empty. The field's data is a part of the message.
func Next(message []byte) (f Field, rest []byte, err error) {
	tag, n := binary.Uvarint(message)
	if n <= 0 || tag>>3 == 0 || tag>>3 > 1<<29-1 {
		return f, nil, ErrMalformed
	}
	message = message[n:]
	f.Tag, f.Wire = int(tag>>3), int(tag&7)
	switch f.Wire {
	case Varint:
		if f.Number, n = binary.Uvarint(message); n <= 0 {
			return f, nil, ErrMalformed
		}
		return f, message[n:], nil
	case Fixed64:
		if len(message) < 8 {
			return f, nil, ErrMalformed
		}
		f.Number = binary.LittleEndian.Uint64(message)
		return f, message[8:], nil
	case Fixed32:
		if len(message) < 4 {
			return f, nil, ErrMalformed
		}
		f.Number = uint64(binary.LittleEndian.Uint32(message))
		return f, message[4:], nil
	case Bytes:
		length, n := binary.Uvarint(message)
		if n <= 0 || length > uint64(len(message)-n) {
			return f, nil, ErrMalformed
		}
		end := n + int(length)
		f.Data = message[n:end:end]
		return f, message[end:], nil
	}
	return f, nil, ErrMalformed
}

// Each calls visit with the fields of a message, in their order, and stops where the message is malformed.
func Each(message []byte, visit func(Field)) error {
	for len(message) > 0 {
		f, rest, err := Next(message)
		if err != nil {
			return err
		}
		visit(f)
		message = rest
	}
	return nil
}
