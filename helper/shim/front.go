//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// front is the cache program as cmd/go starts it. When nothing has changed since the last build with the same command line, it gives the
// same answers again, and the build server, which takes a hundred milliseconds to start and serves a question at a tenth of this speed, is
// not needed at all. At the first request that it cannot answer so, it becomes the server: by exec, with everything open handed over, so
// that neither go nor a shim notices.
type front struct {
	// program is the command line of the server.
	program []string
	goPid   int
	// key (a hash) and file name the replay; "" where there can be none.
	key, file string
	// socket is the path that listener listens on; "" until then.
	socket   string
	listener int
	conns    []int
	replay   *replay
	// hello is the frame with which the shim showed itself; nil until then.
	hello []byte
	// early and late are the actions answered before and after it.
	early, late                []string
	gets, plainHits, wovenHits int
}

// serveCache runs `shim cacheprog NODE CACHEPROG.MJS`.
func serveCache(program []string) {
	if len(program) == 0 {
		fail("usage: shim cacheprog PROGRAM ARGUMENTS; it is meant for GOCACHEPROG")
	}
	f := &front{program: program, goPid: syscall.Getppid(), listener: -1}
	// Ctrl-C reaches the whole foreground group; go ends the build and then our input, and that is when this ends.
	signal.Ignore(syscall.SIGINT, syscall.SIGQUIT, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGPIPE)
	if path := getenv("GOTS_SERVER"); path != "" {
		forward(path)
	}
	if getenv("GOTS_PLAN") == "" || getenv("GOTS_REPORT") != "" || getenv("GOTS_TOUCHED") != "" || getenv("GOTS_DEBUG") != "" {
		f.becomeServer()
	}
	f.key = replayKey(program, f.goPid)
	if f.key != "" {
		f.file = replayFile(f.key)
	}
	if f.file == "" || belowServer(f.goPid) {
		f.becomeServer()
	}
	loaded, ok := loadReplay(f.file, f.key)
	if !ok || !f.listen() {
		f.handOver(nil, nil)
	}
	f.replay = loaded
	write(1, "{\"ID\":0,\"KnownCommands\":[\"get\",\"put\",\"close\"]}\n")
	f.serve()
}

// forward hands the stream of a go command that the server started (for injected packages) to that server.
func forward(path string) {
	c, ok := connect(path)
	if !ok || !c.send([]field{{"child", nil}, {"chain", []string{getenv("GOTS_CHAIN")}}}) {
		fail(serverGone)
	}
	go func() {
		pass(0, int(c))
		syscall.Shutdown(int(c), syscall.SHUT_WR)
	}()
	if !pass(int(c), 1) {
		os.Exit(1)
	}
	os.Exit(0)
}

// pass copies a stream to its end.
func pass(from, to int) bool {
	chunk := make([]byte, 256<<10)
	for {
		n, err := syscall.Read(from, chunk)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || n == 0 {
			return err == nil
		}
		for rest := chunk[:n]; len(rest) > 0; {
			n, err := syscall.Write(to, rest)
			if err != nil && err != syscall.EINTR {
				return false
			}
			rest = rest[max(n, 0):]
		}
	}
}

// belowServer reports whether a go command was started below another one that weaves.
func belowServer(goPid int) bool {
	dirs := runtimeDirs()
	child, ok := processInfo(goPid)
	for range 2 * maxAncestors {
		if !ok || child.parent <= 1 {
			return false
		}
		pid := child.parent
		if child, ok = processInfo(pid); !ok {
			return false
		}
		for _, dir := range dirs {
			if isOwnSocket(dir + "/" + nameOf(pid, child) + ".sock") {
				return true
			}
		}
	}
	return false
}

// listen makes the socket appear under its name when it answers, as src/driver/serve/server.ts does.
func (f *front) listen() bool {
	p, ok := processInfo(f.goPid)
	if !ok {
		return false
	}
	for _, dir := range runtimeCandidates() {
		path := dir + "/" + nameOf(f.goPid, p) + ".sock"
		if len(path) >= maxSocketPath || (syscall.Mkdir(dir, 0o700) != nil && !isPrivate(dir)) {
			continue
		}
		fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
		if err != nil {
			return false
		}
		syscall.CloseOnExec(fd)
		temporary := dir + "/" + itoa(syscall.Getpid()) + ".new"
		syscall.Unlink(temporary)
		if syscall.Bind(fd, &syscall.SockaddrUnix{Name: temporary}) == nil && syscall.Chmod(temporary, 0o600) == nil &&
			syscall.Listen(fd, 128) == nil && syscall.Rename(temporary, path) == nil {
			f.listener, f.socket = fd, path
			return true
		}
		syscall.Unlink(temporary)
		syscall.Close(fd)
	}
	return false
}

func (f *front) serve() {
	var input []byte
	chunk := make([]byte, 64<<10)
	for {
		for _, fd := range waitReadable(append([]int{0, f.listener}, f.conns...)) {
			switch fd {
			case 0:
				n, err := syscall.Read(0, chunk)
				if err == syscall.EINTR || err == syscall.EAGAIN {
					continue
				}
				if err != nil || n == 0 {
					f.end()
				}
				input = f.answerAll(append(input, chunk[:n]...))
			case f.listener:
				if conn, _, err := syscall.Accept(fd); err == nil {
					syscall.CloseOnExec(conn)
					f.conns = append(f.conns, conn)
				}
			default:
				f.reply(fd, input)
			}
		}
	}
}

