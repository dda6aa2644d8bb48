// Package local carries the scope of a span along with a goroutine, for calls that get no context: db.Query, http.Get, log.Print.
//
// A goroutine that is started inherits the scope, and so does a coroutine. The scope lies in the goroutine's profiler labels, which the
// runtime copies and clears anyway (docs/adr/0040-the-goroutines-context-in-its-labels.md). Nothing here allocates but [Enter] and [Bind], and
// all of it is safe for concurrent use.
package local

import (
	"os"
	"strings"
	"sync/atomic"
	"unsafe"
)

// Scope is what a goroutine finds while a span is active on it. Its fields are set before [Enter] and not changed while it is entered.
// A scope is entered on one goroutine at a time; it may lie in the span itself, so that entering costs one node and nothing else.
type Scope struct {
	// Span is the active span. One that is a [Labeled] shows its ids in profiles where [Labels] are on.
	Span any
	// Request is the request that the scope belongs to. Enter fills it from the enclosing scope where it is nil.
	Request unsafe.Pointer
	// Suppressed says that hooks record nothing in this scope, whatever their contexts say; Excluded, that they make no spans and no measurements.
	Suppressed, Excluded bool
}

// Mode says who looks for the scope of a goroutine: GOTS_GLS.
type Mode uint32

const (
	Hooks Mode = iota // hooks do; the default
	Full              // also what the program asks for, as with trace.SpanFromContext
	Off               // no scope is recorded in goroutines
)

// The environment counts in programs without a bootstrap too, such as tests. What is wrong in it the bootstrap says.
func init() {
	if m, ok := ParseMode(os.Getenv("GOTS_GLS")); ok {
		SetMode(m)
	}
	Labels(strings.EqualFold(strings.TrimSpace(os.Getenv("GOTS_PROFILE_LABELS")), "true"))
}

// ParseMode reads a value of GOTS_GLS: off, hooks or full, in any case. ok is false for any other.
func ParseMode(value string) (m Mode, ok bool) {
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "off":
		return Off, true
	case "hooks":
		return Hooks, true
	case "full":
		return Full, true
	}
	return Hooks, false
}

var (
	mode    atomic.Uint32 // a Mode
	foreign atomic.Bool   // other code writes labels too
	labels  atomic.Bool
)

// SetMode sets the mode, for scopes that are entered from then on.
func SetMode(m Mode) { mode.Store(uint32(m)) }

// CurrentMode returns the mode that was set, and Off where a foreign package writes the labels of goroutines, see [Foreign].
func CurrentMode() Mode {
	if foreign.Load() {
		return Off
	}
	return Mode(mode.Load())
}

// Current returns the scope of this goroutine: the innermost that has been entered on it, or on the goroutine that started it, and has
// not ended. It is nil where there is none.
func Current() *Scope {
	if CurrentMode() == Off {
		return nil
	}
	root := nodeAt(get()).live()
	if root == nil {
		return nil
	}
	if s := root.scope.Load(); s != &hidden { // nil, if it has just ended
		return s
	}
	return nil
}

// Token ends a scope. The zero token ends nothing.
type Token struct {
	before unsafe.Pointer // the goroutine's labels as they were
	root   *node
}

// Enter makes s the scope of this goroutine until the token's Leave. A nil s hides the scope that there is.
// It allocates 48 bytes, with labels in profiles more; without a scope to set or to hide, and with the mode Off, nothing.
func Enter(s *Scope) Token {
	if CurrentMode() == Off {
		return Token{}
	}
	before := get()
	outer := nodeAt(before).live()
	if s == nil && outer == nil {
		return Token{}
	}
	root := &node{}
	root.root.Store(root)
	var ids Labeled
	if s == nil {
		root.scope.Store(&hidden)
	} else {
		if s.Request == nil && outer != nil {
			if o := outer.scope.Load(); o != nil {
				s.Request = o.Request
			}
		}
		root.scope.Store(s)
		ids, _ = s.Span.(Labeled)
	}
	root.show(userOf(before), ids)
	set(unsafe.Pointer(root))
	return Token{before, root}
}

// Leave ends the scope and gives the goroutine that entered it the scope from before. Labels that the program has set meanwhile stay. It is for a
// deferred call, so that a panic and runtime.Goexit end the scope too.
func (t Token) Leave() {
	if t.root == nil {
		return
	}
	t.Kill()
	restore(t.before, unsafe.Pointer(t.root))
}

// Kill ends the scope from any goroutine; the one that entered it still has to leave. Goroutines that were started in the scope and live on
// find the scope around it, as long as that lasts.
func (t Token) Kill() {
	if t.root == nil {
		return
	}
	switch t.root.scope.Load() {
	case nil:
		return
	case &hidden:
		t.root.root.Store(nil)
	default:
		t.root.root.Store(nodeAt(t.before).live())
	}
	t.root.scope.Store(nil)
}

// Bind returns a function that calls f in the scope that the caller of Bind is in: for work that is handed over to a goroutine which
// somebody else starts, a timer or a pool. The labels of the program are those of the goroutine that runs it. Without a scope it is f itself.
func Bind(f func()) func() {
	if f == nil || CurrentMode() == Off {
		return f
	}
	root := nodeAt(get()).live()
	if root == nil {
		return f
	}
	return func() {
		if CurrentMode() == Off {
			f()
			return
		}
		before := get()
		bound := wrap(userOf(before), root.live())
		set(bound)
		defer restore(before, bound)
		f()
	}
}

// restore gives the goroutine the labels from before those of own. What the program has set meanwhile stays, in the scope from before.
func restore(before, own unsafe.Pointer) {
	now := get()
	if now == own {
		set(before)
		return
	}
	if foreign.Load() { // what is there now is not to be looked at
		return
	}
	if user := userOf(now); user == userOf(before) {
		set(before)
	} else {
		set(wrap(user, nodeAt(before).live()))
	}
}
