//go:build linux || darwin

package main

import (
	"os"
	"strings"
	"syscall"
	"time"
)

// leftOverSeconds is the age after which a temporary name belongs to no running process. Sockets and files have such names only for a moment.
const leftOverSeconds = 60

// removeLeftOvers removes what killed builds left in a folder of sockets, as src/driver/serve/left-overs.ts does.
func removeLeftOvers(dir string) {
	folder, err := os.Open(dir)
	if err != nil {
		return
	}
	names, _ := folder.Readdirnames(-1)
	folder.Close()
	for _, name := range names {
		if isLeftOver(dir, name) {
			syscall.Unlink(dir + "/" + name)
		}
	}
}

func isLeftOver(dir, name string) bool {
	stem, kind, _ := strings.Cut(name, ".")
	if kind == "sock" || kind == "hello" || kind == "fetch" {
		pid, rest, _ := strings.Cut(stem, "-")
		start, namespace, _ := strings.Cut(rest, "-")
		if namespace != pidNamespace() || strings.Trim(pid, "0123456789") != "" {
			return false
		}
		p, ok := processInfo(atoi(pid))
		return !ok || p.start != start
	}
	if kind != "new" && kind != "resume" && !strings.HasPrefix(kind, "hello.") {
		return false
	}
	var stat syscall.Stat_t
	if syscall.Lstat(dir+"/"+name, &stat) != nil {
		return false
	}
	_, changed := timesOf(&stat)
	return time.Now().UnixNano()-changed.Nano() > leftOverSeconds*int64(time.Second)
}
