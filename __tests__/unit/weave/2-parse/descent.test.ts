import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Grammar } from '../../../../src/lang/syntax/grammar.ts';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import type { SyntaxNode, SyntaxTree } from '../../../../src/lang/syntax/syntax.ts';
import { outlinePlain, parsePlain } from '../../../../src/weave/2-parse/descent/parse-plain.ts';
import { goRoot } from '../../../support/go-program.ts';
import { treeSitter } from '../../../support/grammar.ts';
import { tempDir } from '../../../support/temp-module.ts';

let reference: Grammar;
beforeAll(async () => {
  reference = await treeSitter();
});

/** Every node by depth, kind, field and offsets, with what is wrong; then the comments. */
function linesOf({ root, comments }: SyntaxTree): string[] {
  const lines: string[] = [];
  const visit = (node: SyntaxNode, depth: number, parent: SyntaxNode | undefined): void => {
    const wrong = node.parent === parent ? '' : ' has another parent';
    lines.push(`${' '.repeat(depth)}${node.fieldName ?? ''} ${node.kind} ${node.start} ${node.end}${wrong}`);
    for (const child of node.children) visit(child, depth + 1, node);
  };
  visit(root, 0, undefined);
  return [...lines, ...comments.map(({ start, end }) => `// ${start} ${end}`)];
}

function compare(bytes: Buffer): void {
  const source = sourceFile('x.go', bytes);
  const own = parsePlain(source);
  if (own === undefined) throw new Error('left to tree-sitter');
  const expected = linesOf(reference.parse(source));
  expect(linesOf(own)).toEqual(expected);
  const outline = outlinePlain(source);
  if (outline === undefined) throw new Error('left to tree-sitter without its bodies');
  expect(linesOf(outline)).toEqual(expected);
}

const expressions = `
f[T](x)                 f[1](x)              p.F[T](x)             f[*T](x)              f[[]int](x)
f[map[string]int](x)    f[A, B](x)           f[A, B](x, y)         f[A]                  f[A, B]
p.F[A, B]               f[[]int]             f[*T]                 T[int]{}              p.T[int]{a: 1}
x.y.f[T](z)             f()[i](x)            f[T]()                f[p.T]()              f[*p.T]()
f[T](x...)              f[p.T](x, y)         f[any](x, y)          f[(T)](x)             f[i+1](x)
f[a.b.c](x)             f["a"](x)            f[func()](x)          f[struct{}](x)        f[iota](x)
(T)(x)                  (*T)(x)              ([]byte)(x)           (func())(x)           (<-chan int)(x)
(*[]byte)(x)            (*T[int])(x)         (p.T[int])(x)         (*p.T)(nil)           *(*[]byte)(x)
<-chan int(x)           chan int(x)          chan<- int(x)         interface{}(x)        []byte("a")[0]
map[string]T{"a": {1}}  [...]int{1: 2, {1}}  [N]int{}              *[]int(x)             &[]int{1}
new(T)                  new(p.T)             new(a.b.c)            new(1 + f())          make([]int, n, m)
make(n)                 new                  (*T).M                T[int].M              f[A, B].M
x.(*p.T)                a[1:2:3]             a[:]                  a[:n]                 struct{ a int }{1}
func(a int) {}(1)       f[x][y](z)           f[x][a.b](z)          f[x][y]               a[b[c[d]]]
a.b[c.d][e.f]           &a.b[c.d][e.f]       a[i][b[c]]            f[T,](x)              f[T,]
f[**a](x)               f[a[b]](x)           f[a[b].c](x)          f[<-a](x)             f[~a](x)
(func(a, b int, c ...string) (x, y int) { return })              func(int) (<-chan int) { return nil }
-a*b + c<<2&^d == e && !f || g != h          a - -b ^ +c           f(a, b...)            <-<-c
'é' + "日本" + \`raw\`    0x1p-2 + 1e3 + .5i     07 + 0b1_0 + 0o7 + 1_000              f(func() { g() }, T{})
`
  .trim()
  .split(/ {2,}|\n/)
  .filter((text) => text !== '');

