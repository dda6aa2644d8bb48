import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputTable } from '../../../src/action/inputs/table.ts';
import { home } from '../../support/script.ts';

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Tests of the action and the workflows that they run; not the test of reading inputs, which has a value of each. */
const tests = ['action', join('unit', 'action')].flatMap((folder) =>
  readdirSync(join(home, '__tests__', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !/(^|[\\/])(every-input|inputs)\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(home, '__tests__', folder, name), 'utf8')),
);
const recipes = readdirSync(join(home, 'docs', 'workflows')).map((name) =>
  readFileSync(join(home, 'docs', 'workflows', name), 'utf8'),
);

/** Keys of the object literals among the arguments of functions that give inputs to the action, and below `with`. */
function inputsInTest(text: string): readonly string[] {
  const calls = text.matchAll(/\b(?:oneJob|hello|failing|step|testStep|run)\(|\bwith: (?=\{)|\binputs = (?=\{)/g);
  return [...calls].flatMap(({ index, 0: { length } }) => {
    const given = balanced(text.slice(index + length));
    return [...given.matchAll(/(?<![\w.-])'?([a-z][a-z-]*)'?: /g)].map(([, name]) => name as string);
  });
}

/** The text up to the bracket that closes more than was opened, or up to where a literal at its beginning ends. */
function balanced(text: string): string {
  let depth = 0;
  for (const { index, 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    depth += '([{'.includes(bracket) ? 1 : -1;
    if (depth < 0 || (depth === 0 && text.startsWith('{'))) return text.slice(0, index + 1);
  }
  return text;
}

/** The statement that reads the outputs of a step in this process, and the next two, which say what they are. */
function outputStatements(text: string): readonly string[] {
  return [...text.matchAll(/^.*\boutputsIn\((?:[\s\S]*?;\n){3}/gm)].map(([found]) => found);
}

function inputsInWorkflow(text: string): readonly string[] {
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>> };
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  return steps
    .filter(({ uses }) => uses?.startsWith('org/gots-action@'))
    .flatMap((step) => Object.keys(step.with ?? {}));
}

test('each input of action.yml is given to the action by a test, or by a workflow that a test runs', () => {
  const given = new Set([...tests.flatMap(inputsInTest), ...recipes.flatMap(inputsInWorkflow)]);
  expect(Object.keys(inputTable).filter((name) => !given.has(name))).toEqual([]);
  expect(given.has('no-such-input')).toBe(false);
});

test('each output of action.yml is looked at by a test, or by a workflow that a test runs', () => {
  const { outputs } = parse(readFileSync(join(home, 'action.yml'), 'utf8')) as { readonly outputs: object };
  const inProcess = tests.flatMap(outputStatements);
  const isRead = (name: string): boolean =>
    [...tests, ...recipes].some((text) => new RegExp(`\\.outputs\\.${name}(?![\\w-])`).test(text)) ||
    inProcess.some((text) => new RegExp(`(?<![\\w.-])'?${name}'?(?:: | = '', )`).test(text));
  expect(Object.keys(outputs).filter((name) => !isRead(name))).toEqual([]);
});
