//go:build linux || darwin

package main

import (
	"os"
	"strings"
	"syscall"
	"time"
)

// maxPutBytes is the size up to which the front takes a body. What go files in a build in which nothing changed is small: a new index of a
// package's folder, the result of a test.
const maxPutBytes = 1 << 20

// put is a request to file a body, as go writes it.
type put struct {
	id, action, output string
	body               []byte
}

// readPut reads a Put at the beginning of the input: a line, an empty one, and unless the body is empty a line with its base64 in quotes.
//
// rest is the input behind it. isPut reports whether the front may take this Put; ok, whether all of it has arrived.
func readPut(input []byte) (request put, rest []byte, isPut, ok bool) {
	line, body, _ := strings.Cut(string(input), "\n")
	line, found := strings.CutPrefix(line, "{\"ID\":")
	id, line, _ := strings.Cut(line, ",\"Command\":\"put\",\"ActionID\":\"")
	action, line, _ := strings.Cut(line, "\",\"OutputID\":\"")
	output, line, isWhole := strings.Cut(line, "\"")
	if !found || !isWhole || id == "" || strings.Trim(id, "0123456789") != "" {
		return put{}, nil, false, false
	}
	request = put{id: id, action: action, output: output}
	size := 0
	if line != "}" {
		number, isSized := strings.CutPrefix(line, ",\"BodySize\":")
		number, isClosed := strings.CutSuffix(number, "}")
		size = atoi(number)
		if !isSized || !isClosed || size == 0 || size > maxPutBytes {
			return put{}, nil, false, false
		}
	}
	if size == 0 {
		return request, []byte(body), true, true
	}
	body = strings.TrimLeft(body, "\n")
	text, after, isWhole := strings.Cut(body, "\n")
	if !isWhole {
		return put{}, nil, true, false
	}
	bytes, isText := decodeBase64(strings.Trim(text, "\""))
	if !isText || len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' || len(bytes) != size {
		return put{}, nil, false, false
	}
	request.body = bytes
	return request, []byte(after), true, true
}

// take stores a Put in the user's cache, where the server would store it too: while the front runs no package is compiled, and everything else
// is as plain go makes it. It stores nothing and returns false for an archive and after a write error; then the server answers.
func (f *front) take(request put) (response string, ok bool) {
	action, isAction := hexOf(request.action)
	output, isOutput := hexOf(request.output)
	if !isAction || !isOutput || strings.HasPrefix(string(request.body), "!<arch>\n") {
		return "", false
	}
	path := f.replay.caches[0] + "/" + output[:2] + "/" + output + "-d"
	if present, err := os.ReadFile(path); err != nil || string(present) != string(request.body) {
		if !writeFile(path, request.body) {
			return "", false
		}
	}
	now := time.Now()
	size := itoa(len(request.body))
	entry := "v1 " + action + " " + output + " " + padLeft(size, 20) + " " + padLeft(itoa(int(now.UnixNano())), 20) + "\n"
	if !writeFile(f.replay.caches[0]+"/"+action[:2]+"/"+action+"-a", []byte(entry)) {
		return "", false
	}
	return "{\"ID\":" + request.id + "," + entryFields(request.output, size, now, path) + "}\n", true
}

// filed answers a Get from the user's cache, which answers every Get before the shim's hello.
func (f *front) filed(action string) (fields string, ok bool) {
	id, isAction := hexOf(action)
	if !isAction || f.hello != nil {
		return "", false
	}
	dir := f.replay.caches[0] + "/"
	text, err := os.ReadFile(dir + id[:2] + "/" + id + "-a")
	words := strings.Fields(string(text))
	if err != nil || len(text) != 175 || len(words) != 5 || words[0] != "v1" || words[1] != id || len(words[2]) != 64 {
		return "", false
	}
	size, output := atoi(words[3]), words[2]
	path := dir + output[:2] + "/" + output + "-d"
	var stat syscall.Stat_t
	if syscall.Stat(path, &stat) != nil || stat.Mode&syscall.S_IFMT != syscall.S_IFREG || int(stat.Size) != size ||
		strings.Trim(words[4], "0123456789") != "" {
		return "", false
	}
	encoded, ok := base64Of(output)
	nanos := 0
	for _, digit := range words[4] {
		nanos = nanos*10 + int(digit-'0')
	}
	return entryFields(encoded, words[3], time.Unix(0, int64(nanos)), path), ok
}

// entryFields are the fields of a response that tells of an entry, as the server writes them.
func entryFields(output, size string, filed time.Time, path string) string {
	return "\"OutputID\":\"" + output + "\",\"Size\":" + size + ",\"Time\":\"" + filed.UTC().Format("2006-01-02T15:04:05.000Z") +
		"\",\"DiskPath\":" + quote(path)
}

// writeFile makes a file appear whole, or not at all.
func writeFile(path string, content []byte) bool {
	syscall.Mkdir(path[:strings.LastIndexByte(path, '/')], 0o777)
	temporary := path + "." + itoa(syscall.Getpid()) + ".tmp"
	file, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return false
	}
	_, err = file.Write(content)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err == nil
}

func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(0, width-len(text))) + text
}

// quote writes a path as a JSON string.
func quote(text string) string {
	quoted := make([]byte, 0, len(text)+2)
	for i := range len(text) {
		switch c := text[i]; {
		case c == '"' || c == '\\':
			quoted = append(quoted, '\\', c)
		case c < ' ':
			quoted = append(quoted, "\\u00"...)
			quoted = append(quoted, "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		default:
			quoted = append(quoted, c)
		}
	}
	return "\"" + string(quoted) + "\""
}

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// decodeBase64 decodes a text as encoding/base64.StdEncoding writes it.
func decodeBase64(text string) ([]byte, bool) {
	if len(text)%4 != 0 {
		return nil, false
	}
	digits := strings.TrimRight(text, "=")
	if len(text)-len(digits) > 2 {
		return nil, false
	}
	var values [256]int8
	for i := range values {
		values[i] = -1
	}
	for i := range len(base64Digits) {
		values[base64Digits[i]] = int8(i)
	}
	decoded := make([]byte, 0, len(text)/4*3)
	bits, count := 0, 0
	for i := range len(digits) {
		value := values[digits[i]]
		if value < 0 {
			return nil, false
		}
		bits, count = (bits<<6|int(value))&0xffff, count+6
		if count >= 8 {
			count -= 8
			decoded = append(decoded, byte(bits>>count))
		}
	}
	return decoded, true
}

// base64Of turns the hex digits of 32 bytes into their base64, as go writes it.
func base64Of(hex string) (string, bool) {
	var text []byte
	bits, count := 0, 0
	for i := range len(hex) {
		value := strings.IndexByte("0123456789abcdef", hex[i])
		if value < 0 {
			return "", false
		}
		bits, count = (bits<<4|value)&0xfff, count+4
		if count >= 6 {
			count -= 6
			text = append(text, base64Digits[bits>>count&63])
		}
	}
	if count > 0 {
		text = append(text, base64Digits[bits<<(6-count)&63])
	}
	return string(text) + strings.Repeat("=", (4-len(text)%4)%4), true
}
