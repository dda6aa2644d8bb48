//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"os"
	"syscall"
)

// conn is the descriptor of a connection to the build server. It is made without close-on-exec on purpose.
type conn int

// field is a named list of strings. The first field of a message has the kind for a name and no values.
type field struct {
	name   string
	values []string
}

// message is a reply, read.
type message struct {
	kind   string
	fields []field
}

func (m message) list(name string) []string {
	for _, f := range m.fields {
		if f.name == name {
			return f.values
		}
	}
	return nil
}

func (m message) text(name string) string {
	if values := m.list(name); len(values) > 0 {
		return values[0]
	}
	return ""
}

const (
	protocolVersion = "1"
	maxFrameBytes   = 64 << 20
	serverGone      = "the build server went away"
)

// ask sends a request and returns the reply, which must be of one of the kinds wanted. The reply `done` may always come: then it is
// printed, and the run ends here. A `done` with exit code 0 that was asked for (after `run`) is printed and returned.
func (c conn) ask(request []field, wanted ...string) message {
	if !c.send(request) {
		fail(serverGone)
	}
	reply, ok := c.receive()
	if !ok {
		fail(serverGone)
	}
	isWanted := false
	for _, kind := range wanted {
		isWanted = isWanted || kind == reply.kind
	}
	if reply.kind == "done" {
		write(1, reply.text("stdout"))
		write(2, reply.text("stderr"))
		if code := reply.text("exitCode"); code != "0" || !isWanted {
			os.Exit(atoi(code))
		}
	} else if !isWanted {
		fail("the build server sent \"" + reply.kind + "\"; run `gots env` again, its parts are of different versions")
	}
	return reply
}

// frameOf is a request as it is sent.
func frameOf(request []field) []byte {
	body := appendString(nil, request[0].name)
	for _, f := range append(request[1:], field{"protocol", []string{protocolVersion}}) {
		body = appendString(appendString(body, f.name), itoa(len(f.values)))
		for _, value := range f.values {
			body = appendString(body, value)
		}
	}
	return append(appendLength(make([]byte, 0, 4+len(body)), len(body)), body...)
}

func (c conn) send(request []field) bool { return c.sendFrame(frameOf(request)) }

func (c conn) sendFrame(frame []byte) bool { return writeAll(int(c), frame) == nil }

func writeAll(fd int, content []byte) error {
	for len(content) > 0 {
		n, err := syscall.Write(fd, content)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return err
		}
		content = content[n:]
	}
	return nil
}

func (c conn) receive() (message, bool) {
	body, ok := c.receiveBody()
	if !ok {
		return message{}, false
	}
	return decode(body)
}

// receiveBody reads one frame and returns it without its length.
func (c conn) receiveBody() ([]byte, bool) {
	head, ok := c.read(4)
	if !ok || length(head) > maxFrameBytes {
		return nil, false
	}
	return c.read(length(head))
}

// decode takes a frame's body apart.
func decode(body []byte) (message, bool) {
	text := string(body)
	words := make([]string, 0, 64)
	for len(body) >= 4 {
		n := length(body)
		if n > len(body)-4 {
			return message{}, false
		}
		words = append(words, text[4:4+n])
		body, text = body[4+n:], text[4+n:]
	}
	if len(body) > 0 || len(words) == 0 {
		return message{}, false
	}
	reply := message{kind: words[0]}
	for words = words[1:]; len(words) > 0; {
		if len(words) < 2 || words[1] == "" || atoi(words[1]) > len(words)-2 {
			return message{}, false
		}
		count := atoi(words[1])
		reply.fields = append(reply.fields, field{words[0], words[2 : 2+count]})
		words = words[2+count:]
	}
	return reply, true
}

// read reads exactly n bytes.
func (c conn) read(n int) ([]byte, bool) {
	buffer := make([]byte, n)
	for rest := buffer; len(rest) > 0; {
		got, err := syscall.Read(int(c), rest)
		if err == syscall.EINTR {
			continue
		}
		if err != nil || got == 0 {
			return nil, false
		}
		rest = rest[got:]
	}
	return buffer, true
}

func appendString(to []byte, text string) []byte {
	return append(appendLength(to, len(text)), text...)
}

func appendLength(to []byte, n int) []byte {
	return append(to, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
}

func length(from []byte) int {
	return int(from[0]) | int(from[1])<<8 | int(from[2])<<16 | int(from[3])<<24
}

// atoi reads a decimal number without sign; anything else is a very large number, which no reader accepts as a count.
func atoi(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		if text[i] < '0' || text[i] > '9' || n > maxFrameBytes {
			return maxFrameBytes
		}
		n = n*10 + int(text[i]-'0')
	}
	return n
}

// withSum adds its SHA-256 to a frame: the form of the files that hold one.
func withSum(frame []byte) []byte {
	sum := sha256.Sum256(frame)
	return append(frame, sum[:]...)
}

// messageIn reads the content of such a file; false if it was cut off, has grown or was damaged.
func messageIn(content []byte) (message, bool) {
	if len(content) < 4+sha256.Size || length(content) != len(content)-4-sha256.Size {
		return message{}, false
	}
	frame, sum := content[:len(content)-sha256.Size], content[len(content)-sha256.Size:]
	if sha256.Sum256(frame) != [sha256.Size]byte(sum) {
		return message{}, false
	}
	return decode(frame[4:])
}
