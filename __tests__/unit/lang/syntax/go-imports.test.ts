import { expect, test } from 'vitest';
import { goImports } from '../../../../src/lang/syntax/go-imports.ts';
import { errorOf } from '../../aspects/helpers.ts';

const read = (text: string) => goImports({ display: 't.go', bytes: Buffer.from(text) });

test.each([
  ['package tools', []],
  ['//go:build tools\n\n/* a\n b */ package tools // c\n', []],
  ['package p; import "a"; import `b`\n', ['1:19 a', '1:31 b']],
  [
    '\ufeffpackage p\nimport _ "a/b" // integration\nimport x"c.d/e"\nimport . /* dot */ "f"\n',
    ['2:10 a/b', '3:9 c.d/e', '4:20 f'],
  ],
  [
    'package p\r\nimport (\r\n\t_ "é" // ä\r\n\r\n\t/* ( */ y "b"; "c"\r\n)\r\nvar x = "import"\n',
    ['3:4 é', '5:12 b', '5:17 c'],
  ],
  ['package p\nimport ()\nfunc f() {}\nimport "late"\n', []],
  ['package p\nvar imported = 1', []],
  ['package p\nimport("a")', ['2:8 a']],
])('%j', (text, expected) => {
  expect(read(text).map(({ path, span }) => `${span.line}:${span.column} ${path}`)).toEqual(expected);
});

test.each([
  ['', '1:1'],
  ['// nothing\n', '2:1'],
  ['import "a"\n', '1:1'],
  ['package\n', '1:1'],
  ['package p\nimport a\n', '2:8'],
  ['package p\nimport (\n\t_ "a"\n\t_ b\n)\n', '4:2'],
  ['package p\nimport (\n\t"a"\n', '4:1'],
  ['package p\nimport "a\n', '2:8'],
])('%j is malformed', (text, at) => {
  expect(errorOf(() => read(text))).toMatch(
    new RegExp(`^t.go:${at}: .* is expected here \\(aspect_tool_file_syntax\\); the file is Go`),
  );
});
