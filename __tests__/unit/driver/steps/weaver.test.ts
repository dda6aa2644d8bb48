import { expect, test } from 'vitest';
import type { OracleConversation } from '../../../../src/driver/steps/oracle.ts';
import { Weaver } from '../../../../src/driver/steps/weaver.ts';
import type { CallShape, TypeQuestion } from '../../../../src/lang/names/type-oracle.ts';
import { aspectsOf } from '../../../support/weave.ts';

const append = (point: string) =>
  aspectsOf(
    `aspects: [{id: a, join-point: ${point}, advice: [append-args: {type: any, values: [{template: '1'}]}]}]\n`,
  );
const calls = append('{function-call: example.com/demo/lib.F}');
const byType = append('{method-call: {receiver: example.com/demo/lib.T, name: F}}');
const source = 'package demo\n\nimport "example.com/demo/lib"\n\nfunc f(t lib.T) { lib.F(lib.G()); t.F(lib.G()) }\n';

/** Weaves the source, and counts the conversations about types that this takes. */
async function weave(aspects: typeof calls, mayGuess: boolean, shape: Partial<CallShape> = {}) {
  const asked: TypeQuestion['kind'][] = [];
  let conversations = 0;
  const call: CallShape = {
    ...{ values: 1, called: true, params: 0, variadic: false, results: 0, inferred: false, constant: [] },
    ...shape,
  };
  const conversation: OracleConversation = {
    ask: (questions) => {
      asked.push(...questions.map(({ kind }) => kind as TypeQuestion['kind']));
      const named = { path: 'example.com/demo/lib', name: 'T', pointer: false };
      return Promise.resolve(questions.map(({ kind }) => (kind === 'call' ? { call } : { named })));
    },
    close: () => {},
  };
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set(['example.com/demo/lib']), testMain: false },
    files: [{ name: 'input.go', bytes: Buffer.from(source) }],
    packageName: () => 'lib',
    weaverVersion: 'v1',
  };
  const types = () => Promise.resolve(void conversations++).then(() => conversation);
  const woven = await new Weaver(() => Promise.resolve(undefined)).weave(request as never, aspects, types, mayGuess);
  const text = woven.files[0]?.text?.toString().replace(/\/\*line .*?\*\/|\/\/line .*\n/g, '') ?? '';
  return { text, isGuessed: woven.isGuessed, conversations, asked };
}

test('one value is guessed where that may be, and the text is the one that types give', async () => {
  const guessed = await weave(calls, true);
  expect(guessed).toMatchObject({ isGuessed: true, conversations: 0 });
  const exact = await weave(calls, false);
  expect(exact).toMatchObject({ isGuessed: false, conversations: 1, asked: ['call'] });
  expect(guessed.text).toBe(exact.text);
  expect(exact.text).toContain('lib.F(lib.G(), 1)');
});

test('several values are told by types', async () => {
  const { text } = await weave(calls, false, { values: 2, params: 2 });
  expect(text).not.toContain('lib.F(lib.G(), 1)');
});

test('nothing is guessed where types are asked anyway', async () => {
  const both = await weave([...calls, ...byType], true);
  expect(both).toMatchObject({ isGuessed: false, conversations: 1 });
  expect(both.asked).toContain('type');
});
