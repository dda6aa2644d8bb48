//go:build linux || darwin

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func actionOf(b byte) string { return base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{b}, 32)) }

// testFront is a front without a go command that repeats three answers: a miss before the hello, an object of each cache after it. told holds
// what go is told.
func testFront(t *testing.T) (f *front, told *[]string) {
	t.Helper()
	dir := t.TempDir()
	object := filepath.Join(dir, "object")
	writeText(t, object, "0123456789")
	f = newFront(nil, os.Getpid())
	f.caches = caches{user: filepath.Join(dir, "go"), weave: filepath.Join(dir, "gots"), code: "c0de"}
	f.socket = filepath.Join(dir, "s.sock")
	f.replay = &replay{
		salt: "0a1b2c", code: "c0de", caches: []string{f.caches.user, f.caches.weave},
		early: map[string]answer{actionOf(1): {"-", "", "0", `"Miss":true`}},
		late: map[string]answer{
			actionOf(1): {"v", object, "10", `"OutputID":"AA"`}, actionOf(2): {"w", object, "10", `"OutputID":"BB"`},
			actionOf(3): {"v", object + ".gone", "10", `"OutputID":"CC"`}, actionOf(4): {"-", "", "0", `"Miss":true`},
		},
	}
	told = &[]string{}
	f.say = func(text string) { *told = append(*told, strings.Split(strings.TrimSuffix(text, "\n"), "\n")...) }
	return f, told
}

// withServer gives a front a server, and returns its end of the stream.
func withServer(t *testing.T, f *front) conn {
	t.Helper()
	here, there := pair(t)
	f.server = &server{fd: int(here)}
	return there
}

// asked reads what the server was told: kinds and fields.
func asked(t *testing.T, there conn) message {
	t.Helper()
	syscall.SetNonblock(int(there), true)
	defer syscall.SetNonblock(int(there), false)
	m, _ := there.receive()
	return m
}

// says makes the server say something.
func says(f *front, there conn, messages ...[]field) {
	for _, m := range messages {
		there.send(m)
	}
	f.hear(make([]byte, 64<<10))
}

func get(id int, action string) string {
	return `{"ID":` + itoa(id) + `,"Command":"get","ActionID":"` + action + `"}` + "\n"
}

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

// entryIn files a body under an action in a cache, and returns its output id.
func entryIn(t *testing.T, dir, action, body string) string {
	t.Helper()
	output := sha256.Sum256([]byte(body))
	id, digits := hexID(t, action), hexDigits(output[:])
	writeText(t, filepath.Join(dir, digits[:2], digits+"-d"), body)
	writeText(t, filepath.Join(dir, id[:2], id+"-a"), fmt.Sprintf("v1 %s %s %20d %20d\n", id, digits, len(body), 1700000000123000000))
	return base64.StdEncoding.EncodeToString(output[:])
}

