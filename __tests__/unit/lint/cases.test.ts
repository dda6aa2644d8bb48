import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkCodeTemplate } from '../../../src/aspects/check-template.ts';
import { canonicalGo, containsGo } from '../../../src/lint/cases/compare-go.ts';
import { readCases } from '../../../src/lint/cases/read-cases.ts';
import { type CaseSurroundings, runCase } from '../../../src/lint/cases/run-case.ts';
import type { GotsError } from '../../../src/report/diagnostic.ts';
import { weavePackage } from '../../../src/weave/weave-package.ts';
import { parseGo, testGrammar } from '../../support/grammar.ts';
import { gots } from '../aspects/helpers.ts';

const grammar = await testGrammar();
const surroundings: CaseSurroundings = {
  grammar,
  weave: (request, live) => Promise.resolve().then(() => weavePackage(request, live, { grammar })),
  packageFiles: () => undefined,
  weaverVersion: '',
  diff: (name, expected, woven) => `${name}\n-${expected}\n+${woven}`,
};
const aspects = gots(
  `aspects:
  - id: wrap
    join-point: { function-call: net/http.Get }
    advice: [{ wrap-expression: { imports: { log: log }, template: 'log.Get({{ . }})' } }]
  - id: broken
    join-point: { function-call: x/y.F }
    advice: [{ wrap-expression: { template: 'if {{ . }}' } }]
  - id: old
    join-point: { all-of: [{ import-path: x/old }, { function: [{ name: F }] }] }
    advice: [{ add-blank-import: os }]
`,
  checkCodeTemplate,
).aspects;

async function run(yaml: string): Promise<string[]> {
  const cases = readCases({ display: 'cases.yml', bytes: Buffer.from(yaml) }, {});
  const found = await Promise.all(cases.map((each) => runCase(each, aspects, surroundings)));
  return found.flat().map(({ span, message, detail }) => `${span?.line}: ${message}${detail ? `\n${detail}` : ''}`);
}

const input = String.raw`"package p\nimport \"net/http\"\nfunc f() { http.Get(\"x\") }\n"`;

test.each([
  [`weaves: [{name: a, input: ${input}}]`, []],
  [`weaves: [{name: a, input: ${input}, aspects: [wrap], imports: [log], contains: ['log.Get(http.Get("x"))']}]`, []],
  [
    `leaves: [{name: a, input: ${input}}]`,
    ['1: case "a": "wrap" matches at input.go:3:12, and the package should be left'],
  ],
  [`weaves: [{name: a, input: package p}]`, ['1: case "a": no aspect matches']],
  [`leaves: [{name: a, input: package p}]`, []],
  [`weaves: [{name: a, input: ${input}, aspects: [old]}]`, ['1: case "a": no match of the aspect "old"']],
  [`weaves: [{name: a, input: ${input}, imports: [os]}]`, ['1: case "a": no import of "os"']],
  [`weaves: [{name: a, input: ${input}, links: [os]}]`, ['1: case "a": no link of "os"']],
  [
    `weaves: [{name: a, input: ${input}, contains: ['log.Get(1)']}]`,
    ['1: case "a": the woven text does not contain "log.Get(1)"'],
  ],
  [`weaves: [{name: a, package: x/old, input: "package p\\nfunc F() {}"}]`, []],
  [`leaves: [{name: a, package: x/new, input: "package p\\nfunc F() {}"}]`, []],
  [
    `weaves: [{name: a, input: "package p\\nimport \\"x/y\\"\\nvar _ = y.F()"}]`,
    [
      '1: case "a": weaving fails\ngots.yml:7:46: the template does not render one Go expression: cannot be parsed near "if {{…}}" (template_broken_go); run `gots weave` on one file to see what the template renders',
    ],
  ],
])('%s', async (yaml, failures) => {
  expect(await run(yaml)).toEqual(failures);
});

test('what is expected is compared as a program, not as a text', async () => {
  const expected = String.raw`"package p\nimport (h \"net/http\"; \"log\")\nfunc f() {\n // here\n log.Get(\n h.Get(\"x\",\n),\n)\n}"`;
  expect(await run(`weaves: [{name: a, input: ${input}, expected: ${expected}}]`)).toEqual([]);
  const other = expected.replace('log.Get', 'log.Set');
  const [failure] = await run(`weaves: [{name: a, input: ${input}, expected: ${other}}]`);
  expect(failure).toContain('1: case "a": input.go is not woven as expected\ninput.go\n-package p');
  expect(failure).toContain('__gots_log.Get(http.Get("x"))');
});

test('several files, each with its own expectation', async () => {
  const yaml = `weaves:
  - name: a
    files:
      a.go: ${input}
      b.go: package p
    expected:
      a.go: "package p\\nimport (\\"net/http\\"; \\"log\\")\\nfunc f() { log.Get(http.Get(\\"x\\")) }"
`;
  expect(await run(yaml)).toEqual([]);
  await expect(run(yaml.replace('expected:\n      a.go', 'expected:\n      c.go'))).rejects.toThrow(
    '"expected" cannot be "c.go"',
  );
});

test.each([
  ['weaves: [{input: package p}]', 'a case needs the key "name"'],
  ['weaves: [{name: a}]', 'a case needs the key "input"'],
  ['weaves: [{name: a, input: x, inputs: y}]', 'unknown key "inputs" in a case'],
  ['leaves: [{name: a, input: x, expected: y}]', 'unknown key "expected" in a case'],
  ['weave: []', 'unknown key "weave" in the file'],
  ['weaves: {}', '"weaves" must be a list, not a mapping'],
])('%s: %s', (yaml, message) => {
  const problems: GotsError[] = [];
  readCases({ display: 'cases.yml', bytes: Buffer.from(yaml) }, { sink: (problem) => problems.push(problem) });
  expect(problems.map((problem) => problem.message)).toEqual([message]);
});

test('the same program has the same canonical form, another one has not', () => {
  const forms = [
    'package p\nimport "a/b"\nfunc f() { b.F(1, 2); g() }',
    'package p\nimport (x "a/b")\n// f\nfunc f() {\n\tx.F(\n1,\n2,\n)\n\tg()\n}',
    'package p\nimport "a/c"\nfunc f() { c.F(1, 2); g() }',
    'package p\nimport "a/b"\nfunc f() { b := b; b.F(1, 2); g() }',
    'package p\nimport "a/b"\nimport _ "x"\nfunc f() { b.F(1, 2); g() }',
    'package p\nimport "a/b"\n//go:noinline\nfunc f() { b.F(1, 2); g() }',
  ].map((text) => canonicalGo(parseGo(grammar, text)).join(' '));
  expect(forms[1]).toBe(forms[0]);
  expect(new Set(forms).size).toBe(forms.length - 1);
});

test('a package in a piece goes by the name its path suggests', () => {
  const file = canonicalGo(parseGo(grammar, 'package p\nimport x "a/go-b/v2"\nvar V = x.F("b")'));
  expect(containsGo(file, 'b.F("b")')).toBe(true);
  expect(containsGo(file, 'c.F("b")')).toBe(false);
  expect(containsGo(file, 'V = // comment\n b.F')).toBe(true);
});

const sets = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'aspects');

test('every folder of built-in aspects has cases', () => {
  const folders = readdirSync(sets, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('gots.yml') && /^ {2}- id:/m.test(readFileSync(join(sets, name), 'utf8')))
    .map(dirname)
    .filter((folder) => !folder.startsWith('e2e'));
  expect(folders.length).toBeGreaterThan(3);
  expect(folders.filter((folder) => !existsSync(join(sets, folder, 'cases.yml')))).toEqual([]);
});
