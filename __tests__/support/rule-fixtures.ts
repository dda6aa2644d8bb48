import fc from 'fast-check';
import type { Facts } from '../../src/cache/keys.ts';
import { liveAspects, packageFacts } from '../../src/driver/plan/package-aspects.ts';
import type { Plan } from '../../src/driver/plan/plan.ts';
import { aspectConditions } from '../../src/driver/plan/rules.ts';
import { languageFor } from '../../src/driver/steps/language.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import { conditionHolds } from '../../src/vocabulary/conditions/condition.ts';
import type { JoinPoint } from '../../src/vocabulary/points.ts';
import { weavingOf } from '../../src/weave/1-select/special-cases.ts';
import { span } from './key-samples.ts';
import { anyPackage, anyPoint } from './random-points.ts';

/** A plan, and packages with what its rules and its aspects say of them. */
export interface RuleFixture {
  readonly name: string;
  readonly plan: Plan;
  readonly cases: readonly RuleCase[];
}

export interface RuleCase {
  readonly facts: Facts;
  /** Which of some texts its Go files hold; undefined if the files are not known. */
  readonly texts?: KnownTexts | undefined;
  /** What the rules say, so what the front must say too. */
  readonly mayChange: boolean;
  /** What the aspects say of the facts; false where the files are known. */
  readonly isLive: boolean;
}

/** Both sorted. */
export interface KnownTexts {
  readonly searched: readonly string[];
  readonly found: readonly string[];
}

function aspect(joinPoint: JoinPoint, tracerInternal = false): Aspect {
  return { id: '', dialect: 'gots', span, reach: 'everything', advice: [], tracerInternal, joinPoint };
}

function planOf(aspects: readonly Aspect[], more: Partial<Plan> = {}): Plan {
  return {
    ...{ version: '1', code: 'c0de', rootModule: 'root', goVersion: 'go1.26.8', goCache: '/go', cacheDir: '/weave' },
    moduleCache: '/mod',
    ...{ shim: '/shim', aspects, aspectFiles: [], inputs: [], moduleDirs: [], workDir: '', added: [], ...more },
  };
}

function ruleCase(plan: Plan, facts: Facts, texts?: KnownTexts): RuleCase {
  const known = packageFacts(facts, plan);
  const { all, internal } = aspectConditions(plan);
  const isLive = liveAspects(plan, new Set(), known).length > 0;
  const changes = facts.inherited.length > 0 || languageFor(plan.injection?.languages, known.importPath) !== undefined;
  const isHeld = (text: string) => !texts?.searched.includes(text) || texts.found.includes(text);
  const isTool = /^cmd(\/|$)/.test(known.importPath);
  const weaving = isTool ? 'never' : weavingOf(known.importPath);
  const reached = weaving !== 'never' && conditionHolds(weaving === 'internal' ? internal : all, known, isHeld);
  return { facts, texts, mayChange: changes || reached, isLive: changes || (isLive && texts === undefined) };
}

function fixture(name: string, plan: Plan, facts: readonly Partial<Facts>[]): RuleFixture {
  const base = { path: 'p', name: 'p', imports: [], testMain: false, inherited: [] };
  return { name, plan, cases: facts.map((each) => ruleCase(plan, { ...base, ...each })) };
}

const ofLib: JoinPoint = { kind: 'function-call', path: 'lib', name: 'F', span };
const ofPath = (path: string): JoinPoint => ({ kind: 'import-path', path, span });
const ofMains: JoinPoint = { kind: 'package-name', name: 'main', span };
const all = (...points: readonly JoinPoint[]): JoinPoint => ({ kind: 'all-of', points, span });
const not = (point: JoinPoint): JoinPoint => ({ kind: 'not', point, span });
const isCommand: JoinPoint = { kind: 'command', value: true, span };
const isTestMain: JoinPoint = { kind: 'test-main', value: true, span };
const directive: JoinPoint = { kind: 'directive', name: 'x:y', span };
const functionNamed = (name: string): JoinPoint => ({ kind: 'function', options: [{ kind: 'name', name }], span });
const odd = 'p"\\\b\f\n\r\té\u2028';

