package local

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math/big"
	"os"
	"os/exec"
	"runtime/pprof"
	"strings"
	"testing"
)

// sets reads a profile (github.com/google/pprof/proto/profile.proto) and returns the sets of labels of its samples, and the number of samples
// without any.
func sets(t *testing.T, profile []byte) (labeled []map[string]string, bare int) {
	t.Helper()
	zipped, err := gzip.NewReader(bytes.NewReader(profile))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(zipped)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	var samples [][][2]uint64
	fields(raw, func(number uint64, _ uint64, part []byte) {
		switch number {
		case 2: // sample
			var set [][2]uint64
			fields(part, func(number uint64, _ uint64, part []byte) {
				if number != 3 { // label
					return
				}
				var pair [2]uint64
				fields(part, func(number, value uint64, _ []byte) {
					if number == 1 || number == 2 { // key, str
						pair[number-1] = value
					}
				})
				if pair[1] != 0 { // others are numbers
					set = append(set, pair)
				}
			})
			samples = append(samples, set)
		case 6: // string_table
			texts = append(texts, string(part))
		}
	})
	for _, set := range samples {
		if len(set) == 0 {
			bare++
			continue
		}
		named := map[string]string{}
		for _, pair := range set {
			named[texts[pair[0]]] = texts[pair[1]]
		}
		labeled = append(labeled, named)
	}
	return labeled, bare
}

// fields calls visit for each field of a message: with its value, or its bytes.
func fields(message []byte, visit func(number, value uint64, part []byte)) {
	for len(message) > 0 {
		tag, n := binary.Uvarint(message)
		value, m := binary.Uvarint(message[n:])
		message = message[n+m:]
		if tag&7 == 2 {
			visit(tag>>3, 0, message[:value])
			message = message[value:]
		} else {
			visit(tag>>3, value, nil)
		}
	}
}

// spin uses the processor.
func spin() {
	x := new(big.Int).Lsh(big.NewInt(1), 20_000)
	for i := 0; i < 200; i++ {
		new(big.Int).Mul(x, x).Sqrt(x)
	}
}

// sampled runs f until a profile of the processor has samples of it, and returns the sets of labels with one of the keys.
func sampled(t *testing.T, f func(), keys ...string) (found []map[string]string, bare int) {
	t.Helper()
	for try := 0; try < 100; try++ {
		var out bytes.Buffer
		if err := pprof.StartCPUProfile(&out); err != nil {
			t.Fatal(err)
		}
		f()
		pprof.StopCPUProfile()
		labeled, n := sets(t, out.Bytes())
		bare += n
		for _, set := range labeled {
			for _, key := range keys {
				if _, ok := set[key]; ok {
					found = append(found, set)
					break
				}
			}
		}
		if len(found) > 0 || len(keys) == 0 && bare > 0 {
			return found, bare
		}
	}
	t.Fatal("no samples")
	return nil, 0
}

// goroutines is the profile of goroutines as text, whose labels are those of the goroutines now.
func goroutines(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	if err := pprof.Lookup("goroutine").WriteTo(&out, 1); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Profiles show what the program has set, and nothing of scopes.
func TestProfiles(t *testing.T) {
	leave, _ := enter(1)
	defer leave()
	if text := goroutines(t); strings.Contains(text, "labels:") {
		t.Error(text)
	}
	if found, _ := sampled(t, spin); len(found) != 0 {
		t.Error(found)
	}
	ctx := context.Background()
	pprof.Do(ctx, pprof.Labels("k", "v"), func(ctx context.Context) {
		expect(t, "in Do", 1)
		if v, _ := pprof.Label(ctx, "k"); v != "v" {
			t.Errorf("%q", v)
		}
		inner, _ := enter(2)
		wait(func() {
			expect(t, "started in Do", 2)
			if text := goroutines(t); strings.Count(text, `labels: {"k":"v"}`) != strings.Count(text, "labels:") {
				t.Error(text)
			}
			found, _ := sampled(t, spin, "k")
			for _, set := range found {
				if !maps.Equal(set, map[string]string{"k": "v"}) {
					t.Error(set)
				}
			}
		})
		inner()
		pprof.Do(ctx, pprof.Labels("l", "w"), func(context.Context) {
			if text := goroutines(t); !strings.Contains(text, `labels: {"k":"v", "l":"w"}`) {
				t.Error(text)
			}
		})
		expect(t, "in Do again", 1)
	})
	expect(t, "after Do", 1)
	if text := goroutines(t); strings.Contains(text, "labels:") {
		t.Error(text)
	}
}

// Labels that a program leaves on its goroutine stay there, as they would without scopes.
func TestLabelsThatStay(t *testing.T) {
	wait(func() {
		leave, _ := enter(1)
		pprof.SetGoroutineLabels(pprof.WithLabels(context.Background(), pprof.Labels("left", "behind")))
		expect(t, "in the scope", 1)
		leave()
		expect(t, "outside", nil)
		if text := goroutines(t); !strings.Contains(text, `labels: {"left":"behind"}`) {
			t.Error(text)
		}
		leave, _ = enter(2)
		pprof.SetGoroutineLabels(context.Background())
		expect(t, "labels taken away", 2)
		leave()
		if text := goroutines(t); strings.Contains(text, "labels:") {
			t.Error(text)
		}
	})
}

// request is a span with ids.
type request [2]string

func (r request) ProfileLabels() (traceID, spanID string) { return r[0], r[1] }

func TestIDsInProfiles(t *testing.T) {
	labels(true)
	defer labels(false)
	leave, _ := enter(request{"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"})
	ids := map[string]string{"trace_id": "0af7651916cd43dd8448eb211c80319c", "span_id": "b7ad6b7169203331"}
	if found, _ := sampled(t, spin, "trace_id"); !maps.Equal(found[0], ids) {
		t.Error(found)
	}
	pprof.Do(context.Background(), pprof.Labels("k", "v"), func(context.Context) {
		found, _ := sampled(t, func() { wait(spin) }, "k", "trace_id")
		ids := maps.Clone(ids)
		ids["k"] = "v"
		for _, set := range found {
			if !maps.Equal(set, ids) {
				t.Error(set)
			}
		}
		want := `labels: {"k":"v", "span_id":"b7ad6b7169203331", "trace_id":"0af7651916cd43dd8448eb211c80319c"}`
		if text := goroutines(t); !strings.Contains(text, want) {
			t.Error(text)
		}
	})
	leave()
	if text := goroutines(t); strings.Contains(text, "labels:") {
		t.Error(text)
	}
}

// The environment asks for ids, in programs without a bootstrap too.
func TestIDsAreAskedFor(t *testing.T) {
	const child = "LOCAL_CHILD"
	if want, ok := os.LookupEnv(child); ok {
		leave, _ := enter(request{"0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"})
		defer leave()
		if got := strings.Contains(goroutines(t), `"trace_id":"0af7651916cd43dd8448eb211c80319c"`); fmt.Sprint(got) != want {
			t.Errorf("%v, want %s", got, want)
		}
		return
	}
	for value, want := range map[string]string{"true": "true", "false": "false", "": "false", "yes": "false"} {
		command := exec.Command(os.Args[0], "-test.run=^TestIDsAreAskedFor$")
		command.Env = append(os.Environ(), "GOTS_PROFILE_LABELS="+value, child+"="+want)
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("%q: %v\n%s", value, err, out)
		}
	}
}
