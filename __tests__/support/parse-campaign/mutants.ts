import { byteString } from '../../../src/lang/syntax/source.ts';
import { type Token, tokens } from '../../../src/lang/syntax/tokens.ts';
import type { Draw } from '../random-edits.ts';

/** Changes of a Go text, some of which leave it Go and some not. */
export const mutations: Readonly<Record<string, (bytes: Buffer, draw: Draw) => Buffer>> = {
  cut: (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
  'token left out': (bytes, draw) =>
    withTokens(bytes, draw, (_, token) => [bytes.subarray(0, token.start), bytes.subarray(token.end)]),
  'token twice': (bytes, draw) =>
    withTokens(bytes, draw, (_, { start, end }) => [
      bytes.subarray(0, end),
      ' ',
      bytes.subarray(start, end),
      bytes.subarray(end),
    ]),
  'two tokens changed over': (bytes, draw) =>
    withTokens(bytes, draw, (all, token, at) => {
      const next = all[at + 1] ?? token;
      const [a, b] = [token, next].map(({ start, end }) => bytes.subarray(start, end)) as [Buffer, Buffer];
      return [bytes.subarray(0, token.start), b, bytes.subarray(token.end, next.start), a, bytes.subarray(next.end)];
    }),
  'token of elsewhere': (bytes, draw) =>
    withTokens(bytes, draw, (all, { start, end }) => {
      const other = all[draw(all.length)] as Token;
      return [bytes.subarray(0, start), ' ', bytes.subarray(other.start, other.end), ' ', bytes.subarray(end)];
    }),
  'token put in': (bytes, draw) =>
    withTokens(bytes, draw, (_, { start }) => [
      bytes.subarray(0, start),
      ` ${pieces[draw(pieces.length)]} `,
      bytes.subarray(start),
    ]),
  'carriage returns': (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r\n'), 'latin1'),
  'byte order mark': (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  'no newline at the end': (bytes) => Buffer.from(bytes.toString('latin1').trimEnd(), 'latin1'),
  'any byte': (bytes, draw) => {
    const changed = Buffer.from(bytes);
    for (let count = 1 + draw(3); count > 0; count--) changed[draw(changed.length)] = draw(256);
    return changed;
  },
  'space between tokens': (bytes, draw) => respace(bytes, draw, false),
  'space and comments between tokens': (bytes, draw) => respace(bytes, draw, true),
};

const pieces = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ';',
    ':',
    '.',
    '...',
    ':=',
    '=',
    '+=',
    '++',
    '<-',
    '*',
    '&',
    '~',
    '|',
    '&^',
    '&^=',
  ],
  ...[
    'chan',
    'func',
    'type',
    'struct{}',
    'interface{}',
    'map[int]T',
    'if',
    'else',
    'for',
    'range',
    'switch',
    'case',
    'default:',
  ],
  ...[
    'goto',
    'L:',
    'return',
    'defer',
    'go',
    'select',
    'var',
    'const',
    'fallthrough',
    'break',
    'nil',
    'iota',
    'new',
    'make',
    '_',
  ],
  ...[
    'x',
    '1',
    '07',
    '08',
    '0x1p',
    '1_',
    '.5',
    '1i',
    "'a'",
    "'\\x'",
    '"a"',
    '"\\q"',
    '`',
    '``',
    '"',
    "'",
    '/*',
    '//',
    '/**/',
    '/*\n*/',
  ],
  ...[
    '\n',
    '\r',
    '\0',
    '\f',
    '\ufeff',
    'é',
    '“',
    '\u00a0',
    '[T any]',
    '[P *T]',
    'T[int]',
    'x.(type)',
    '(T)',
    '*T',
    'T{}',
    '//line x.go:1\n',
    '#',
    '$',
    '?',
    '@',
    '\\',
  ],
] as const;

type Part = Buffer | string;

function withTokens(
  bytes: Buffer,
  draw: Draw,
  change: (all: readonly Token[], token: Token, at: number) => Part[],
): Buffer {
  const all = [...tokens(byteString(bytes))];
  const at = draw(all.length);
  const token = all[at];
  return token === undefined ? bytes : joined(change(all, token, at));
}

function joined(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** Other blanks at some places where there are blanks; newlines stay, and some are added where they may end a statement. */
function respace(bytes: Buffer, draw: Draw, comments: boolean): Buffer {
  const blanks = [
    ' ',
    '\t',
    '\r ',
    '  ',
    '\t\t ',
    ...(comments ? ['/* a */', ' /**/ ', '/* a\n*/', '// a\n'] : ['\n', ' \n\n']),
  ];
  const parts: Part[] = [];
  let from = 0;
  for (const { start, end, kind } of tokens(byteString(bytes))) {
    const between = bytes.subarray(from, start);
    parts.push(between);
    if (kind !== 'comment' && draw(200) === 0) parts.push(blanks[draw(blanks.length)] as string);
    parts.push(bytes.subarray(start, end));
    from = end;
  }
  return joined([...parts, bytes.subarray(from)]);
}
