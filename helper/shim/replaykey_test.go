//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestIDsInHexAndBase64(t *testing.T) {
	for n := range 64 {
		sum := sha256.Sum256([]byte{byte(n)})
		text, digits := base64.StdEncoding.EncodeToString(sum[:]), hex.EncodeToString(sum[:])
		if got, ok := hexOf(text); !ok || got != digits {
			t.Errorf("%s is %v %s", text, ok, got)
		}
		if got, ok := base64Of(digits); !ok || got != text {
			t.Errorf("%s is %v %s", digits, ok, got)
		}
	}
	for _, text := range []string{"", "AAAA", strings.Repeat("A", 44), strings.Repeat("A", 42) + "==", strings.Repeat("*", 43) + "="} {
		if got, ok := hexOf(text); ok {
			t.Errorf("%q is %s", text, got)
		}
	}
	if got, ok := base64Of("xy"); ok {
		t.Errorf("no hex digits are %s", got)
	}
}

// Each part is framed by its length, so that no two lists have one hash.
func TestHashOf(t *testing.T) {
	sum := sha256.Sum256([]byte("2:ab1:c0:"))
	if got := hashOf([]string{"ab", "c", ""}); got != hex.EncodeToString(sum[:]) {
		t.Errorf("got %s", got)
	}
	if hashOf([]string{"a", "bc"}) == hashOf([]string{"ab", "c"}) {
		t.Errorf("two lists have one hash")
	}
}

// The key changes with all that can change an answer, and with nothing else.
func TestReplayKey(t *testing.T) {
	child := holdChild(t, "go", "build")
	other := holdChild(t, "go", "test")
	t.Chdir(t.TempDir())
	t.Setenv("PWD", "/one")
	key := func() string { return replayKey([]string{"node", "cacheprog.cjs"}, child.Process.Pid) }
	first := key()
	if len(first) != 64 || first != key() {
		t.Fatalf("the key is %s, then %s", first, key())
	}
	t.Setenv("GOTS_STATS", "file")
	t.Setenv("LANG", "C")
	if first != key() {
		t.Errorf("a variable that decides nothing changes the key")
	}
	keys := map[string]string{first: "nothing"}
	expectOther := func(what, got string) {
		t.Helper()
		if before, found := keys[got]; found {
			t.Errorf("%s has the key of %s", what, before)
		}
		keys[got] = what
	}
	for _, name := range []string{"PWD", "GOFLAGS", "GOTS_DEBUG", "CGO_ENABLED", "CC", "PATH", "PKG_CONFIG_PATH", "NODE_OPTIONS", "OTELC_RULES", "OTELTOOL_X", "HOME", "TMPDIR"} {
		before, isSet := os.LookupEnv(name)
		os.Setenv(name, "/changed")
		expectOther(name, key())
		if isSet {
			os.Setenv(name, before)
		} else {
			os.Unsetenv(name)
		}
	}
	expectOther("another program", replayKey([]string{"node", "other.mjs"}, child.Process.Pid))
	expectOther("another command line", replayKey([]string{"node", "cacheprog.cjs"}, other.Process.Pid))
	t.Chdir(t.TempDir())
	expectOther("another folder", key())
	if got := replayKey(nil, 1<<22); got != "" {
		t.Errorf("without a go command the key is %s", got)
	}
}

func TestReplayFile(t *testing.T) {
	for plan, want := range map[string]string{
		"/cache/plans/name/plan.json": "/cache/builds/" + replayFixtureKey[:32] + ".replay", "/plan.json": "", "plan.json": "", "": "",
	} {
		t.Setenv("GOTS_PLAN", plan)
		if got := replayFile(replayFixtureKey); got != want {
			t.Errorf("%s: %s", plan, got)
		}
	}
}

// quote writes what encoding/json reads.
func TestQuote(t *testing.T) {
	for _, text := range []string{"", "/a/b", `a"b\c`, "ö\n\t\x01\x1f", "/x\u2028"} {
		var back string
		if err := json.Unmarshal([]byte(quote(text)), &back); err != nil || back != text {
			t.Errorf("%q becomes %s, %v %q", text, quote(text), err, back)
		}
	}
}

func TestIsTrusted(t *testing.T) {
	file := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for mode, want := range map[os.FileMode]bool{0o644: true, 0o646: false, 0o200: false} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		var stat syscall.Stat_t
		if err := syscall.Stat(file, &stat); err != nil {
			t.Fatal(err)
		}
		if got := isTrusted(&stat, 0o002); got != want {
			t.Errorf("mode %o: %v", mode, got)
		}
		stat.Uid++
		if isTrusted(&stat, 0o002) {
			t.Errorf("mode %o of another user", mode)
		}
	}
}
