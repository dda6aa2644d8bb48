//go:build linux || darwin

package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestGets(t *testing.T) {
	for _, test := range []struct {
		name, action string
		mode         mode
		children     int
		want         string
	}{
		{"before the hello", actionOf(1), unknown, 0, `{"ID":7,"Miss":true}`},
		{"before the hello the user's cache answers", actionOf(5), unknown, 0, `{"ID":7,"OutputID":"user"`},
		{"before the hello, of nothing", actionOf(9), unknown, 0, `{"ID":7,"Miss":true}`},
		{"of a command that is not woven", actionOf(5), plain, 0, `{"ID":7,"OutputID":"user"`},
		{"after the hello", actionOf(1), weaving, 0, `{"ID":7,"OutputID":"AA"}`},
		{"woven", actionOf(2), weaving, 0, `{"ID":7,"OutputID":"BB"}`},
		{"an action that no cache knows", actionOf(9), weaving, 0, `{"ID":7,"Miss":true}`},
		{"a miss of the last build", actionOf(4), weaving, 0, `{"ID":7,"Miss":true}`},
		{"an object that has gone", actionOf(3), weaving, 0, ""},
		{"an archive in the user's cache", actionOf(5), weaving, 0, ""},
		{"what is no archive", actionOf(6), weaving, 0, `{"ID":7,"OutputID":"user"`},
		{"what the server knows the facts of", actionOf(7), weaving, 0, ""},
		{"what a child may be compiling", actionOf(9), weaving, 1, ""},
		{"a miss of the last build that a child may be compiling", actionOf(4), weaving, 1, ""},
		{"what a shared cache may bring", actionOf(9), weaving, -1, ""},
		{"woven, with a child", actionOf(2), weaving, 1, `{"ID":7,"OutputID":"BB"}`},
		{"placed and filed", actionOf(8), weaving, 1, `{"ID":7,"OutputID":"weave"`},
		{"placed and not filed", actionOf(10), weaving, 1, `{"ID":7,"Miss":true}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, told := testFront(t)
			there := withServer(t, f)
			user := entryIn(t, f.caches.user, actionOf(5), "!<arch>\narchive")
			index := entryIn(t, f.caches.user, actionOf(6), "go index")
			facts := hashOf([]string{"facts", "c0de", hexID(t, actionOf(7))})
			writeText(t, filepath.Join(f.caches.weave, facts[:2], facts+"-f"), "")
			woven := entryIn(t, f.caches.weave, actionOf(0x80), "woven")
			f.placed = map[string]string{actionOf(8): hexID(t, actionOf(0x80)), actionOf(10): hexID(t, actionOf(0x81))}
			f.mode, f.children, f.fetches = test.mode, test.children, test.children < 0
			f.read([]byte(get(7, test.action)))
			m := asked(t, there)
			if test.want == "" {
				if len(*told) > 0 || m.kind != "get" || m.text("id") != "7" || m.text("action") != test.action || f.counts.forwarded != 1 {
					t.Errorf("told %q, asked %q", *told, m)
				}
				return
			}
			want := strings.NewReplacer(`"user"`, `"`+user+`"`, `"weave"`, `"`+woven+`"`).Replace(test.want)
			if test.action == actionOf(6) {
				want = strings.Replace(test.want, "user", index, 1)
			}
			if len(*told) != 1 || !strings.HasPrefix((*told)[0], want) || m.kind != "" || f.counts.gets != 1 {
				t.Errorf("told %q, want %q; asked %q", *told, want, m)
			}
			if noted := len(f.early) + len(f.late); (noted == 1) != (test.mode != plain) || (len(f.early) == 1) != (test.mode == unknown) {
				t.Errorf("noted %v, %v", f.early, f.late)
			}
		})
	}
}

func TestHitsAreCounted(t *testing.T) {
	f, _ := testFront(t)
	f.mode = weaving
	for id, action := range []byte{1, 1, 2, 9} {
		f.read([]byte(get(id, actionOf(action))))
	}
	if f.counts != (counts{gets: 4, plainHits: 2, wovenHits: 1}) {
		t.Errorf("counted %+v", f.counts)
	}
}

// go's requests arrive in pieces of any size.
func TestRequestsInPieces(t *testing.T) {
	action, output := idsOf(1, []byte("abcd"))
	text := get(1, actionOf(1)) + "\n\n" + get(2, actionOf(1)) + string(asGo(3, action, output, []byte("abcd"))) + `{"ID":4,"Command":"close"}` + "\n"
	for size := 1; size <= len(text); size++ {
		f, told := testFront(t)
		for rest := []byte(text); len(rest) > 0; rest = rest[min(size, len(rest)):] {
			f.read(rest[:min(size, len(rest))])
		}
		if len(*told) != 4 || (*told)[0] != `{"ID":1,"Miss":true}` || !strings.HasPrefix((*told)[2], `{"ID":3,"OutputID":"`) || (*told)[3] != `{"ID":4}` {
			t.Fatalf("in pieces of %d: %q", size, *told)
		}
	}
}

func TestParseRequest(t *testing.T) {
	action := actionOf(1)
	for _, test := range []struct {
		line string
		want goRequest
	}{
		{`{"ID":1,"Command":"get","ActionID":"` + action + `"}`, goRequest{id: "1", command: "get", action: action}},
		{`{"Command":"get","ActionID":"` + action + `","ID":12}`, goRequest{id: "12", command: "get", action: action}},
		{`{"ID":1,"Command":"put","ActionID":"` + action + `","OutputID":"` + action + `","BodySize":70000000000}`,
			goRequest{id: "1", command: "put", action: action, output: action, size: 70000000000}},
		{`{"ID":1,"Command":"put","ActionID":"` + action + `","ObjectID":"` + action + `"}`, goRequest{id: "1", command: "put", action: action, output: action}},
		{`{"ID":9,"Command":"close"}`, goRequest{id: "9", command: "close"}},
		{`{"ID":9,"Command":"trim"}`, goRequest{}},
		{`{"ID":"x","Command":"close"`, goRequest{}},
		{`{"ID":1,"Command":"get","ActionID":"AAAA"}`, goRequest{}},
		{`{"ID":1,"Command":"get","ActionID":"a\"b"}`, goRequest{}},
		{`{"ID":1,"Command":"get"}`, goRequest{}},
		{`{"Command":"close"}`, goRequest{}},
		{`{"ID":1,"Command":"close"}x`, goRequest{}},
		{`{"ID":-1,"Command":"close"}`, goRequest{}},
		{`{`, goRequest{}}, {``, goRequest{}}, {`hello`, goRequest{}}, {`{"ID"}`, goRequest{}}, {`{"ID":}`, goRequest{}},
	} {
		got, ok := parseRequest(test.line)
		if ok != (test.want != goRequest{}) || ok && got != test.want {
			t.Errorf("%s: %v %+v", test.line, ok, got)
		}
	}
}

// Another -toolexec, or `-a`, is for the server, however it is written.
func TestCommandsThatTheServerHasAlone(t *testing.T) {
	t.Setenv("GOTS_PLAN", "plan.json")
	for words, want := range map[string]bool{
		"go build .":                   true,
		"go build -ldflags=-a .":       true,
		"go build -toolexec=env .":     false,
		"go build --toolexec=env .":    false,
		"go build -toolexec env .":     false,
		"go build -a .":                false,
		"go build --a=true .":          false,
		"go tool -n stringer":          false,
		"go test -run toolexec ./...":  true,
		"go build -o a -toolexecs=x .": true,
	} {
		f := &front{goArgv: strings.Fields(words)}
		if got := f.mayServe(); got != want {
			t.Errorf("%s: %v, want %v", words, got, want)
		}
	}
}
