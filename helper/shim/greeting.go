//go:build linux || darwin

package main

import (
	"os"
	"strings"
	"syscall"
)

// greet reads a greeting that the shim left before this process started (leaveNote).
func (f *front) greet() {
	if f.hello != nil {
		return
	}
	note := strings.TrimSuffix(f.socket, ".sock") + ".hello"
	frame, err := os.ReadFile(note)
	if err != nil || len(frame) < 4 {
		return
	}
	m, ok := decode(frame[4:])
	// If it is another caller, the note stays, and the server reads it after the handover.
	if ok && f.isSame(m) {
		syscall.Unlink(note)
		f.hello = frame
	}
}

// reply answers the requests `hello` and `salt` of the go command that the replay was recorded from. Every other request is for the server.
func (f *front) reply(fd int, input []byte) {
	c := conn(fd)
	head := make([]byte, 4)
	n, err := syscall.Read(fd, head)
	if err == syscall.EINTR {
		return
	}
	if err != nil || n == 0 {
		f.forget(fd)
		return
	}
	if n < 4 {
		rest, ok := c.read(4 - n)
		if !ok {
			f.forget(fd)
			return
		}
		copy(head[n:], rest)
	}
	if length(head) > maxFrameBytes {
		f.forget(fd)
		return
	}
	body, ok := c.read(length(head))
	if !ok {
		f.forget(fd)
		return
	}
	m, ok := decode(body)
	if !ok || (m.kind != "hello" && m.kind != "salt") || !f.isSame(m) {
		f.handOver(input, map[int][]byte{fd: append(head, body...)})
	}
	if f.hello == nil {
		f.hello = append(head, body...)
	}
	if m.kind == "hello" {
		c.send([]field{{"ok", nil}})
	} else {
		c.send([]field{{"salt", nil}, {"salt", []string{f.replay.salt}}})
	}
}

// isSame reports whether the caller of a request tells the same of itself as the one that the replay was recorded from.
func (f *front) isSame(m message) bool {
	tool := m.text("tool")
	said := append([]string{m.text("cwd"), m.text("pwd"), tool[:strings.LastIndexByte(tool, '/')+1]}, m.list("goArgv")...)
	return m.text("chain") == "" && m.text("protocol") == protocolVersion && hashOf(said) == f.replay.hello
}

func (f *front) forget(fd int) {
	syscall.Close(fd)
	kept := f.conns[:0]
	for _, other := range f.conns {
		if other != fd {
			kept = append(kept, other)
		}
	}
	f.conns = kept
}
