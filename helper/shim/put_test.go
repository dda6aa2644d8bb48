//go:build linux || darwin

package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asGo writes a Put as cmd/go/internal/cache does (writeToChild, Go 1.24 to 1.27).
func asGo(id int, action, output, body []byte) []byte {
	var b bytes.Buffer
	json.NewEncoder(&b).Encode(struct {
		ID       int64
		Command  string
		ActionID []byte `json:",omitempty"`
		OutputID []byte `json:",omitempty"`
		BodySize int64  `json:",omitempty"`
	}{int64(id), "put", action, output, int64(len(body))})
	b.WriteByte('\n')
	if len(body) > 0 {
		fmt.Fprintf(&b, "%q\n", base64.StdEncoding.EncodeToString(body))
	}
	return b.Bytes()
}

func bodies() [][]byte {
	random := rand.New(rand.NewSource(1))
	all := [][]byte{nil, []byte("x"), []byte("go index v2\n\x00\xff"), bytes.Repeat([]byte("0123456789"), 70_000)}
	for n := range 64 {
		body := make([]byte, n)
		random.Read(body)
		all = append(all, body)
	}
	return all
}

func idsOf(n int, body []byte) (action, output []byte) {
	a, o := sha256.Sum256(fmt.Appendf(nil, "action %d", n)), sha256.Sum256(body)
	return a[:], o[:]
}

func TestPutIsReadWholeOrNotAtAll(t *testing.T) {
	behind := []byte("{\"ID\":9,\"Command\":\"close\"}\n")
	for n, body := range bodies() {
		action, output := idsOf(n, body)
		text := asGo(n+1, action, output, body)
		request, rest, isPut, ok := readPut(append(text[:len(text):len(text)], behind...))
		if !isPut || !ok || !bytes.Equal(request.body, body) || !bytes.HasSuffix(rest, behind) || len(bytes.TrimSpace(rest)) != len(behind)-1 {
			t.Fatalf("body %d of %d bytes: %v %v, rest %q", n, len(body), isPut, ok, rest)
		}
		if request.action != base64.StdEncoding.EncodeToString(action) || request.id != fmt.Sprint(n+1) {
			t.Fatalf("body %d: %+v", n, request)
		}
		header := bytes.IndexByte(text, '\n') + 1
		for cut := header; cut < len(text) && len(body) > 0 && len(body) < 100; cut++ {
			if _, _, isPut, ok := readPut(text[:cut]); !isPut || ok {
				t.Fatalf("body %d cut at %d of %d: %v %v", n, cut, len(text), isPut, ok)
			}
		}
	}
}

func TestPutIsForTheServer(t *testing.T) {
	action, output := idsOf(0, nil)
	good := string(asGo(1, action, output, []byte("abcd")))
	for _, text := range []string{
		"{\"ID\":1,\"Command\":\"get\",\"ActionID\":\"x\"}\n",
		string(asGo(1, action, output, make([]byte, maxPutBytes+1))),
		"{\"ID\":1,\"Command\":\"put\",\"ObjectID\":\"x\",\"BodySize\":1}\n\n\"YQ==\"\n",
		good[:len(good)-9] + "YWJ*ZA==\"\n",
		good[:len(good)-10] + "YWJj\"\n",
	} {
		if _, _, isPut, ok := readPut([]byte(text)); isPut && ok {
			t.Errorf("taken: %.120q", text)
		}
	}
	f := &front{replay: &replay{caches: []string{t.TempDir(), ""}}}
	for _, body := range []string{"!<arch>\n", "!<arch>\n__.PKGDEF"} {
		request, _, _, _ := readPut(asGo(1, action, output, []byte(body)))
		if _, ok := f.take(request); ok {
			t.Errorf("an archive is taken")
		}
	}
	request, _, _, _ := readPut([]byte(good))
	request.output = "short"
	if _, ok := f.take(request); ok {
		t.Errorf("an output without a whole id is taken")
	}
	if entries, _ := os.ReadDir(f.replay.caches[0]); len(entries) > 0 {
		t.Errorf("something was filed: %v", entries)
	}
}

// What a disk does not take is for the server, and leaves nothing behind.
func TestPutThatCannotBeFiled(t *testing.T) {
	dir := t.TempDir()
	action, output := idsOf(0, []byte("abcd"))
	request, _, _, _ := readPut(asGo(1, action, output, []byte("abcd")))
	for _, blocked := range []string{hex.EncodeToString(action)[:2], hex.EncodeToString(output)[:2]} {
		cache := filepath.Join(dir, blocked+"-cache")
		os.MkdirAll(cache, 0o777)
		os.WriteFile(filepath.Join(cache, blocked), nil, 0o666)
		f := &front{replay: &replay{caches: []string{cache, ""}}}
		if _, ok := f.take(request); ok {
			t.Errorf("taken though %s is no folder", blocked)
		}
		files, _ := filepath.Glob(filepath.Join(cache, "*", "*-a"))
		temporary, _ := filepath.Glob(filepath.Join(cache, "*", "*.tmp"))
		if len(files)+len(temporary) > 0 {
			t.Errorf("left behind: %v %v", files, temporary)
		}
	}
}

// The front stores all bodies in a cache, and answers from it what the server has stored. __tests__/unit/driver/front/front-put.test.ts runs
// this with a cache of the server's in CACHE and what it holds in OTHERS.
func TestSharedCache(t *testing.T) {
	cache := os.Getenv("CACHE")
	if cache == "" {
		cache = t.TempDir()
		t.Setenv("OTHERS", "{}")
	}
	f := &front{replay: &replay{caches: []string{cache, ""}}}
	for n, body := range bodies() {
		action, output := idsOf(n, body)
		encoded := base64.StdEncoding.EncodeToString(action)
		if _, isFiled := f.filed(encoded); isFiled {
			t.Errorf("body %d is there before it was stored", n)
		}
		request, _, _, _ := readPut(asGo(n, action, output, body))
		for range 2 {
			response, ok := f.take(request)
			if !ok {
				t.Fatalf("body %d is not taken", n)
			}
			var told struct {
				ID       int
				OutputID []byte
				Size     int
				DiskPath string
			}
			if err := json.Unmarshal([]byte(response), &told); err != nil {
				t.Fatal(err)
			}
			filed, err := os.ReadFile(told.DiskPath)
			if err != nil || !bytes.Equal(filed, body) || told.Size != len(body) || !bytes.Equal(told.OutputID, output) || told.ID != n {
				t.Fatalf("body %d: %v %+v", n, err, told)
			}
		}
		if fields, isFiled := f.filed(encoded); !isFiled || !strings.Contains(fields, base64.StdEncoding.EncodeToString(output)) {
			t.Errorf("body %d: stored as %q", n, fields)
		}
		fmt.Printf("filed %x %x %d\n", action, output, len(body))
	}
	var others map[string]string
	if err := json.Unmarshal([]byte(os.Getenv("OTHERS")), &others); err != nil {
		t.Fatal(err)
	}
	for action, want := range others {
		fields, ok := f.filed(action)
		fmt.Printf("answer %v %s\n", ok && fields == want, fields)
	}
	f.hello = []byte{1}
	for action := range others {
		if _, ok := f.filed(action); ok {
			t.Errorf("answered from the user's cache after the hello")
		}
	}
}
