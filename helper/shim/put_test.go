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
	"syscall"
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

// A Put is filed where it belongs, in whatever pieces it comes.
func TestPuts(t *testing.T) {
	for n, body := range bodies() {
		for _, isPlaced := range []bool{false, true} {
			f, told := testFront(t)
			there := withServer(t, f)
			f.mode = weaving
			action, output := idsOf(n, body)
			encoded := base64.StdEncoding.EncodeToString(action)
			dir, key := f.caches.user, hex.EncodeToString(action)
			if isPlaced {
				dir, key = f.caches.weave, strings.Repeat("6b", 32)
				f.placed[encoded] = key
			}
			text := append(asGo(n+1, action, output, body), get(99, actionOf(1))...)
			for size := 1 + n*7%50; len(text) > 0; text = text[min(size, len(text)):] {
				f.read(text[:min(size, len(text))])
			}
			filed, err := os.ReadFile(filepath.Join(dir, hex.EncodeToString(output)[:2], hex.EncodeToString(output)+"-d"))
			if err != nil || !bytes.Equal(filed, body) {
				t.Fatalf("body %d of %d bytes: %v, %d bytes filed", n, len(body), err, len(filed))
			}
			if found, ok := f.caches.entry(dir, key, isPlaced); !ok || len(*told) != 2 || (*told)[0] != fmt.Sprintf(`{"ID":%d,%s}`, n+1, found.fields) {
				t.Fatalf("body %d: told %q, found %+v", n, *told, found)
			}
			m := asked(t, there)
			if m.kind != "filed" || m.text("action") != encoded || m.text("size") != fmt.Sprint(len(body)) || (m.text("key") == key) != isPlaced {
				t.Errorf("the server is told %q", m)
			}
			if temporary, _ := filepath.Glob(filepath.Join(dir, "*", "*.tmp")); len(temporary) > 0 {
				t.Errorf("left behind: %v", temporary)
			}
		}
	}
}

// What a linker prints for a woven program belongs into the weave cache also if the record of the last build answers all else. If that
// takes nothing, it is kept nowhere: the server, which was not asked about the package, would take it for plain go's.
func TestPutThatTheRecordPlaces(t *testing.T) {
	body := []byte("# example.com/m\nprinted\n")
	action, output := idsOf(1, body)
	encoded, key := base64.StdEncoding.EncodeToString(action), strings.Repeat("6b", 32)
	for _, isBlocked := range []bool{false, true} {
		f, told := testFront(t)
		f.mode, f.replay.placed = weaving, map[string]string{encoded: key}
		if isBlocked {
			writeText(t, filepath.Join(f.caches.weave, "6b"), "no folder")
		}
		f.read(asGo(1, action, output, body))
		found, isFiled := f.caches.entry(f.caches.weave, key, true)
		if isFiled == isBlocked || !isBlocked && (*told)[0] != `{"ID":1,`+found.fields+`}` || isBlocked && !strings.HasPrefix((*told)[0], `{"ID":1,"Err":`) {
			t.Errorf("blocked: %v, told %q, found %+v", isBlocked, *told, found)
		}
		if _, isPlain := f.caches.entry(f.caches.user, hex.EncodeToString(action), false); isPlain || f.server != nil {
			t.Errorf("plain go would find it, or a server was started: %+v", f.server)
		}
	}
}

// What is there already stays; what is there in another form is replaced.
func TestPutOfWhatIsThere(t *testing.T) {
	body := []byte("the same")
	action, output := idsOf(1, body)
	for before, isKept := range map[string]bool{"the same": true, "the gone": false, "short": false} {
		f, _ := testFront(t)
		path := filepath.Join(f.caches.user, hex.EncodeToString(output)[:2], hex.EncodeToString(output)+"-d")
		writeText(t, path, before)
		old, _ := os.Stat(path)
		f.read(asGo(1, action, output, body))
		filed, _ := os.ReadFile(path)
		now, _ := os.Stat(path)
		if string(filed) != string(body) || os.SameFile(old, now) != isKept {
			t.Errorf("%q: %q, the same file: %v", before, filed, os.SameFile(old, now))
		}
	}
}

