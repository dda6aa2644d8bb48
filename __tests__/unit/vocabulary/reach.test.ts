import { expect, test } from 'vitest';
import { packageClauseName, rawFile } from '../../../src/lang/syntax/raw-file.ts';
import { reachOfFile, reachOfPackage } from '../../../src/vocabulary/ask.ts';
import type { Aspect } from '../../../src/vocabulary/aspect.ts';
import type { JoinPoint } from '../../../src/vocabulary/points.ts';
import { all, any, not, type Reach } from '../../../src/vocabulary/reach.ts';
import { aspectsForPackage } from '../../../src/weave/1-select/package.ts';
import { weavingOf } from '../../../src/weave/1-select/special-cases.ts';
import { aspectsOf, marking } from '../../support/weave.ts';

const every: readonly Reach[] = ['none', 'maybe', 'every'];

test('truth tables', () => {
  expect(every.map(not)).toEqual(['every', 'maybe', 'none']);
  expect(every.map((a) => every.map((b) => all([a, b])))).toEqual([
    ['none', 'none', 'none'],
    ['none', 'maybe', 'maybe'],
    ['none', 'maybe', 'every'],
  ]);
  expect(every.map((a) => every.map((b) => any([a, b])))).toEqual([
    ['none', 'maybe', 'every'],
    ['maybe', 'maybe', 'every'],
    ['every', 'every', 'every'],
  ]);
  expect([all([]), any([])]).toEqual(['none', 'none']);
});

function point(yaml: string): JoinPoint {
  return (aspectsOf(marking(yaml))[0] as Aspect).joinPoint;
}

const facts = {
  importPath: 'example.com/demo',
  imports: new Set(['net/http', 'vendor/golang.org/x/net/idna']),
  testMain: false,
  rootModule: 'example.com',
};

test.each([
  ['{import-path: example.com/demo}', 'every'],
  ['{import-path: example.com/other}', 'none'],
  ['{not: {import-path: example.com/demo}}', 'none'],
  ['{not: {import-path: example.com/other}}', 'every'],
  ['{not: {function: []}}', 'maybe'],
  ['{not: {function-call: fmt.Println}}', 'every'],
  ['{function: []}', 'maybe'],
  ['{function: [{receiver: example.com/demo.T}]}', 'maybe'],
  ['{function: [{receiver: example.com/other.T}]}', 'none'],
  ['{function: [{signature: {args: [net/http.Request, int]}}]}', 'maybe'],
  ['{function: [{signature: {args: [net/url.URL]}}]}', 'none'],
  ['{function: [{signature-contains: {args: [net/http.Request], returns: [net/url.URL]}}]}', 'none'],
  ['{function-body: {import-path: example.com/demo}}', 'maybe'],
  ['{function-body: {import-path: example.com/other}}', 'none'],
  ['{function-call: net/http.Get}', 'maybe'],
  ['{function-call: example.com/demo.F}', 'maybe'],
  ['{function-call: len}', 'maybe'],
  ['{function-call: fmt.Println}', 'none'],
  ['{function-call: golang.org/x/net/idna.ToASCII}', 'maybe'],
  ['{method-call: {receiver: net/http.Client, name: Do}}', 'maybe'],
  ['{method-call: {receiver: net/url.URL, name: Parse}}', 'none'],
  ['{struct-definition: example.com/demo.T}', 'maybe'],
  ['{struct-definition: net/http.Client}', 'none'],
  ['{struct-literal: {type: net/http.Client}}', 'maybe'],
  ['{struct-literal: {type: net/url.URL}}', 'none'],
  ['{declaration-of: example.com/demo.V}', 'maybe'],
  ['{declaration-of: net/http.DefaultClient}', 'none'],
  ['{value-declaration: bool}', 'maybe'],
  ['{value-declaration: net/url.URL}', 'none'],
  ['{directive: demo:span}', 'maybe'],
  ['{package-name: demo}', 'maybe'],
  ['{test-main: false}', 'every'],
  ['{test-main: true}', 'none'],
  ['{configuration: {httpmode: wrap}}', 'every'],
  ['{configuration: {httpmode: report}}', 'none'],
  ['{package-filter: "example.com/*"}', 'every'],
  ['{package-filter: {root: true, pattern: other}}', 'none'],
  ['{all-of: [{import-path: example.com/demo}, {function: []}]}', 'maybe'],
  ['{one-of: [{import-path: example.com/other}, {function-call: fmt.Println}]}', 'none'],
  ['{not: {one-of: [{import-path: example.com/other}, {import-path: example.com/demo}]}}', 'none'],
])('reach in the package: %s is %s', (yaml, expected) => {
  expect(reachOfPackage(point(yaml), facts)).toBe(expected);
});

