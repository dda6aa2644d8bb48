import { expect, test } from 'vitest';
import { weavePackage } from '../../../../../src/weave/weave-package.ts';
import { testGrammar } from '../../../../support/grammar.ts';
import { aspectsOf } from '../../../../support/weave.ts';

const grammar = await testGrammar();

const aspects = (once: boolean) =>
  aspectsOf(`aspects:
  - id: helper
    join-point: {function: [{name-matches: ^F}]}
    advice:
      - inject-declarations: {template: "const helper = 1", once: ${once}}
      - inject-declarations: {template: "const other = 2", once: ${once}}
`);

const files = [
  { name: 'a.go', bytes: Buffer.from('package demo\n\nfunc F1() {}\n\nfunc F2() {}\n') },
  { name: 'b.go', bytes: Buffer.from('package demo\n\nfunc F3() {}\n') },
  { name: 'c.go', bytes: Buffer.from('package demo\n\nfunc G() {}\n') },
];

/** How often each file of a package declares the name. */
function declared(by: ReturnType<typeof aspects>, name: string): readonly number[] {
  const facts = { importPath: 'example.com/demo', imports: new Set<string>(), testMain: false };
  const request = { facts, files, packageName: () => undefined, weaverVersion: '' };
  const woven = weavePackage(request, by, { grammar });
  return woven.files.map(({ text }) => (text?.toString('utf8').split(`const ${name} =`).length ?? 1) - 1);
}

test('with "once", a package gets the declarations for its first match only', () => {
  const once = aspects(true);
  expect(declared(once, 'helper')).toEqual([1, 0, 0]);
  expect(declared(once, 'other')).toEqual([1, 0, 0]);
});

test('each package has a first match of its own', () => {
  const once = aspects(true);
  expect([declared(once, 'helper'), declared(once, 'helper')]).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ]);
});

test('without it, every match adds them', () => {
  expect(declared(aspects(false), 'helper')).toEqual([2, 1, 0]);
});
