//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"strings"
	"syscall"
	"time"
)

// caches says where the caches lie. The formats are those of src/cache/disk.
type caches struct {
	// user is $GOCACHE, weave $GOTS_CACHE.
	user, weave string
	// code is the hash of the code that weaves, a part of the keys of records.
	code string
}

// usedSeconds is the age from which on a file's time is renewed when it is used, as cmd/go does; caches forget what is not used.
const usedSeconds = 3600

// entry looks an action (hex) up in a cache; without one, the answer is a miss. isOurs: what others may have written is not believed.
func (c *caches) entry(dir, action string, isOurs bool) (answer, bool) {
	miss := answer{kind: "-", size: "0", fields: "\"Miss\":true"}
	file := dir + "/" + action[:2] + "/" + action + "-a"
	var stat syscall.Stat_t
	if isOurs && (syscall.Stat(file, &stat) != nil || !isTrusted(&stat, 0o002)) {
		return miss, false
	}
	text := make([]byte, 175+1)
	text = text[:max(0, readHead(file, text))]
	words := strings.Fields(string(text))
	if len(text) != 175 || len(words) != 5 || words[0] != "v1" || words[1] != action || len(words[2]) != 64 {
		return miss, false
	}
	size, output := words[3], words[2]
	path := dir + "/" + output[:2] + "/" + output + "-d"
	encoded, isOutput := base64Of(output)
	if syscall.Stat(path, &stat) != nil || stat.Mode&syscall.S_IFMT != syscall.S_IFREG || itoa(int(stat.Size)) != size ||
		strings.Trim(words[4], "0123456789") != "" || !isOutput || isOurs && !isTrusted(&stat, 0o002) {
		return miss, false
	}
	nanos := 0
	for _, digit := range words[4] {
		nanos = nanos*10 + int(digit-'0')
	}
	markUsed(file)
	markUsed(path)
	return answer{kind: "-", path: path, size: size, fields: entryFields(encoded, size, time.Unix(0, int64(nanos)), path)}, true
}

// markUsed renews the time of a file that was used, once an hour.
func markUsed(file string) {
	var stat syscall.Stat_t
	if syscall.Stat(file, &stat) != nil {
		return
	}
	modified, _ := timesOf(&stat)
	if now := time.Now(); now.Unix()-int64(modified.Sec) >= usedSeconds {
		times := []syscall.Timeval{syscall.NsecToTimeval(now.UnixNano()), syscall.NsecToTimeval(now.UnixNano())}
		// A cache that is read-only is trimmed by its owner.
		syscall.Utimes(file, times)
	}
}

// isUnknown reports whether the server would not know an action either: the user's cache has no entry, and no build has noted what it is.
func (c *caches) isUnknown(action string) bool {
	id, ok := hexOf(action)
	return ok && c.hasNo(id) && c.hasNoFacts(id)
}

// hasNo reports whether the user's cache has no entry of an action (hex), not even one that is damaged.
func (c *caches) hasNo(id string) bool {
	var stat syscall.Stat_t
	return syscall.Stat(c.user+"/"+id[:2]+"/"+id+"-a", &stat) == syscall.ENOENT
}

// hasNoFacts reports whether no build has noted what an action (hex) is.
func (c *caches) hasNoFacts(id string) bool {
	var stat syscall.Stat_t
	return syscall.Stat(recordFile(c.weave, factsKey(c.code, id)), &stat) == syscall.ENOENT
}

// isArchive reports whether a file is a package's archive, or cannot be read.
func isArchive(path string) bool {
	head := make([]byte, len(archiveMagic))
	n := readHead(path, head)
	return n < 0 || string(head[:n]) == archiveMagic
}

// readHead reads the beginning of a file, as much as there is room for; -1 if it cannot be opened. Package os would ask four times more of
// the system.
func readHead(path string, to []byte) int {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return -1
	}
	defer syscall.Close(fd)
	return readAt(fd, to, 0)
}