// What a cache does not take lies elsewhere, and the server is asked where it belongs. The cache is left as it is.
func TestPutThatCannotBeFiled(t *testing.T) {
	body := bytes.Repeat([]byte("abcd"), 100_000)
	action, output := idsOf(0, body)
	for _, blocked := range []string{hex.EncodeToString(action)[:2], hex.EncodeToString(output)[:2]} {
		f, told := testFront(t)
		there := withServer(t, f)
		f.mode = weaving
		writeText(t, filepath.Join(f.caches.user, blocked), "no folder")
		f.read(asGo(1, action, output, body))
		m := asked(t, there)
		if content, err := os.ReadFile(m.text("file")); m.kind != "put" || m.text("id") != "1" || err != nil || !bytes.Equal(content, body) || m.text("size") != fmt.Sprint(len(body)) {
			t.Errorf("the server is asked %.300q: %v", m, err)
		}
		if len(*told) > 0 || !f.spills() {
			t.Errorf("told %q, spills %v", *told, f.spills())
		}
		if entries, _ := filepath.Glob(filepath.Join(f.caches.user, "*", "*-a")); len(entries) > 0 {
			t.Errorf("left behind: %v", entries)
		}
		os.Remove(m.text("file"))
		// What was refused is from now on asked of the server, as is all that may be there.
		f.read([]byte(get(2, actionOf(0x77))))
		f.mode = plain
		f.read([]byte(get(3, actionOf(0x78))))
		if m = asked(t, there); m.kind != "get" || m.text("id") != "3" {
			t.Errorf("asked %q", m)
		}
	}
}

// A file that is full goes on elsewhere, with all that it holds.
func TestPutGoesOnElsewhere(t *testing.T) {
	f, _ := testFront(t)
	body := bytes.Repeat([]byte("0123456789"), 20_000)
	action, output := idsOf(0, body)
	p := f.begin(goRequest{id: "1", action: base64.StdEncoding.EncodeToString(action), output: base64.StdEncoding.EncodeToString(output), size: len(body)})
	text := base64.StdEncoding.EncodeToString(body)
	p.take([]byte("\"" + text[:100_001]))
	first := p.temporary
	p.move(syscall.ENOSPC)
	t.Cleanup(func() { os.Remove(p.temporary) })
	p.take([]byte(text[100_001:] + "\"\n"))
	content, err := os.ReadFile(p.temporary)
	if _, gone := os.Stat(first); err != nil || !bytes.Equal(content, body) || !p.elsewhere || gone == nil || !p.isWhole() || p.failed != nil {
		t.Errorf("%v, %d bytes of %d; the first file: %v", err, len(content), len(body), gone)
	}
}

func TestDecodeBase64(t *testing.T) {
	for _, body := range bodies() {
		if got := decodeBase64(nil, []byte(base64.StdEncoding.EncodeToString(body))); !bytes.Equal(got, body) {
			t.Errorf("%d bytes become %d", len(body), len(got))
		}
	}
	for text, want := range map[string]string{"YWJ*": "ab", "****": "", "YWJjY*==": "abc", "YWJj====": "abc", "Y": "", "YQ==YWJj": "a"} {
		if got := decodeBase64(nil, []byte(text)); string(got) != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func BenchmarkDecodeBase64(b *testing.B) {
	text := []byte(base64.StdEncoding.EncodeToString(make([]byte, 192<<10)))
	var decoded []byte
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		decoded = decodeBase64(decoded[:0], text)
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
	f, told := testFront(t)
	f.caches.user = cache
	for n, body := range bodies() {
		action, output := idsOf(n, body)
		if _, isFiled := f.caches.entry(cache, hex.EncodeToString(action), false); isFiled {
			t.Errorf("body %d is there before it was stored", n)
		}
		for range 2 {
			*told = nil
			f.read(asGo(n, action, output, body))
			var said struct {
				ID       int
				OutputID []byte
				Size     int
				DiskPath string
			}
			if err := json.Unmarshal([]byte(strings.Join(*told, "")), &said); err != nil {
				t.Fatal(err)
			}
			filed, err := os.ReadFile(said.DiskPath)
			if err != nil || !bytes.Equal(filed, body) || said.Size != len(body) || !bytes.Equal(said.OutputID, output) || said.ID != n {
				t.Fatalf("body %d: %v %+v", n, err, said)
			}
		}
		if found, isFiled := f.caches.entry(cache, hex.EncodeToString(action), false); !isFiled || !strings.Contains(found.fields, base64.StdEncoding.EncodeToString(output)) {
			t.Errorf("body %d: stored as %+v", n, found)
		}
		fmt.Printf("filed %x %x %d\n", action, output, len(body))
	}
	var others map[string]string
	if err := json.Unmarshal([]byte(os.Getenv("OTHERS")), &others); err != nil {
		t.Fatal(err)
	}
	for action, want := range others {
		found, ok := f.caches.entry(cache, hexID(t, action), false)
		fmt.Printf("answer %v %s\n", ok && found.fields == want, found.fields)
	}
}
