package bootstrap

import (
	"testing"

	"github.com/gots-dev/gots/aspects/rt"
)

func TestTestBinariesStartNothing(t *testing.T) {
	if !isTestBinary() || rt.On(rt.Traces) || rt.On(rt.Metrics) || rt.On(rt.Logs) {
		t.Errorf("test binary %v; something is on", isTestBinary())
	}
}
