package rt

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestTextsThatAreAskedFor(t *testing.T) {
	defer func(before bool) { recordTexts = before }(recordTexts)
	recordTexts = true
	if got := describe(errors.New("bob")); got != "bob" {
		t.Errorf("of an error: %q", got)
	}
	var missing *os.PathError // whose method panics
	if got := describe(missing); got != "" {
		t.Errorf("of a nil pointer: %q", got)
	}
	if got := panicText("bob"); got != "bob" {
		t.Errorf("of a panic: %q", got)
	}
	if got := panicText(nil); got != "" {
		t.Errorf("of nil: %q", got)
	}
	r := newRecord()
	r.status(Failed, "bob\xff"+strings.Repeat("x", 10_000))
	if !strings.HasPrefix(r.StatusText, "bob\uFFFDx") || len(r.StatusText) > 4096 {
		t.Errorf("%d bytes: %.10q", len(r.StatusText), r.StatusText)
	}
}

// The variable is read once, at the start of the program.
func TestErrorTextsAreAskedForByTheEnvironment(t *testing.T) {
	if want := os.Getenv("RT_TEST_WANT"); want != "" {
		if recordTexts != (want == "yes") {
			t.Errorf("texts are recorded: %v, want %s", recordTexts, want)
		}
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]string{"true": "yes", " TRUE ": "yes", "": "no", "1": "no", "yes": "no", "false": "no"} {
		cmd := exec.Command(self, "-test.run=^TestErrorTextsAreAskedForByTheEnvironment$")
		cmd.Env = append(os.Environ(), "RT_TEST_WANT="+want, "GOTS_RECORD_ERROR_TEXTS="+value)
		if output, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%q: %v: %s", value, err, output)
		}
	}
}