const statements = [
  'a++; b--; c <- d; e, f = g, h; i := j; k <<= 1',
  'if x := f(); x {} else if y {} else { z() }',
  'for {}\nfor x {}\nfor i := 0; i < n; i++ {}\nfor ; ; {}\nfor ; x; {}\nfor i++; ; {}\nfor x = 1; ; x += 1 {}',
  'for range x {}\nfor a := range b {}\nfor a, b = range c {}\nfor range 10 {}\nfor _, x := range []T{{1}} {}',
  'switch {}\nswitch x {\ncase 1, 2:\n\ta()\n\n\ndefault:\n}\nswitch x := f(); x {}\nswitch f(); {}',
  'switch x.(type) {\ncase int, *T, []byte, func(), nil:\n}\nswitch a := b(); x := a.(type) {\ndefault:\n\tf(x) // end\n}',
  'select {\ncase <-c:\ncase x := <-c:\n\tf()\ncase x, ok = <-c:\ncase c <- 1:\ndefault:\n}',
  'L:\n\tfor { break L; continue L; goto L }\nM: N: f()\nO:\n',
  'go f()\ndefer func() { recover() }()\nreturn a, b',
  'switch { case a: fallthrough; case b: }',
  'var a, b int = 1, 2; const c = 3; type d = int\nvar (\n\te f\n\tg = 1\n)\n\n\n// last\n',
  'if (T{}) == x {}\nif f(T{}) {}\nfor _, f := range [](func()){func() {}} {}\nif x := []T{}; y {}',
  '{ { a() }\n\n\n}\n/* c */ b() /* d\n */\n',
  'make, new, nil := 1, 2, 3; _ = make + new',
  'return',
];

const declarations = [
  'import "a"\nimport . "b"\nimport _ "c"\nimport d "d"\nimport (\n\t"e"; f `f`\n)\nimport ()',
  'type (\n\tA struct{ a, b int `t`; *B; c.D "t"; E[int]; F [2]G; h []i; J[K, L] "t" }\n\tB = C[int]\n)\ntype ()',
  'type I interface { M(); N(a int) (b int); error; ~int | p.T | []T; O() []int; interface{} }',
  'type T[P any, Q, R interface{ ~[]P }, S *int,] struct{}\ntype U [N]int\ntype V [2 * N]int\ntype W []int\ntype X[P []Q] int',
  'const (\n\ta = iota\n\tb\n\tc, d int = 1, 2\n)',
  'func f()\nfunc g[P *T, Q ~int | string](a, b P, _ ...Q) (c, d int) {}\nfunc (r *T[K, V]) m(int, p.T, T[int], ...any) error {}',
  'func h(a []int, b [N]int, c T[int], d chan<- int, e <-chan int, f chan (<-chan int), g chan<- chan int, h func(int) func())',
  'var a, b = 1, func() {}\nvar c map[K]*p.V\nvar ()\nvar x (int)',
  '\n\n// head\n\n',
  'func é() { ü := "ß" }\r\n\r\nvar ö int\r\n',
];

describe('the parser without tree-sitter makes its tree', () => {
  test.each(expressions)('of the expression %s', (text) => {
    compare(Buffer.from(`package p\nvar _ = ${text}\nfunc _() { ${text} }\n`));
  });

  test.each(statements)('of the statements %j', (text) => compare(Buffer.from(`package p\n\nfunc f() {\n${text}}\n`)));

  test.each(declarations)('of the declarations %j', (text) => {
    compare(Buffer.from(`// Package p.\npackage p\n\n${text}\n`));
    compare(Buffer.from(`\ufeffpackage p; ${text}`));
  });

  test('of net/http, reflect and slices', () => {
    const root = join(goRoot(tempDir(), 'go1.26.8'), 'src');
    const folders = ['net/http', 'reflect', 'slices'];
    const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
    const left: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.go'))) {
      const source = sourceFile(file, readFileSync(file));
      const own = parsePlain(source);
      if (own === undefined) left.push(file);
      else if (linesOf(own).join('\n') !== linesOf(reference.parse(source)).join('\n')) expect.unreachable(file);
    }
    expect(left).toEqual([]);
  });
});

test.each([
  ['an error', 'package p\nfunc f() { a := (b }\n'],
  ['a missing comma before a newline', 'package p\nvar _ = T{1\n}\n'],
  ['an empty statement', 'package p\nfunc f() { a();; b() }\n'],
  ['a second label without a statement', 'package p\nfunc f() {\nL:\nM:\n}\n'],
  ['x.(type) outside of a switch', 'package p\nvar _ = x.(type)\n'],
  ['a name among types', 'package p\nfunc f(a int, b)\n'],
  ['a type parameter that may be a length', 'package p\ntype T[P *Q] int\n'],
  ['an escape that there is not', 'package p\nvar _ = "\\y"\n'],
  ['a number that there is not', 'package p\nvar _ = 0b12\n'],
  ['a string without end', 'package p\nvar _ = "a\n'],
  ['a comment without end', 'package p\n/* a\n'],
  ['a statement at the top level', 'package p\nf()\n'],
  ['a deep nest', `package p\nvar _ = ${'('.repeat(1000)}x${')'.repeat(1000)}\n`],
  ['a character that there is not', 'package p\nvar _ = a ? b\n'],
])('%s is left to tree-sitter', (_, text) => {
  expect(parsePlain(sourceFile('x.go', Buffer.from(text)))).toBeUndefined();
});
