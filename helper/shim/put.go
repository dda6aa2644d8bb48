//go:build linux || darwin

package main

import (
	"bytes"
	"os"
	"syscall"
	"time"
)

// filing is a Put while its body arrives. The body is decoded as it comes and written beside its place.
type filing struct {
	request goRequest
	// action and output are the ids in hex.
	action, output string
	// key is where the entry belongs in the weave cache; "" for the user's cache.
	key string
	// dir is the cache, temporary the file that is being written.
	dir, temporary string
	fd             int
	// elsewhere: the cache cannot be written, so the body lies in another folder, and the server decides where it goes.
	elsewhere bool
	// failed is why the body can be kept nowhere.
	failed error
	// folders are those that have not been tried.
	folders []string
	written int
	// inText says that the quote before the body has come, isEnded that the one behind it has.
	inText, isEnded bool
	// rest is the beginning of a group of four digits.
	rest    []byte
	decoded []byte
}

// begin opens the file for a body.
func (f *front) begin(request goRequest) *filing {
	p := &filing{request: request, fd: -1, dir: f.caches.user, decoded: f.decoded}
	var isAction, isOutput bool
	p.action, isAction = hexOf(request.action)
	p.output, isOutput = hexOf(request.output)
	if !isAction || !isOutput {
		f.stop("go files something under an id that is none: "+request.action+" "+request.output, 1)
	}
	if key, isPlaced := f.placeOf(request.action); isPlaced {
		p.key, p.dir = key, f.caches.weave
	}
	p.folders = append([]string{f.caches.weave + "/builds"}, runtimeCandidates()...)
	path := p.path()
	p.temporary = temporaryName(path)
	p.open()
	return p
}

// placeOf is the key in the weave cache of what go files under an action. Of a package whose object the record of the last build answers, the
// server has told nothing in this build.
func (f *front) placeOf(action string) (key string, isPlaced bool) {
	if f.mode != weaving {
		return "", false
	}
	if key, isPlaced = f.placed[action]; !isPlaced && f.replay != nil {
		key, isPlaced = f.replay.placed[action]
	}
	return key, isPlaced
}

func (p *filing) path() string { return p.dir + "/" + p.output[:2] + "/" + p.output + "-d" }

// fileMode is that of the cache's files: in the weave cache only this user may write.
func (p *filing) fileMode() os.FileMode {
	if p.key != "" {
		return 0o644
	}
	return 0o666
}

// open opens the temporary file, in another folder if the cache cannot be written.
func (p *filing) open() {
	for {
		fd, err := createFile(p.temporary, p.fileMode(), !p.elsewhere)
		if err == nil {
			p.fd = fd
			return
		}
		if !p.leave(err) {
			return
		}
	}
}

// leave names a file in the next folder; false if there is none, and the body can be kept nowhere.
func (p *filing) leave(reason error) bool {
	if p.failed = reason; len(p.folders) == 0 {
		return false
	}
	p.elsewhere, p.failed = true, nil
	p.temporary = temporaryName(p.folders[0] + "/put")
	p.folders = p.folders[1:]
	return true
}

// take takes what has arrived, and returns what is behind the body.
func (p *filing) take(chunk []byte) []byte {
	if !p.inText {
		start := bytes.IndexByte(chunk, '"')
		if start < 0 {
			return nil
		}
		p.inText, chunk = true, chunk[start+1:]
	}
	end := bytes.IndexByte(chunk, '"')
	digits := chunk
	if end >= 0 {
		digits = chunk[:end]
	}
	if len(p.rest) > 0 {
		missing := min(4-len(p.rest), len(digits))
		p.rest, digits = append(p.rest, digits[:missing]...), digits[missing:]
		if len(p.rest) == 4 {
			p.decoded = decodeBase64(p.decoded[:0], p.rest)
			p.write(p.decoded)
			p.rest = p.rest[:0]
		}
	}
	whole := len(digits) &^ 3
	p.rest = append(p.rest, digits[whole:]...)
	p.decoded = decodeBase64(p.decoded[:0], digits[:whole])
	p.write(p.decoded)
	if end < 0 {
		return nil
	}
	p.isEnded = true
	return chunk[end+1:]
}

func (p *filing) isWhole() bool { return p.isEnded }

// write writes what was decoded. What a full disk does not take goes to another folder, with all that was written before.
func (p *filing) write(content []byte) {
	p.written += len(content)
	for len(content) > 0 && p.failed == nil {
		n, err := syscall.Write(p.fd, content)
		if err == syscall.EINTR {
			continue
		}
		if content = content[max(n, 0):]; err != nil {
			p.move(err)
		}
	}
}

