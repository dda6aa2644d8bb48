//go:build linux || darwin

package main

import (
	"os"
	"strings"
	"syscall"
)

// shim is a connection to a tool that runs, or is about to run.
type shim struct {
	fd int
	// number names the connection among all of a build; descriptors are used again.
	number int
	// isKnown: the server was asked something for it.
	isKnown bool
	// asked is the request whose answer it waits for.
	asked string
	// compiles is the action of a compilation that the server was not asked about, as -buildid shows it; importPath is its package.
	compiles, importPath string
}

// noShim is the number under which the server is asked about a greeting that came early.
const noShim = 0

func (f *front) accept() {
	fd, _, err := syscall.Accept(f.listener)
	if err != nil {
		return
	}
	syscall.CloseOnExec(fd)
	f.accepted++
	f.shims = append(f.shims, &shim{fd: fd, number: f.accepted})
}

// forget closes a connection: the tool has ended.
func (f *front) forget(s *shim) {
	if s.isKnown {
		f.tell([]field{{"closed", nil}, {"shim", []string{itoa(s.number)}}})
	}
	syscall.Close(s.fd)
	kept := f.shims[:0]
	for _, other := range f.shims {
		if other != s {
			kept = append(kept, other)
		}
	}
	f.shims = kept
}

// request reads a request of a shim. What the replay does not tell is asked of the server.
func (f *front) request(fd int) {
	var s *shim
	for _, each := range f.shims {
		if each.fd == fd {
			s = each
		}
	}
	if s == nil {
		return
	}
	body, ok := conn(fd).receiveBody()
	if !ok {
		f.forget(s)
		return
	}
	frame := append(appendLength(make([]byte, 0, 4+len(body)), len(body)), body...)
	m, ok := decode(body)
	if !ok {
		f.forget(s)
		return
	}
	s.asked = m.kind
	switch m.kind {
	case "hello", "salt":
		if f.mode != plain && f.replay != nil && f.isSame(m) {
			f.greeted(frame)
			if m.kind == "hello" {
				conn(fd).send([]field{{"ok", nil}})
			} else {
				conn(fd).send([]field{{"salt", nil}, {"salt", []string{f.replay.salt}}})
			}
			return
		}
		if f.hello == nil {
			f.replay, f.hello = nil, frame
		}
		f.forwardTool(s, frame, "")
	case "compile":
		prefix := prefixOf(m.list("args"))
		if f.mode == weaving && prefix != "" {
			f.compiled[prefix] = true
			f.noteSources(m)
		}
		if f.compileAsIs(s, m, prefix) {
			return
		}
		f.forwardTool(s, frame, f.actions[prefix])
	case "link":
		f.forwardTool(s, frame, f.actions[mainPrefixOf(m.list("args"))])
	case "ended":
		f.forwardTool(s, frame, "")
	default:
		f.forget(s)
	}
}

// forwardTool asks the server what a tool is to do.
func (f *front) forwardTool(s *shim, frame []byte, action string) {
	s.isKnown = true
	f.ask([]field{{"tool", nil}, {"shim", []string{itoa(s.number)}}, {"action", []string{action}}, {"request", []string{string(frame)}}})
}

// reply hands an answer of the server to the shim that waits for it.
func (f *front) reply(m message) {
	number, frame := atoi(m.text("shim")), m.text("reply")
	if number == noShim {
		f.server.greets = false
		f.settle(m.text("mode"))
		return
	}
	for _, s := range f.shims {
		if s.number != number {
			continue
		}
		if s.asked == "hello" || s.asked == "salt" {
			f.settle(m.text("mode"))
		}
		if !conn(s.fd).sendFrame([]byte(frame)) {
			f.forget(s)
		}
		return
	}
}

// settle follows what the server makes of a greeting.
func (f *front) settle(said string) {
	switch said {
	case "weaving":
		f.mode = weaving
	case "plain", "failed":
		f.mode = plain
	}
}

// greeted: the shim of the go command that the replay was recorded from has shown itself. The server, if it runs, prepares itself.
func (f *front) greeted(frame []byte) {
	f.mode = weaving
	if f.hello != nil {
		return
	}
	f.hello = frame
	if f.server != nil {
		f.tell([]field{{"greeted", nil}, {"request", []string{string(frame)}}})
	}
}

// greet takes up a greeting that the shim left before this process started (leaveNote).
func (f *front) greet() {
	if f.hello != nil {
		return
	}
	if f.greeting == "" {
		f.greeting = strings.TrimSuffix(f.socket, ".sock") + ".hello"
	}
	var stat syscall.Stat_t
	// This is asked at each Get before the hello, hundreds of times in a build in which nothing has changed.
	if syscall.Stat(f.greeting, &stat) != nil {
		return
	}
	frame, err := os.ReadFile(f.greeting)
	if err != nil || len(frame) < 4 {
		return
	}
	syscall.Unlink(f.greeting)
	m, ok := decode(frame[4:])
	if !ok {
		f.stop("the shim left what is no message", 1)
	}
	if f.replay != nil && f.isSame(m) {
		f.greeted(frame)
		return
	}
	f.replay, f.hello = nil, frame
	f.ask([]field{{"tool", nil}, {"shim", []string{itoa(noShim)}}, {"action", []string{""}}, {"request", []string{string(frame)}}})
	f.server.greets = true
}

// isSame reports whether the caller of a request tells the same of itself as the one that the replay was recorded from.
func (f *front) isSame(m message) bool {
	return m.text("chain") == "" && m.text("protocol") == protocolVersion && helloHash(m) == f.replay.hello
}

// helloHash is the hash of what the shim tells of itself and of the go command. The arguments of go may hold secrets.
func helloHash(m message) string {
	tool := m.text("tool")
	return hashOf(append([]string{m.text("cwd"), m.text("pwd"), tool[:strings.LastIndexByte(tool, '/')+1]}, m.list("goArgv")...))
}

// prefixOf is the action id as -buildid shows it in a compiler's arguments; "" if there is none.
func prefixOf(args []string) string {
	for at, word := range args {
		text, isJoined := strings.CutPrefix(word, "-buildid=")
		if word == "-buildid" && at+1 < len(args) {
			text = args[at+1]
		} else if !isJoined {
			continue
		}
		prefix, _, _ := strings.Cut(text, "/")
		return prefix
	}
	return ""
}

// mainPrefixOf is the action id of the main package as -buildid shows it in a linker's arguments; "" if there is none. Flags of the user's come
// behind those of go.
func mainPrefixOf(args []string) string {
	for _, word := range args {
		text, isBuildID := strings.CutPrefix(word, "-buildid=")
		if parts := strings.Split(text, "/"); isBuildID && len(parts) == 4 {
			return parts[1]
		}
	}
	return ""
}
