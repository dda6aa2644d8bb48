import { expect, test } from 'vitest';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import { noChanges } from '../../../../src/lang/tree/changes.ts';
import { allLeading } from '../../../../src/lang/tree/comments.ts';
import { testGrammar } from '../../../support/grammar.ts';

const grammar = await testGrammar();

/** Which comments lead up to which word. */
function attached(text: string): Record<string, string[]> {
  const tree = grammar.parse(sourceFile('x.go', Buffer.from(text)));
  const leading = allLeading({ tree, rendered: undefined, changes: noChanges(), nodes: new Map() });
  return Object.fromEntries(
    [...leading].map(([at, texts]) => [/^\S+/.exec(tree.source.text.slice(at))?.[0] ?? '', [...texts]]),
  );
}

test.each([
  ['directly above', 'package p\n\n// a\n// b\nvar x int\n', { var: ['// a', '// b'] }],
  ['at the end of a line', 'package p // a\nvar x int // b\n\nvar y int\n', {}],
  ['behind a line that has its own', 'package p\nvar x int // a\n// b\nvar y int\n', { var: ['// b'] }],
  ['under something, with a blank line behind', 'package p\nvar x int\n// a\n\nvar y int\n', {}],
  ['between blank lines', 'package p\nvar x int\n\n// a\n\nvar y int\n', { var: ['// a'] }],
  ['two groups', 'package p\nvar x int\n// a\n\n// b\n\n// c\nvar y int\n', { var: ['// b', '// c'] }],
  ['above the package clause', '// a\n\n// b\npackage p\n', { package: ['// a', '// b'] }],
  ['above the package clause, behind a mark', '\uFEFF// a\npackage p\n', { package: ['// a'] }],
  ['in an empty block', 'package p\nfunc f() {\n// a\n}\n', { '}': ['// a'] }],
  ['under a brace, with a blank line behind', 'package p\nfunc f() {\n// a\n\nx()\n}\n', {}],
  ['CRLF', 'package p\r\n\r\n// a\r\nvar x int\r\n', { var: ['// a'] }],
  ['a general comment', 'package p\n\n/* a\n b */ // c\nvar x int\n', { var: ['/* a\n b */', '// c'] }],
])('%s', (_, text, expected) => {
  expect(attached(text)).toEqual(expected);
});
