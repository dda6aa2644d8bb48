import { expect, test } from 'vitest';
import { functionsNamed } from '../../../../src/dialects/gots/function-pattern.ts';
import type { Span } from '../../../../src/report/diagnostic.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';
import { weavePackage } from '../../../../src/weave/weave-package.ts';
import { testGrammar } from '../../../support/grammar.ts';
import { aspectsOf } from '../../../support/weave.ts';
import { errorOf } from '../../aspects/helpers.ts';

const grammar = await testGrammar();
const span: Span = { file: 'gots.yml', line: 3, column: 5 };
const [model] = aspectsOf(`
aspects:
  - id: mark
    join-point: {function-body: {function: [{name: x}]}}
    advice: {prepend-statements: {template: 'here({{ printf "%q" .Function.QualifiedName }})'}}
`);

const file = `package p

func Place() {}

func place() {}

func init() {}

func main() {}

func asm()

//gots:span
func Marked() {}

type Service[T any] struct{}

func (s *Service[T]) Get() {}

func (s Service[T]) List() {}

func (s *Service[T]) init() {}

type Services struct{}

func (Services) Get() { _ = func() {} }
`;

/** The functions of the file, in a package of this path, that a pattern names. */
function namedIn(importPath: string, pattern: string): readonly string[] {
  const aspect = { ...(model as Aspect), joinPoint: functionsNamed(pattern, span, 'gots:span') };
  const request = {
    facts: { importPath, imports: new Set<string>(), testMain: false, command: false },
    files: [{ name: 'p.go', bytes: Buffer.from(file) }],
    packageName: () => undefined,
    packageFiles: undefined,
    weaverVersion: 'v1.2.3',
  };
  const woven = weavePackage(request, [aspect], { grammar, oracle: undefined, acceptBroken: undefined });
  const text = woven.files[0]?.text?.toString() ?? '';
  return [...text.matchAll(/here\("(.*?)"\)/g)].map(([, name = '']) => name.slice(importPath.length + 1));
}

const orders = 'example.com/shop/orders';

test.each([
  [`${orders}.Place`, ['Place']],
  [`${orders}.*`, ['Place', 'place']],
  [`${orders}.P*`, ['Place']],
  [`${orders}.init`, ['init']],
  [`${orders}.main`, ['main']],
  [`${orders}.Marked`, []],
  [`${orders}.asm`, []],
  [`${orders}.Service.Get`, ['(*Service).Get']],
  [`${orders}.(*Service).*`, ['(*Service).Get', '(*Service).init']],
  [`${orders}.Service.*`, ['(*Service).Get', 'Service.List', '(*Service).init']],
  [`${orders}.Service*.Get`, ['(*Service).Get', 'Services.Get']],
  [`${orders}.*.*`, ['(*Service).Get', 'Service.List', '(*Service).init', 'Services.Get']],
  ['example.com/shop/...Service.*', ['(*Service).Get', 'Service.List', '(*Service).init']],
  ['example.com/shop/....Service.Get', ['(*Service).Get']],
  ['example.com/shop/...Place', ['Place']],
  ['example.com/shop/...(*Service).Get', ['(*Service).Get']],
  ['example.com/.../orders.Place', ['Place']],
  [`${orders}/...Place`, ['Place']],
  ['example.com/...P*', ['Place']],
  ['example.com/other/...P*', []],
  ['example.com/shop.Place', []],
])('%s names %j', (pattern, expected) => {
  expect(namedIn(orders, pattern)).toEqual(expected);
});

test('a dot may belong to the path', () => {
  expect(namedIn('gopkg.in/yaml.v3', 'gopkg.in/yaml.v3.Place')).toEqual(['Place']);
  expect(namedIn('gopkg.in/yaml.v3', 'gopkg.in/yaml.v3.Service.Get')).toEqual(['(*Service).Get']);
  expect(namedIn('example.com', 'example.com.Place')).toEqual(['Place']);
  expect(namedIn('shop', 'shop.Place')).toEqual(['Place']);
});

test.each([
  ['', 5, 'a dot and the name of a function are missing'],
  ['shop', 9, 'a dot and the name of a function are missing'],
  ['example.com/shop', 21, 'a dot and the name of a function are missing'],
  ['example.com/shop.', 22, 'the name of a function is missing'],
  ['example.com/shop..Place', 22, 'the name of a type is missing'],
  ['example.com/shop.a-b', 22, '"a-b" is not the name of a function'],
  ['example.com/*/shop.Place', 17, '* stands for letters of a name; packages are ...'],
  ['example.com/sh*p.Place', 19, '* stands for letters of a name; packages are ...'],
  ['example.com//shop.Place', 17, 'a part of the path is missing'],
  ['/shop.Place', 5, 'a part of the path is missing'],
  ['example.com/ü /shop.Place', 17, '"ü " is not a part of a path'],
  ['ü.com/a b/shop.Place', 12, '"a b" is not a part of a path'],
  ['...Place', 5, 'say whose packages: example.com/...'],
  ['example.com/...', 20, 'the name of a function is missing'],
  ['example.com/....', 21, 'the name of a function is missing'],
  ['example.com/...A.B.C', 23, 'only a type and a name stand behind the packages'],
  ['example.com/shop.(Cart).Place', 22, 'a pointer receiver is written (*T), with a dot and a name behind it'],
  ['example.com/shop.(*Cart)', 22, 'a pointer receiver is written (*T), with a dot and a name behind it'],
  ['example.com/shop.(*).Place', 24, 'the name of a type is missing'],
  ['example.com/shop.(*Cart).', 30, 'the name of a function is missing'],
  ['example.com/shop.(*Ca rt).Place', 24, '"Ca rt" is not the name of a type'],
])('%j is refused at column %i: %s', (pattern, column, problem) => {
  expect(errorOf(() => functionsNamed(pattern, span, 'gots:span'))).toBe(
    `gots.yml:3:${column}: "${pattern}" names no functions: ${problem} (aspect_bad_function_pattern); write path.Name, path.Type.Name or path.(*Type).Name; /... behind a path means all packages below it, * in a name any letters`,
  );
});
