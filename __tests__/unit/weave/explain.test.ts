import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadAspects } from '../../../src/dialects/load/load.ts';
import { importTable } from '../../../src/lang/names/imports.ts';
import type { MatchContext } from '../../../src/lang/names/match-context.ts';
import type { PackageFacts } from '../../../src/lang/names/package-facts.ts';
import { sourceFile } from '../../../src/lang/syntax/source.ts';
import type { SyntaxNode } from '../../../src/lang/syntax/syntax.ts';
import { noChanges } from '../../../src/lang/tree/changes.ts';
import { goNode } from '../../../src/lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../../src/lang/tree/unit.ts';
import { GotsError } from '../../../src/report/diagnostic.ts';
import { matches, reachOfPackage } from '../../../src/vocabulary/ask.ts';
import type { Aspect } from '../../../src/vocabulary/aspect.ts';
import { decisive, type Explanation } from '../../../src/vocabulary/explanation.ts';
import { explainLine, type LineExplanation } from '../../../src/weave/explain/explain-line.ts';
import { explainNode } from '../../../src/weave/explain/explain-node.ts';
import { explainPackage } from '../../../src/weave/explain/explain-package.ts';
import type { WeaveRequest } from '../../../src/weave/weave-request.ts';
import { testGrammar } from '../../support/grammar.ts';
import { gots, orchestrion } from '../aspects/helpers.ts';

const grammar = await testGrammar();
const golden = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'golden');
const cases = readdirSync(golden, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(golden, entry.name, 'input.go')))
  .map((entry) => entry.name);

function aspectsOf(name: string): readonly Aspect[] {
  const reader = {
    read: (path: string) => (existsSync(path) ? readFileSync(path) : undefined),
    isDirectory: () => false,
    list: () => [],
  };
  return loadAspects({
    entries: [existsSync(join(golden, name, 'otelc.yml')) ? 'otelc.yml' : 'aspects.yml'],
    root: join(golden, name),
    reader,
    builtInSet: () => undefined,
  }).aspects;
}

function contextOf(name: string): { ctx: MatchContext; nodes: GoNode[] } {
  const tree = grammar.parse(sourceFile('input.go', readFileSync(join(golden, name, 'input.go'))));
  const file: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const imports = importTable(tree, () => undefined);
  const facts: PackageFacts = {
    importPath: `example.com/golden/${name}`,
    imports: new Set(imports.specs.map(({ path }) => path)),
    testMain: false,
    rootModule: 'example.com/golden',
  };
  const nodes: GoNode[] = [];
  const visit = (syntax: SyntaxNode): void => {
    const node = goNode(file, syntax);
    if (node) nodes.push(node);
    syntax.children.forEach(visit);
  };
  visit(tree.root);
  return { ctx: { facts, file, imports, packageLevel: () => new Set(), testBuild: false, oracle: undefined }, nodes };
}

function verdict(aspect: Aspect, node: GoNode, ctx: MatchContext): Explanation['answer'] {
  try {
    return matches(aspect.joinPoint, node, ctx) ? 'yes' : 'no';
  } catch (error) {
    if (error instanceof GotsError) return 'open';
    throw error;
  }
}

/** What the members' answers make of a point, told anew. */
function expectConsistent({ point, answer, members }: Explanation): void {
  for (const member of members) expectConsistent(member);
  if (members.some((member) => member.answer === 'open') || answer === 'open') return;
  const yes = members.map((member) => member.answer === 'yes');
  const [kind = ''] = point.split(':');
  if (kind === 'not') expect(answer === 'yes').toBe(!yes[0]);
  else if (kind === 'one-of') expect(answer === 'yes').toBe(yes.includes(true));
  else if (kind === 'all-of') expect(answer === 'yes').toBe(yes.length > 0 && !yes.includes(false));
  else if (members.length > 0) expect(answer === 'yes').toBe(!yes.includes(false));
}

