// Package attr makes the attributes of spans, measurements and log records. A value is made by its key alone, and the key is the policy:
// the most bytes that the value has, and what hides its secrets. Keys of the semantic conventions are in semconv.go; a package with
// attributes of its own declares them as package variables with Short, Long, Stack and Number.
package attr

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/gots-dev/gots/aspects/rt/bound"
)

// Key is the name of an attribute and the policy for its values.
type Key struct {
	name  string
	class class
	limit int // of class own, in bytes
	hide  func(string) string
}

// class says which bound a text has.
type class uint8

const (
	short  class = iota // 255 bytes; the environment may lower it
	long                // 4,096 bytes; the environment may lower and raise it
	stack               // 16,384 bytes; likewise
	number              // no text
	own                 // as the program says
)

// Short makes a key for texts of at most 255 bytes.
func Short(name string) *Key { return declare(&Key{name: name, class: short}) }

// Long makes a key for texts of at most 4,096 bytes; hide takes out secrets and may be nil.
func Long(name string, hide func(string) string) *Key {
	return declare(&Key{name: name, class: long, hide: hide})
}

// Stack makes a key for stack traces: texts of at most 16,384 bytes.
func Stack(name string) *Key { return declare(&Key{name: name, class: stack}) }

// Number makes a key for numbers and truth values.
func Number(name string) *Key { return declare(&Key{name: name, class: number}) }

// Name is the attribute's name.
func (k *Key) Name() string { return k.name }

// Limit is the most bytes that a text has.
func (k *Key) Limit() int {
	switch limits := current.Load(); k.class {
	case own:
		return min(k.limit, limits.own)
	case long:
		return limits.long
	case stack:
		return limits.stack
	default:
		return limits.short
	}
}

// clean gives a text without its secrets, cut, in valid UTF-8. It may share memory with s.
func (k *Key) clean(s string) string {
	limit := k.Limit()
	if k.hide != nil {
		// Secrets are hidden before the last cut, which may cut off what tells them; and after a first one, to bound the work.
		s = k.hide(bound.Cut(s, limit))
	}
	return bound.Valid(s, limit)
}

var declared struct {
	sync.Mutex
	keys []*Key
}

func declare(k *Key) *Key {
	declared.Lock()
	defer declared.Unlock()
	declared.keys = append(declared.keys, k)
	return k
}

// Declared gives the keys that packages of this program declared, in no order: the documentation is made from them.
func Declared() []*Key {
	declared.Lock()
	defer declared.Unlock()
	return slices.Clone(declared.keys)
}

// Kind names the kind of a key for the documentation: "short", "long", "stack", "number" or "program".
func (k *Key) Kind() string {
	return [...]string{short: "short", long: "long", stack: "stack", number: "number", own: "program"}[k.class]
}

// maxInterned bounds the keys that are kept for names from programs: a program may build names from data.
const maxInterned = 4096

type programKey struct {
	name  string
	limit int
}

var (
	interned sync.Map // programKey → *Key
	kept     atomic.Int32
)

// Program gives a key for a name that the program chose. Its texts have at most limit bytes, or as many as the environment allows if
// limit is negative. The same name gives the same key, for the first 4,096 names.
func Program(name string, limit int) *Key {
	if limit < 0 {
		limit = mostLimit
	}
	id := programKey{name, limit}
	if found, ok := interned.Load(id); ok {
		return found.(*Key)
	}
	// The name may be a part of a request.
	id.name = bound.Text(name, nameLimit)
	made := &Key{name: id.name, class: own, limit: limit}
	if kept.Load() >= maxInterned {
		return made
	}
	found, again := interned.LoadOrStore(id, made)
	if !again {
		kept.Add(1)
	}
	return found.(*Key)
}