func hexID(t *testing.T, action string) string {
	t.Helper()
	id, ok := hexOf(action)
	if !ok {
		t.Fatalf("%q is no action", action)
	}
	return id
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
	frame := frameOf([]field{{"compile", nil}, {"cwd", []string{"/src/p"}}, {"tool", []string{"/go/pkg/tool/x/compile"}}, {"args", []string{"-o", "x.a", "-buildid", prefix + "/" + prefix, "./p.go"}}})
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

func TestSourcesOfTheProgram(t *testing.T) {
	for _, test := range []struct {
		folder string
		want   int
	}{{"/home/u/app/internal/x", 2}, {"/usr/local/go/src/fmt", 0}, {"/home/u/go/pkg/mod/example.com/m@v1.0.0", 0}, {"/cache/example.com/m@v1.0.0/x", 0}} {
		f, _ := testFront(t)
		f.noteSources(message{"compile", []field{{"tool", []string{"/usr/local/go/pkg/tool/linux_amd64/compile"}}, {"cwd", []string{test.folder}},
			{"args", []string{"-o", "x.a", "./a.go", "./b.go", "/tmp/work/_cgo_gotypes.go", "./c.s"}}}})
		if len(f.sources) != test.want {
			t.Errorf("%s: %v", test.folder, f.sources)
		}
	}
}

// go waits until the server has told where the caches lie, and while it looks at a greeting that came early.
func TestGoIsHeld(t *testing.T) {
	f, told := testFront(t)
	f.replay, f.caches = nil, caches{}
	there := withServer(t, f)
	f.read([]byte(get(1, actionOf(9)) + get(2, actionOf(9))))
	if len(*told) > 0 {
		t.Fatalf("told %q", *told)
	}
	dir := t.TempDir()
	says(f, there, []field{{"ready", nil}, {"caches", []string{dir, dir}}, {"code", []string{"c0de"}}})
	if len(*told) != 2 || f.caches.user != dir {
		t.Errorf("told %q, caches %v", *told, f.caches)
	}
	writeText(t, strings.TrimSuffix(f.socket, ".sock")+".hello", string(frameFile(t, "hello")))
	f.read([]byte(get(3, actionOf(9)) + get(4, actionOf(9))))
	if m := asked(t, there); len(*told) != 2 || m.kind != "tool" || m.text("shim") != "0" || m.text("request") != string(frameFile(t, "hello")) {
		t.Fatalf("told %q, asked %q", *told, m)
	}
	says(f, there, []field{{"reply", nil}, {"shim", []string{"0"}}, {"mode", []string{"weaving"}}, {"reply", []string{""}}})
	if len(*told) != 4 || f.mode != weaving || len(f.late) != 1 {
		t.Errorf("told %q, mode %d", *told, f.mode)
	}
}

// A greeting of the same caller that came early is taken up without the server.
func TestGreet(t *testing.T) {
	f, _ := testFront(t)
	note := strings.TrimSuffix(f.socket, ".sock") + ".hello"
	f.greet()
	if f.hello != nil {
		t.Errorf("a greeting out of nothing: %q", f.hello)
	}
	writeText(t, note, string(frameFile(t, "hello")))
	f.replay.hello = helloHash(frameNamed(t, "hello"))
	f.greet()
	if _, err := os.Stat(note); !bytes.Equal(f.hello, frameFile(t, "hello")) || err == nil || f.mode != weaving || f.server != nil {
		t.Errorf("the greeting is %q, mode %d", f.hello, f.mode)
	}
}

// What the server answers, go is told, and the next build as well.
func TestTheServerAnswersGo(t *testing.T) {
	f, told := testFront(t)
	there := withServer(t, f)
	f.mode = weaving
	says(f, there,
		[]field{{"place", nil}, {"keys", []string{actionOf(6), "6b"}}},
		[]field{{"got", nil}, {"id", []string{"5"}}, {"action", []string{actionOf(5)}}, {"answer", []string{"w"}}, {"path", []string{"/p"}}, {"size", []string{"3"}}, {"fields", []string{`"Size":3`}}},
		[]field{{"got", nil}, {"id", []string{"6"}}, {"action", []string{""}}, {"answer", []string{"-"}}, {"path", []string{""}}, {"size", []string{"0"}}, {"fields", []string{`"Err":"full"`}}},
		[]field{{"children", nil}, {"count", []string{"2"}}}, []field{{"spills", nil}},
	)
	if strings.Join(*told, " ") != `{"ID":5,"Size":3} {"ID":6,"Err":"full"}` || f.placed[actionOf(6)] != "6b" || f.children != 2 || !f.spills() {
		t.Errorf("told %q, placed %v, children %d", *told, f.placed, f.children)
	}
	if got := f.late[actionOf(5)]; got != (answer{"w", "/p", "3", `"Size":3`}) || len(f.late) != 1 {
		t.Errorf("noted %v", f.late)
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

func TestForwardCopiesToTheEnd(t *testing.T) {
	text := strings.Repeat("0123456789", 100_000)
	in, inEnd, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	// Its descriptor alone does not keep it open.
	defer in.Close()
	here, there := pair(t)
	go func() {
		inEnd.WriteString(text)
		inEnd.Close()
	}()
	done := make(chan bool)
	go func() {
		done <- pass(int(in.Fd()), int(there))
		syscall.Shutdown(int(there), syscall.SHUT_WR)
	}()
	copied, _ := here.read(len(text))
	if !<-done || string(copied) != text {
		t.Errorf("%d bytes were copied of %d", len(copied), len(text))
	}
}

// The server runs beside the front, with their stream as descriptor 3; where it ends before the build, so does the front, as it did.
func TestTheServerRunsBeside(t *testing.T) {
	dir := shortTempDir(t)
	plan := filepath.Join(dir, "plans", "name", "plan.json")
	env := []string{"XDG_RUNTIME_DIR=" + dir, "GOTS_PLAN=" + plan, "GOTS_FRONT=7"}
	hello := "{\"ID\":0,\"KnownCommands\":[\"get\",\"put\",\"close\"]}\n"
	for script, want := range map[string]result{
		`head -c 13 <&3 | tail -c 5 >&2; echo " $GOTS_FRONT, $*" >&2; exit 3`: {hello, "begin 3, a b\n", 3},
		`kill -9 $$`: {hello, "gots: the build server was ended by the signal \"killed\"\n", 1},
		`exit 0`:     {hello, "gots: the build server has ended before the build\n", 1},
	} {
		program := fakeTool(t, dir, "server", script)
		in, inEnd, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if got := runShimWith(t, in, env, "cacheprog", program, "a b"); got != want {
			t.Errorf("%s: got %q, want %q", script, got, want)
		}
		inEnd.Close()
		in.Close()
	}
	if sockets, _ := filepath.Glob(dir + "/gots/*"); len(sockets) > 0 {
		t.Errorf("left behind: %v", sockets)
	}
}

// A server that was started and not needed is ended with the build.
func TestAServerThatIsNotNeeded(t *testing.T) {
	dir := shortTempDir(t)
	program := fakeTool(t, dir, "server", `exec sleep 60`)
	stats := filepath.Join(dir, "stats")
	env := []string{"XDG_RUNTIME_DIR=" + dir, "GOTS_STATS=" + stats, "GOTS_PLAN=" + filepath.Join(dir, "plans", "name", "plan.json")}
	if got := runShim(t, env, "cacheprog", program); got.code != 0 || got.stderr != "" {
		t.Errorf("got %q", got)
	}
	if text, _ := os.ReadFile(stats); !strings.Contains(string(text), `"replayed":1,`) {
		t.Errorf("stats %s", text)
	}
}

// Where the server must see everything, it gets go's stream itself.
func TestTheFrontBecomesTheServer(t *testing.T) {
	dir := shortTempDir(t)
	program := fakeTool(t, dir, "server", `echo "front $GOTS_FRONT, $*"`)
	env := []string{"XDG_RUNTIME_DIR=" + dir, "GOTS_FRONT=7", "GOTS_PLAN=" + filepath.Join(dir, "plans", "name", "plan.json")}
	for _, setting := range []string{"GOTS_DEBUG=", "GOTS_REPORT=r", "GOTS_TOUCHED=t", "GOTS_PLAN=", "GOFLAGS=-mod=mod -a", "GOFLAGS=--a=true", `GOTS_SAVED=[null,null,"prog"]`, "GOTS_NESTED=1", "GOTS_FETCH=/s.fetch"} {
		got := runShim(t, changeEnv(env, []string{setting}), "cacheprog", program, "a b")
		if want := (result{"front , a b\n", "", 0}); got != want {
			t.Errorf("%s: got %q, want %q", setting, got, want)
		}
	}
}
