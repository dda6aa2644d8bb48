import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../../src/action/inputs/read-inputs.ts';
import { type Inputs, inputTable } from '../../../src/action/inputs/table.ts';
import { parseTargets } from '../../../src/action/targets/target.ts';
import { formatError } from '../../../src/report/diagnostic.ts';
import { home } from '../../support/script.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description?: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description?: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

const actionFile = parse(readFileSync(join(home, 'action.yml'), 'utf8')) as ActionFile;

function read(inputs: Readonly<Record<string, string>>) {
  return readInputs(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
}

function mistakes(inputs: Readonly<Record<string, string>>): readonly string[] {
  const found = read(inputs);
  return found.kind === 'mistaken' ? found.mistakes.map(formatError) : [];
}

test('action.yml declares the inputs that the code reads, with their defaults and a description', () => {
  const declared = Object.entries(actionFile.inputs).map(([name, { default: value }]) => [name, value ?? '']);
  expect(declared).toEqual(Object.entries(inputTable).map(([name, { fallback }]) => [name, fallback]));
  for (const { description } of [...Object.values(actionFile.inputs), ...Object.values(actionFile.outputs)]) {
    expect(description).toMatch(/\S{3}/);
  }
});

test('defaults', () => {
  const found = read({});
  expect(found.kind === 'read' && found.inputs).toMatchObject({
    mode: 'run',
    'working-directory': '.',
    packages: ['./...'],
    'build-flags': [],
    test: true,
  });
});

/** A value of each input that is not its default, and what it is read as. */
const given: { readonly [K in keyof Inputs]: readonly [value: string, read: Inputs[K]] } = {
  mode: ['env', 'env'],
  'working-directory': ['services/api', 'services/api'],
  packages: ['./cmd/... ./internal', ['./cmd/...', './internal']],
  targets: ['linux/arm64, windows/amd64', parseTargets('linux/arm64 windows/amd64')],
  aspects: ['gots:otel\nown/gots.yml', ['gots:otel', 'own/gots.yml']],
  'build-flags': ['-tags=prod "-ldflags=-s -w"', ['-tags=prod', '-ldflags=-s -w']],
  test: ['False', false],
  'test-flags': ['-race -count=1', ['-race', '-count=1']],
  compare: ['FALSE', false],
  cache: ['write', 'write'],
  'remote-cache': ['https://cache.example.com/gots', 'https://cache.example.com/gots'],
  'remote-cache-mode': ['read-write', 'read-write'],
  'output-directory': ['made here', 'made here'],
  configuration: ['with race', 'with race'],
  upload: ['false', false],
  'retention-days': ['400', 400],
  summary: ['false', false],
  comment: ['false', false],
  release: ['true', true],
  'api-url': ['https://github.example.com/api/v3', 'https://github.example.com/api/v3'],
  token: ['ghs_x', 'ghs_x'],
};

test('each input of action.yml is read', () => {
  expect(Object.keys(given)).toEqual(Object.keys(actionFile.inputs));
  const values = Object.entries(given).map(([name, [value]]) => [name, value] as const);
  for (const [name, value] of values) expect(value, name).not.toBe(actionFile.inputs[name]?.default);
  const all = read(Object.fromEntries(values));
  const expected = Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value]));
  expect(all).toEqual({ kind: 'read', inputs: expected });
});

test('a blank value counts as none', () => {
  const found = read({ mode: ' ', packages: '\n', test: '' });
  expect(found.kind === 'read' && found.inputs).toMatchObject({ mode: 'run', packages: ['./...'], test: true });
});

test('quotes keep blanks together, and no other character means anything', () => {
  const found = read({
    packages: './a\n"./b c" ./$(id);x',
    'build-flags': `-tags=a "-ldflags=-s -w" '-gcflags=all=-N -l'`,
  });
  expect(found.kind === 'read' && found.inputs).toMatchObject({
    packages: ['./a', './b c', './$(id);x'],
    'build-flags': ['-tags=a', '-ldflags=-s -w', '-gcflags=all=-N -l'],
  });
});

test('every mistake is one line, all at once', () => {
  expect(mistakes({ mode: 'runn', test: 'yes', targets: 'linux/amd65', packages: '-exec=x ./...' })).toEqual([
    'input "mode": unknown value "runn" (action_input_unknown_value); did you mean "run"?',
    'input "packages": "-exec=x" is a flag, not a package (action_input_package_is_flag); flags of the build go to "build-flags", flags of the tests to "test-flags"',
    'input "targets": unknown target "linux/amd65" (action_target_unknown); did you mean "linux/amd64"?',
    'input "test": "yes" is neither true nor false (action_input_not_boolean); write true or false',
  ]);
});

test.each(['401', '-1', 'ten', '1.5'])('retention-days %s', (value) => {
  expect(mistakes({ 'retention-days': value })).toEqual([
    `input "retention-days": "${value}" is no whole number from 0 to 400 (action_input_not_number); write a number from 0 to 400`,
  ]);
});

test('a value of several lines stays one line of the message', () => {
  expect(mistakes({ mode: 'a\n::set-output name=x::y' })).toEqual([
    'input "mode": unknown value "a\\n::set-output name=x::y" (action_input_unknown_value); known are run, env, unset, merge, comment, matrix',
  ]);
});

test.each([
  [
    './cmd',
    'input "build-flags": "./cmd" is no flag (action_input_no_flag); packages go to "packages"; a value with blanks is quoted as a whole: "-ldflags=-s -w"',
  ],
  [
    '-- x',
    'input "build-flags": "--" is no flag (action_input_no_flag); packages go to "packages"; a value with blanks is quoted as a whole: "-ldflags=-s -w"',
  ],
  ['-o x', 'input "build-flags": -o is set by the action itself (action_input_reserved_flag); use "output-directory"'],
  [
    '-toolexec=x',
    'input "build-flags": -toolexec is set by the action itself (action_input_reserved_flag); remove -toolexec',
  ],
  ['-C /', 'input "build-flags": -C is set by the action itself (action_input_reserved_flag); use "working-directory"'],
  [
    '"-tags=a',
    `input "build-flags": a quotation is not closed in "\\"-tags=a" (action_input_quote); close it; a word with blanks stands in "double" or 'single' quotes`,
  ],
  ['-tags=a\0', 'input "build-flags" holds a NUL character (action_input_nul); remove it'],
])('build-flags %j', (value, message) => {
  expect(mistakes({ 'build-flags': value })).toEqual([message]);
});
