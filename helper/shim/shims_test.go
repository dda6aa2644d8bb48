//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/base64"
	"slices"
	"sort"
	"syscall"
	"testing"
)

// The shim of the same go command is answered at once; isSame compares what it tells of itself.
func TestTheFrontAnswersTheShim(t *testing.T) {
	for _, test := range []struct{ request, reply string }{{"hello", "front-ok"}, {"salt-request", "front-salt"}} {
		m := frameNamed(t, test.request)
		f, _ := testFront(t)
		there := withServer(t, f)
		f.replay.hello = helloHash(m)
		here, shimEnd := pair(t)
		f.shims = []*shim{{fd: int(here), number: 1}}
		write(int(shimEnd), string(frameFile(t, test.request)))
		f.request(int(here))
		reply := make([]byte, len(frameFile(t, test.reply)))
		n, _ := syscall.Read(int(shimEnd), reply)
		if !bytes.Equal(reply[:n], frameFile(t, test.reply)) {
			t.Errorf("%s is answered by %q", test.request, reply[:n])
		}
		if !bytes.Equal(f.hello, frameFile(t, test.request)) || f.mode != weaving {
			t.Errorf("%s: mode %d, the hello is %q", test.request, f.mode, f.hello)
		}
		if told := asked(t, there); told.kind != "greeted" || told.text("request") != string(frameFile(t, test.request)) || f.counts.forwarded != 0 {
			t.Errorf("%s: the server is told %q", test.request, told)
		}
		syscall.Shutdown(int(shimEnd), syscall.SHUT_WR)
		if f.request(int(here)); len(f.shims) != 0 || asked(t, there).kind != "" {
			t.Errorf("a connection that has ended is kept: %v", f.shims)
		}
	}
}

// What the server says of a hello decides how go is answered from then on; the replay was of another command.
func TestTheServerAnswersTheShim(t *testing.T) {
	for said, want := range map[string]mode{"weaving": weaving, "plain": plain, "failed": plain, "unknown": unknown} {
		f, _ := testFront(t)
		there := withServer(t, f)
		here, shimEnd := pair(t)
		f.shims = []*shim{{fd: int(here), number: 7}}
		write(int(shimEnd), string(frameFile(t, "hello")))
		f.request(int(here))
		told := asked(t, there)
		if told.kind != "tool" || told.text("shim") != "7" || told.text("request") != string(frameFile(t, "hello")) || f.replay != nil || f.mode != unknown {
			t.Fatalf("the server is told %q; mode %d, replay %v", told, f.mode, f.replay)
		}
		says(f, there, []field{{"reply", nil}, {"shim", []string{"7"}}, {"mode", []string{said}}, {"reply", []string{string(frameFile(t, "ok"))}}})
		if reply, ok := shimEnd.receive(); !ok || reply.kind != "ok" || f.mode != want {
			t.Errorf("%s: the shim gets %v %q; mode %d", said, ok, reply, f.mode)
		}
	}
}

// A compile is asked of the server with the full id of its action, and its end is told.
func TestACompileIsForwarded(t *testing.T) {
	f, _ := testFront(t)
	there := withServer(t, f)
	f.mode = weaving
	action := actionOf(9)
	prefix, _ := actionPrefix(action)
	frame := frameOf([]field{{"compile", nil}, {"cwd", []string{"/src/p"}}, {"tool", []string{"/go/pkg/tool/x/compile"}}, {"args", []string{"-o", "/work/x.a", "-buildid", prefix + "/" + prefix, "/src/p/p.go"}}})
	f.read([]byte(get(1, action)))
	here, shimEnd := pair(t)
	f.shims = []*shim{{fd: int(here), number: 3}}
	write(int(shimEnd), string(frame))
	f.request(int(here))
	if told := asked(t, there); told.kind != "tool" || told.text("action") != action || told.text("request") != string(frame) || !f.compiled[prefix] {
		t.Errorf("told %q", told)
	}
	if _, isNoted := f.sources["/src/p/p.go"]; !isNoted {
		t.Errorf("sources %v", f.sources)
	}
	shimEnd.send([]field{{"ended", nil}, {"exitCode", []string{"0"}}, {"output", []string{""}}})
	f.request(int(here))
	if told := asked(t, there); told.kind != "tool" || told.text("shim") != "3" {
		t.Errorf("told %q", told)
	}
	syscall.Shutdown(int(shimEnd), syscall.SHUT_WR)
	f.request(int(here))
	if told := asked(t, there); told.kind != "closed" || told.text("shim") != "3" {
		t.Errorf("told %q", told)
	}
	// The answer comes too late.
	says(f, there, []field{{"reply", nil}, {"shim", []string{"3"}}, {"mode", []string{"weaving"}}, {"reply", []string{string(frameFile(t, "ok"))}}})
}

