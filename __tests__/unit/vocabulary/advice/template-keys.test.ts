import { expect, test } from 'vitest';
import { weave } from '../../../support/weave.ts';

const template = (text: string): string =>
  `{ template: '${text}', imports: { math: math }, lang: go1.19, links: [example.com/linked] }`;
const value = template('math.MaxInt8');
const file = `package demo

import (
	"fmt"
	"net/http"
)

var a = http.Client{Timeout: 1}

var b int = 7

func f() any { return fmt.Sprint(a) }
`;
const call = '{ function-call: fmt.Sprint }';
const literal = '{ struct-literal: { type: net/http.Client, match: any } }';

/** The golden case template-keys shows all advice at once, and so only the highest language version. */
test.each([
  [call, `wrap-expression: ${value}`],
  [call, `append-args: { type: any, values: [${value}] }`],
  ['{ declaration-of: example.com/demo.b }', `assign-value: ${value}`],
  [literal, `set-fields: [{ name: Timeout, wrap: ${value} }]`],
  [literal, `set-fields: [{ name: Timeout, value: ${value} }]`],
  ['{ function-body: { function: [{ name: f }] } }', `prepend-statements: ${template('_ = math.MaxInt8')}`],
  ['{ function: [{ name: f }] }', `inject-declarations: ${template('var c = math.MaxInt8')}`],
])('%s with %s needs its imports and its language version', (point, advice) => {
  const { imports, lang, links } = weave(
    `aspects:\n  - id: one\n    join-point: ${point}\n    advice:\n      - ${advice}\n`,
    { 'input.go': file },
  );
  expect({ imports, lang }).toEqual({ imports: expect.arrayContaining(['math']), lang: 'go1.19' });
  // Only declarations, which may refer to a package by go:linkname, put one into the binary that nothing imports.
  expect(links).toEqual(advice.startsWith('inject-declarations') ? ['example.com/linked'] : []);
});