// readAt reads as much as there is room for, or the file has; what cannot be read is not there.
func readAt(fd int, to []byte, at int64) int {
	read := 0
	for read < len(to) {
		n, err := syscall.Pread(fd, to[read:], at+int64(read))
		if err == syscall.EINTR {
			continue
		}
		if n <= 0 {
			break
		}
		read += n
	}
	return read
}

// sameContent reports whether two files can be read and hold the same.
func sameContent(one, other string) bool {
	a, errA := syscall.Open(one, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	defer syscall.Close(a)
	b, errB := syscall.Open(other, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	defer syscall.Close(b)
	if errA != nil || errB != nil {
		return false
	}
	left, right := make([]byte, 64<<10), make([]byte, 64<<10)
	for at := int64(0); ; at += int64(len(left)) {
		n, m := readAt(a, left, at), readAt(b, right, at)
		if n != m || !bytes.Equal(left[:n], right[:m]) {
			return false
		}
		if n == 0 {
			return true
		}
	}
}

// entryFields are the fields of a response that tells of an entry, as the server writes them.
func entryFields(output, size string, filed time.Time, path string) string {
	return "\"OutputID\":\"" + output + "\",\"Size\":" + size + ",\"Time\":\"" + filed.UTC().Format("2006-01-02T15:04:05.000Z") +
		"\",\"DiskPath\":" + quote(path)
}

// temporaryName is a new name beside a file, for what becomes that file by a rename. It tells which process made it, so that the next build
// can remove it if this one is killed (src/base/temporary.ts).
func temporaryName(path string) string {
	temporaries++
	serial := "000000000000" + itoa(temporaries)
	return path + "." + processMark() + "." + serial[len(serial)-12:] + ".tmp"
}

var (
	temporaries int
	ownMark     string
)

// processMark names this process in names of files, as src/process/identity.ts does: `<place>-<pid>-<start>`.
func processMark() string {
	if ownMark == "" {
		host, _ := os.Hostname()
		start := "0"
		if p, ok := processInfo(syscall.Getpid()); ok {
			start = p.start
		}
		ownMark = hashText(host + "/" + pidNamespace())[:8] + "-" + itoa(syscall.Getpid()) + "-" + start
	}
	return ownMark
}

// writeFile makes a file appear whole, or not at all.
func writeFile(path string, content []byte, mode os.FileMode) bool {
	temporary := temporaryName(path)
	fd, err := createFile(temporary, mode, true)
	if err != nil {
		return false
	}
	err = writeAll(fd, content)
	if closed := syscall.Close(fd); err == nil {
		err = closed
	}
	if err == nil {
		err = syscall.Rename(temporary, path)
	}
	if err != nil {
		syscall.Unlink(temporary)
	}
	return err == nil
}

// createFile opens a new file for reading and writing. Package os would ask four times more of the system for each file.
//
// mayMakeFolder: its folder is made where it is missing.
func createFile(path string, mode os.FileMode, mayMakeFolder bool) (fd int, err error) {
	for {
		fd, err = syscall.Open(path, syscall.O_RDWR|syscall.O_CREAT|syscall.O_EXCL|syscall.O_CLOEXEC, uint32(mode))
		switch {
		case err == syscall.EINTR:
		case err == syscall.ENOENT && mayMakeFolder:
			makeFolder(path, mode)
			mayMakeFolder = false
		default:
			return fd, err
		}
	}
}

// makeFolder makes the folder of a file of a cache: others may enter it where they may read its files.
func makeFolder(path string, mode os.FileMode) {
	folder := path[:strings.LastIndexByte(path, '/')]
	access := uint32(0o777)
	if mode&0o022 == 0 {
		access = 0o755
	}
	if syscall.Mkdir(folder, access) == syscall.ENOENT {
		os.MkdirAll(folder, os.FileMode(access))
	}
}

func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(0, width-len(text))) + text
}

// quote writes a text as a JSON string.
func quote(text string) string { return string(appendJSON(nil, text)) }