func TestPrefixOf(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"-p", "x", "-buildid", "abc/def", "x.go"}, "abc"}, {[]string{"-buildid=abc/def"}, "abc"}, {[]string{"-buildid"}, ""}, {nil, ""}, {[]string{"abc/def"}, ""},
	} {
		if got := prefixOf(test.args); got != test.want {
			t.Errorf("%q: %q", test.args, got)
		}
	}
}

func TestMainPrefixOf(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"-o", "a.out", "-buildid=link/main/content/link", "-extld=gcc", "main.a"}, "main"},
		{[]string{"-buildid=link/main/content/link", "-buildid=", "main.a"}, "main"},
		{[]string{"-buildid=users/own", "main.a"}, ""}, {[]string{"main.a"}, ""}, {nil, ""},
	} {
		if got := mainPrefixOf(test.args); got != test.want {
			t.Errorf("%q: %q", test.args, got)
		}
	}
}

// A link is asked of the server with the full id of the main package's action, also where go has only put it.
func TestALinkIsForwarded(t *testing.T) {
	for name, known := range map[string]func(f *front, action string){
		"asked": func(f *front, action string) { f.read([]byte(get(1, action))) },
		"put": func(f *front, action string) {
			prefix, _ := actionPrefix(action)
			f.compiled[prefix] = true
			id, _ := base64.StdEncoding.DecodeString(action)
			_, output := idsOf(1, []byte("object"))
			f.read(asGo(1, id, output, []byte("object")))
		},
		"unknown": nil,
	} {
		f, _ := testFront(t)
		there := withServer(t, f)
		f.mode = weaving
		action, want := actionOf(9), ""
		if known != nil {
			known(f, action)
			want = action
		}
		prefix, _ := actionPrefix(action)
		here, shimEnd := pair(t)
		f.shims = []*shim{{fd: int(here), number: 3}}
		write(int(shimEnd), string(frameOf([]field{{"link", nil}, {"args", []string{"-o", "a.out", "-buildid=link/" + prefix + "/content/link", "main.a"}}})))
		f.request(int(here))
		told := asked(t, there)
		for told.kind != "tool" && told.kind != "" {
			told = asked(t, there)
		}
		if told.kind != "tool" || told.text("action") != want {
			t.Errorf("%s: told %q", name, told)
		}
	}
}

// cmd/go names the files of a package by absolute paths, wherever it runs (Go 1.24 to 1.27).
func TestSourcesOfTheProgram(t *testing.T) {
	for _, test := range []struct {
		folder string
		want   []string
	}{
		{"/home/u/app/internal/x", []string{"/home/u/app/internal/x/a.go", "/home/u/app/internal/x/b.go"}},
		{".", []string{"/home/u/app/a.go", "/home/u/app/b.go"}},
		{"/usr/local/go/src/fmt", nil},
		{"/home/u/go/pkg/mod/example.com/m@v1.0.0", nil},
		{"/cache/example.com/m@v1.0.0/x", nil},
		{"/home/u/app/vendor/example.com/m", nil},
		{"/tmp/work/b001", nil},
	} {
		f, _ := testFront(t)
		f.noteSources(message{"compile", []field{{"tool", []string{"/usr/local/go/pkg/tool/linux_amd64/compile"}}, {"cwd", []string{"/home/u/app"}},
			{"args", []string{"-o", "/tmp/work/b001/_pkg_.a", "-trimpath=x.go", test.folder + "/a.go", test.folder + "/b.go", "/tmp/work/b001/_cgo_gotypes.go",
				test.folder + "/c.s"}}}})
		var got []string
		for path := range f.sources {
			got = append(got, path)
		}
		if sort.Strings(got); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v", test.folder, got)
		}
	}
}

func TestIsSame(t *testing.T) {
	m := frameNamed(t, "hello")
	f := &front{replay: &replay{hello: helloHash(m)}}
	if !f.isSame(m) {
		t.Fatal("the same caller is not known")
	}
	for _, change := range []field{{"cwd", []string{"/w"}}, {"pwd", []string{""}}, {"tool", []string{"/other/go/compile"}}, {"tool", []string{"compile"}},
		{"goArgv", []string{"go", "build"}}, {"goArgv", nil}, {"chain", []string{"0a1b"}}, {"protocol", []string{"2"}}} {
		other := message{kind: m.kind}
		for _, each := range m.fields {
			if each.name == change.name {
				each = change
			}
			other.fields = append(other.fields, each)
		}
		if f.isSame(other) {
			t.Errorf("another %s %q is the same", change.name, change.values)
		}
	}
}
