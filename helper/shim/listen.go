//go:build linux || darwin

package main

import "syscall"

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
