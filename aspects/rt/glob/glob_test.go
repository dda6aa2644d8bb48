package glob

import "testing"

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, name string
		want          bool
	}{
		{"*", "", true}, {"*", "abc", true}, {"a*c", "abbc", true}, {"a*c", "abb", false}, {"a?c", "abc", true}, {"a?c", "ac", false},
		{"http.*.duration", "http.server.request.duration", true}, {"", "a", false}, {"a", "a", true}, {"a**", "a", true}, {"*a*b", "xaxxb", true}, {"?", "", false},
	} {
		if got := Match(tt.pattern, tt.name); got != tt.want {
			t.Errorf("%q, %q: %v", tt.pattern, tt.name, got)
		}
	}
}

func TestKeeps(t *testing.T) {
	for _, tt := range []struct {
		only, without []string
		want          bool
	}{
		{nil, nil, true}, {[]string{}, nil, false}, {[]string{"a.*"}, nil, true}, {[]string{"b.*"}, nil, false}, {nil, []string{"*.b"}, false},
		{[]string{"a.*"}, []string{"a.b"}, false}, {nil, []string{"a"}, true},
	} {
		if got := Keeps(tt.only, tt.without, "a.b"); got != tt.want {
			t.Errorf("%q without %q: %v", tt.only, tt.without, got)
		}
	}
}
