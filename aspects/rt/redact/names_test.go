package redact

import (
	"os"
	"os/exec"
	"testing"
)

// The variable is read once, at the start of the program.
func TestNamesOfTheEnvironment(t *testing.T) {
	if os.Getenv("REDACT_TEST_CHILD") != "" {
		if len(own) != 2 || own[0] != "customerid" || own[1] != "iban" {
			t.Errorf("the names are %q", own)
		}
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^TestNamesOfTheEnvironment$")
	cmd.Env = append(os.Environ(), "REDACT_TEST_CHILD=1", "GOTS_SECRET_PARAMETERS=customer-id, ,Iban")
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, output)
	}
}
