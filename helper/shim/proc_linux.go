package main

import (
	"strings"
	"syscall"
	"time"
	"unsafe"
)

// processInfo reads /proc/PID/stat: `pid (name) state ppid … starttime(22nd) …`. The name may hold anything, parentheses too.
func processInfo(pid int) (process, bool) {
	stat, ok := readProc("/proc/" + itoa(pid) + "/stat")
	open, closing := strings.IndexByte(stat, '('), strings.LastIndexByte(stat, ')')
	if !ok || open < 0 || closing < open {
		return process{}, false
	}
	fields := strings.Fields(stat[closing+1:])
	if len(fields) < 20 {
		return process{}, false
	}
	return process{parent: atoi(fields[1]), name: stat[open+1 : closing], start: fields[19]}, true
}

// pidNamespace is the inode in `pid:[INODE]`; "0" if the kernel has no namespaces. Containers that share /tmp have equal pids.
func pidNamespace() string {
	buffer := make([]byte, 64)
	n, err := syscall.Readlink("/proc/self/ns/pid", buffer)
	if err != nil || n < len("pid:[]") {
		return "0"
	}
	return string(buffer[len("pid:[") : n-1])
}

// commandLine returns the arguments of a process, the program first; nothing if the system does not tell.
func commandLine(pid int) []string {
	text, ok := readProc("/proc/" + itoa(pid) + "/cmdline")
	if !ok || text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\x00"), "\x00")
}

func readProc(path string) (string, bool) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return "", false
	}
	defer syscall.Close(fd)
	var content []byte
	chunk := make([]byte, 4<<10)
	for {
		n, err := syscall.Read(fd, chunk)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return "", false
		}
		if n == 0 {
			return string(content), true
		}
		content = append(content, chunk[:n]...)
	}
}

// pollFd is struct pollfd of poll(2).
type pollFd struct {
	fd              int32
	events, revents int16
}

const (
	pollIn = 1
	// briefly is how long a wait keeps its processor of Go's scheduler: long enough for a go command that asks one question after the other,
	// and less than the time after which the scheduler interrupts what does not give way (10 ms).
	briefly = 4 * time.Millisecond
)

// polled is what waitReadable hands to the system; it is used again, since there is one wait per request of go.
var polled []pollFd

// waitReadable waits until some of the descriptors can be read (or have ended) and appends those to ready; none if a signal came first.
//
// A wait that Go's scheduler knows of costs more than the wait: its monitor takes the processor away, and both are woken afterwards. So the
// first part of a wait passes the scheduler by.
func waitReadable(fds, ready []int) []int {
	polled = polled[:0]
	for _, fd := range fds {
		polled = append(polled, pollFd{fd: int32(fd), events: pollIn})
	}
	limit := syscall.NsecToTimespec(int64(briefly))
	count, _, errno := syscall.RawSyscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&polled[0])), uintptr(len(polled)), uintptr(unsafe.Pointer(&limit)), 0, 0, 0)
	if errno == 0 && count == 0 {
		_, _, errno = syscall.Syscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&polled[0])), uintptr(len(polled)), 0, 0, 0, 0)
	}
	if errno != 0 {
		return ready
	}
	for _, each := range polled {
		if each.revents != 0 {
			ready = append(ready, int(each.fd))
		}
	}
	return ready
}

// readNow reads from a descriptor that waitReadable has named, without a word to Go's scheduler.
func readNow(fd int, to []byte) (int, error) {
	n, _, errno := syscall.RawSyscall(syscall.SYS_READ, uintptr(fd), uintptr(unsafe.Pointer(&to[0])), uintptr(len(to)))
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}

// writeNow is write for what go reads at once.
func writeNow(fd int, text []byte) {
	for len(text) > 0 {
		n, _, errno := syscall.RawSyscall(syscall.SYS_WRITE, uintptr(fd), uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)))
		if errno == syscall.EINTR || errno == syscall.EAGAIN {
			continue
		}
		if errno != 0 {
			return
		}
		text = text[n:]
	}
}

func timesOf(stat *syscall.Stat_t) (modified, changed syscall.Timespec) { return stat.Mtim, stat.Ctim }

// maxRSSBytes is the peak of this process's memory.
func maxRSSBytes() int {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return int(usage.Maxrss) * 1024
}
