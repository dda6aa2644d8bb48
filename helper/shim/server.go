//go:build linux || darwin

package main

import (
	"os"
	"syscall"
)

const (
	// maxAncestors bounds the search: wrappers around the shim and around go are few.
	maxAncestors = 16
	// maxSocketPath leaves room below the 104 bytes of sun_path on macOS.
	maxSocketPath = 100
)

// findServer connects to the build server of the go command that started this tool. The server's socket is named after that process,
// so the shim needs no setting; it skips wrappers between go and itself. The search ends at the first process called
// "go": a go command that runs below a woven one (in a test, say) and has no server of its own must not be woven by the outer one's,
// since its cache is a plain one. goPid is the process the socket is named after; of GOTS_SERVER's, our parent; without a server, that
// first process called "go", or 0.
func findServer() (c conn, goPid int, found bool) {
	if path := getenv("GOTS_SERVER"); path != "" {
		c, ok := connect(path)
		if !ok {
			fail(serverGone)
		}
		return c, syscall.Getppid(), true
	}
	dirs := runtimeDirs()
	pid := syscall.Getppid()
	for range maxAncestors {
		p, ok := processInfo(pid)
		if !ok {
			return 0, 0, false
		}
		for _, dir := range dirs {
			path := dir + "/" + nameOf(pid, p) + ".sock"
			if len(path) >= maxSocketPath || !isOwnSocket(path) {
				continue
			}
			// The name belongs to a living process, so this socket is no left-over: a server was there and is gone.
			c, ok := connect(path)
			if !ok {
				fail(serverGone)
			}
			return c, pid, true
		}
		if p.name == "go" {
			return 0, pid, false
		}
		if pid <= 1 || p.parent <= 0 {
			return 0, 0, false
		}
		pid = p.parent
	}
	return 0, 0, false
}

// process is what the search needs of an ancestor. start is the time it started, in a unit of the system's; with the pid it names a
// process once and for all.
type process struct {
	parent      int
	name, start string
}

// nameOf names a process once and for all, also among containers that share a directory.
func nameOf(pid int, p process) string {
	return itoa(pid) + "-" + p.start + "-" + pidNamespace()
}

// leaveNote keeps a greeting for a build server that has not started yet: cmd/go starts it when it first needs its cache, which may
// be after it has asked for the compiler's version (no package of the build imports anything, or GODEBUG=goindex=0). The server takes the
// note up (src/driver/serve/server.ts). Where it cannot be written, nothing is woven.
func leaveNote(goPid int, greeting []field) {
	p, ok := processInfo(goPid)
	if !ok {
		return
	}
	for _, dir := range runtimeCandidates() {
		path := dir + "/" + nameOf(goPid, p) + ".hello"
		if len(path) >= maxSocketPath || (syscall.Mkdir(dir, 0o700) != nil && !isPrivate(dir)) {
			continue
		}
		temporary := path + "." + itoa(syscall.Getpid())
		if os.WriteFile(temporary, frameOf(greeting), 0o600) == nil && os.Rename(temporary, path) == nil {
			return
		}
	}
}

// runtimeDirs lists the directories that may hold sockets, those only that belong to us and are closed to all others.
func runtimeDirs() []string {
	var dirs []string
	for _, dir := range runtimeCandidates() {
		if isPrivate(dir) {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

func isPrivate(dir string) bool {
	var stat syscall.Stat_t
	return syscall.Lstat(dir, &stat) == nil && stat.Mode&syscall.S_IFMT == syscall.S_IFDIR &&
		stat.Mode&0o077 == 0 && int(stat.Uid) == syscall.Getuid()
}

func runtimeCandidates() []string {
	uid := itoa(syscall.Getuid())
	var candidates []string
	if dir := getenv("XDG_RUNTIME_DIR"); dir != "" {
		candidates = append(candidates, dir+"/gots")
	}
	if dir := getenv("TMPDIR"); dir != "" {
		candidates = append(candidates, dir+"/gots-"+uid)
	}
	return append(candidates, "/tmp/gots-"+uid)
}

func isOwnSocket(path string) bool {
	var stat syscall.Stat_t
	return syscall.Lstat(path, &stat) == nil && stat.Mode&syscall.S_IFMT == syscall.S_IFSOCK && int(stat.Uid) == syscall.Getuid()
}

// connect opens a connection whose descriptor survives exec.
func connect(path string) (conn, bool) {
	fd, err := syscall.Socket(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		return 0, false
	}
	for {
		err = syscall.Connect(fd, &syscall.SockaddrUnix{Name: path})
		if err != syscall.EINTR {
			return conn(fd), err == nil || err == syscall.EISCONN
		}
	}
}
