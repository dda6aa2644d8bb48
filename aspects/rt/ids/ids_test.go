package ids

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestIDs(t *testing.T) {
	const trace, span = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
	traceID, ok := ParseTraceID(trace)
	if !ok || traceID.String() != trace {
		t.Errorf("got %s, %v", traceID, ok)
	}
	spanID, ok := ParseSpanID(strings.ToUpper(span))
	if !ok || spanID.String() != span {
		t.Errorf("got %s, %v", spanID, ok)
	}
	for _, bad := range []string{"", "0", strings.Repeat("0", 32), strings.Repeat("0", 16), trace[1:], trace + "0", "g" + trace[1:], span[1:], " " + span[1:]} {
		if _, ok := ParseTraceID(bad); ok {
			t.Errorf("%q is a trace id", bad)
		}
		if _, ok := ParseSpanID(bad); ok {
			t.Errorf("%q is a span id", bad)
		}
	}
	if a, b := NewTraceID(), NewTraceID(); a == b || !a.IsValid() {
		t.Errorf("%s, %s", a, b)
	}
	if a, b := NewSpanID(), NewSpanID(); a == b || !a.IsValid() {
		t.Errorf("%s, %s", a, b)
	}
	if n := testing.AllocsPerRun(100, func() { traceID, spanID = NewTraceID(), NewSpanID() }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func members(n int) string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("k%d=v", i))
	}
	return strings.Join(out, ",")
}

func TestStates(t *testing.T) {
	for in, want := range map[string]string{
		"":                                    "",
		"rojo=00f067aa0ba902b7,congo=t61r":    "rojo=00f067aa0ba902b7,congo=t61r",
		" rojo=1 ,\tcongo=2,, ,":              "rojo=1,congo=2",
		"a=b c":                               "a=b c",
		"fw529a3039@dt=x":                     "fw529a3039@dt=x",
		"1a-_*/=x":                            "1a-_*/=x",
		members(32):                           members(32),
		"a=" + strings.Repeat("x", 256):       "a=" + strings.Repeat("x", 256),
		strings.Repeat("a", 256) + "=x":       strings.Repeat("a", 256) + "=x",
		strings.Repeat("a", 241) + "@ab=x":    strings.Repeat("a", 241) + "@ab=x",
		"a@" + strings.Repeat("b", 14) + "=x": "a@" + strings.Repeat("b", 14) + "=x",
	} {
		if got, ok := ParseState(in); !ok || got.String() != want {
			t.Errorf("%q: %q, %v", in, got, ok)
		}
	}
	for _, bad := range []string{
		"a", "=b", "a=", "A=b", "a=b=c", "a=b,a=c", "a =b", "a=\x01", "a=ä", "_a=b", "a@=b", "@a=b", "a@b@c=d", "a@1b=c", members(33),
		"a=" + strings.Repeat("x", 257), strings.Repeat("a", 257) + "=x", strings.Repeat("a", 242) + "@ab=x", "a@" + strings.Repeat("b", 15) + "=x",
		strings.Repeat("a=b,", 300), "a=b\r\nx: y",
	} {
		if got, ok := ParseState(bad); ok || got.String() != "" {
			t.Errorf("%q: %q", bad, got)
		}
	}
}

func TestStateMembers(t *testing.T) {
	s, _ := ParseState("a=1,b=2")
	if s.Get("b") != "2" || s.Get("c") != "" || (State{}).Get("") != "" {
		t.Errorf("%q", s.Get("b"))
	}
	for _, tt := range []struct{ in, key, value, want string }{
		{"a=1,b=2", "c", "3", "c=3,a=1,b=2"},
		{"a=1,b=2", "b", "3", "b=3,a=1"},
		{"", "a", "1", "a=1"},
		{"a=1", "B", "2", "a=1"},
		{"a=1", "b", "=", "a=1"},
		{members(32), "x", "y", "x=y," + members(31)},
	} {
		s, _ := ParseState(tt.in)
		if got := s.Insert(tt.key, tt.value).String(); got != tt.want {
			t.Errorf("%q with %s=%s: %q", tt.in, tt.key, tt.value, got)
		}
	}
	long, _ := ParseState("a=" + strings.Repeat("x", 256) + ",b=" + strings.Repeat("x", 256) + ",c=" + strings.Repeat("x", 256) + ",d=" + strings.Repeat("x", 200))
	if got := long.Insert("e", strings.Repeat("y", 256)).String(); len(got) > maxStateLength || !strings.HasPrefix(got, "e=") || strings.Contains(got, "d=") {
		t.Errorf("%d bytes", len(got))
	}
}

func TestBaggage(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "",
		"userId=alice,serverNode=DF%2028":    "userId=alice,serverNode=DF%2028",
		"a = 1 , b=2;p1;p2=v , c=":           "a=1,b=2;p1;p2=v,c=",
		"a=1,bad,=x,b c=1,c=a b,d=\"x\",e=5": "a=1,e=5",
		"a=1,b=2,a=3":                        "a=3,b=2",
		"a=%zz,b=%41":                        "b=A",
		"a=%ff":                              "a=%EF%BF%BD",
		"a=1;b c,d=2":                        "d=2",
		"a=x=y":                              "a=x=y",
		"a=1\r\nb: c":                        "",
		members(65):                          members(64),
		strings.Repeat("a", 8193):            "",
	} {
		if got := ParseBaggage(in).String(); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
	b := ParseBaggage("a=1").With(Member{Key: "b", Value: "ü,;\x00"}).With(Member{Key: "no token", Value: "x"})
	if b.String() != "a=1,b=%C3%BC%2C%3B%00" || b.Get("b") != "ü,;\x00" || b.Get("no token") != "" {
		t.Errorf("got %q", b)
	}
	if again := ParseBaggage(b.String()); again.Get("b") != b.Get("b") {
		t.Errorf("read back: %q", again.Get("b"))
	}
	var big Baggage
	for i := range 64 {
		big = big.With(Member{Key: fmt.Sprint("k", i), Value: strings.Repeat("v", 200)})
	}
	if text := big.String(); len(text) > maxBaggageLength || len(ParseBaggage(text).Members()) < 30 {
		t.Errorf("%d bytes", len(text))
	}
}

// Whatever comes, what goes out is well-formed and reads as the same.
func FuzzHeaders(f *testing.F) {
	f.Add("a=b,c=d;p=q")
	f.Add("a=%ff%00\x00,\xff=1")
	f.Add(members(40))
	f.Fuzz(func(t *testing.T, header string) {
		b := ParseBaggage(header)
		text := b.String()
		if !utf8.ValidString(text) || len(text) > maxBaggageLength || strings.ContainsAny(text, "\r\n\x00") || ParseBaggage(text).String() != text {
			t.Errorf("%q gives %q", header, text)
		}
		s, ok := ParseState(header)
		if again, fine := ParseState(s.String()); ok && (!fine || again != s) || len(s.String()) > maxStateLength {
			t.Errorf("%q gives %q", header, s)
		}
	})
}
