//go:build linux || darwin

package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestMain becomes the shim itself where a test starts this program again (runShim).
func TestMain(m *testing.M) {
	if os.Getenv("SHIM_TEST_AS_SHIM") != "" {
		os.Unsetenv("SHIM_TEST_AS_SHIM")
		main()
		return
	}
	os.Exit(m.Run())
}

// result is what a run of the shim left.
type result struct {
	stdout, stderr string
	code           int
}

// runShim runs the shim with only the variables given, in the test's folder.
func runShim(t *testing.T, env []string, argv ...string) result {
	t.Helper()
	return runShimWith(t, nil, env, argv...)
}

// runShimWith does the same with a file as standard input.
func runShimWith(t *testing.T, stdin *os.File, env []string, argv ...string) result {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, argv...)
	cmd.Env = append([]string{"SHIM_TEST_AS_SHIM=1", "PATH=" + os.Getenv("PATH")}, env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if stdin != nil {
		cmd.Stdin = stdin
	}
	err = cmd.Run()
	if _, isExit := err.(*exec.ExitError); err != nil && !isExit {
		t.Fatal(err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// serve listens on a socket until the test ends and returns its path. answer gets each request and returns the frame to send back;
// nil closes the connection, and so does a frame that is cut off.
func serve(t *testing.T, answer func(message) []byte) string {
	t.Helper()
	path := filepath.Join(shortTempDir(t), "s")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			accepted, err := listener.Accept()
			if err != nil {
				return
			}
			go func() {
				defer accepted.Close()
				file, err := accepted.(*net.UnixConn).File()
				if err != nil {
					return
				}
				defer file.Close()
				c := conn(file.Fd())
				for {
					request, ok := c.receive()
					if !ok {
						return
					}
					frame := answer(request)
					if frame == nil {
						return
					}
					write(int(c), string(frame))
					if length(frame) > len(frame)-4 {
						return
					}
				}
			}()
		}
	}()
	return path
}

// shortTempDir is a temporary folder whose path leaves room for the name of a socket.
func shortTempDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/tmp", "shim")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// pair returns a connected pair of descriptors.
func pair(t *testing.T) (here, there conn) {
	t.Helper()
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { syscall.Close(fds[0]); syscall.Close(fds[1]) })
	return conn(fds[0]), conn(fds[1])
}

// fakeTool writes a shell script that stands for a tool of Go's and returns its path.
func fakeTool(t *testing.T, dir, name, script string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// fixture is a frame of testdata/frames.json; testdata/README.md describes the format.
type fixture struct {
	Name, Writer, Kind string
	Fields             [][]json.RawMessage
	Sealed             bool
}

// oddFixture is a frame that is wrong, incomplete or unusual.
type oddFixture struct {
	Name, Hex, Shim string
}

func fixtures(t testing.TB) (frames []fixture, odd []oddFixture) {
	t.Helper()
	text, err := os.ReadFile("testdata/frames.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Frames []fixture
		Odd    []oddFixture
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	return all.Frames, all.Odd
}

// frameFile is the content of a frame's file.
func frameFile(t testing.TB, name string) []byte {
	t.Helper()
	content, err := os.ReadFile("testdata/frames/" + name + ".frame")
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// frameNamed is a fixture by its name, with the fields as the shim has them.
func frameNamed(t testing.TB, name string) message {
	t.Helper()
	frames, _ := fixtures(t)
	for _, f := range frames {
		if f.Name == name {
			return message{f.Kind, f.fields(t)}
		}
	}
	t.Fatalf("no frame %s", name)
	return message{}
}

// fields are the fields of a fixture, decoded.
func (f fixture) fields(t testing.TB) []field {
	t.Helper()
	var fields []field
	for _, words := range f.Fields {
		var name string
		if err := json.Unmarshal(words[0], &name); err != nil {
			t.Fatal(err)
		}
		values := []string{}
		for _, word := range words[1:] {
			values = append(values, valueOf(t, word))
		}
		fields = append(fields, field{name, values})
	}
	return fields
}

func valueOf(t testing.TB, word json.RawMessage) string {
	t.Helper()
	var text string
	if json.Unmarshal(word, &text) == nil {
		return text
	}
	var value struct {
		Hex, Repeat, Frame string
		Times              int
	}
	if err := json.Unmarshal(word, &value); err != nil {
		t.Fatal(err)
	}
	if value.Frame != "" {
		return string(frameFile(t, value.Frame))
	}
	bytes, err := hex.DecodeString(value.Hex)
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes) + strings.Repeat(value.Repeat, value.Times)
}
