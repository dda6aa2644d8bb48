//go:build linux || darwin

package main

import (
	"crypto/sha256"
	"encoding/base64"
	"runtime"
	"testing"
)

// allocated is how many bytes a function allocates.
func allocated(do func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return int(after.TotalAlloc - before.TotalAlloc)
}

func numbered(n int) (action string, id []byte) {
	sum := sha256.Sum256([]byte(itoa(n)))
	return base64.StdEncoding.EncodeToString(sum[:]), sum[:]
}

// Twice the requests cost twice the work, up to 5,000 packages. What is counted are bytes: work that grows faster copies something again.
func TestWorkGrowsLinearly(t *testing.T) {
	const most = 5000
	for _, test := range []struct {
		name string
		work func(t *testing.T, count int) int
	}{
		{"questions that the last build answers", func(t *testing.T, count int) int {
			f, told := testFront(t)
			f.mode = weaving
			for n := range count {
				action, _ := numbered(n)
				f.replay.late[action] = answer{"v", "", "0", `"Miss":true`}
			}
			used := allocated(func() {
				for n := range count {
					action, _ := numbered(n)
					f.read([]byte(get(n, action)))
				}
			})
			if len(*told) != count {
				t.Errorf("told %d of %d", len(*told), count)
			}
			return used
		}},
		{"questions that wait for the server", func(t *testing.T, count int) int {
			f, told := testFront(t)
			dir := f.caches.user
			f.replay, f.caches = nil, caches{}
			there := withServer(t, f)
			used := allocated(func() {
				for n := range count {
					action, _ := numbered(n)
					f.read([]byte(get(n, action)))
				}
				says(f, there, []field{{"ready", nil}, {"caches", []string{dir, dir}}, {"code", []string{"c0de"}}})
			})
			if len(*told) != count {
				t.Errorf("told %d of %d", len(*told), count)
			}
			return used
		}},
		{"objects, and the record of the build", func(t *testing.T, count int) int {
			f, told := testFront(t)
			f.mode, f.file, f.key = weaving, f.caches.weave+"/builds/k.replay", "k"
			body := []byte("!<arch>\nobject")
			_, output := idsOf(0, body)
			used := allocated(func() {
				for n := range count / 10 {
					_, id := numbered(n)
					f.read(asGo(n+1, id, output, body))
				}
				for n := range count {
					action, _ := numbered(n)
					f.late[action] = answer{"v", "/x", "1", `"OutputID":"AA"`}
				}
				f.writeReplay(message{})
			})
			written, _ := readOwn(f.file)
			if m, _ := messageIn(written); len(*told) != count/10 || len(m.list("late")) < 5*count {
				t.Errorf("told %d, wrote %d", len(*told), len(m.list("late")))
			}
			return used
		}},
		{"facts of packages", func(t *testing.T, count int) int {
			f, _ := decidingFront(t)
			return allocated(func() {
				for n := range count {
					_, id := numbered(n)
					f.decides.index.note(hexDigits(id), factsText("p"+itoa(n), `"lib"`))
				}
				f.saveFacts()
				if again := loadFactsIndex(f.decides.index.file, f.caches.code); len(again.known) != count {
					t.Errorf("kept %d of %d", len(again.known), count)
				}
			})
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.work(t, 100)
			half, whole := test.work(t, most/2), test.work(t, most)
			// Buffers and maps grow by doubling, so that one of two sizes may hold up to twice what it needs.
			if whole > 3*half {
				t.Errorf("%d bytes for %d requests, %d for %d", half, most/2, whole, most)
			}
		})
	}
}
