package bound

import (
	"strings"
	"testing"
	"unicode/utf8"
	"unsafe"
)

func TestText(t *testing.T) {
	for _, tt := range []struct {
		in   string
		max  int
		want string
	}{
		{"", 3, ""},
		{"abc", 3, "abc"},
		{"abcd", 3, "abc"},
		{"abcd", 0, ""},
		{"aäb", 2, "a"},
		{"aäb", 3, "aä"},
		{"a\xffb", 9, "a\uFFFDb"},
		{"\xff\xfe\xfdx", 4, "\uFFFDx"},
		{"\x80\x80\x80\x80\x80\x80", 5, "\uFFFD"},
		{"a\xff", 3, "a"}, // the replacement does not fit
		{"ab\xf0\x9f\x92", 4, "ab"},
	} {
		if got := Text(tt.in, tt.max); got != tt.want {
			t.Errorf("Text(%q, %d) = %q, want %q", tt.in, tt.max, got, tt.want)
		}
	}
}

func TestCharacters(t *testing.T) {
	for _, tt := range []struct {
		in   string
		max  int
		want string
	}{{"äöü", 2, "äö"}, {"äöü", 3, "äöü"}, {"äöü", -1, "äöü"}, {"a\xffb", 2, "a\xff"}, {"abc", 0, ""}} {
		if got := Characters(tt.in, tt.max); got != tt.want {
			t.Errorf("Characters(%q, %d) = %q, want %q", tt.in, tt.max, got, tt.want)
		}
	}
}

func TestLine(t *testing.T) {
	if got := Line("a\nb\x1b[31m\u2028c\u0085\xff", 99); got != "a b [31m c \uFFFD" {
		t.Errorf("got %q", got)
	}
}

func FuzzText(f *testing.F) {
	f.Add("plain", 3)
	f.Add("a\xffb\xf0\x9f\x92\xa9", 5)
	f.Add(strings.Repeat("\x80", 50), 7)
	f.Fuzz(func(t *testing.T, s string, max int) {
		max %= 64
		got := Text(s, max)
		if !utf8.ValidString(got) || len(got) > max && got != "" {
			t.Errorf("Text(%q, %d) = %q", s, max, got)
		}
		if utf8.ValidString(s) && !strings.HasPrefix(s, got) {
			t.Errorf("Text(%q, %d) = %q, no beginning of it", s, max, got)
		}
		if got != "" && unsafe.StringData(got) == unsafe.StringData(s) {
			t.Errorf("Text(%q, %d) shares the memory of its input", s, max)
		}
	})
}