const named: readonly RuleFixture[] = [
  fixture('no-aspects', planOf([]), [{}, { path: 'main', name: 'main' }]),
  fixture('words', planOf([aspect(ofLib), aspect(all(ofMains, isCommand)), aspect(ofPath('only'))]), [
    ...[
      {},
      { imports: ['lib'] },
      { imports: ['vendor/lib'] },
      { imports: ['a/vendor/lib', 'b'] },
      { imports: ['lib/below'] },
    ],
    ...[
      { path: 'lib' },
      { path: 'lib [p.test]' },
      { path: 'only' },
      { path: 'only/below' },
      { path: odd, imports: [odd] },
    ],
    ...[
      { path: 'c', name: 'main' },
      { path: 'c [c.test]', name: 'main' },
      { path: 'c.test', name: 'main', testMain: true },
    ],
    ...[
      { path: 'cmd/go', imports: ['lib'] },
      { path: 'cmd', imports: ['lib'] },
      { path: 'cmdx', imports: ['lib'] },
    ],
    { inherited: [{ path: 'linked', kind: 'import' }] },
    { inherited: [{ path: odd, kind: 'relocation' }] },
  ]),
  fixture('all-of', planOf([aspect(all(ofLib, not(ofPath('p')), not(isTestMain)))]), [
    ...[{ imports: ['lib'] }, { path: 'q', imports: ['lib'] }, { path: 'q' }, { path: 'lib' }],
    { path: 'q.test', name: 'main', testMain: true, imports: ['lib'] },
  ]),
  fixture('special', planOf([aspect(ofLib), aspect(ofMains, true)]), [
    { path: 'github.com/DataDog/orchestrion', imports: ['lib'] },
    { path: 'github.com/DataDog/orchestrion/runtime', imports: ['lib'] },
    { path: 'github.com/DataDog/orchestrion/runtime/built', imports: ['lib'] },
    { path: 'github.com/DataDog/dd-trace-go/v2', imports: ['lib'] },
    { path: 'github.com/DataDog/dd-trace-go/v2/x', name: 'main', imports: [] },
    { path: 'github.com/DataDog/dd-trace-gox', imports: ['lib'] },
    { path: 'github.com/DataDog/go-tuf/client', imports: ['lib'] },
    { path: 'github.com/DataDog/go-tuf/client/x', imports: ['lib'] },
  ]),
  fixture(
    'languages',
    planOf([], { injection: { languages: { 'm/a': 'go1.20', 'm/a/b': '' } } as unknown as Plan['injection'] }),
    ['m', 'm/a', 'm/a/x', 'm/ax', 'm/a/b', 'm/a/b/c', 'm/a [x.test]'].map((path) => ({ path })),
  ),
];

/** Packages in which only the text of files tells whether an aspect matches. */
function ofTexts(): RuleFixture {
  const plan = planOf([
    aspect(directive),
    aspect(all(functionNamed('Serve'), not(ofPath('p'))), true),
    aspect(all(ofLib, functionNamed(odd))),
  ]);
  const searched = ['//x:y', 'Serve', odd].sort();
  const base = { path: 'q', name: 'q', imports: [], testMain: false, inherited: [] };
  const special = 'github.com/DataDog/dd-trace-go/v2';
  const cases = ['p', 'q', 'cmd/go', special].flatMap((path) =>
    [[], ['//x:y'], ['Serve'], [odd], ['//x:y', 'Serve']].flatMap((found) =>
      [[], ['lib']].map((imports) => ruleCase(plan, { ...base, path, imports }, { searched, found })),
    ),
  );
  return {
    name: 'texts',
    plan,
    cases: [
      ...cases,
      ruleCase(plan, base),
      ruleCase(plan, base, { searched: ['//x:y'], found: [] }),
      ruleCase(plan, base, { searched: [], found: [] }),
      ruleCase(plan, { ...base, inherited: [{ path: 'l', kind: 'import' }] }, { searched, found: [] }),
    ],
  };
}

/** Aspects of random points, and random packages; the same in each run. */
function random(seed: number): RuleFixture {
  const points = fc.sample(anyPoint, { seed, numRuns: 12 });
  const [{ build } = { build: undefined }] = fc.sample(anyPackage, { seed, numRuns: 1 });
  const versions = build?.versions;
  const plan = planOf(
    points.map((point, i) => aspect(all(ofPath(['a', 'a/b', 'root', 'main'][i % 4] as string), point), i % 2 === 0)),
    { modules: versions && { versions, dirs: {}, vendored: {} }, rootModule: build?.rootModule ?? 'root' },
  );
  const facts = fc.sample(anyPackage, { seed: seed + 1, numRuns: 60 }).map(
    ({ facts: { importPath, imports, name, testMain } }): Facts => ({
      ...{ path: importPath, name: name ?? '', imports: [...imports], testMain, inherited: [] },
    }),
  );
  return fixture(`random-${seed}`, plan, facts);
}

/** What helper/shim/testdata/rules holds; `npm run frames` writes it. */
export function ruleFixtures(): readonly RuleFixture[] {
  return [...named, ofTexts(), ...[1, 2, 3, 4].map(random)];
}

/** The file with the cases of a fixture, for the Go tests: facts as they are filed. */
export function casesText({ cases }: RuleFixture): string {
  const lines = cases.map(({ facts, texts, mayChange }) =>
    JSON.stringify({ facts: JSON.stringify(facts), texts: texts && JSON.stringify(texts), mayChange }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
