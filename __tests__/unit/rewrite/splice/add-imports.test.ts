import { beforeAll, expect, test } from 'vitest';
import type { Grammar } from '../../../../src/lang/syntax/grammar.ts';
import { blankImport, importInsertion } from '../../../../src/rewrite/splice/add-imports.ts';
import type { Edit } from '../../../../src/rewrite/splice/edit.ts';
import { splice } from '../../../../src/rewrite/splice/splice.ts';
import { parseGo, testGrammar } from '../../../support/grammar.ts';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await testGrammar();
});

test.each([
  ['package p\n', 'package p; import "a/b"; import _ "c"\n'],
  ['package p', 'package p; import "a/b"; import _ "c"'],
  ['package p // why\n\nimport "x"\n', 'package p; import "a/b"; import _ "c" // why\n\nimport "x"\n'],
  [
    'package p /* why\n*/\nfunc f() {}\n',
    'package p; import "a/b"; import _ "c"/*line x.go:1:10*/ /* why\n*/\nfunc f() {}\n',
  ],
  ['package p; func f() {}\n', 'package p; import "a/b"; import _ "c"/*line x.go:1:10*/; func f() {}\n'],
  [
    'package p\n// #include <a.h>\nimport "C"\n',
    'package p; import "a/b"; import _ "c"\n// #include <a.h>\nimport "C"\n',
  ],
  ['package p\r\nimport "C"\r\n', 'package p; import "a/b"; import _ "c"\r\nimport "C"\r\n'],
])('imports go behind the package clause of %j', (text, expected) => {
  const tree = parseGo(grammar, text);
  const edit = importInsertion(tree, [{ path: 'a/b' }, { name: '_', path: 'c' }]) as Edit;
  const out = splice(tree.source, [edit]);
  expect(out.toString()).toBe(`//line x.go:1:1\n${expected.replace('"c" // why', '"c"/*line x.go:1:10*/ // why')}`);
  const again = parseGo(grammar, out.toString());
  expect(again.hasErrors).toBe(false);
});

test('no imports are no edit, and a file without package clause is refused', () => {
  expect(importInsertion(parseGo(grammar, 'package p\n'), [])).toBeUndefined();
  expect(() => importInsertion(parseGo(grammar, 'func f() {}\n'), [{ path: 'a' }])).toThrow(
    'x.go has no package clause',
  );
});

test('an unused import becomes blank, under whatever name it has', () => {
  const tree = parseGo(grammar, 'package p\n\nimport (\n\t"a"\n\tb "x/b"\n\t. `c`\n)\n\nimport _ "d"\n');
  const list = tree.root.children.flatMap((node) => node.children.flatMap((spec) => [spec, ...spec.children]));
  const edits = list.filter((node) => node.kind === 'import_spec').map(blankImport);
  const plain = splice(tree.source, edits)
    .toString()
    .replaceAll(/\/\*line .*?\*\/|^\/\/line .*\n/g, '');
  expect(plain).toBe('package p\n\nimport (\n\t_ "a"\n\t_ "x/b"\n\t_ `c`\n)\n\nimport _ "d"\n');
});
