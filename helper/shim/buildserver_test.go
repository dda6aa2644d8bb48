//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

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
	for _, setting := range []string{"GOTS_DEBUG=", "GOTS_REPORT=r", "GOTS_PLAN=", "GOFLAGS=-mod=mod -a", "GOFLAGS=--a=true", `GOTS_SAVED=[null,null,"prog"]`, "GOTS_NESTED=1", "GOTS_FETCH=/s.fetch"} {
		got := runShim(t, changeEnv(env, []string{setting}), "cacheprog", program, "a b")
		if want := (result{"front , a b\n", "", 0}); got != want {
			t.Errorf("%s: got %q, want %q", setting, got, want)
		}
	}
}
