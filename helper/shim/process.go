//go:build linux || darwin

package main

import (
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

// lookPath finds a program as a shell does. cmd/go runs tools such as gcc by their bare name (`gcc -###`, cmd/go/internal/work/buildid.go);
// if that failed here, every package with cgo would get another id than without gots. Relative entries are passed over, as os/exec refuses them.
func lookPath(name string) string {
	path := programIn(name, "")
	if path == "" {
		fail("exec: \"" + name + "\": executable file not found in $PATH")
	}
	return path
}

// programIn is the first program of a name in $PATH, "" if there is none. Relative entries begin in cwd; without it they are passed over.
func programIn(name, cwd string) string {
	if strings.Contains(name, "/") {
		return name
	}
	for _, dir := range strings.Split(getenv("PATH"), ":") {
		if cwd != "" {
			dir = absolute(cwd, dir)
		}
		path := dir + "/" + name
		var stat syscall.Stat_t
		if !strings.HasPrefix(dir, "/") || syscall.Stat(path, &stat) != nil || stat.Mode&syscall.S_IFMT != syscall.S_IFREG {
			continue
		}
		if syscall.Access(path, 1) == nil {
			return path
		}
	}
	return ""
}

// replaceBy becomes the program; open descriptors without close-on-exec stay open.
func replaceBy(program string, argv, env []string) {
	err := syscall.Exec(program, argv, env)
	fail("cannot run " + program + ": " + err.Error())
}

// capture runs a program and returns what it writes to its standard output; its errors go where ours go.
func capture(program string, argv []string) (string, syscall.WaitStatus) {
	pid, output := startHeld(program, argv, syscall.Environ(), false)
	return readAll(output), wait(pid)
}

// startHeld starts a program whose standard output, and with both its errors, can be read from a descriptor.
func startHeld(program string, argv, env []string, both bool) (pid, output int) {
	var pipe [2]int
	if err := syscall.Pipe(pipe[:]); err != nil {
		fail("cannot make a pipe: " + err.Error())
	}
	syscall.CloseOnExec(pipe[0])
	syscall.CloseOnExec(pipe[1])
	stderr := uintptr(2)
	if both {
		stderr = uintptr(pipe[1])
	}
	pid = start(program, argv, env, uintptr(pipe[1]), stderr)
	syscall.Close(pipe[1])
	return pid, pipe[0]
}

// readAll reads a descriptor to its end and closes it.
func readAll(fd int) string {
	defer syscall.Close(fd)
	var output []byte
	chunk := make([]byte, 4<<10)
	for {
		n, err := syscall.Read(fd, chunk)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || n == 0 {
			return string(output)
		}
		output = append(output, chunk[:n]...)
	}
}

func start(program string, argv, env []string, stdout, stderr uintptr) int {
	pid, err := syscall.ForkExec(program, argv, &syscall.ProcAttr{Env: env, Files: []uintptr{0, stdout, stderr}})
	if err != nil {
		fail("cannot run " + program + ": " + err.Error())
	}
	return pid
}

func wait(pid int) syscall.WaitStatus {
	var status syscall.WaitStatus
	for {
		_, err := syscall.Wait4(pid, &status, 0, nil)
		if err == nil {
			return status
		}
		if err != syscall.EINTR {
			fail("cannot wait for the tool: " + err.Error())
		}
	}
}

// maxHeldBytes is what of a tool's output is handed to the server; what is longer is shown as it is.
const maxHeldBytes = 16 << 20

// run runs the command of a reply as a child that gets our signals, does the appends if it succeeds, and reports its end, until the server
// has no other command. Then it ends as the last one did. What a command that failed wrote is for the server to show.
func (c conn) run(reply message, env []string) {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	syscall.CloseOnExec(int(c))
	for {
		argv := reply.list("argv")
		if len(argv) == 0 {
			fail("the build server sent an empty command")
		}
		program, argv := wrapped(argv[0], argv)
		pid, held := startHeld(program, argv, changeEnv(env, reply.list("env")), true)
		ended := make(chan bool)
		go func() {
			for {
				select {
				case received := <-signals:
					syscall.Kill(pid, received.(syscall.Signal))
				case <-ended:
					return
				}
			}
		}()
		output, status := readAll(held), wait(pid)
		close(ended)
		code := status.ExitStatus()
		if status.Signaled() {
			code = 128 + int(status.Signal())
		}
		if code == 0 {
			for appends := reply.list("appends"); len(appends) >= 3; appends = appends[3:] {
				appendMember(appends[0], appends[1], appends[2])
			}
		}
		if code == 0 || len(output) > maxHeldBytes {
			write(1, output)
			output = ""
		}
		reply = c.ask([]field{{"ended", nil}, {"exitCode", []string{itoa(code)}}, {"output", []string{output}}}, "done", "run")
		if reply.kind == "done" {
			exitAs(status)
		}
	}
}

// exitAs ends this process in the way a child ended. Of the signals only those are taken over that end a Go program without a word.
func exitAs(status syscall.WaitStatus) {
	if !status.Signaled() {
		os.Exit(status.ExitStatus())
	}
	switch status.Signal() {
	case syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGKILL:
		signal.Reset()
		syscall.Kill(syscall.Getpid(), status.Signal())
		// Another thread may get the signal, a moment later.
		time.Sleep(time.Second)
	}
	os.Exit(128 + int(status.Signal()))
}

// appendMember writes a file behind an ar archive, with the header that src/toolexec/archive.ts writes (printMember).
func appendMember(archive, name, file string) {
	content, err := os.ReadFile(file)
	if err != nil {
		fail("cannot read the archive member " + name + ": " + err.Error())
	}
	out, err := os.OpenFile(archive, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		fail("cannot extend the archive: " + err.Error())
	}
	member := pad(name, 16) + pad("0", 12) + pad("0", 6) + pad("0", 6) + pad("644", 8) + pad(itoa(len(content)), 10) + "`\n" + string(content)
	if len(content)%2 == 1 {
		member += "\x00"
	}
	if _, err = out.WriteString(member); err == nil {
		err = out.Close()
	}
	if err != nil {
		fail("cannot extend the archive: " + err.Error())
	}
}

func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-len(text)))
}
