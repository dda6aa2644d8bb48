package otelrt

import (
	"os"
	"os/exec"
	"testing"
)

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
