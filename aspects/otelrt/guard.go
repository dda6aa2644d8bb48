package otelrt

import (
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

var reported sync.Map // name of a hook → true

// Recover is deferred by every function that woven code calls. What hooks call may be the program's own (a span processor, a
// propagator, an error's methods); a panic there costs the span, never the program. The first one of each hook is reported on standard
// error.
func Recover(hook string) {
	p := recover()
	if p == nil {
		return
	}
	hook = strings.TrimPrefix(hook, ownScopes)
	if _, again := reported.LoadOrStore(hook, true); !again {
		message := "gots: tracing " + hook + " panicked with a " + typeName(p)
		if text := panicText(p); text != "" {
			message += ": " + text
		}
		fmt.Fprintln(os.Stderr, bound.Line(message, 1000))
	}
}