const file = rawFile(
  Buffer.from('// package wrong\n/* package wrong */ package demo\n//demo:span\nfunc größe() {}\ntype T struct{}\n'),
);

test.each([
  ['{function: [{name: größe}]}', 'maybe'],
  ['{function: [{name: other}]}', 'none'],
  ['{function: [{name: ""}]}', 'maybe'],
  ['{function: [{receiver: "*example.com/demo.T"}]}', 'maybe'],
  ['{function: [{receiver: "*example.com/demo.U"}]}', 'none'],
  ['{function-call: net/http.größe}', 'maybe'],
  ['{function-call: net/http.Get}', 'none'],
  ['{not: {function-call: net/http.Get}}', 'every'],
  ['{struct-definition: example.com/demo.T}', 'maybe'],
  ['{struct-definition: example.com/demo.U}', 'none'],
  ['{struct-literal: {type: net/http.Client}}', 'none'],
  ['{declaration-of: example.com/demo.V}', 'none'],
  ['{value-declaration: bool}', 'maybe'],
  ['{directive: demo:span}', 'maybe'],
  ['{directive: demo:other}', 'none'],
  ['{package-name: demo}', 'every'],
  ['{package-name: wrong}', 'none'],
  ['{import-path: example.com/demo}', 'every'],
  ['{not: {import-path: example.com/demo}}', 'none'],
  ['{function-body: {package-name: wrong}}', 'none'],
])('reach in the file: %s is %s', (yaml, expected) => {
  expect(reachOfFile(point(yaml), facts, file)).toBe(expected);
});

test.each([
  ['package a', 'a'],
  ['\uFEFFpackage a', 'a'],
  ['//line x.go:1\n\n//go:build x\r\n\r\npackage\ta_test; import "b"', 'a_test'],
  ['/* package x */ package /* y */ größe\n', 'größe'],
  [`${'// licence\n'.repeat(2000)}package a`, 'a'],
  ['packages a', undefined],
  ['', undefined],
])('package clause of %j', (text, expected) => {
  expect(packageClauseName(Buffer.from(text))).toBe(expected);
});

test.each([
  ['github.com/DataDog/orchestrion', 'never'],
  ['github.com/DataDog/orchestrion/runtime', 'normal'],
  ['github.com/DataDog/orchestrion/runtime/built', 'normal'],
  ['github.com/DataDog/orchestrions', 'normal'],
  ['gopkg.in/DataDog/dd-trace-go.v1/contrib/x', 'internal'],
  ['github.com/DataDog/dd-trace-go/v2/internal/orchestrion/_integration/x', 'normal'],
  ['github.com/DataDog/dd-trace-go/v2/internal/orchestrion', 'internal'],
  ['github.com/DataDog/go-tuf/client', 'never'],
  ['github.com/DataDog/go-tuf/client/x', 'normal'],
])('%s is woven %s', (path, expected) => {
  expect(weavingOf(path)).toBe(expected);
});

test('aspects for a package keep their order, and only internal ones reach the tracer', () => {
  const aspects = aspectsOf(`
aspects:
  - {id: a, join-point: {function: []}, advice: [{add-blank-import: sort}]}
  - {id: b, tracer-internal: true, join-point: {function: []}, advice: [{add-blank-import: sort}]}
  - {id: c, join-point: {import-path: example.com/x}, advice: [{add-blank-import: sort}]}
`);
  const ids = (importPath: string) => aspectsForPackage(aspects, { ...facts, importPath }).map(({ id }) => id);
  expect(ids('example.com/x')).toEqual(['a', 'b', 'c']);
  expect(ids('example.com/y')).toEqual(['a', 'b']);
  expect(ids('github.com/DataDog/dd-trace-go/v2/ddtrace')).toEqual(['b']);
  expect(ids('github.com/DataDog/orchestrion/internal')).toEqual([]);
});
