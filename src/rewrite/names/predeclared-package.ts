import type { SyntaxNode } from '../../lang/syntax/syntax.ts';
import { isSpread } from '../../lang/tree/syntax-shapes.ts';

/**
 * A package of ours by way of which a package that declares predeclared names itself reaches the originals. What is in it is types,
 * and generic functions and methods, which their users compile: an archive of it is the same for all flags of a build.
 */
export const predeclaredPath = 'gots/predeclared';

const exported: ReadonlySet<string> = new Set(
  (
    'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string ' +
    'uint uint8 uint16 uint32 uint64 uintptr true false append copy delete panic'
  ).split(' '),
);

/** What of the package stands for a predeclared name at a place; undefined where nothing does. */
export function exportedName(name: string, node?: SyntaxNode): string | undefined {
  const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  if (exported.has(name)) return node !== undefined && isEmbedded(node) ? undefined : capital;
  const call = node?.parent;
  if ((name !== 'print' && name !== 'println') || call?.kind !== 'call_expression') return undefined;
  const args = call.field('arguments')?.children ?? [];
  return args.length <= 4 && !isSpread(call) ? `${capital}${args.length}` : undefined;
}

/** The name of an embedded type is also that of its field. */
function isEmbedded({ parent }: SyntaxNode): boolean {
  return parent?.kind === 'field_declaration' && parent.field('name') === undefined;
}

export const predeclaredSource = `//line <gots>/predeclared.go:1:1
package predeclared

type (
	Any        = any
	Bool       = bool
	Byte       = byte
	Comparable interface{ comparable }
	Complex64  = complex64
	Complex128 = complex128
	Error      = error
	Float32    = float32
	Float64    = float64
	Int        = int
	Int8       = int8
	Int16      = int16
	Int32      = int32
	Int64      = int64
	Rune       = rune
	String     = string
	Uint       = uint
	Uint8      = uint8
	Uint16     = uint16
	Uint32     = uint32
	Uint64     = uint64
	Uintptr    = uintptr
)

func Appended[T any](to, more []T) []T { return append(to[:len(to):len(to)], more...) }

const (
	True  = true
	False = false
)

func Append[S ~[]E, E any](s S, e ...E) S { return append(s, e...) }

func Copy[D ~[]E, S ~[]E, E any](to D, from S) int { return copy(to, from) }

func Delete[M ~map[K]V, K comparable, V any](m M, k K) { delete(m, k) }

func Print1[A any](a A) { print(a) }

func Print2[A, B any](a A, b B) { print(a, b) }

func Print3[A, B, C any](a A, b B, c C) { print(a, b, c) }

func Print4[A, B, C, D any](a A, b B, c C, d D) { print(a, b, c, d) }

func Println0() { println() }

func Println1[A any](a A) { println(a) }

func Println2[A, B any](a A, b B) { println(a, b) }

func Println3[A, B, C any](a A, b B, c C) { println(a, b, c) }

func Println4[A, B, C, D any](a A, b B, c C, d D) { println(a, b, c, d) }

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