// answerAll answers every complete line of the input and returns the rest.
func (f *front) answerAll(input []byte) []byte {
	var responses []byte
	for {
		end := bytes.IndexByte(input, '\n')
		if end < 0 {
			break
		}
		line := strings.TrimSpace(string(input[:end]))
		rest := input[end+1:]
		if line != "" {
			response, ok := "", false
			if strings.Contains(line, ",\"Command\":\"put\",") {
				request, behind, isMine, isWhole := readPut(input)
				if isMine && !isWhole {
					break
				}
				rest = behind
				if isMine {
					response, ok = f.take(request)
				}
			} else {
				response, ok = f.answer(line)
			}
			if !ok {
				write(1, string(responses))
				f.handOver(input, nil)
			}
			responses = append(responses, response...)
		}
		input = rest
	}
	write(1, string(responses))
	return append([]byte(nil), input...)
}

// answer answers one request as go writes it; anything else than a Get that it knows the answer to, or the close, is for the server.
func (f *front) answer(line string) (string, bool) {
	rest, ok := strings.CutPrefix(line, "{\"ID\":")
	id, rest, found := strings.Cut(rest, ",\"Command\":\"")
	if !ok || !found || id == "" || strings.Trim(id, "0123456789") != "" {
		return "", false
	}
	if rest == "close\"}" {
		return "{\"ID\":" + id + "}\n", true
	}
	action, ok := strings.CutPrefix(rest, "get\",\"ActionID\":\"")
	action, tail, found := strings.Cut(action, "\"")
	if !ok || !found || tail != "}" {
		return "", false
	}
	f.greet()
	answers, answered := f.replay.early, &f.early
	if f.hello != nil {
		answers, answered = f.replay.late, &f.late
	}
	entry, ok := find(answers, action)
	if !ok {
		if _, isKnown := answers[action]; isKnown {
			return "", false
		}
		if fields, isFiled := f.filed(action); isFiled {
			entry = answer{fields: fields}
		} else if f.replay.isMiss(action) {
			entry = answer{fields: "\"Miss\":true"}
		} else {
			return "", false
		}
	}
	*answered = append(*answered, action)
	f.gets++
	switch entry.kind {
	case "v":
		f.plainHits++
	case "w":
		f.wovenHits++
	}
	return "{\"ID\":" + id + "," + entry.fields + "}\n", true
}

// greet takes up a greeting that came before this process (leaveNote).
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
	// Otherwise the server finds the note itself, at the request that this one is about.
	if ok && f.isSame(m) {
		syscall.Unlink(note)
		f.hello = frame
	}
}

// reply answers the hello and the salt of the same go command as in the replay.
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

// isSame reports whether a request comes from the same kind of caller as the replay's.
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

// end ends the build: go has closed our input.
func (f *front) end() {
	syscall.Unlink(f.socket)
	syscall.Unlink(strings.TrimSuffix(f.socket, ".sock") + ".hello")
	removeLeftOvers(f.socket[:strings.LastIndexByte(f.socket, '/')])
	if file := getenv("GOTS_STATS"); file != "" {
		os.WriteFile(file, []byte("{\"gets\":"+itoa(f.gets)+",\"vanillaHits\":"+itoa(f.plainHits)+",\"wovenHits\":"+itoa(f.wovenHits)+
			",\"misses\":0,\"compiles\":0,\"woven\":0,\"restored\":0,\"resolutions\":0,\"replayed\":1,\"maxRssBytes\":"+itoa(maxRSSBytes())+"}\n"), 0o666)
	}
	os.Exit(0)
}

// handOver becomes the server, which goes on where this one stops.
//
// unread is what go has written and nobody has answered; frames are requests that were read from connections, not answered either.
func (f *front) handOver(unread []byte, frames map[int][]byte) {
	var conns []string
	for _, fd := range f.conns {
		conns = append(conns, itoa(fd), string(frames[fd]))
	}
	state := frameOf([]field{
		{"resume", nil},
		{"key", []string{f.key}},
		{"file", []string{f.file}},
		{"socket", []string{f.socket}},
		{"listener", []string{itoa(f.listener)}},
		{"hello", []string{string(f.hello)}},
		{"early", f.early},
		{"late", f.late},
		{"input", []string{string(unread)}},
		{"conns", conns},
	})
	fd, ok := unnamedFile(state)
	if !ok {
		if f.socket != "" {
			fail("cannot hand the build over: no temporary file can be written")
		}
		// Nothing was answered yet: the server begins as if it had been started by go.
		f.becomeServer()
	}
	for _, open := range append([]int{f.listener, fd}, f.conns...) {
		if open >= 0 {
			syscall.Syscall(syscall.SYS_FCNTL, uintptr(open), syscall.F_SETFD, 0)
		}
	}
	replaceBy(lookPath(f.program[0]), f.program, changeEnv(syscall.Environ(), []string{"GOTS_RESUME=" + itoa(fd)}))
}

func (f *front) becomeServer() {
	replaceBy(lookPath(f.program[0]), f.program, changeEnv(syscall.Environ(), []string{"GOTS_RESUME"}))
}

// unnamedFile writes a file that has no name any more and returns its descriptor, at the beginning.
func unnamedFile(content []byte) (int, bool) {
	for _, dir := range runtimeCandidates() {
		if syscall.Mkdir(dir, 0o700) != nil && !isPrivate(dir) {
			continue
		}
		path := dir + "/" + itoa(syscall.Getpid()) + ".resume"
		fd, err := syscall.Open(path, syscall.O_RDWR|syscall.O_CREAT|syscall.O_TRUNC|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, 0o600)
		if err != nil {
			continue
		}
		syscall.Unlink(path)
		isWritten := true
		for rest := content; len(rest) > 0 && isWritten; {
			n, err := syscall.Write(fd, rest)
			isWritten = err == nil || err == syscall.EINTR
			rest = rest[max(n, 0):]
		}
		if _, err = syscall.Seek(fd, 0, 0); isWritten && err == nil {
			return fd, true
		}
		syscall.Close(fd)
	}
	return 0, false
}
