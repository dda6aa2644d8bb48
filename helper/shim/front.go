//go:build linux || darwin

package main

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// front is the cache program as cmd/go starts it, and stays that for the whole build. It answers what it can: while nothing has changed, the
// answers of the last build; what neither cache knows; what go files. The build server, a Node process, is started beside it when it is needed,
// and asked about the rest: which packages are woven, and how tools run.
type front struct {
	// program is the command line of the server.
	program []string
	goPid   int
	// goArgv are the arguments of the go command, the program first; nil if the system does not tell.
	goArgv []string
	// key (a hash) and file name the replay; "" where there can be none.
	key, file string
	// socket is the path that listener listens on, greeting that of a note which the shim may have left before.
	socket   string
	greeting string
	listener int
	shims    []*shim
	// accepted counts the connections.
	accepted int
	// replay is of the last build; nil if it does not hold, and from the moment on at which this build turns out to be another one.
	replay *replay
	caches caches
	mode   mode
	// hello is the frame of the shim's first request; nil until it arrives.
	hello []byte
	// early and late hold what was answered before and after hello, by action.
	early, late transcript
	// actions are the full action ids of the Gets by the part of them that -buildid shows.
	actions map[string]string
	// compiled are the actions, as -buildid shows them, that were compiled in this build.
	compiled map[string]bool
	// begun are those of them that the server was not asked about and whose object has not come.
	begun map[string]bool
	// sources are files of the program's own packages that were compiled in this build, with their states.
	sources map[string]string
	// placed are keys of the weave cache by action: what go files under the action belongs there.
	placed map[string]string
	// children is how many go commands of the server's are at work for this build.
	children int
	// fetches: objects of a shared cache are coming in, for which the server waits.
	fetches bool
	server  *server
	// used is nil unless GOTS_TOUCHED asks for the files that are used.
	used *usedFiles
	// rules are those of the plan; nil where there are none, or before they are read.
	rules *rules
	// decides is what the rules of the plan decide with; nil where there are none, or before isDeciderKnown.
	decides        *decider
	isDeciderKnown bool
	// folders tells where the files of packages lie; nil before it is asked.
	folders *sourceFolders
	// input is what go has written; unread is what of it waits for the server (isHeld).
	input  input
	unread []byte
	// output is what go has not been told yet; say tells it.
	output []byte
	say    func(text []byte)
	// decoded is what filings write from: one body comes at a time.
	decoded []byte
	counts  counts
}

// mode is what is known of the go command, as GoProcess.mode of src/driver/serve/go-process.ts.
type mode int

const (
	// unknown: the shim has not shown itself. Nothing is woven, and the user's cache answers.
	unknown mode = iota
	weaving
	// plain: the go command builds something else than the plan is for.
	plain
)

// counts are what GOTS_STATS is told of this side. forwarded counts the requests that the server was asked.
type counts struct {
	gets, plainHits, wovenHits, forwarded, compiles int
}

// serveCache runs `shim cacheprog NODE CACHEPROG.MJS`.
func serveCache(program []string) {
	if len(program) == 0 {
		fail("usage: shim cacheprog PROGRAM ARGUMENTS; it is meant for GOCACHEPROG")
	}
	// Ctrl-C reaches the whole foreground group. go ends the build and closes our input; this process ends then.
	signal.Ignore(syscall.SIGINT, syscall.SIGQUIT, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGPIPE)
	if path := getenv("GOTS_SERVER"); path != "" {
		forward(path)
	}
	f := newFront(program, syscall.Getppid())
	if !f.mayServe() || !f.listen() {
		becomeServer(program)
	}
	// An answer that is only repeated does not tell which records led to it.
	if f.used == nil {
		f.key = replayKey(program, f.goPid)
	}
	if f.key != "" {
		f.file = replayFile(f.key)
	}
	if loaded, ok := loadReplay(f.file, f.key); ok && f.file != "" {
		f.replay = loaded
		f.caches = caches{user: loaded.caches[0], weave: loaded.caches[1], code: loaded.code}
	} else if f.fetches {
		// Most of what go asks for is still to come.
		f.removeSocket()
		becomeServer(program)
	} else if found := loadRules(getenv("GOTS_PLAN")); found != nil {
		f.rules = found
		f.caches = caches{user: found.goCache, weave: found.cacheDir, code: found.code}
		if dir := getenv("GOCACHE"); dir != "" {
			f.caches.user = dir
		}
	}
	write(1, "{\"ID\":0,\"KnownCommands\":[\"get\",\"put\",\"close\"]}\n")
	if f.replay == nil || f.replay.sourceChanged() {
		f.startServer()
	}
	f.serve()
}

func newFront(program []string, goPid int) *front {
	f := &front{
		program: program, goPid: goPid, goArgv: commandLine(goPid), listener: -1,
		fetches: getenv("GOTS_FETCH") != "",
		say:     func(text []byte) { writeNow(1, text) },
		early:   transcript{}, late: transcript{}, actions: map[string]string{},
		compiled: map[string]bool{}, begun: map[string]bool{}, placed: map[string]string{},
	}
	if getenv("GOTS_TOUCHED") != "" {
		f.used = &usedFiles{known: map[string]bool{}}
	}
	return f
}

