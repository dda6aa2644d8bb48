package logrec_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/gots-dev/gots/aspects/rt/logrec"
	"github.com/gots-dev/gots/aspects/rt/rttest"
)

func TestSource(t *testing.T) {
	var pcs [1]uintptr
	runtime.Callers(1, pcs[:])
	_, file, line, _ := runtime.Caller(0)
	got := rttest.Attrs(logrec.AppendSource(nil, pcs[0]))
	name, _ := got["code.function.name"].(string)
	if !strings.HasSuffix(name, "logrec_test.TestSource") || got["code.file.path"] != file || got["code.line.number"] != int64(line-1) {
		t.Errorf("got %v", got)
	}
	if got := logrec.AppendSource(nil, 0); got != nil {
		t.Errorf("no place gives %v", got)
	}
}