// move goes on in another folder.
func (p *filing) move(reason error) {
	from, name := p.fd, p.temporary
	if !p.leave(reason) {
		return
	}
	p.open()
	syscall.Seek(from, 0, 0)
	chunk := make([]byte, 64<<10)
	for p.failed == nil {
		n, err := syscall.Read(from, chunk)
		if n <= 0 {
			if p.failed = err; err == syscall.EINTR {
				p.failed = nil
				continue
			}
			break
		}
		for rest := chunk[:n]; len(rest) > 0 && p.failed == nil; {
			n, err := syscall.Write(p.fd, rest)
			if rest = rest[max(n, 0):]; err != nil && err != syscall.EINTR {
				p.failed = err
			}
		}
	}
	syscall.Close(from)
	syscall.Unlink(name)
}

// keep brings a body whose end has come to its place, and answers the Put.
func (f *front) keep(p *filing) {
	f.decoded = p.decoded
	if p.fd >= 0 {
		syscall.Close(p.fd)
	}
	if p.written != p.request.size && p.failed == nil {
		f.stop("go's put "+p.request.id+" has "+itoa(p.written)+" bytes instead of "+itoa(p.request.size), 1)
	}
	if p.failed != nil {
		syscall.Unlink(p.temporary)
		f.respond(p.request.id, "\"Err\":"+quote("no folder takes the object: "+p.failed.Error()))
		return
	}
	prefix, isPrefix := actionPrefix(p.request.action)
	delete(f.begun, prefix)
	if isPrefix && f.compiled[prefix] {
		// With -a no Get came before.
		f.actions[prefix] = p.request.action
	}
	now := time.Now()
	if p.elsewhere || !p.place() || !p.enter(now) {
		f.giveAway(p)
		return
	}
	f.noteEntry(p.dir, p.entryID(), p.path())
	size := itoa(p.request.size)
	kind := "-"
	if isPrefix && f.compiled[prefix] {
		if kind = "v"; p.key != "" {
			kind = "w"
		}
	}
	given := answer{kind: kind, path: p.path(), size: size, fields: entryFields(p.request.output, size, now, p.path())}
	f.note(p.request.action, given)
	f.learn(p.request.action, given)
	f.respond(p.request.id, given.fields)
	f.tellFiled(p, now, kind)
}

// giveAway leaves a body that a cache has refused to the server. What the record alone places is kept nowhere: the server has not been asked about
// its package, and would take it for plain go's.
func (f *front) giveAway(p *filing) {
	if _, isTold := f.placed[p.request.action]; p.key != "" && !isTold {
		syscall.Unlink(p.temporary)
		f.respond(p.request.id, "\"Err\":"+quote("the weave cache takes nothing"))
		return
	}
	f.forwardPut(p)
}

// place brings the body to its place, unless the same is there.
func (p *filing) place() bool {
	path := p.path()
	var stat syscall.Stat_t
	if syscall.Stat(path, &stat) == nil && int(stat.Size) == p.request.size && (p.key == "" || isTrusted(&stat, 0o002)) && sameContent(path, p.temporary) {
		markUsed(path)
		syscall.Unlink(p.temporary)
		return true
	}
	return syscall.Rename(p.temporary, path) == nil
}

// entryID names the entry in its cache.
func (p *filing) entryID() string {
	if p.key != "" {
		return p.key
	}
	return p.action
}

// enter writes the entry that names the body. If that fails, the body is given back: the server keeps it elsewhere.
func (p *filing) enter(now time.Time) bool {
	action := p.entryID()
	entry := "v1 " + action + " " + p.output + " " + padLeft(itoa(p.request.size), 20) + " " + padLeft(itoa(int(now.UnixMilli()))+"000000", 20) + "\n"
	if writeFile(p.dir+"/"+action[:2]+"/"+action+"-a", []byte(entry), p.fileMode()) {
		return true
	}
	// The output stays: another process may have found it. A second name needs no room on a full disk.
	syscall.Link(p.path(), p.temporary)
	return false
}

// actionPrefix is the part of an action id that -buildid shows: its first 15 bytes, base64url (actionPrefix of src/cache/keys.ts).
func actionPrefix(action string) (string, bool) {
	if len(action) != 44 {
		return "", false
	}
	prefix := []byte(action[:20])
	for at, digit := range prefix {
		switch digit {
		case '+':
			prefix[at] = '-'
		case '/':
			prefix[at] = '_'
		}
	}
	return string(prefix), true
}
