import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { takeFrame } from '../../../../src/driver/front/protocol.ts';
import { liveAspects } from '../../../../src/driver/plan/package-aspects.ts';
import { type Plan, planText } from '../../../../src/driver/plan/plan.ts';
import { aspectConditions, encodeRules } from '../../../../src/driver/plan/rules.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';
import { conditionHolds } from '../../../../src/vocabulary/conditions/condition.ts';
import { span } from '../../../support/key-samples.ts';
import { anyPackage, anyPoint } from '../../../support/random-points.ts';
import { casesText, ruleFixtures } from '../../../support/rule-fixtures.ts';

const aspect = { id: '', dialect: 'gots', span, reach: 'everything', advice: [] } as const;
const ofLib: Aspect = { ...aspect, tracerInternal: false, joinPoint: { kind: 'import-path', path: 'lib', span } };
const ofMains: Aspect = { ...aspect, tracerInternal: true, joinPoint: { kind: 'package-name', name: 'main', span } };

const plan: Plan = {
  ...{
    version: '1',
    code: 'c0de',
    rootModule: 'root',
    goVersion: 'go1.26.8',
    goCache: '/go',
    moduleCache: '/mod',
    cacheDir: '/weave',
    shim: '/shim',
  },
  ...{ aspects: [ofLib, ofMains], aspectFiles: [], inputs: [], moduleDirs: [], workDir: '', added: [] },
};

function fieldsOf(rules: Buffer): Record<string, readonly string[]> {
  const frame = takeFrame(rules)?.frame;
  return Object.fromEntries([...(frame?.fields ?? [])].map(([name, values]) => [name, values.map(String)]));
}

describe('the rules beside a plan', () => {
  test('say what the front needs, and which plan they are of', () => {
    const fields = fieldsOf(encodeRules(plan));
    expect(fields).toMatchObject({
      plan: [sha256(planText(plan))],
      code: ['c0de'],
      caches: ['/go', '/weave'],
      moduleCache: ['/mod'],
      normal: ['any', '3', 'path', '1', 'lib', 'name', '1', 'main', 'name-unknown'],
      internal: ['any', '2', 'name', '1', 'main', 'name-unknown'],
      languages: [],
    });
    expect(fields['special']?.slice(0, 3)).toEqual(['cmd', 'below', 'never']);
    expect(fields['special']).toContain('github.com/DataDog/dd-trace-go');
  });

  test('end in the hash of what is before', () => {
    const rules = encodeRules(plan);
    const frame = rules.subarray(0, -32);
    expect(rules.subarray(-32)).toEqual(createHash('sha256').update(frame).digest());
  });

  test('hold the language versions that come in', () => {
    const injection = {
      languages: { 'example.com/m': 'go1.24', 'example.com/m/v2': '' },
    } as unknown as Plan['injection'];
    expect(fieldsOf(encodeRules({ ...plan, injection }))['languages']).toEqual([
      ...['example.com/m', 'go1.24'],
      ...['example.com/m/v2', ''],
    ]);
  });

  test('name the aspects that any text may hold', () => {
    const directive: Aspect = { ...ofLib, joinPoint: { kind: 'directive', name: 'x:y', span } };
    const of = (more: Partial<Plan>) => fieldsOf(encodeRules({ ...plan, ...more }));
    const one = of({ aspects: [ofLib, directive] });
    expect(one).toMatchObject({
      normal: ['any', '2', 'path', '1', 'lib', 'holds', '1', '//x:y'],
      others: ['path', '1', 'lib'],
      ofText: [expect.any(String), ''],
    });
    const same = (more: Partial<Plan>) => of(more)['ofText']?.[0] === one['ofText']?.[0];
    expect(one['ofText']?.[0]).toHaveLength(64);
    expect(same({ aspects: [ofMains, directive] })).toBe(true);
    expect(same({ aspects: [directive, { ...directive, id: 'b' }] })).toBe(false);
    expect(same({ aspects: [directive], goVersion: 'go1.27.0' })).toBe(false);
    expect(same({ aspects: [directive], rootModule: 'other' })).toBe(false);
    const marked = of({ aspects: [{ ...directive, tracerInternal: true }] });
    expect(marked['ofText']?.[1]).toBe(marked['ofText']?.[0]);
    // What it does to a package follows from more than that package's text.
    const users = of({ aspects: [{ ...directive, reach: 'user' }] });
    expect(users).toMatchObject({ others: ['holds', '1', '//x:y'], othersInternal: ['never'], ofText: ['', ''] });
  });

  test('do not ask for texts where an aspect changes the package as a whole', () => {
    const directive: Aspect = { ...ofLib, joinPoint: { kind: 'directive', name: 'x:y', span } };
    const whole: Aspect = { ...directive, advice: [{ kind: 'replace-file', path: 'lib', file: 'x.go', span }] };
    const normal = (aspects: readonly Aspect[]) => fieldsOf(encodeRules({ ...plan, aspects }))['normal'];
    expect(normal([directive])).toEqual(['holds', '1', '//x:y']);
    expect(normal([directive, whole])).toContain('always');
  });

  test('rule out no package in which an aspect is live', () => {
    const aspects = fc.array(fc.record({ point: anyPoint, tracerInternal: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(aspects, anyPackage, (points, { facts, build }) => {
        const made = points.map(
          ({ point, tracerInternal }): Aspect => ({ ...aspect, tracerInternal, joinPoint: point }),
        );
        const modules = build.versions && { versions: build.versions, dirs: {}, vendored: {} };
        const known = { ...plan, rootModule: build.rootModule ?? '', goVersion: build.goVersion ?? '', modules };
        const where = { ...facts, rootModule: known.rootModule, goVersion: known.goVersion };
        const { all } = aspectConditions({ ...known, aspects: made });
        if (liveAspects({ aspects: made }, new Set(), where).length > 0) expect(conditionHolds(all, where)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe.each(ruleFixtures())('the fixture $name, which the tests of the front read', (fixture) => {
  const file = (kind: string) =>
    join(import.meta.dirname, '../../../../helper/shim/testdata/rules', `${fixture.name}.${kind}`);

  test('is as the server writes it', () => {
    expect(readFileSync(file('rules'))).toEqual(encodeRules(fixture.plan));
    expect(readFileSync(file('json'), 'utf8')).toBe(casesText(fixture));
  });

  test('rules out no package in which an aspect is live', () => {
    expect(fixture.cases.filter(({ isLive, mayChange }) => isLive && !mayChange)).toEqual([]);
    expect(new Set(fixture.cases.map(({ mayChange }) => mayChange)).size).toBe(fixture.name === 'no-aspects' ? 1 : 2);
  });
});
