package otelrt

import (
	"strings"
	"testing"
	"unicode/utf8"
	"unsafe"

	"github.com/gots-dev/gots/aspects/rt/redact"
)

func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestLimitsFollowTheEnvironment(t *testing.T) {
	const span, general = "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"
	for _, tt := range []struct {
		env                func(string) string
		short, long, stack int
	}{
		{env(), 255, 4096, 16_384},
		{env(general, "100"), 100, 100, 100},
		{env(general, "10000"), 255, 10_000, 10_000},
		{env(general, "100", span, " 300 "), 255, 300, 300},
		{env(general, "-1"), 255, 65_536, 65_536},
		{env(general, "999999999"), 255, 65_536, 65_536},
		{env(general, "0"), 0, 0, 0},
		{env(general, "many"), 255, 4096, 16_384},
	} {
		got := [3]int{limit(shortLimit, tt.env), limit(longLimit, tt.env), limit(stackLimit, tt.env)}
		if want := [3]int{tt.short, tt.long, tt.stack}; got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// What a client sends is bounded, valid and in memory of its own, whatever attribute it becomes.
func FuzzText(f *testing.F) {
	f.Add("GET")
	f.Add("a=b&token=c&\xff\xfe")
	f.Add("/a;jsessionid=1/\xc3" + strings.Repeat("\xe4", 300))
	f.Add(strings.Repeat("a=\xff&", 2000))
	f.Fuzz(func(t *testing.T, value string) {
		for _, key := range []Text{short("k"), long("k", nil), long("k", redact.Query), long("k", redact.Path), stack("k")} {
			got := key.String(value).Value.AsString()
			if len(got) > key.limit || !utf8.ValidString(got) {
				t.Errorf("%q with a limit of %d: %q", value, key.limit, got)
			}
			if got != "" && unsafe.StringData(got) == unsafe.StringData(value) {
				t.Errorf("%q: the value shares the memory of the request", value)
			}
		}
	})
}

func TestHiddenBeforeTheLastCut(t *testing.T) {
	key := Text{"url.query", 40, redact.Query}
	if got := key.String("a=" + strings.Repeat("b", 30) + "&token=swordfish").Value.AsString(); strings.Contains(got, "s") {
		t.Errorf("got %s", got)
	}
}

func TestHost(t *testing.T) {
	for in, want := range map[string]string{
		"db.example": "db.example", "[::1]": "::1", "10.0.0.1": "10.0.0.1", "fe80::1%eth0": "fe80::1%eth0", "bücher.example": "bücher.example",
		"user:password@host": "", "a b": "", "": "", "a\nb": "", strings.Repeat("a", 300): "", "h?x": "", "h/x": "",
	} {
		if got := Host(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
