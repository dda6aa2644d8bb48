//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// front is the cache program as cmd/go starts it. If nothing has changed since the last build with the same command line, it repeats the
// answers of that build. Then the build server is not started; it would need a hundred milliseconds to start, and answers ten times more
// slowly. At the first request that the front cannot answer, it becomes the server by exec and hands over its open descriptors, so that
// neither go nor a shim notices.
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
	// hello is the frame of the shim's first request; nil until it arrives.
	hello []byte
	// early and late are the actions that were answered before and after hello.
	early, late                []string
	gets, plainHits, wovenHits int
}

// serveCache runs `shim cacheprog NODE CACHEPROG.MJS`.
func serveCache(program []string) {
	if len(program) == 0 {
		fail("usage: shim cacheprog PROGRAM ARGUMENTS; it is meant for GOCACHEPROG")
	}
	f := &front{program: program, goPid: syscall.Getppid(), listener: -1}
	// Ctrl-C reaches the whole foreground group. go ends the build and closes our input; this process ends then.
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

// answer answers one request as go writes it: a Get whose answer is known, or the close. Every other request is for the server.
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