test.each(cases)('%s: what is explained is what matches, with a reason for each no', (name) => {
  const { ctx, nodes } = contextOf(name);
  for (const aspect of aspectsOf(name)) {
    const whole = explainPackage(aspect.joinPoint, ctx.facts);
    expect(whole.answer).toBe({ none: 'no', maybe: 'open', every: 'yes' }[reachOfPackage(aspect.joinPoint, ctx.facts)]);
    if (whole.answer === 'no' && decisive(whole).members.length === 0) expect(decisive(whole).reason).toBeTruthy();
    for (const node of nodes) {
      const explanation = explainNode(aspect.joinPoint, node, ctx);
      expect(explanation.answer).toBe(verdict(aspect, node, ctx));
      expectConsistent(explanation);
      const last = decisive(explanation);
      if (last.answer === 'no' && last.members.length === 0) expect(last.reason).toBeTruthy();
    }
  }
});

const input = `package p

import "net/http"

type T struct{}

func (t *T) Serve(n int) error { http.Get("x"); return nil }

//gots:ignore
var V = http.Client{}
`;

function explain(point: string, line: number, facts: Partial<PackageFacts> = {}): LineExplanation {
  const { aspects } = orchestrion(`aspects:\n  - id: a\n    join-point: ${point}\n    advice: []\n`);
  const file = { name: 'p.go', bytes: Buffer.from(input) };
  const request: WeaveRequest = {
    facts: { importPath: 'x/p', imports: new Set(['net/http']), testMain: false, rootModule: 'x', ...facts },
    files: [file],
    packageName: () => undefined,
    weaverVersion: '',
  };
  return explainLine(request, aspects, { file, line, tools: { grammar } });
}

test.each([
  ['{import-path: x/q}', 7, 'package', 'the package is x/p'],
  ['{package-name: main}', 7, 'file', 'the file is of the package p'],
  ['{test-main: true}', 7, 'package', 'this is not the main package of a test'],
  [
    '{package-filter: {root: true, pattern: q}}',
    7,
    'package',
    'the package is x/p, and it asks for one in the root module x',
  ],
  ['{function-call: os.Exit}', 7, 'package', 'the package does not import os itself'],
  ['{struct-literal: {type: net/url.URL}}', 7, 'package', 'the package does not import net/url itself'],
  ['{function-call: net/http.Post}', 7, 'file', 'the file does not contain "Post"'],
  ['{function-call: net/http.Client}', 7, 'node', 'it calls net/http.Get'],
  ['{function-call: net/http.Get}', 5, 'no-node', 'no CallExpr begins on this line'],
  ['{function-call: net/http.Get}', 7, 'matches', undefined],
  ['{function: [{name: T}]}', 7, 'node', 'the name is Serve'],
  ['{function: [{receiver: x/p.T}]}', 7, 'node', 'the receiver is *x/p.T'],
  ['{function: [{receiver: false}]}', 7, 'node', 'the receiver is *T'],
  ['{function: [{signature: {args: [string]}}]}', 7, 'node', 'the signature is (n int) error'],
  ['{all-of: [{function: [{name: Serve}]}, {not: {import-path: x/p}}]}', 7, 'package', undefined],
  ['{directive: gots:ignore}', 5, 'node', 'no such comment stands above it'],
  ['{method-call: {receiver: net/http.T, name: Get}}', 7, 'node', 'it calls net/http.Get'],
  ['{struct-definition: x/p.V}', 5, 'node', 'it declares T struct{} in x/p'],
  ['{struct-literal: {type: net/http.Client}}', 10, 'ignored', undefined],
  ['{one-of: []}', 7, 'package', 'an empty one-of matches nothing'],
])('%s at line %i: %s, %s', (point, line, outcome, reason) => {
  const [only] = explain(point, line).aspects;
  expect(only?.outcome).toBe(outcome);
  const why = only?.explanation.reason ?? decisive(only?.explanation as Explanation).reason;
  expect(why).toBe(reason);
});

test('of several nodes the one that comes nearest is shown', () => {
  const [only] = explain('{all-of: [{import-path: x/p}, {function: [{name: V}, {receiver: true}]}]}', 7).aspects;
  expect(only?.node).toEqual({ kind: 'FuncDecl', column: 1 });
});

