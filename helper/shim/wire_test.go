//go:build linux || darwin

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"
)

// Every frame is read to the fields of its description, whoever writes it.
func TestDecodeReadsEveryFrame(t *testing.T) {
	frames, _ := fixtures(t)
	for _, f := range frames {
		t.Run(f.Name, func(t *testing.T) {
			frame := frameFile(t, f.Name)
			size := length(frame)
			if f.Sealed == (size == len(frame)-4) {
				t.Fatalf("the length is %d, of %d bytes", size, len(frame))
			}
			got, ok := decode(frame[4 : 4+size])
			want := message{f.Kind, f.fields(t)}
			if !ok || got.kind != want.kind || len(got.fields) != len(want.fields) {
				t.Fatalf("got %v %.300q, want %.300q", ok, got, want)
			}
			for i, field := range want.fields {
				if got.fields[i].name != field.name || strings.Join(got.fields[i].values, "\x00") != strings.Join(field.values, "\x00") ||
					len(got.fields[i].values) != len(field.values) {
					t.Errorf("field %d is %.300q, want %.300q", i, got.fields[i], field)
				}
			}
		})
	}
}

// What the shim and the front write is the file, byte for byte. frameOf adds the protocol.
func TestFrameOfWritesTheFrames(t *testing.T) {
	frames, _ := fixtures(t)
	written := 0
	for _, f := range frames {
		if f.Writer == "server" {
			continue
		}
		written++
		t.Run(f.Name, func(t *testing.T) {
			fields := f.fields(t)
			last := fields[len(fields)-1]
			if last.name != "protocol" || !reflect.DeepEqual(last.values, []string{protocolVersion}) {
				t.Fatalf("the last field is %q", last)
			}
			got := frameOf(append([]field{{f.Kind, nil}}, fields[:len(fields)-1]...))
			want := frameFile(t, f.Name)
			if f.Sealed {
				want = want[:len(want)-sha256.Size]
			}
			if !bytes.Equal(got, want) {
				t.Errorf("got\n%.300x\nwant\n%.300x", got, want)
			}
		})
	}
	if written < 9 {
		t.Errorf("only %d frames of the shim and the front", written)
	}
}

func TestOddFrames(t *testing.T) {
	_, odd := fixtures(t)
	for _, f := range odd {
		t.Run(f.Name, func(t *testing.T) {
			frame := frameFile(t, f.Name)
			if hex.EncodeToString(frame) != f.Hex {
				t.Fatalf("the file holds %x", frame)
			}
			here, there := pair(t)
			write(int(there), string(frame))
			syscall.Shutdown(int(there), syscall.SHUT_WR)
			got, ok := here.receive()
			if want := f.Shim == "reads"; ok != want {
				t.Errorf("read: %v, want %v; %q", ok, want, got)
			}
		})
	}
}

func TestTheFirstOfTwoFieldsCounts(t *testing.T) {
	got, _ := decode(frameFile(t, "field-twice")[4:])
	if got.text("output") != "a" || got.text("protocol") != "1" {
		t.Errorf("output is %q, protocol %q", got.text("output"), got.text("protocol"))
	}
}

// Each request tells the same of the caller, in the order of the fixtures.
func TestCallerHasTheFieldsOfTheFrames(t *testing.T) {
	frames := map[string]message{}
	for _, name := range []string{"hello", "salt-request", "compile", "link"} {
		frames[name] = frameNamed(t, name)
	}
	dir := t.TempDir()
	t.Chdir(dir)
	real, err := filepath.EvalSymlinks(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PWD", "/a/spelling")
	t.Setenv("TOOLEXEC_IMPORTPATH", "p [p.test]")
	t.Setenv("GOTS_CHAIN", "0a1b")
	want := map[string]string{"pid": itoa(os.Getpid()), "goPid": "4700", "cwd": real, "pwd": "/a/spelling", "tool": "/t/compile",
		"importPath": "p [p.test]", "chain": "0a1b"}
	for name, frame := range frames {
		got := caller(frame.kind, "/t/compile", 4700)
		if got[0].name != frame.kind || got[0].values != nil {
			t.Errorf("%s begins with %q", name, got[0])
		}
		for i, f := range got[1:] {
			if f.name != frame.fields[i].name || len(f.values) != 1 || f.values[0] != want[f.name] {
				t.Errorf("%s: field %d is %q, want %s %q", name, i, f, frame.fields[i].name, want[f.name])
			}
		}
	}
}

func TestAtoi(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "0": 0, "7": 7, "0042": 42, "67108864": 67108864, "29600000": 29600000,
		"-1": maxFrameBytes, "+1": maxFrameBytes, " 1": maxFrameBytes, "1.0": maxFrameBytes, "99999999999999999999": maxFrameBytes,
	} {
		if got := atoi(text); got != want {
			t.Errorf("atoi(%q) is %d, want %d", text, got, want)
		}
	}
	for _, n := range []int{0, 9, 10, 1234567890, -1, -77} {
		if text := itoa(n); n >= 0 && n < maxFrameBytes && atoi(text) != n || n < 0 && text != "-"+itoa(-n) {
			t.Errorf("itoa(%d) is %q", n, text)
		}
	}
}

// Any bytes are refused or read; what is read is written again as the same bytes.
func FuzzDecode(f *testing.F) {
	frames, odd := fixtures(f)
	for _, each := range frames {
		f.Add(frameFile(f, each.Name)[4:])
	}
	for _, each := range odd {
		if frame := frameFile(f, each.Name); len(frame) >= 4 {
			f.Add(frame[4:])
		}
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		m, ok := decode(body)
		if !ok {
			return
		}
		again := appendString(nil, m.kind)
		for _, each := range m.fields {
			again = appendString(appendString(again, each.name), itoa(len(each.values)))
			for _, value := range each.values {
				again = appendString(again, value)
			}
		}
		second, ok := decode(again)
		if !ok || !reflect.DeepEqual(m, second) {
			t.Errorf("%q is read again as %v %q", m, ok, second)
		}
	})
}
