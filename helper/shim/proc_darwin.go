package main

import (
	"strings"
	"syscall"
	"unsafe"
)

// Numbers of <sys/sysctl.h>.
const (
	ctlKern       = 1
	kernProc      = 14
	kernProcPid   = 1
	kernProcArgs2 = 49
)

// Offsets in struct kinfo_proc of 64-bit macOS (<sys/sysctl.h>, <sys/proc.h>).
const (
	offStartSeconds = 0
	offName         = 243
	offParent       = 560
	kinfoProcBytes  = 648
)

// processInfo asks kern.proc.pid. The start time is in whole seconds: `ps -o lstart` tells the server no more.
func processInfo(pid int) (process, bool) {
	info := sysctl([]int32{ctlKern, kernProc, kernProcPid, int32(pid)}, kinfoProcBytes)
	if len(info) < kinfoProcBytes {
		return process{}, false
	}
	name, _, _ := strings.Cut(string(info[offName:offName+16]), "\x00")
	return process{parent: length(info[offParent:]), name: name, start: itoa(length(info[offStartSeconds:]))}, true
}

// pidNamespace is "0": macOS has none.
func pidNamespace() string { return "0" }

// commandLine returns the arguments of a process, the program first; nothing if the system does not tell.
// kern.procargs2 holds the number of arguments, the program's path, zero bytes, and the arguments, each ended by a zero byte.
func commandLine(pid int) []string {
	const argMax = 1 << 20
	info := sysctl([]int32{ctlKern, kernProcArgs2, int32(pid)}, argMax)
	if len(info) < 4 {
		return nil
	}
	count := length(info)
	_, text, _ := strings.Cut(string(info[4:]), "\x00")
	words := strings.Split(strings.TrimLeft(text, "\x00"), "\x00")
	if count > len(words) {
		return nil
	}
	return words[:count]
}

// sysctl returns what the system knows under a name, at most limit bytes; nothing on an error.
func sysctl(name []int32, limit int) []byte {
	buffer := make([]byte, limit)
	size := uintptr(limit)
	_, _, errno := syscall.Syscall6(syscall.SYS___SYSCTL, uintptr(unsafe.Pointer(&name[0])), uintptr(len(name)),
		uintptr(unsafe.Pointer(&buffer[0])), uintptr(unsafe.Pointer(&size)), 0, 0)
	if errno != 0 {
		return nil
	}
	return buffer[:size]
}

// waitReadable waits until some of the descriptors can be read (or have ended) and appends those to ready; none if a signal came first.
func waitReadable(fds, ready []int) []int {
	var set syscall.FdSet
	highest := 0
	for _, fd := range fds {
		set.Bits[fd/32] |= 1 << (fd % 32)
		highest = max(highest, fd)
	}
	if err := syscall.Select(highest+1, &set, nil, nil, nil); err != nil {
		return ready
	}
	for _, fd := range fds {
		if set.Bits[fd/32]&(1<<(fd%32)) != 0 {
			ready = append(ready, fd)
		}
	}
	return ready
}

// readNow reads from a descriptor that waitReadable has named.
func readNow(fd int, to []byte) (int, error) { return syscall.Read(fd, to) }

// writeNow is write for what go reads at once.
func writeNow(fd int, text []byte) { write(fd, string(text)) }

func timesOf(stat *syscall.Stat_t) (modified, changed syscall.Timespec) {
	return stat.Mtimespec, stat.Ctimespec
}

// maxRSSBytes is the peak of this process's memory.
func maxRSSBytes() int {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return int(usage.Maxrss)
}
