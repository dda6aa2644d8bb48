import { expect, test } from 'vitest';
import type { TypeAnswer, TypeQuestion } from '../../../src/lang/names/type-oracle.ts';
import { weaveWithTypes } from '../../../src/weave/weave-with-types.ts';
import { testGrammar } from '../../support/grammar.ts';
import { aspectsOf } from '../../support/weave.ts';

const grammar = await testGrammar();
const source = `package demo

func a(x left) {}
func b(x right) {}
`;

/** Weaves with an oracle that answers by the text asked about; the batches are returned as texts. */
async function weave(template: string, answers: Readonly<Record<string, TypeAnswer>>) {
  const yaml = `aspects:
  - id: demo
    join-point: {function-body: {function: []}}
    advice: {prepend-statements: {template: ${JSON.stringify(template)}}}
`;
  const batches: string[][] = [];
  const ask = (questions: readonly TypeQuestion[]) => {
    const texts = questions.map(({ start, end, interface: face }) => `${source.slice(start, end)}:${face?.name ?? ''}`);
    batches.push(texts);
    return Promise.resolve(texts.map((text) => answers[text] ?? { implements: false }));
  };
  const request = {
    facts: { importPath: 'example.com/demo', imports: new Set<string>(), testMain: false },
    files: [{ name: 'input.go', bytes: Buffer.from(source) }],
    packageName: () => undefined,
    weaverVersion: 'v1.2.3',
  };
  const woven = await weaveWithTypes(request, aspectsOf(yaml), { grammar }, ask);
  return { batches, text: woven.files[0]?.text?.toString() ?? '' };
}

test('without questions nobody is asked', async () => {
  expect((await weave('println()', {})).batches).toEqual([]);
});

test('all that a guess leaves open is asked in one batch, and nothing twice', async () => {
  const template = '{{ with .Function.ArgumentThatImplements "I" }}use({{ . }}){{ else }}none(){{ end }}';
  const { batches, text } = await weave(template, { 'left:I': { implements: true } });
  expect(batches).toEqual([['left:I', 'right:I']]);
  expect(text).toContain('use(x)');
  expect(text).toContain('none()');
});

test('answers that lead to further questions are asked for in further batches', async () => {
  const template =
    '{{ if .Function.ArgumentThatImplements "I" }}{{ if .Function.ArgumentThatImplements "J" }}both(){{ end }}{{ end }}';
  const yes = { implements: true };
  const { batches, text } = await weave(template, { 'left:I': yes, 'left:J': yes });
  expect(batches).toEqual([['left:I', 'right:I'], ['left:J']]);
  expect(text).toContain('both()');
});

test('an error that a guess leads to is none', async () => {
  const template = '{{ if not (.Function.ArgumentThatImplements "I") }}{{ .Function.Receiver }}{{ end }}';
  const yes = { implements: true };
  expect((await weave(template, { 'left:I': yes, 'right:I': yes })).batches).toEqual([['left:I'], ['right:I']]);
  await expect(weave(template, { 'left:I': yes })).rejects.toMatchObject({ code: 'template_execution' });
});

test('what is not known is an error at its place', async () => {
  const template = '{{ .Function.ArgumentThatImplements "I" }}';
  await expect(weave(template, { 'right:I': { unknown: 'no such thing' } })).rejects.toMatchObject({
    code: 'weave_type_unknown',
    message: 'type checking cannot tell whether a type implements I: no such thing',
    span: { file: 'input.go', line: 4, column: 10 },
  });
  await expect(weave(template, { 'left:I': { noInterface: 'none' } })).rejects.toMatchObject({
    code: 'template_execution',
    message: expect.stringContaining('cannot resolve interface I'),
  });
});

test('the name of an interface of another package is written, not computed', async () => {
  const computed = '{{ .Function.ArgumentThatImplements (printf "%s.%s" "example.com/p" "I") }}';
  await expect(weave(computed, {})).rejects.toMatchObject({
    code: 'template_execution',
    message: expect.stringContaining('the interface example.com/p.I has to be named in the template, not computed'),
  });
  const written =
    '{{ $name := "example.com/p.I" }}{{ with .Function.ArgumentThatImplements $name }}use({{ . }}){{ end }}';
  const yes = { implements: true };
  const answers = { 'left:I': yes, 'right:I': yes };
  expect((await weave(written, answers)).text).toContain('use(x)');
});
