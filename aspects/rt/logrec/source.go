package logrec

import (
	"runtime"

	"github.com/gots-dev/gots/aspects/rt/attr"
)

// Attributes of the place in the source that logged: semantic conventions, "Source Code Attributes".
var (
	codeFunction = attr.Short("code.function.name")
	codeFile     = attr.Long("code.file.path", nil)
	codeLine     = attr.Number("code.line.number")
)

// AppendSource adds the place that a program counter, as runtime.Callers gives it, stands for; nothing for 0.
func AppendSource(attrs []attr.Value, pc uintptr) []attr.Value {
	if pc == 0 {
		return attrs
	}
	frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	if frame.Function != "" {
		attrs = append(attrs, codeFunction.String(frame.Function))
	}
	if frame.File != "" {
		attrs = append(attrs, codeFile.String(frame.File), codeLine.Int(frame.Line))
	}
	return attrs
}
