//go:build linux || darwin

package main

import "syscall"

// handOver becomes the server, which goes on where this front stops.
//
// unread is what go has written and the front has not answered. frames holds, for each connection, a request that the front has read from it
// and not answered.
func (f *front) handOver(unread []byte, frames map[int][]byte) {
	fd, ok := unnamedFile(f.state(unread, frames))
	if !ok {
		if f.socket != "" {
			fail("cannot hand the build over: no temporary file can be written")
		}
		// The front has answered nothing yet, so the server can start as if go had started it.
		f.becomeServer()
	}
	for _, open := range append([]int{f.listener, fd}, f.conns...) {
		if open >= 0 {
			syscall.Syscall(syscall.SYS_FCNTL, uintptr(open), syscall.F_SETFD, 0)
		}
	}
	replaceBy(lookPath(f.program[0]), f.program, changeEnv(syscall.Environ(), []string{"GOTS_RESUME=" + itoa(fd)}))
}

// state is the frame that tells the server what the front has done.
func (f *front) state(unread []byte, frames map[int][]byte) []byte {
	var conns []string
	for _, fd := range f.conns {
		conns = append(conns, itoa(fd), string(frames[fd]))
	}
	return frameOf([]field{
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
}

func (f *front) becomeServer() {
	replaceBy(lookPath(f.program[0]), f.program, changeEnv(syscall.Environ(), []string{"GOTS_RESUME"}))
}

// unnamedFile writes a file, removes its name, and returns its descriptor with the offset at the beginning.
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
