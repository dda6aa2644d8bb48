package wire

import (
	"bytes"
	"encoding/binary"
	"math"
	"strings"
	"testing"
)

func TestFieldsAreReadBack(t *testing.T) {
	var b []byte
	b = AppendVarint(b, 1, 0)
	b = AppendVarint(b, 1, 300)
	b = AppendFixed64(b, 2, 0)
	b = AppendFixed64(b, 2, math.MaxUint64)
	b = AppendFixed32(b, 16, 0)
	b = AppendFixed32(b, 16, 7)
	b = AppendDouble(b, 4, 0)
	b = AppendBytes(b, 5, nil)
	b = AppendBytes(b, 5, []byte{1})
	b = AppendText(b, 6, "")
	b = AppendText(b, 6, "ä")
	b = AppendName(b, 6, "")
	b = AppendName(b, 6, "ö")
	b = AppendValue(b, 7, "")
	want := []Field{
		{1, Varint, 300, nil}, {2, Fixed64, math.MaxUint64, nil}, {16, Fixed32, 7, nil}, {4, Fixed64, 0, nil}, {5, Bytes, 0, []byte{1}},
		{6, Bytes, 0, []byte("ä")}, {6, Bytes, 0, []byte("ö")}, {7, Bytes, 0, []byte{}},
	}
	var got []Field
	if err := Each(b, func(f Field) { got = append(got, f) }); err != nil || len(got) != len(want) {
		t.Fatalf("%v, %+v", err, got)
	}
	for i, w := range want {
		if g := got[i]; g.Tag != w.Tag || g.Wire != w.Wire || g.Number != w.Number || !bytes.Equal(g.Data, w.Data) {
			t.Errorf("field %d: got %+v, want %+v", i, g, w)
		}
	}
}

// Lengths around each border of the length's own size, with one and with two bytes left free.
func TestLengths(t *testing.T) {
	for _, n := range []int{0, 1, 127, 128, 129, 16_383, 16_384, 1 << 21} {
		content := bytes.Repeat([]byte{0xab}, n)
		for name, write := range map[string]func([]byte) []byte{
			"short": func(b []byte) []byte { b, at := Open(b); return Close(append(b, content...), at) },
			"long":  func(b []byte) []byte { b, at := OpenLong(b); return CloseLong(append(b, content...), at) },
		} {
			want := append(binary.AppendUvarint([]byte("x"), uint64(n)), content...)
			if got := write([]byte("x")); !bytes.Equal(got, want) {
				t.Errorf("%s message of %d bytes: got %d bytes, want %d", name, n, len(got), len(want))
			}
		}
		if got, want := Size(uint64(n)), len(binary.AppendUvarint(nil, uint64(n))); got != want {
			t.Errorf("size of %d: got %d, want %d", n, got, want)
		}
	}
}

func TestMalformed(t *testing.T) {
	for _, text := range []string{"\x00", "\x08", "\x08\xff", "\x09\x01", "\x0d\x01", "\x0a\x05a", "\x0b", "\x0f", "\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01a", "\xff"} {
		if err := Each([]byte(text), func(Field) {}); err != ErrMalformed {
			t.Errorf("%q: got %v", text, err)
		}
	}
}

func FuzzTexts(f *testing.F) {
	for _, s := range []string{"", "plain", "a\xffb", "\xe4\xf6\xfc", "\xed\xa0\x80", "\uFFFD\xff\uFFFD", strings.Repeat("\xffx", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		field, rest, err := Next(AppendValue(nil, 3, s))
		if want := strings.ToValidUTF8(s, replacement); err != nil || len(rest) != 0 || field.Tag != 3 || string(field.Data) != want {
			t.Errorf("%q: got %q, %v, want %q", s, field.Data, err, want)
		}
	})
}

func FuzzEach(f *testing.F) {
	f.Add([]byte("\x0a\x01a\x10\x01"))
	f.Fuzz(func(_ *testing.T, data []byte) { _ = Each(data, func(Field) {}) })
}
