//go:build linux || darwin

package main

import (
	"bytes"
	"strings"
	"syscall"
)

// input takes apart what go writes: lines of JSON, and after a Put that has a body that body in quotes.
type input struct {
	// line is the beginning of a line whose end has not come.
	line []byte
	// filing is the Put whose body arrives; nil between requests.
	filing *filing
}

// goRequest is a request of cmd/go, ids in base64 (cmd/go/internal/cacheprog, Go 1.24 to 1.27).
type goRequest struct {
	id, command, action, output string
	size                        int
}

// read takes what go has written, and answers what is complete.
func (f *front) read(chunk []byte) {
	waited := len(f.unread) > 0
	if waited {
		f.unread = append(f.unread, chunk...)
		chunk = f.unread
	}
	for len(chunk) > 0 && !f.isHeld() {
		if f.input.filing != nil {
			chunk = f.input.filing.take(chunk)
			if f.input.filing.isWhole() {
				f.keep(f.input.filing)
				f.input.filing = nil
			}
			continue
		}
		end := bytes.IndexByte(chunk, '\n')
		if end < 0 {
			f.input.line = append(f.input.line, chunk...)
			chunk = nil
			break
		}
		line := chunk[:end]
		if len(f.input.line) > 0 {
			line = append(f.input.line, line...)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 && !f.answer(string(line)) {
			// The greeting that this request found has to be answered first.
			f.input.line = nil
			break
		}
		f.input.line, chunk = nil, chunk[end+1:]
	}
	// What waits as it is need not be copied: a body may come while go is held.
	if !waited || len(chunk) < len(f.unread) {
		f.unread = append([]byte(nil), chunk...)
	}
	f.flush()
}

func (f *front) flush() {
	if len(f.output) > 0 {
		f.say(f.output)
	}
	f.output = f.output[:0]
}

// respond answers a request of go with the fields of a response, as JSON text.
func (f *front) respond(id, fields string) {
	f.output = append(append(append(append(append(f.output, "{\"ID\":"...), id...), ','), fields...), "}\n"...)
}

// answer answers one request, or asks the server. It returns false, and has done nothing, if the request must be read again later.
func (f *front) answer(line string) bool {
	request, ok := parseRequest(line)
	if !ok {
		f.stop("go asks its cache for something else than a get, a put or a close: "+line, 1)
	}
	switch request.command {
	case "close":
		f.output = append(f.output, "{\"ID\":"+request.id+"}\n"...)
	case "get":
		if f.greet(); f.isHeld() {
			return false
		}
		f.get(request)
	case "put":
		f.input.filing = f.begin(request)
		if request.size == 0 {
			f.keep(f.input.filing)
			f.input.filing = nil
		}
	}
	return true
}

// parseRequest reads a line: an object of numbers and of texts without escapes.
func parseRequest(line string) (request goRequest, ok bool) {
	rest, isObject := strings.CutPrefix(line, "{")
	for more := isObject; more; {
		name, value, isField := "", "", false
		if rest, isField = strings.CutPrefix(rest, "\""); !isField {
			return request, false
		}
		if name, rest, isField = strings.Cut(rest, "\":"); !isField {
			return request, false
		}
		if strings.HasPrefix(rest, "\"") {
			if value, rest, isField = strings.Cut(rest[1:], "\""); !isField || strings.Contains(value, "\\") {
				return request, false
			}
		} else {
			end := strings.IndexAny(rest, ",}")
			if end <= 0 || strings.Trim(rest[:end], "0123456789") != "" {
				return request, false
			}
			value, rest = rest[:end], rest[end:]
		}
		switch name {
		case "ID":
			request.id = value
		case "Command":
			request.command = value
		case "ActionID":
			request.action = value
		case "OutputID":
			request.output = value
		case "ObjectID":
			// Go 1.24 with GOEXPERIMENT=cacheprog writes it in place of OutputID, or beside it.
			if request.output == "" {
				request.output = value
			}
		case "BodySize":
			if request.size = 0; len(value) > 15 {
				return request, false
			}
			for _, digit := range value {
				request.size = request.size*10 + int(digit-'0')
			}
		}
		if rest, more = strings.CutPrefix(rest, ","); !more && rest != "}" {
			return request, false
		}
	}
	switch request.command {
	case "close":
		return request, request.id != ""
	case "get":
		return request, request.id != "" && len(request.action) == 44
	case "put":
		return request, request.id != "" && len(request.action) == 44 && len(request.output) == 44
	}
	return request, false
}

// get answers a Get. The rules are those of src/driver/serve/cache-policy.ts, as far as they can be followed without the facts of a package.
func (f *front) get(request goRequest) {
	action := request.action
	if f.mode != weaving {
		f.getFromUser(request)
		return
	}
	if prefix, ok := actionPrefix(action); ok {
		f.actions[prefix] = action
	}
	if key, isPlaced := f.placed[action]; isPlaced && !f.spills() {
		found, isFiled := f.caches.entry(f.caches.weave, key, true)
		if isFiled {
			f.noteEntry(f.caches.weave, key, found.path)
		}
		f.give(request, found)
		return
	}
	if found, isGiven := f.late[action]; isGiven && found.path != "" && found.isThere() {
		f.give(request, found)
		return
	}
	if f.replay != nil {
		if found, isKnown := f.replay.late[action]; isKnown {
			if found.path == "" && f.waits() || !found.isThere() {
				f.forwardGet(request)
			} else {
				f.give(request, found)
			}
			return
		}
	}
	if !f.waits() && f.caches.isUnknown(action) {
		f.give(request, answer{kind: "-", size: "0", fields: "\"Miss\":true"})
		return
	}
	if found, ok := f.fromUser(action); ok {
		f.give(request, found)
		return
	}
	f.forwardGet(request)
}

// getFromUser answers from the user's cache, which answers all that is asked for before the shim's hello, or by a go command that is not woven.
func (f *front) getFromUser(request goRequest) {
	if f.replay != nil && f.mode == unknown {
		if found, isKnown := f.replay.early[request.action]; isKnown && found.path != "" && found.isThere() {
			f.give(request, found)
			return
		}
	}
	if f.spills() {
		f.forwardGet(request)
		return
	}
	id, isAction := hexOf(request.action)
	found := answer{kind: "-", size: "0", fields: "\"Miss\":true"}
	if isAction {
		var isFiled bool
		if found, isFiled = f.caches.entry(f.caches.user, id, false); isFiled {
			f.noteEntry(f.caches.user, id, found.path)
		}
	}
	f.give(request, found)
}

// give answers a Get, and notes the answer for the next build.
func (f *front) give(request goRequest, given answer) {
	f.counts.gets++
	switch given.kind {
	case "v":
		f.counts.plainHits++
	case "w":
		f.counts.wovenHits++
	}
	f.note(request.action, given)
	f.respond(request.id, given.fields)
}

// note keeps an answer for the next build.
func (f *front) note(action string, given answer) {
	switch f.mode {
	case unknown:
		f.early[action] = given
	case weaving:
		f.late[action] = given
	}
}

// spills reports whether what one of the caches refused lies elsewhere, where only the server finds it.
func (f *front) spills() bool { return f.server != nil && f.server.spills }

// stop ends the build with an error.
func (f *front) stop(message string, code int) {
	if message != "" {
		write(2, "gots: "+message+"\n")
	}
	f.removeSocket()
	syscall.Exit(code)
}
