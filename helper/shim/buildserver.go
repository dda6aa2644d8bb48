//go:build linux || darwin

package main

import (
	"syscall"
	"time"
)

// server is the build server that runs beside the front, with the stream between the two. The messages are described in
// src/driver/front/channel.ts.
type server struct {
	pid, fd int
	// received is what has come and is no whole frame yet.
	received []byte
	// isNeeded: it was asked something. Until then it may be ended at any time.
	isNeeded bool
	// greets: it has been given a greeting that came early, and has not answered it.
	greets bool
	// spills: what a cache refused lies elsewhere.
	spills bool
	// report is its last message; its kind is "" until then.
	report message
}

// serverFD is the number that the server's end of the stream has there.
const serverFD = 3

// startServer starts the server, unless it runs.
func (f *front) startServer() {
	if f.server != nil {
		return
	}
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		f.stop("cannot make a stream to the build server: "+err.Error(), 1)
	}
	syscall.CloseOnExec(fds[0])
	syscall.CloseOnExec(fds[1])
	nothing, err := syscall.Open("/dev/null", syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		f.stop("cannot open /dev/null: "+err.Error(), 1)
	}
	// Its output is not ours: go would wait for that to be closed. A group of its own, so that Ctrl-C does not end it while it starts.
	pid, err := syscall.ForkExec(lookPath(f.program[0]), f.program, &syscall.ProcAttr{
		Env:   changeEnv(syscall.Environ(), []string{"GOTS_FRONT=" + itoa(serverFD)}),
		Files: []uintptr{uintptr(nothing), 2, 2, uintptr(fds[1])},
		Sys:   &syscall.SysProcAttr{Setpgid: true},
	})
	if err != nil {
		f.stop("cannot start the build server "+f.program[0]+": "+err.Error(), 1)
	}
	syscall.Close(nothing)
	syscall.Close(fds[1])
	// The list of used files is the server's to write.
	f.server = &server{pid: pid, fd: fds[0], isNeeded: f.used != nil}
	isKnown := ""
	if f.replay != nil {
		isKnown = "1"
	}
	f.tell([]field{{"begin", nil}, {"goPid", []string{itoa(f.goPid)}}, {"socket", []string{f.socket}}, {"replays", []string{isKnown}}})
	if f.hello != nil && f.replay != nil {
		f.tell([]field{{"greeted", nil}, {"request", []string{string(f.hello)}}})
	}
}

// tell sends the server a message.
func (f *front) tell(message []field) {
	if !conn(f.server.fd).send(message) {
		f.lost()
	}
}

// ask sends the server a request.
func (f *front) ask(request []field) {
	f.startServer()
	f.server.isNeeded = true
	f.tellUsed()
	f.counts.forwarded++
	f.tell(request)
}

func (f *front) forwardGet(request goRequest) {
	f.ask([]field{{"get", nil}, {"id", []string{request.id}}, {"action", []string{request.action}}})
}

// forwardPut leaves a body to the server, which keeps it where it can.
func (f *front) forwardPut(p *filing) {
	f.ask([]field{{"put", nil}, {"id", []string{p.request.id}}, {"action", []string{p.request.action}}, {"output", []string{p.request.output}},
		{"file", []string{p.temporary}}, {"size", []string{itoa(p.request.size)}}})
	f.server.spills = true
}

// tellFiled tells the server what was filed: it may be waited for, and the next build may want to know it.
func (f *front) tellFiled(p *filing, now time.Time, kind string) {
	if f.server != nil && f.mode == weaving {
		f.tell([]field{{"filed", nil}, {"action", []string{p.request.action}}, {"output", []string{p.request.output}},
			{"size", []string{itoa(p.request.size)}}, {"time", []string{itoa(int(now.UnixMilli()))}}, {"key", []string{p.key}}, {"answer", []string{kind}}})
	}
}

// hear reads what the server says.
func (f *front) hear(chunk []byte) {
	n, err := syscall.Read(f.server.fd, chunk)
	if err == syscall.EINTR || err == syscall.EAGAIN {
		return
	}
	if err != nil || n == 0 {
		f.lost()
	}
	s := f.server
	for s.received = append(s.received, chunk[:n]...); len(s.received) >= 4; {
		size := length(s.received)
		if size > maxFrameBytes {
			f.stop("the build server sent what is no message", 1)
		}
		if len(s.received) < 4+size {
			break
		}
		m, ok := decode(s.received[4 : 4+size])
		if !ok {
			f.stop("the build server sent what is no message", 1)
		}
		s.received = s.received[4+size:]
		f.heard(m)
	}
	s.received = append([]byte(nil), s.received...)
	if len(f.unread) > 0 && !f.isHeld() {
		f.read(nil)
	}
	f.flush()
}

// heard follows one message of the server.
func (f *front) heard(m message) {
	switch m.kind {
	case "ready":
		if list := m.list("caches"); len(list) == 2 && f.caches.user == "" {
			f.caches = caches{user: list[0], weave: list[1], code: m.text("code")}
		}
	case "place":
		for pairs := m.list("keys"); len(pairs) >= 2; pairs = pairs[2:] {
			f.placed[pairs[0]] = pairs[1]
		}
	case "got":
		given := answer{kind: m.text("answer"), path: m.text("path"), size: m.text("size"), fields: m.text("fields")}
		if action := m.text("action"); action != "" {
			f.note(action, given)
			f.learn(action, given)
		}
		f.respond(m.text("id"), given.fields)
	case "reply":
		f.reply(m)
	case "children":
		count := atoi(m.text("count"))
		if f.children == 0 && count > 0 {
			for _, s := range f.shims {
				if s.compiles != "" && !s.isKnown {
					f.tellBegan(s)
				}
			}
		}
		f.children = count
	case "spills":
		f.server.spills = true
	case "bye":
		f.server.report = m
	}
}

// lost ends the build: the server has gone before its end. If it said why, its words are enough.
func (f *front) lost() {
	status := wait(f.server.pid)
	switch {
	case status.Signaled():
		f.stop("the build server was ended by the signal \""+status.Signal().String()+"\"", 1)
	case status.ExitStatus() == 0:
		f.stop("the build server has ended before the build", 1)
	}
	f.stop("", status.ExitStatus())
}

// endServer tells the server that the build has ended, and returns what it reports; nothing if it was not asked anything.
func (f *front) endServer() message {
	if f.server == nil {
		return message{}
	}
	if !f.server.isNeeded {
		syscall.Kill(f.server.pid, syscall.SIGKILL)
		return message{}
	}
	f.tellUsed()
	missing := make([]string, 0, len(f.begun))
	for prefix := range f.begun {
		missing = append(missing, prefix)
	}
	f.tell([]field{{"end", nil}, {"missing", missing}})
	chunk := make([]byte, 64<<10)
	for f.server.report.kind == "" {
		f.hear(chunk)
	}
	return f.server.report
}

// awaitServer waits until the server has written what is left.
func (f *front) awaitServer() {
	if f.server != nil {
		wait(f.server.pid)
	}
}
