/**
 * A package of ours by way of which a package that declares predeclared names anew reaches the originals. What is in it is types,
 * and generic functions and methods, which their users compile: an archive of it is the same for all flags of a build.
 */
export const predeclaredPath = 'gots/predeclared';

export const predeclaredSource = `//line <gots>/predeclared.go:1:1
package predeclared

type (
	Bool    = bool
	Int     = int
	String  = string
	Uintptr = uintptr
)

func Appended[T any](to, more []T) []T { return append(to[:len(to):len(to)], more...) }

type Failure[_ any] string

func (what Failure[_]) Report() {
	if e := recover(); e != nil {
		println(string(what))
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

func NoMap[K comparable, V any](m map[K]V) bool { return m == nil }

func Panic[T any](v T) { panic(v) }
`;
