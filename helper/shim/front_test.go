//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func actionOf(b byte) string { return base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{b}, 32)) }

// replayingFront repeats three answers: a miss before the hello, an object of each cache after it.
func replayingFront(t *testing.T) *front {
	t.Helper()
	dir := t.TempDir()
	object := filepath.Join(dir, "object")
	writeText(t, object, "0123456789")
	return &front{listener: -1, replay: &replay{
		salt: "0a1b2c", code: "c0de", caches: []string{filepath.Join(dir, "go"), filepath.Join(dir, "gots")},
		early: map[string]answer{actionOf(1): {"-", "", "0", `"Miss":true`}},
		late: map[string]answer{
			actionOf(1): {"v", object, "10", `"OutputID":"AA"`}, actionOf(2): {"w", object, "10", `"OutputID":"BB"`},
			actionOf(3): {"v", object + ".gone", "10", `"OutputID":"CC"`},
		},
	}}
}

func get(id int, action string) string {
	return `{"ID":` + itoa(id) + `,"Command":"get","ActionID":"` + action + `"}`
}

func TestAnswer(t *testing.T) {
	hello := []byte{1}
	for _, test := range []struct {
		name, line string
		hello      []byte
		want       string
	}{
		{"before the hello", get(7, actionOf(1)), nil, `{"ID":7,"Miss":true}`},
		{"after the hello", get(8, actionOf(1)), hello, `{"ID":8,"OutputID":"AA"}`},
		{"woven", get(9, actionOf(2)), hello, `{"ID":9,"OutputID":"BB"}`},
		{"an action that no cache knows", get(10, actionOf(9)), hello, `{"ID":10,"Miss":true}`},
		{"an object that has gone is for the server", get(11, actionOf(3)), hello, ""},
		{"close", `{"ID":12,"Command":"close"}`, hello, `{"ID":12}`},
		{"another command", `{"ID":13,"Command":"trim"}`, hello, ""},
		{"another order of fields", `{"Command":"get","ID":13,"ActionID":"` + actionOf(1) + `"}`, hello, ""},
		{"an id that is no number", `{"ID":"x","Command":"close"}`, hello, ""},
		{"a field more", get(14, actionOf(1)[:44]+`","More":"`), hello, ""},
		{"no JSON", "hello", hello, ""},
		{"an action that is none", get(15, "AAAA"), hello, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := replayingFront(t)
			f.hello = test.hello
			got, ok := f.answer(test.line)
			if ok != (test.want != "") || strings.TrimSuffix(got, "\n") != test.want {
				t.Errorf("got %v %q, want %q", ok, got, test.want)
			}
			isGet := ok && !strings.Contains(test.line, "close")
			if answered := len(f.early) + len(f.late); f.gets != answered || isGet != (answered == 1) || (len(f.early) == 1) != (isGet && test.hello == nil) {
				t.Errorf("counted %d Gets, noted %q %q", f.gets, f.early, f.late)
			}
		})
	}
}

func TestHitsAreCounted(t *testing.T) {
	f := replayingFront(t)
	f.hello = []byte{1}
	for id, action := range []byte{1, 1, 2, 9} {
		f.answer(get(id, actionOf(action)))
	}
	if f.gets != 4 || f.plainHits != 2 || f.wovenHits != 1 {
		t.Errorf("%d Gets, %d plain, %d woven", f.gets, f.plainHits, f.wovenHits)
	}
}

// Complete lines are answered; what is not complete yet waits.
func TestAnswerAllKeepsTheRest(t *testing.T) {
	read, written, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := syscall.Dup(1)
	if err != nil {
		t.Fatal(err)
	}
	dup(t, int(written.Fd()), 1)
	f := replayingFront(t)
	os.MkdirAll(f.replay.caches[0], 0o777)
	action, output := idsOf(1, []byte("abcd"))
	put := string(asGo(3, action, output, []byte("abcd")))
	rest := f.answerAll([]byte(get(1, actionOf(1)) + "\n\n" + get(2, actionOf(1)) + "\n" + put + put[:len(put)-3]))
	dup(t, stdout, 1)
	written.Close()
	buffer := make([]byte, 4096)
	n, _ := read.Read(buffer)
	lines := strings.Split(strings.TrimSpace(string(buffer[:n])), "\n")
	if len(lines) != 3 || lines[0] != `{"ID":1,"Miss":true}` || lines[1] != `{"ID":2,"Miss":true}` || !strings.HasPrefix(lines[2], `{"ID":3,"OutputID":"`) {
		t.Errorf("written: %q", lines)
	}
	if string(rest) != put[:len(put)-3] {
		t.Errorf("the rest is %q", rest)
	}
}

