//go:build linux

// Command reaper runs a command and tells what it took of the clock and of the processors, with all processes that it left behind: a build
// server may end after the go command that started it, and is then waited for here, as the reaper of orphans (prctl(2)).
// Linux only.
//
//	reaper FILE COMMAND ARGUMENTS…
//
// FILE becomes a JSON object: wallMs until the command's end, cpuMs (user and system) of it and all below it, laterMs from the command's end to that
// of the last process. The exit code is the command's.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

// prSetChildSubreaper is PR_SET_CHILD_SUBREAPER of prctl(2).
const prSetChildSubreaper = 36

// patience is how long processes that were left behind are waited for.
const patience = time.Minute

func main() {
	if len(os.Args) < 3 {
		fail("usage: reaper FILE COMMAND ARGUMENTS…")
	}
	if _, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, prSetChildSubreaper, 1, 0); errno != 0 {
		fail("prctl: " + errno.Error())
	}
	program, err := exec.LookPath(os.Args[2])
	if err != nil {
		fail(err.Error())
	}
	// Ctrl-C reaches the command as well, which decides.
	signal.Ignore(syscall.SIGINT)
	began := time.Now()
	child, err := os.StartProcess(program, os.Args[2:], &os.ProcAttr{Files: []*os.File{os.Stdin, os.Stdout, os.Stderr}})
	if err != nil {
		fail(err.Error())
	}
	status := reap(child.Pid)
	ended := time.Now()
	left := make(chan struct{})
	go func() {
		reap(-1)
		close(left)
	}()
	select {
	case <-left:
	case <-time.After(patience):
		fail("a process that the command left behind still runs: " + os.Args[2])
	}
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &usage); err != nil {
		fail(err.Error())
	}
	text, err := json.Marshal(map[string]float64{
		"wallMs":  milliseconds(ended.Sub(began)),
		"laterMs": milliseconds(time.Since(ended)),
		"cpuMs":   float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e6,
	})
	if err == nil {
		err = os.WriteFile(os.Args[1], text, 0o666)
	}
	if err != nil {
		fail(err.Error())
	}
	if status.Signaled() {
		os.Exit(128 + int(status.Signal()))
	}
	os.Exit(status.ExitStatus())
}

// reap waits for a child and for orphans that end before it; with -1, until there is none.
func reap(pid int) syscall.WaitStatus {
	for {
		var status syscall.WaitStatus
		got, err := syscall.Wait4(-1, &status, 0, nil)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || got == pid {
			return status
		}
	}
}

func milliseconds(d time.Duration) float64 { return float64(d) / 1e6 }

func fail(text string) {
	fmt.Fprintln(os.Stderr, "reaper: "+text)
	os.Exit(2)
}
