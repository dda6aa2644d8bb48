//go:build unix

package life

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestFilesAreFiles(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{pipe, "/dev/zero", t.TempDir(), "/does/not/exist"} {
		if _, err := readFile(name); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, make([]byte, mostRead+10), 0o600); err != nil {
		t.Fatal(err)
	}
	if text, err := readFile(file); err != nil || len(text) != mostRead {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}