// The shim of the same go command is answered; isSame compares what it tells of itself.
func TestTheFrontAnswersTheShim(t *testing.T) {
	dir := shortTempDir(t)
	for _, test := range []struct{ request, reply string }{{"hello", "front-ok"}, {"salt-request", "front-salt"}} {
		m := frameNamed(t, test.request)
		tool := m.text("tool")
		f := replayingFront(t)
		f.socket = filepath.Join(dir, "s.sock")
		f.replay.hello = hashOf(append([]string{m.text("cwd"), m.text("pwd"), tool[:strings.LastIndexByte(tool, '/')+1]}, m.list("goArgv")...))
		here, there := pair(t)
		f.conns = []int{int(here)}
		write(int(there), string(frameFile(t, test.request)))
		f.reply(int(here), nil)
		reply := make([]byte, len(frameFile(t, test.reply)))
		n, _ := syscall.Read(int(there), reply)
		if !bytes.Equal(reply[:n], frameFile(t, test.reply)) {
			t.Errorf("%s is answered by %q", test.request, reply[:n])
		}
		if !bytes.Equal(f.hello, frameFile(t, test.request)) {
			t.Errorf("%s: the hello is %q", test.request, f.hello)
		}
		syscall.Shutdown(int(there), syscall.SHUT_WR)
		if f.reply(int(here), nil); len(f.conns) != 0 {
			t.Errorf("a connection that has ended is kept: %v", f.conns)
		}
	}
}

func TestIsSame(t *testing.T) {
	m := frameNamed(t, "hello")
	tool := m.text("tool")
	said := append([]string{m.text("cwd"), m.text("pwd"), tool[:strings.LastIndexByte(tool, '/')+1]}, m.list("goArgv")...)
	f := &front{replay: &replay{hello: hashOf(said)}}
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

// The greeting that came early is taken up once, if it is of the same caller.
func TestGreet(t *testing.T) {
	f := replayingFront(t)
	f.socket = filepath.Join(shortTempDir(t), "s.sock")
	note := strings.TrimSuffix(f.socket, ".sock") + ".hello"
	f.greet()
	if f.hello != nil {
		t.Errorf("a greeting out of nothing: %q", f.hello)
	}
	writeText(t, note, string(frameFile(t, "hello")))
	f.greet()
	if _, err := os.Stat(note); f.hello != nil || err != nil {
		t.Errorf("a greeting of another caller is taken: %q", f.hello)
	}
	m := frameNamed(t, "hello")
	tool := m.text("tool")
	f.replay.hello = hashOf(append([]string{m.text("cwd"), m.text("pwd"), tool[:strings.LastIndexByte(tool, '/')+1]}, m.list("goArgv")...))
	f.greet()
	if _, err := os.Stat(note); !bytes.Equal(f.hello, frameFile(t, "hello")) || err == nil {
		t.Errorf("the greeting is %q", f.hello)
	}
}

// What the front leaves for the server are the bytes of the fixture.
func TestStateForTheServer(t *testing.T) {
	key := strings.Repeat("f", 64)
	f := &front{key: key, file: "/cache/builds/" + key[:32] + ".replay", socket: "/run/gots/4700-99-4026531836.sock", listener: 3, conns: []int{5, 6},
		hello: frameFile(t, "hello"), early: []string{actionOf(0)}, late: []string{actionOf(0xff), actionOf(0)}}
	got := f.state([]byte(`{"ID":7,"Command":"get"`), map[int][]byte{6: frameFile(t, "compile")})
	if want := frameFile(t, "resume"); !bytes.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	nothing := &front{listener: -1}
	if got, want := nothing.state(nil, nil), frameFile(t, "resume-nothing"); !bytes.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The file of the handover has no name, and is read from its beginning.
func TestUnnamedFile(t *testing.T) {
	dir := shortTempDir(t)
	t.Setenv("XDG_RUNTIME_DIR", dir)
	fd, ok := unnamedFile([]byte("state"))
	if !ok {
		t.Fatal("not written")
	}
	if got := readAll(fd); got != "state" {
		t.Errorf("it holds %q", got)
	}
	if entries, _ := os.ReadDir(filepath.Join(dir, "gots")); len(entries) != 0 {
		t.Errorf("it has a name: %v", entries)
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

// Without a replay the front becomes the server's program, which finds the state in the open file that GOTS_RESUME names; with GOTS_DEBUG it
// leaves everything to the server.
func TestTheFrontBecomesTheServer(t *testing.T) {
	dir := shortTempDir(t)
	program := fakeTool(t, dir, "server", `echo "resume $GOTS_RESUME, $*"; [ -z "$GOTS_RESUME" ] || cat "/dev/fd/$GOTS_RESUME"`)
	plan := filepath.Join(dir, "plans", "name", "plan.json")
	env := []string{"XDG_RUNTIME_DIR=" + dir, "GOTS_PLAN=" + plan}
	got := runShim(t, env, "cacheprog", program, "a b")
	line, state, _ := strings.Cut(got.stdout, "\n")
	if !strings.HasPrefix(line, "resume ") || !strings.HasSuffix(line, ", a b") || len(state) < 4 {
		t.Fatalf("got %q", got)
	}
	m, ok := decode([]byte(state[4:]))
	if !ok || m.kind != "resume" || len(m.text("key")) != 64 || m.text("file") != dir+"/builds/"+m.text("key")[:32]+".replay" || m.text("socket") != "" {
		t.Errorf("the state is %v %q", ok, m)
	}
	got = runShim(t, append(env, "GOTS_DEBUG=", "GOTS_RESUME=7"), "cacheprog", program)
	if strings.HasPrefix(got.stdout, "resume 7") {
		t.Errorf("an old state is handed on: %q", got)
	}
	got = runShim(t, append(env, "GOTS_DEBUG=1", "GOTS_RESUME=7"), "cacheprog", program)
	if want := (result{"resume , \n", "", 0}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