test.each([
  ['cmd/compile', "the go command's own tools are never woven"],
  ['github.com/DataDog/orchestrion/x', 'github.com/DataDog/orchestrion/x is never woven: weaving itself depends on it'],
  ['x/p', undefined],
])('%s as a package: %s', (importPath, never) => {
  expect(explain('{import-path: a}', 7, { importPath }).never).toBe(never);
});

test('packages for internal aspects', () => {
  const [only] = explain('{function: []}', 7, { importPath: 'github.com/DataDog/dd-trace-go/v2' }).aspects;
  expect(only?.explanation.reason).toBe(
    'github.com/DataDog/dd-trace-go/v2 is only woven by aspects with tracer-internal: true',
  );
});

test.each([
  [
    '{function-call: net/http.Get}',
    'http.DefaultClient.Get("x")',
    'it calls http.DefaultClient.Get, where http.DefaultClient is no package',
  ],
  [
    '{function-call: net/http.Get}',
    'http := t; http.Get("x")',
    'it calls http.Get, where http is a variable, which hides the import of that name',
  ],
  ['{function-call: Get}', 'Get := t.Get; Get("x")', 'it calls Get, which is declared inside the function'],
  ['{function-call: Get}', 'others("Get")', 'it calls others'],
  ['{function-call: net/http.Get}', '(http.Get)("x")', undefined],
  ['{function-call: net/http.Get}', 'http.Get[int]("x")', undefined],
  ['{method-call: {receiver: net/http.Client, name: Get}}', 't.Get("x")', 'it calls Get on a *x/p.T'],
  ['{method-call: {receiver: x/p.T, name: Get}}', 't.Get("x").Get("y")', undefined],
  ['{struct-definition: x/p.Local}', 'type Local struct{}', 'it declares Local struct{} inside a function of x/p'],
  ['{declaration-of: x/p.local}', 'var local int', 'it declares local int inside a function of x/p'],
])('a gots.yml: %s asked about %s: %s', (point, code, reason) => {
  const text = `package p\n\nimport "net/http"\n\nfunc f(t *T) {\n\t${code}\n}\n`;
  const { aspects } = gots(`aspects:\n  - id: a\n    join-point: ${point}\n    advice: []\n`);
  const file = { name: 'p.go', bytes: Buffer.from(text) };
  const request: WeaveRequest = {
    facts: { importPath: 'x/p', imports: new Set(['net/http']), testMain: false },
    files: [file],
    packageName: () => undefined,
    weaverVersion: '',
  };
  const unknown = () => ({ unknown: 'not asked' });
  const oracle = {
    typeOf: () => ({ path: 'x/p', name: 'T', pointer: true }),
    implementsInterface: unknown,
    packageOf: unknown,
    callShape: unknown,
  };
  const [only] = explainLine(request, aspects, { file, line: 6, tools: { grammar, oracle } }).aspects;
  expect(only?.outcome).toBe(reason === undefined ? 'matches' : 'node');
  expect(only?.explanation.reason).toBe(reason);
});

test('hooks by a pattern pass over functions without a body, and say so', () => {
  const text = 'package p\n\nfunc asm(n int) int\n';
  const aspects = [
    ...gots(`aspects:
  - id: pattern
    join-point: {function: [{name-matches: asm}]}
    advice: [{hooks: {path: x/hooks, before: B}}]
  - id: body
    join-point: {function: [{body: false}]}
    advice: []
`).aspects,
  ];
  const file = { name: 'p.go', bytes: Buffer.from(text) };
  const facts = { importPath: 'x/p', imports: new Set<string>(), testMain: false };
  const request: WeaveRequest = { facts, files: [file], packageName: () => undefined, weaverVersion: '' };
  const [pattern, body] = explainLine(request, aspects, { file, line: 3, tools: { grammar } }).aspects;
  expect(pattern?.explanation.members.map(({ point, reason }) => [point, reason])).toEqual([
    ['name-matches: asm', undefined],
    ['has-body: true', 'there is no body'],
  ]);
  expect(body?.outcome).toBe('matches');
});
