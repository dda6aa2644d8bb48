import fc, { type Arbitrary } from 'fast-check';
import type { PackageFacts } from '../../src/lang/names/package-facts.ts';
import type { TypeName } from '../../src/lang/names/type-name.ts';
import type { BuildConstants } from '../../src/vocabulary/conditions/condition.ts';
import type { FunctionOption } from '../../src/vocabulary/options.ts';
import type { JoinPoint, JoinPointKind, PointOf } from '../../src/vocabulary/points.ts';
import { span } from './key-samples.ts';

/** Paths that are close to each other: below, beside, inside other modules, vendored. */
export const paths = [
  'a',
  'a/b',
  'a/b/c',
  'a/bc',
  'a/b/c/d',
  'root',
  'root/in',
  'root/in/deep',
  'rooted',
  'golang.org/x/net',
  'main',
] as const;

/** What random points speak of. */
export interface Words {
  readonly path: Arbitrary<string>;
  readonly word: Arbitrary<string>;
  readonly type: Arbitrary<TypeName>;
  /** As `receiver-is` writes it. */
  readonly receiver: Arbitrary<string>;
}

const flag = fc.boolean();
const range = fc.constantFrom({ from: 'v1.2.0', text: 'v1.2.0' }, { below: 'v1.3.0', text: '' }, { text: '' });
const path = fc.constantFrom(...paths);
const pattern = fc.oneof(
  path,
  fc.constantFrom(
    '*',
    '**',
    '.',
    './**',
    'a/**',
    'a/*',
    'a/**/d',
    'a/**/**',
    'a/***',
    '**/b',
    'a**',
    'a/b*',
    'in',
    'in/**',
    '[.]',
    '?',
    'a\\/b',
    '{a,b}/c',
  ),
  fc.stringMatching(/^[abc./*?]{1,6}$/),
);
const defaults: Words = {
  path,
  word: fc.constantFrom('main', 'b', 'demo', 'demo_test'),
  type: fc.record(
    { pointer: flag, path: fc.option(path, { nil: undefined }), name: fc.constant('T') },
    { noNullPrototype: true },
  ) as Arbitrary<TypeName>,
  receiver: fc.constant('*T'),
};

const list = fc.constantFrom('argument' as const, 'result' as const, 'final-result' as const);

/** An option of every kind. A new one does not compile until it is here. */
export function optionsOf({ word, type, receiver }: Words): {
  readonly [K in FunctionOption['kind']]: Arbitrary<Extract<FunctionOption, { kind: K }>>;
} {
  const types = fc.array(type, { maxLength: 2 });
  return {
    name: fc.record({ kind: fc.constant('name'), name: word }),
    'name-glob': fc.record({ kind: fc.constant('name-glob'), pattern: fc.constantFrom('*', 'S*', '?erve') }),
    'name-matches': fc.record({ kind: fc.constant('name-matches'), pattern: fc.constant('.') }),
    receiver: fc.record({ kind: fc.constant('receiver'), type }),
    'has-receiver': fc.record({ kind: fc.constant('has-receiver'), value: flag }),
    'receiver-matches': fc.record({ kind: fc.constant('receiver-matches'), pattern: fc.constant('.') }),
    'receiver-is': fc.record({ kind: fc.constant('receiver-is'), text: receiver }),
    'has-body': fc.record({ kind: fc.constant('has-body'), value: flag }),
    signature: fc.record({ kind: fc.constant('signature'), args: types, returns: types }),
    'signature-contains': fc.record({ kind: fc.constant('signature-contains'), args: types, returns: types }),
    'has-type': fc.record({ kind: fc.constant('has-type'), type, list }) as never,
    'argument-implements': fc.record({ kind: fc.constant('argument-implements'), type }),
    'result-implements': fc.record({ kind: fc.constant('result-implements'), type }),
    'final-result-implements': fc.record({ kind: fc.constant('final-result-implements'), type }),
  };
}

/** Points of every kind, with points of every kind inside. A new kind does not compile until it is here. */
export function pointsOf(
  inner: Arbitrary<JoinPoint>,
  words: Words = defaults,
): {
  readonly [K in JoinPointKind]: Arbitrary<PointOf<K>>;
} {
  const of = <K extends JoinPointKind>(
    kind: K,
    fields: Record<string, Arbitrary<unknown>> = {},
  ): Arbitrary<PointOf<K>> =>
    fc.record({ kind: fc.constant(kind), ...fields, span: fc.constant(span) }) as unknown as Arbitrary<PointOf<K>>;
  const { path, word, type } = words;
  const some = fc.array(inner, { maxLength: 3 });
  const maybePath = fc.option(path, { nil: undefined });
  return {
    'all-of': of('all-of', { points: some }),
    'one-of': of('one-of', { points: some }),
    not: of('not', { point: inner }),
    'import-path': of('import-path', { path }),
    'package-name': of('package-name', { name: word }),
    'package-filter': of('package-filter', { root: flag, pattern: fc.option(pattern, { nil: undefined }) }),
    'import-glob': of('import-glob', { pattern: pattern.filter((text) => !/[\\{}]/.test(text) || text === '{a,b}/c') }),
    command: of('command', { value: flag }),
    'test-build': of('test-build', { value: flag }),
    'file-has': of('file-has', { part: type.map(({ name }) => ({ kind: name.length % 2 ? 'struct' : 'text', name })) }),
    'package-value': of('package-value', { name: word }),
    'test-main': of('test-main', { value: flag }),
    'module-version': of('module-version', { path: maybePath, range }),
    'go-version': of('go-version', { range }),
    configuration: of('configuration', {
      pairs: fc.constantFrom({ httpmode: 'wrap' }, { httpmode: 'report' }, {}),
    }),
    directive: of('directive', { name: word }),
    function: of('function', { options: fc.array(fc.oneof(...Object.values(optionsOf(words))), { maxLength: 3 }) }),
    'function-body': of('function-body', { point: inner }),
    within: of('within', { point: inner }),
    'function-call': of('function-call', { path: maybePath, name: word }),
    'method-call': of('method-call', { receiver: type, name: word, match: fc.constant('any') }),
    'struct-definition': of('struct-definition', { type, anyPackage: fc.option(flag, { nil: undefined }) }),
    'struct-literal': of('struct-literal', { type }),
    'declaration-of': of('declaration-of', { path, name: word }),
    'value-declaration': of('value-declaration', { type }),
  };
}

/** Points of any kind, three deep. */
export function anyPointOf(words: Words): Arbitrary<JoinPoint> {
  return fc.letrec<{ point: JoinPoint; leaf: JoinPoint }>((tie) => ({
    point: fc.oneof({ maxDepth: 3 }, tie('leaf'), ...Object.values(pointsOf(tie('point'), words))),
    leaf: fc.record({ kind: fc.constant('import-path' as const), path: words.path, span: fc.constant(span) }),
  })).point;
}

export const anyPoint: Arbitrary<JoinPoint> = anyPointOf(defaults);

/** Facts of a package, and what is the same in all packages of its build. */
export const anyPackage: Arbitrary<{ readonly facts: PackageFacts; readonly build: BuildConstants }> = fc
  .record({
    importPath: path,
    imports: fc.subarray([...paths, 'vendor/golang.org/x/net', 'a/vendor/root/in']),
    testMain: flag,
    command: fc.option(flag, { nil: undefined }),
    name: fc.option(defaults.word, { nil: undefined }),
    rootModule: fc.constantFrom(undefined, 'root', 'a/b'),
    goVersion: fc.constantFrom(undefined, 'go1.2.5', 'go1.26.8'),
    versions: fc.option(
      fc.dictionary(fc.constantFrom('a', 'a/b', 'root'), fc.constantFrom('', 'v1.1.0', 'v1.2.5'), {
        noNullPrototype: true,
      }),
      { nil: undefined },
    ),
  })
  .map(({ versions, imports, ...facts }) => {
    const module = Object.keys(versions ?? {})
      .filter((each) => facts.importPath === each || facts.importPath.startsWith(`${each}/`))
      .sort((a, b) => b.length - a.length)[0];
    return {
      facts: {
        ...facts,
        imports: new Set(imports),
        module: module === undefined ? undefined : { path: module, version: versions?.[module] ?? '' },
      },
      build: { rootModule: facts.rootModule, goVersion: facts.goVersion, versions },
    };
  });