// mayServe reports whether this program is enough for the go command's stream. Otherwise the server has it alone: where it must see every
// request (a report, the log, `-a`, which asks for nothing before it files), where another program answers (the user's
// own GOCACHEPROG), and below another build.
func (f *front) mayServe() bool {
	for _, name := range []string{"GOTS_REPORT", "GOTS_NESTED"} {
		if getenv(name) != "" {
			return false
		}
	}
	if _, isDebug := syscall.Getenv("GOTS_DEBUG"); isDebug || getenv("GOTS_PLAN") == "" || len(f.goArgv) == 0 {
		return false
	}
	// The last of the saved settings is the user's GOCACHEPROG (src/driver/plan/saved-settings.ts).
	if saved := getenv("GOTS_SAVED"); saved != "" && !strings.HasSuffix(saved, ",\"\"]") {
		return false
	}
	for _, word := range strings.Fields(getenv("GOFLAGS")) {
		if isFlag(word, "a") {
			return false
		}
	}
	for _, word := range f.goArgv[1:] {
		// With another -toolexec no shim would show itself, and nothing would be woven: the server refuses that (src/driver/front/check-go-command.ts).
		// It also warns of what `go tool -n` prints.
		if isFlag(word, "a") || isFlag(word, "toolexec") || word == "tool" {
			return false
		}
	}
	return !belowServer(f.goPid)
}

// isFlag reports whether a word of a command line sets a flag of go's, written with one dash or two.
func isFlag(word, name string) bool {
	rest, isFlag := strings.CutPrefix(word, "-")
	rest = strings.TrimPrefix(rest, "-")
	return isFlag && (rest == name || strings.HasPrefix(rest, name+"="))
}

// becomeServer leaves the go command's stream to the server.
func becomeServer(program []string) {
	replaceBy(lookPath(program[0]), program, changeEnv(syscall.Environ(), []string{"GOTS_FRONT"}))
}

// serve answers until the build ends. The server is heard first: what it says decides how the rest is answered.
func (f *front) serve() {
	chunk := make([]byte, 256<<10)
	var fds, ready []int
	for {
		fds = f.open(fds[:0])
		ready = waitReadable(fds, ready[:0])
		for _, fd := range ready {
			switch {
			case f.server != nil && fd == f.server.fd:
				f.hear(chunk)
			case fd == 0:
				n, err := readNow(0, chunk)
				if err == syscall.EINTR || err == syscall.EAGAIN {
					continue
				}
				if err != nil || n == 0 {
					f.end()
				}
				f.read(chunk[:n])
			case fd == f.listener:
				f.accept()
			default:
				f.request(fd)
			}
		}
	}
}

// waits reports whether what no cache has may still come: a go command of the server's compiles it, or a shared cache brings it.
func (f *front) waits() bool { return f.children > 0 || f.fetches }

// open appends the descriptors to read from, the server's first.
func (f *front) open(fds []int) []int {
	if f.server != nil {
		fds = append(fds, f.server.fd)
	}
	fds = append(fds, 0, f.listener)
	for _, s := range f.shims {
		fds = append(fds, s.fd)
	}
	return fds
}

// isHeld reports whether go must wait: until the server has told where the caches lie, or what becomes of a greeting that came early.
func (f *front) isHeld() bool {
	return f.server != nil && (f.caches.user == "" || f.server.greets)
}

// end ends the build: go has closed our input.
func (f *front) end() {
	report := f.endServer()
	f.removeSocket()
	removeLeftOvers(f.socket[:strings.LastIndexByte(f.socket, '/')])
	f.writeReplay(report)
	f.saveFacts()
	if file := getenv("GOTS_STATS"); file != "" {
		os.WriteFile(file, []byte(f.stats(report)), 0o666)
	}
	f.awaitServer()
	os.Exit(0)
}

func (f *front) removeSocket() {
	syscall.Unlink(f.socket)
	syscall.Unlink(strings.TrimSuffix(f.socket, ".sock") + ".hello")
}

// stats is the content of the file that GOTS_STATS names: what both sides did.
func (f *front) stats(report message) string {
	replayed := 0
	if report.kind == "" {
		replayed = 1
	}
	of := func(name string) int {
		if text := report.text(name); text != "" {
			return atoi(text)
		}
		return 0
	}
	text := "{\"gets\":" + itoa(f.counts.gets+of("gets")) + ",\"vanillaHits\":" + itoa(f.counts.plainHits+of("vanillaHits")) +
		",\"wovenHits\":" + itoa(f.counts.wovenHits+of("wovenHits"))
	for _, name := range []string{"misses", "compiles", "woven", "restored", "resolutions", "compiled"} {
		count := of(name)
		if name == "compiles" || name == "compiled" {
			count += f.counts.compiles
		}
		text += ",\"" + name + "\":" + itoa(count)
	}
	memory := itoa(maxRSSBytes())
	if of := report.text("maxRssBytes"); len(of) > len(memory) || len(of) == len(memory) && of > memory {
		memory = of
	}
	return text + ",\"forwarded\":" + itoa(f.counts.forwarded) + ",\"replayed\":" + itoa(replayed) + ",\"maxRssBytes\":" + memory + "}\n"
}
