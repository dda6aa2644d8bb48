//go:build linux || darwin

package main

import "syscall"

const (
	// maxAncestors bounds the search: wrappers around the shim and around go are few.
	maxAncestors = 16
	// maxSocketPath leaves room below the 104 bytes of sun_path on macOS.
	maxSocketPath = 100
)

// findServer connects to the build server of the go command that started this tool. The server's socket is named after that process,
// so nothing has to be handed down; wrappers between go and the shim are passed over. The search ends at the first process called
// "go": a go command that runs below a woven one (in a test, say) and has no server of its own must not be woven by the outer one's,
// since its cache is a plain one. goPid is the process the socket is named after; of GOTS_SERVER's, our parent.
func findServer() (c conn, goPid int, found bool) {
	if path := getenv("GOTS_SERVER"); path != "" {
		c, ok := connect(path)
		if !ok {
			fail(serverGone)
		}
		return c, syscall.Getppid(), true
	}
	dirs := runtimeDirs()
	if len(dirs) == 0 {
		return 0, 0, false
	}
	namespace := pidNamespace()
	pid := syscall.Getppid()
	for range maxAncestors {
		p, ok := processInfo(pid)
		if !ok {
			return 0, 0, false
		}
		for _, dir := range dirs {
			path := dir + "/" + itoa(pid) + "-" + p.start + "-" + namespace + ".sock"
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
		if pid <= 1 || p.parent <= 0 || p.name == "go" {
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

// runtimeDirs lists the directories that may hold sockets, those only that belong to us and are closed to all others.
func runtimeDirs() []string {
	uid := itoa(syscall.Getuid())
	var candidates []string
	if dir := getenv("XDG_RUNTIME_DIR"); dir != "" {
		candidates = append(candidates, dir+"/gots")
	}
	if dir := getenv("TMPDIR"); dir != "" {
		candidates = append(candidates, dir+"/gots-"+uid)
	}
	candidates = append(candidates, "/tmp/gots-"+uid)
	var dirs []string
	for _, dir := range candidates {
		var stat syscall.Stat_t
		if syscall.Lstat(dir, &stat) == nil && stat.Mode&syscall.S_IFMT == syscall.S_IFDIR &&
			stat.Mode&0o077 == 0 && int(stat.Uid) == syscall.Getuid() {
			dirs = append(dirs, dir)
		}
	}
	return dirs
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
