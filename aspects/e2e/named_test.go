package e2e

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// emitted has the attributes of all spans that hooks ended in this run, with a span that had each.
var emitted sync.Map

// note keeps the attributes of a span of a hook: those of the program and its libraries are their own.
func note(s sdktrace.ReadOnlySpan) {
	if !strings.HasPrefix(s.InstrumentationScope().Name, "github.com/gots-dev/gots/") {
		return
	}
	write(s)
	for _, kv := range s.Attributes() {
		emitted.Store(string(kv.Key), s.Name())
	}
	for _, event := range s.Events() {
		for _, kv := range event.Attributes {
			emitted.Store(string(kv.Key), s.Name()+", "+event.Name)
		}
	}
}

var attributeName = regexp.MustCompile(`[a-z_]+(\.[a-z_0-9]+)+`)

// unnamed gives the attributes that hooks emitted and no telemetry.yml names: docs/telemetry.md would not tell of them.
func unnamed(emitted *sync.Map, aspects string) ([]string, error) {
	named := map[string]bool{}
	err := filepath.WalkDir(aspects, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Base(path) != "telemetry.yml" {
			return err
		}
		text, err := os.ReadFile(path)
		for _, name := range attributeName.FindAllString(string(text), -1) {
			named[name] = true
		}
		return err
	})
	if len(named) == 0 && err == nil {
		err = fmt.Errorf("no telemetry.yml below %s", aspects)
	}
	var out []string
	emitted.Range(func(name, span any) bool {
		if !named[name.(string)] {
			out = append(out, fmt.Sprintf("no telemetry.yml names the attribute %s of %s", name, span))
		}
		return true
	})
	slices.Sort(out)
	return out, err
}

func TestUnnamedAttributesAreFound(t *testing.T) {
	folder := t.TempDir()
	var of sync.Map
	of.Store("http.route", "GET /")
	if _, err := unnamed(&of, folder); err == nil {
		t.Error("a folder without telemetry.yml is taken")
	}
	if err := os.WriteFile(filepath.Join(folder, "telemetry.yml"), []byte("attributes: [http.route, url.path]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if missing, err := unnamed(&of, folder); err != nil || len(missing) > 0 {
		t.Errorf("got %q, %v", missing, err)
	}
	of.Store("http.route.secret", "GET /")
	if missing, err := unnamed(&of, folder); err != nil || len(missing) != 1 || !strings.Contains(missing[0], "http.route.secret of GET /") {
		t.Errorf("got %q, %v", missing, err)
	}
}
