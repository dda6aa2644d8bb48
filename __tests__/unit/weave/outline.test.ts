import { expect, test } from 'vitest';
import type { Grammar } from '../../../src/lang/syntax/grammar.ts';
import { sourceFile } from '../../../src/lang/syntax/source.ts';
import { weavePackage } from '../../../src/weave/weave-package.ts';
import { testGrammar } from '../../support/grammar.ts';
import { aspectsOf } from '../../support/weave.ts';

const aspects = aspectsOf(`
aspects:
  - id: calls
    join-point: {function-call: strings.ToUpper}
    advice:
      - wrap-expression: {template: '{{ . }} + ""'}
`);

/** Two functions; the first one holds the call. */
function fileOf(first: string, second: string): string {
  return `package demo

import "strings"

func first(s string) string {
	${first}
	return strings.ToUpper(s)
}

func second(s string) string { ${second} }
`;
}

/** The woven text, how often whole files were parsed, and which function was read. */
async function woven(text: string) {
  const real = await testGrammar();
  let whole = 0;
  const read: boolean[] = [];
  const outline: Grammar['outline'] = (source) => {
    const tree = real.outline(source);
    outlines.push(() => tree.root.children.flatMap((each) => each.field('body')?.isUnread ?? []));
    return tree;
  };
  const outlines: (() => boolean[])[] = [];
  const parse: Grammar['parse'] = (source) => {
    if (source.name === 'input.go') whole++;
    return real.parse(source);
  };
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set(['strings']), testMain: false },
    files: [{ name: 'input.go', bytes: Buffer.from(text) }],
    packageName: () => undefined,
    weaverVersion: '',
  };
  const weave = (grammar: Grammar) => weavePackage(request, aspects, { grammar });
  const result = weave({ parse, outline });
  read.push(...(outlines[0]?.() ?? []).map((isUnread) => !isUnread));
  expect(result).toEqual(weave({ parse: real.parse, outline: real.parse }));
  return { text: result.files[0]?.text?.toString(), whole, read };
}

test('the body that holds the word is read, the other one is not', async () => {
  const { text, whole, read } = await woven(fileOf('', 'return s'));
  expect(text).toContain('strings.ToUpper(s)');
  expect(text).toContain('+ ""');
  expect({ whole, read }).toEqual({ whole: 0, read: [true, false] });
});

test('a body that only the grammar can read has the package woven again, with whole files', async () => {
  const { text, whole } = await woven(fileOf(';;', 'return s'));
  expect(text).toContain('+ ""');
  expect(whole).toBeGreaterThan(0);
});

test('a body that is not looked at need not be readable', async () => {
  const { text, whole, read } = await woven(fileOf('', ';; return s'));
  expect(text).toContain('+ ""');
  expect({ whole, read }).toEqual({ whole: 0, read: [true, false] });
});

test('braces in literals and comments do not end a body', async () => {
  const second = "_, _ = '{', \"}\\\"}\"; _ = `}`; /* } */ _ = '\\''; return s // }\n";
  const { read } = await woven(fileOf('', second));
  expect(read).toEqual([true, false]);
});

test('an unread tree has the comments of its bodies', async () => {
  const source = sourceFile('input.go', Buffer.from(fileOf('// one', '/* two */ return s')));
  const { parse, outline } = await testGrammar();
  expect(outline(source).comments).toEqual(parse(source).comments);
  expect(outline(source).comments).toHaveLength(2);
});
