package rt_test

import (
	"os/exec"
	"strings"
	"testing"
)

// Code woven into the standard library calls hooks, and hooks import the core: what the core imports cannot be woven with them, and has to
// be small.
func TestTheCoreStandsOnLittle(t *testing.T) {
	output, err := exec.Command("go", "list", "-deps", "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	packages := map[string]bool{}
	for _, line := range strings.Fields(string(output)) {
		packages[line] = true
		if strings.Contains(strings.Split(line, "/")[0], ".") && !strings.HasPrefix(line, "github.com/gots-dev/gots/aspects/rt") {
			t.Errorf("the core needs %s", line)
		}
	}
	// The package for tests may need more.
	if !packages["github.com/gots-dev/gots/aspects/rt/rttest"] || !packages["testing"] {
		t.Error("not all packages are listed")
	}
	output, err = exec.Command("go", "list", "-f", `{{if ne .Name "rttest"}}{{range .Deps}}{{.}} {{end}}{{end}}`, "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	for _, name := range strings.Fields(string(output)) {
		switch name {
		case "net", "net/http", "log", "log/slog", "database/sql", "runtime/pprof", "os/exec", "os/signal", "testing":
			t.Errorf("the core needs %s", name)
		}
	}
}
