import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../../src/aspects/check-template.ts';
import { orchestrionBuiltIns } from '../../../../src/dialects/orchestrion/built-in.ts';
import { errorOf, gots, orchestrion, withoutSpans } from '../../aspects/helpers.ts';

test('a whole file', () => {
  const text = `%YAML 1.1
---
meta: {name: demo, description: demo, icon: cog, caveats: none}
extends: [./more.yml, ../sibling]
aspects:
  - id: one
    tracer-internal: true
    join-point: {import-path: a}
    advice: {add-blank-import: b}
  - join-point: {import-path: c}
    advice: []
`;
  const read = orchestrion(text);
  expect(read.extends).toEqual([
    { text: './more.yml', span: { file: 'orchestrion.yml', line: 4, column: 11 } },
    { text: '../sibling', span: { file: 'orchestrion.yml', line: 4, column: 23 } },
  ]);
  expect(read.aspects.map((aspect) => aspect.span.line)).toEqual([6, 10]);
  expect(withoutSpans(read.aspects)).toEqual([
    {
      id: 'one',
      dialect: 'orchestrion',
      tracerInternal: true,
      reach: 'everything',
      joinPoint: { kind: 'import-path', path: 'a' },
      advice: [{ kind: 'add-blank-import', path: 'b' }],
    },
    {
      id: '',
      dialect: 'orchestrion',
      tracerInternal: false,
      reach: 'everything',
      joinPoint: { kind: 'import-path', path: 'c' },
      advice: [],
    },
  ]);
  expect(read.warnings).toEqual([]);
});

test.each(['', '# nothing\n', 'meta: {name: a}\n', 'aspects:\nextends:\n'])('a file without aspects: %j', (text) => {
  expect(orchestrion(text)).toEqual({ aspects: [], extends: [], disable: [], warnings: [] });
});

test('unknown keys warn in orchestrion.yml, wherever they are', () => {
  const text = `version: 1
meta: {nam: x}
disable: [a]
aspects:
  - ID: x
    join-point: {struct-literal: {type: a.B, matches: any}}
    advice: [{append-args: {type: T, values: [{templates: x}], order: 1}}]
`;
  expect(orchestrion(text).warnings.map((w) => `${w.span?.line}:${w.span?.column}: ${w.message}; ${w.hint}`)).toEqual([
    '1:1: unknown key "version" in the file; known are meta, extends, aspects',
    '3:1: unknown key "disable" in the file; known are meta, extends, aspects',
    '2:8: unknown key "nam" in "meta"; did you mean "name"?',
    '5:5: unknown key "ID" in an aspect; did you mean "id"?',
    '6:46: unknown key "matches" in "struct-literal"; did you mean "match"?',
    '7:64: unknown key "order" in "append-args"; known are type, values',
    '7:48: unknown key "templates" in an item of "values"; did you mean "template"?',
  ]);
});

test.each([
  ['aspect: []', '1:1: unknown key "aspect" in the file (aspect_unknown_key); did you mean "aspects"?'],
  [
    'aspects: [{JoinPoint: {}}]',
    '1:12: unknown key "JoinPoint" in an aspect (aspect_unknown_key); did you mean "join-point"?',
  ],
])('in gots.yml an unknown key is an error: %s', (text, message) => {
  expect(errorOf(() => gots(text))).toBe(`gots.yml:${message}`);
});

test('gots.yml may disable aspects', () => {
  const read = gots('disable: [a.*, "b"]\naspects: [{id: a, join-point: {import-path: b}, advice: []}]');
  expect(read.disable.map(({ text }) => text)).toEqual(['a.*', 'b']);
  expect(read.aspects[0]?.dialect).toBe('gots');
});

test.each([
  ['[]', '1:1: the file must be a mapping, not a list (aspect_wrong_type); check the indentation and the dashes'],
  [
    'text',
    '1:1: the file must be a mapping, not the text "text" (aspect_wrong_type); check the indentation and the dashes',
  ],
  [
    'aspects: {id: a}',
    '1:10: "aspects" must be a list, not a mapping (aspect_wrong_type); check the indentation and the dashes',
  ],
  ['aspects: [{id: a}]', '1:11: the aspect "a" needs the key "join-point" (aspect_missing_key); add "join-point:"'],
  [
    'aspects: [{join-point: {import-path: a}}]',
    '1:11: an aspect needs the key "advice" (aspect_missing_key); add "advice:"',
  ],
  [
    'aspects: [{join-point: , advice: []}]',
    '1:11: an aspect needs the key "join-point" (aspect_missing_key); add "join-point:"',
  ],
  [
    'extends: a',
    '1:10: "extends" must be a list, not the text "a" (aspect_wrong_type); check the indentation and the dashes',
  ],
])('%s is an error', (text, message) => {
  expect(errorOf(() => orchestrion(text))).toBe(`orchestrion.yml:${message}`);
});

test('the two built-in aspects', () => {
  const declared = (name: string) => ({
    kind: 'declaration-of',
    path: 'github.com/DataDog/orchestrion/runtime/built',
    name,
    quirks: true,
  });
  const value = (type: string, ...points: unknown[]) => ({
    kind: 'all-of',
    points: [
      { kind: 'value-declaration', type: { pointer: false, name: type } },
      { kind: 'one-of', points },
    ],
  });
  const assign = (source: string) => [{ kind: 'assign-value', template: { source, imports: {} } }];
  const directive = (name: string) => ({ kind: 'directive', name });
  const common = { dialect: 'orchestrion', tracerInternal: true, reach: 'everything' };
  expect(withoutSpans(orchestrionBuiltIns(checkCodeTemplate))).toEqual([
    {
      ...common,
      id: 'built.WithOrchestrion',
      joinPoint: value(
        'bool',
        declared('WithOrchestrion'),
        directive('orchestrion:enabled'),
        directive('dd:orchestrion-enabled'),
      ),
      advice: assign('true'),
    },
    {
      ...common,
      id: 'built.WithOrchestrionVersion',
      joinPoint: value('string', declared('WithOrchestrionVersion'), directive('orchestrion:version')),
      advice: assign('{{ Version | printf "%q" }}'),
    },
  ]);
});

test.each([
  ['', 1],
  ['\n\n', 1],
  ['# aspects: []\n', 1],
  ['\n~\n', 2],
])('a file that holds nothing: %j', (text, line) => {
  const hint = 'write "aspects: []" for a build without aspects, or remove the file';
  expect(errorOf(() => gots(text))).toBe(`gots.yml:${line}:1: the file holds nothing (aspect_file_empty); ${hint}`);
  // Orchestrion reads such a file.
  expect(orchestrion(text)).toMatchObject({ aspects: [] });
  expect(gots('aspects: []')).toMatchObject({ aspects: [] });
});
