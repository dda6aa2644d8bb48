import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { adviceWords } from '../../../src/vocabulary/advice.ts';
import { optionWords } from '../../../src/vocabulary/options.ts';
import { pointWords } from '../../../src/vocabulary/points.ts';
import { gotsSchema } from '../../../src/vocabulary/reference/json-schema.ts';
import { referencePage } from '../../../src/vocabulary/reference/reference-page.ts';
import { errorOf, gots, withAdvice, withPoint } from '../aspects/helpers.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const validate = new Ajv({ allowUnionTypes: true }).compile(gotsSchema());

/** What the schema finds wrong; empty where nothing. */
function problemsOf(yaml: string): string {
  return validate(parse(yaml, { schema: 'core' })) ? '' : JSON.stringify(validate.errors?.[0]);
}

function below(folder: string, name: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(name))
    .map((file) => join(folder, file));
}

test('what is made of the tables is up to date (npm run reference)', () => {
  const schema = readFileSync(join(root, 'aspects', 'gots.schema.json'), 'utf8');
  expect(schema).toBe(`${JSON.stringify(gotsSchema(), undefined, 2)}\n`);
  expect(readFileSync(join(root, 'docs', 'reference.md'), 'utf8')).toBe(referencePage());
});

test.each([...below('aspects', 'gots.yml'), ...below('__tests__/golden', 'aspects.yml')])(
  '%s fits the schema',
  (file) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(problemsOf(readFileSync(join(root, file), 'utf8'))).toBe('');
  },
);

const item = (name: string, example: string): string => `{ ${name}: ${example} }`;
const point = (yaml: string): string => withPoint(yaml);
const option = (yaml: string): string => withPoint(`function: [${yaml}]`);
const advice = (yaml: string): string => withAdvice(`- ${yaml}`);

test.each([
  ...Object.entries(pointWords).map(([name, { example }]) => point(item(name, example))),
  ...Object.entries(optionWords).map(([name, { example }]) => option(item(name, example))),
  ...Object.entries(adviceWords).map(([name, { example }]) => advice(item(name, example))),
  withPoint('function: []').replace('join-point', 'reach: user\n    join-point'),
  'meta: { name: a, description: b, icon: c, caveats: d }\nextends: [gots:otel]\ndisable: [a/*]\naspects: []',
  'meta:\nextends:\naspects:',
])('an example fits the schema and is read:\n%s', (yaml) => {
  expect(problemsOf(yaml)).toBe('');
  expect(gots(yaml).aspects.length).toBeLessThan(2);
});

test.each([
  'nonsense: 1',
  'meta: { nome: x }',
  'aspects: {}',
  'extends: x',
  'aspects: [{ id: a, advice: [] }]',
  'aspects: [{ id: a, join-point: { import-path: x } }]',
  point('import-pat: x'),
  point('{}'),
  point('{ import-path: x, package-name: y }'),
  point('all-of: { import-path: x }'),
  point('not: [{ import-path: x }]'),
  point('test-main: maybe'),
  point('package-filter: { rot: true }'),
  point('method-call: { receiver: x.T }'),
  point('method-call: { receiver: x.T, name: F, match: some }'),
  point('struct-literal: { field: F }'),
  point('value-declaration: "[]int"'),
  point('module: { path: x }'),
  option('nam: x'),
  option('signature: { arg: [] }'),
  option('signature: { args: ["func()"] }'),
  advice('add-blank: x'),
  advice('prepend-statements: { template: x, ordre: 1 }'),
  advice('prepend-statements: { template: x, order: high }'),
  advice('prepend-statements: { template: x, lang: 1.21 }'),
  advice('append-args: { type: any }'),
  advice('append-args: { type: any, values: [x] }'),
  advice('add-struct-field: { name: x }'),
  advice('hooks: { before: B }'),
  advice('hooks: { path: x, before: B, context: Context }'),
  advice('add-file: { path: x }'),
  advice('add-file: { path: x, file: y, link: never }'),
  advice('replace-file: { path: x, file: y, link: true }'),
  withPoint('function: []').replace('join-point', 'reach: all\n    join-point'),
])('what the reader refuses, the schema refuses:\n%s', (yaml) => {
  expect(problemsOf(yaml)).not.toBe('');
  expect(errorOf(() => gots(yaml))).toMatch(/\(aspect_\w+\)/);
});

test.each([
  [point('module: { version: 1.2 }'), '"version" cannot be "1.2"'],
  [point('go-version: "[1.2)"'), '"go-version" cannot be "[1.2)"'],
  [option('name-glob: "Get{A"'), '"name-glob" cannot be "Get{A"'],
  [option('name-matches: "("'), '"name-matches" cannot be "("'],
])('%s', (yaml, message) => {
  expect(errorOf(() => gots(yaml))).toContain(message);
});

test('words of other dialects in gots.yml', () => {
  const [aspect] = gots(point('module: { path: x, version: "[1.2.0,1.4.0)" }')).aspects;
  expect(aspect?.joinPoint).toMatchObject({
    kind: 'module-version',
    path: 'x',
    range: { from: 'v1.2.0', below: 'v1.4.0' },
  });
  const [hooked] = gots(advice('hooks: { path: x, after: A, context: CallContext }')).aspects;
  expect(hooked?.advice[0]).toMatchObject({ kind: 'hooks', flavour: 'loongsuite', path: 'x', after: 'A' });
  const [added] = gots(advice('add-file: { path: x, file: y.go, link: false }')).aspects;
  expect(added?.advice[0]).toMatchObject({ kind: 'add-file', unlinked: true });
});
