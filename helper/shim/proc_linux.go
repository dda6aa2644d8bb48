package main

import (
	"strings"
	"syscall"
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

// waitReadable waits until some of the descriptors can be read (or have ended) and returns those; none if a signal came first.
func waitReadable(fds []int) []int {
	var set syscall.FdSet
	highest := 0
	for _, fd := range fds {
		set.Bits[fd/64] |= 1 << (fd % 64)
		highest = max(highest, fd)
	}
	if _, err := syscall.Select(highest+1, &set, nil, nil, nil); err != nil {
		return nil
	}
	var ready []int
	for _, fd := range fds {
		if set.Bits[fd/64]&(1<<(fd%64)) != 0 {
			ready = append(ready, fd)
		}
	}
	return ready
}

func timesOf(stat *syscall.Stat_t) (modified, changed syscall.Timespec) { return stat.Mtim, stat.Ctim }

// maxRSSBytes is the peak of this process's memory.
func maxRSSBytes() int {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return int(usage.Maxrss) * 1024
}
