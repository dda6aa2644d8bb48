import { expect, test } from 'vitest';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import { lazyGrammar } from '../../../../src/weave/2-parse/lazy-grammar.ts';
import { treeSitter } from '../../../support/grammar.ts';

const plain = sourceFile('a.go', Buffer.from('package p\n'));
const odd = sourceFile('b.go', Buffer.from('package p\nfunc f() { a();; b() }\n'));

function counted() {
  let loads = 0;
  const withGrammar = lazyGrammar(() => {
    loads++;
    return treeSitter();
  });
  return { withGrammar, loads: () => loads };
}

test('plain text is parsed without tree-sitter', async () => {
  const { withGrammar, loads } = counted();
  const tree = await withGrammar(async (grammar) => grammar.parse(plain));
  expect([tree.hasErrors, tree.root.children.length, loads()]).toEqual([false, 1, 0]);
});

test('tree-sitter is loaded once, for texts that need it, and what failed runs again', async () => {
  const { withGrammar, loads } = counted();
  let runs = 0;
  const parseBoth = () =>
    withGrammar(async (grammar) => {
      runs++;
      return [plain, odd].map((source) => grammar.parse(source).hasErrors);
    });
  expect(await Promise.all([parseBoth(), parseBoth()])).toEqual([
    [false, false],
    [false, false],
  ]);
  expect(await parseBoth()).toEqual([false, false]);
  expect([runs, loads()]).toEqual([5, 1]);
});

test('other errors are those of the caller', async () => {
  const { withGrammar, loads } = counted();
  await expect(withGrammar(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  expect(loads()).toBe(0);
});
