//go:build linux || darwin

// Command shim is what gots hands to the go command as -toolexec. It asks the build server of that go command what to do with each
// compile and link, and gets out of the way of every other tool. Without a server it runs every tool as it is.
//
// As `shim cacheprog` it is the cache program that the go command starts (GOCACHEPROG): the front, which has the whole build and asks the build
// server what it cannot answer (front.go). As `shim start` it begins `gots go` (start.go).
//
// It starts some thousand times in a build, so it imports little: no fmt, net, os/exec or encoding/json.
// The messages are described in src/driver/front/protocol.ts, the names of sockets in src/driver/front/socket-name.ts.
package main

import (
	"os"
	"strings"
	"syscall"
)

func main() {
	if len(os.Args) < 2 {
		fail("usage: shim TOOL ARGUMENTS; it is meant for go build -toolexec")
	}
	argv := os.Args[1:]
	switch argv[0] {
	case "cacheprog":
		serveCache(argv[1:])
	case "start":
		startGo(argv[1:])
	case "start-print":
		printStart(argv[1:])
	}
	tool := lookPath(argv[0])
	name := tool[strings.LastIndexByte(tool, '/')+1:]
	if name != "compile" && name != "link" {
		become(tool, argv, syscall.Environ())
	}
	isVersionQuery := len(argv) == 2 && (argv[1] == "-V=full" || argv[1] == "--V=full")
	conn, goPid, found := findServer()
	if !found {
		if isVersionQuery && name == "compile" && goPid > 0 && getenv("GOTS_PLAN") != "" && getenv("GOCACHEPROG") != "" {
			leaveNote(goPid, append(caller("hello", tool, goPid), field{"goArgv", commandLine(goPid)}))
		}
		become(tool, argv, syscall.Environ())
	}
	switch {
	case isVersionQuery && name == "compile":
		conn.ask(append(caller("hello", tool, goPid), field{"goArgv", commandLine(goPid)}), "ok")
		become(tool, argv, syscall.Environ())
	case isVersionQuery:
		reply := conn.ask(append(caller("salt", tool, goPid), field{"goArgv", commandLine(goPid)}), "salt")
		printVersion(tool, argv, reply.text("salt"))
	default:
		reply := conn.ask(append(caller(name, tool, goPid), field{"args", argv[1:]}), "exec", "run")
		if reply.kind == "run" {
			conn.run(reply, syscall.Environ())
		}
		command := reply.list("argv")
		if len(command) == 0 {
			fail("the build server sent an empty command")
		}
		// The connection stays open in the tool: its end of file tells the server that the tool has ended.
		become(command[0], command, changeEnv(syscall.Environ(), reply.list("env")))
	}
}

// become becomes a tool, run by the user's own -toolexec program where there is one.
func become(tool string, argv, env []string) {
	program, argv := wrapped(tool, argv)
	replaceBy(program, argv, env)
}

// wrapped puts the user's own -toolexec program before a tool, as cmd/go would without this one. It is in GOTS_TOOLEXEC, quoted as in
// -toolexec; in GOFLAGS there is room for one program only.
func wrapped(tool string, argv []string) (program string, words []string) {
	own := splitQuoted(getenv("GOTS_TOOLEXEC"))
	if len(own) == 0 {
		return tool, argv
	}
	return lookPath(own[0]), append(own, argv...)
}

// splitQuoted splits the value of -toolexec as wordsOf does.
func splitQuoted(text string) []string {
	words, ok := wordsOf(text)
	if !ok {
		fail("unterminated quotes in -toolexec: " + text)
	}
	return words
}

// wordsOf splits at blanks; a word may be wrapped in one kind of quotes (cmd/internal/quoted, Go 1.24 to 1.27). It is false if a quote is not closed.
func wordsOf(text string) (words []string, ok bool) {
	for text = strings.TrimLeft(text, " \t\n\r"); text != ""; text = strings.TrimLeft(text, " \t\n\r") {
		end := strings.IndexAny(text, " \t\n\r")
		if text[0] == '"' || text[0] == '\'' {
			if end = strings.IndexByte(text[1:], text[0]); end < 0 {
				return nil, false
			}
			words, text = append(words, text[1:end+1]), text[end+2:]
			continue
		}
		if end < 0 {
			end = len(text)
		}
		words, text = append(words, text[:end]), text[end:]
	}
	return words, true
}

func workingFolder() string {
	cwd, err := syscall.Getwd()
	if err != nil {
		fail("cannot tell the working directory: " + err.Error())
	}
	return cwd
}

// caller begins a request with what every request tells about this process.
func caller(kind, tool string, goPid int) []field {
	return []field{
		{kind, nil},
		{"pid", []string{itoa(syscall.Getpid())}},
		{"goPid", []string{itoa(goPid)}},
		{"cwd", []string{workingFolder()}},
		{"pwd", []string{getenv("PWD")}},
		{"tool", []string{tool}},
		{"importPath", []string{getenv("TOOLEXEC_IMPORTPATH")}},
		{"chain", []string{getenv("GOTS_CHAIN")}},
	}
}

// printVersion runs `link -V=full` and adds the salt to what it prints, where cmd/go/internal/work/buildid.go (toolID) takes it up:
// the whole line of a release, the part behind the last slash of `buildID=…` of a development version.
func printVersion(tool string, argv []string, salt string) {
	program, argv := wrapped(tool, argv)
	output, status := capture(program, argv)
	if status.ExitStatus() != 0 || salt == "" {
		write(1, output)
		exitAs(status)
	}
	line := strings.TrimSpace(output)
	words := strings.Fields(line)
	if len(words) > 2 && strings.Contains(words[2], "devel") {
		line += "-gots-" + salt
	} else {
		line += " gots/" + salt
	}
	write(1, line+"\n")
	os.Exit(0)
}

// changeEnv applies `NAME=value` and `NAME` (unset) to an environment.
func changeEnv(env, changes []string) []string {
	for _, change := range changes {
		name, _, isSet := strings.Cut(change, "=")
		kept := env[:0:0]
		for _, entry := range env {
			if !strings.HasPrefix(entry, name+"=") {
				kept = append(kept, entry)
			}
		}
		if isSet {
			kept = append(kept, change)
		}
		env = kept
	}
	return env
}

// fail reports an error that is not the tool's and ends the run, so that cmd/go stops.
func fail(message string) {
	write(2, "gots: "+message+"\n")
	os.Exit(1)
}

// write writes all of the text to a descriptor. It reports no error: the text is often an error itself.
func write(fd int, text string) {
	for len(text) > 0 {
		n, err := syscall.Write(fd, []byte(text))
		if err == syscall.EINTR || err == syscall.EAGAIN {
			continue
		}
		if err != nil {
			return
		}
		text = text[n:]
	}
}

func getenv(name string) string {
	value, _ := syscall.Getenv(name)
	return value
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}
