import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  actionPrefix,
  type Facts,
  factsKey,
  objectKey,
  subkey,
  type WeaveRecord,
  weaveId,
} from '../../../../src/cache/keys.ts';
import { LastBuild } from '../../../../src/cache/last-build.ts';
import { CachePolicy } from '../../../../src/driver/serve/cache-policy.ts';
import { type GoProcess, goProcess } from '../../../../src/driver/serve/go-process.ts';
import type { CompileOutcome } from '../../../../src/driver/serve/known-actions.ts';
import { Tally } from '../../../../src/driver/serve/tally.ts';
import { actionId, driverParts, injectedPackages, sha, weavingProcess, wovenPath } from '../../../support/driver.ts';

const action = actionId('package');
const prefix = actionPrefix(action);
const record: WeaveRecord = { textHash: 'text', imports: ['example.com/hooks'], links: [], pending: [] };
const facts = (path: string): Facts => ({ path, name: 'p', imports: [], testMain: false, inherited: [] });

function wovenOutcome(code: string, matches: readonly unknown[] = ['match']): CompileOutcome {
  const id = weaveId(code, record, [], (path) => `identity of ${path}`);
  return { facts: facts(wovenPath), woven: { record, weaveId: id, matches } };
}

function setUp(more: Parameters<typeof driverParts>[0] = {}) {
  const parts = driverParts(more);
  const policy = new CachePolicy(parts);
  const put = (id: string, text: string, owner: GoProcess) => policy.put(id, sha(text), Buffer.from(text), owner);
  const kept = async (cache: 'user' | 'weave', id: string) => {
    const entry = await parts.caches[cache].get(id);
    return entry && readFileSync(entry.path, 'utf8');
  };
  return { ...parts, policy, put, kept };
}

/** A compile as cmd/go does it: a Get that misses, the tool, a Put of the object and one of what it printed. */
async function compile(built: ReturnType<typeof setUp>, owner: GoProcess, outcome: CompileOutcome): Promise<void> {
  await built.policy.get(action, owner);
  await built.policy.compiled(owner, prefix, outcome);
  await built.put(action, 'object', owner);
  await built.put(subkey(action, 'stdout'), 'printed', owner);
}

describe('before the handshake, and of commands that are not woven', () => {
  test.each(['unknown', 'plain', 'failed'] as const)('mode %s: the user’s cache answers and keeps', async (mode) => {
    const built = setUp();
    const owner = goProcess('', [], undefined);
    owner.mode = mode;
    await built.put(action, 'object', owner);
    expect(await built.kept('user', action)).toBe('object');
    expect((await built.policy.get(action, owner))?.outputId).toBe(sha('object'));
    expect(built.policy.quick(action, owner)).toBeUndefined();
  });
});

describe('where a compile goes, and what the next build is answered', () => {
  test('a package that no aspect can match is the user’s', async () => {
    const built = setUp();
    const owner = weavingProcess();
    await compile(built, owner, { facts: facts('example.com/other') });
    expect(await built.kept('user', action)).toBe('object');
    expect(await built.kept('user', subkey(action, 'stdout'))).toBe('printed');
    expect((await built.policy.get(action, owner))?.outputId).toBe(sha('object'));
    expect(built.tally.stats).toMatchObject({ vanillaHits: 1, wovenHits: 0 });
    expect(built.names.get('example.com/other')).toBe('p');
  });

  test('a package that weaving leaves alone is the user’s', async () => {
    const built = setUp();
    const owner = weavingProcess();
    await compile(built, owner, { facts: facts(wovenPath) });
    expect(await built.kept('user', action)).toBe('object');
    expect((await new CachePolicy(built).get(action, weavingProcess()))?.outputId).toBe(sha('object'));
  });

  test.each([
    ['a package whose archive tells its facts', () => ({ facts: facts(wovenPath), isTold: true }), false],
    ['a package whose archive does not', () => ({ facts: facts(wovenPath), isTold: false }), true],
    ['a woven package', (code: string) => ({ ...wovenOutcome(code), isTold: true }), true],
  ])('facts have a record where the user’s cache has no archive that tells them: %s', async (_, outcome, isFiled) => {
    const built = setUp();
    await compile(built, weavingProcess(), outcome(built.plan.code));
    expect((await built.caches.weave.getRecord(factsKey(built.plan.code, action))) !== undefined).toBe(isFiled);
    // This build knows them, and so does the next one with the same command line.
    expect((await built.policy.get(action, weavingProcess()))?.outputId).toBe(sha('object'));
    built.lastBuild.save();
    const lastBuild = new LastBuild(join(built.plan.cacheDir, 'last.json'), { code: built.plan.code });
    expect((await new CachePolicy({ ...built, lastBuild }).get(action, weavingProcess()))?.outputId).toBe(
      sha('object'),
    );
    // Another command line finds `object`, which is no archive and so no package: nothing but facts leads to the woven one.
    const other = new LastBuild(join(built.plan.cacheDir, 'other.json'), { code: built.plan.code });
    const found = await new CachePolicy({ ...built, lastBuild: other }).get(action, weavingProcess());
    expect(found?.outputId).toBe(sha('object'));
    expect(other.isOther(action)).toBe(!isFiled);
  });

  test('a woven package and what its compiler printed go to the weave cache', async () => {
    const built = setUp();
    const outcome = wovenOutcome(built.plan.code);
    await compile(built, weavingProcess(), outcome);
    const id = outcome.woven?.weaveId ?? '';
    expect(await built.kept('user', action)).toBeUndefined();
    expect(await built.kept('user', subkey(action, 'stdout'))).toBeUndefined();
    expect(await built.kept('weave', objectKey(action, id, 'object'))).toBe('object');
    expect(await built.kept('weave', objectKey(action, id, 'stdout'))).toBe('printed');
    const owner = weavingProcess();
    const next = new CachePolicy(built);
    expect((await next.get(action, owner))?.outputId).toBe(sha('object'));
    expect((await next.get(subkey(action, 'stdout'), owner))?.outputId).toBe(sha('printed'));
    expect(built.tally.stats).toMatchObject({ wovenHits: 1 });
  });

  test('the same action under another identity of what it injects is compiled again', async () => {
    const built = setUp();
    await compile(built, weavingProcess(), wovenOutcome(built.plan.code));
    const next = new CachePolicy({ ...built, injected: injectedPackages({ of: () => 'another' }) });
    expect(await next.get(action, weavingProcess())).toBeUndefined();
  });

  test('the same action under other aspects is unknown, though the object of the same text is found', async () => {
    const built = setUp();
    const outcome = wovenOutcome(built.plan.code);
    await compile(built, weavingProcess(), outcome);
    const aspects = built.plan.aspects.map((aspect) => ({ ...aspect, id: 'edited' }));
    const next = new CachePolicy({ ...built, plan: { ...built.plan, aspects } });
    const owner = weavingProcess();
    expect(await next.get(action, owner)).toBeUndefined();
    const found = await next.wovenObject(owner, prefix, outcome.woven?.weaveId ?? '');
    expect(found?.object.outputId).toBe(sha('object'));
    expect(found?.output.toString()).toBe('printed');
  });

  test('plain objects are found again only with what the compiler printed', async () => {
    const built = setUp();
    const owner = weavingProcess();
    await built.policy.get(action, owner);
    await built.caches.user.put(action, sha('object'), Buffer.from('object'));
    expect(await built.policy.plainObject(owner, prefix)).toBeUndefined();
    await built.caches.user.put(subkey(action, 'stdout'), sha('printed'), Buffer.from('printed'));
    expect((await built.policy.plainObject(owner, prefix))?.output.toString()).toBe('printed');
  });
});

describe('go build -a: Puts come without a Get before (build-protocol H2)', () => {
  test('what was printed is held until the object tells what the action is', async () => {
    const built = setUp();
    const owner = weavingProcess(['build', '-a']);
    const outcome = wovenOutcome(built.plan.code);
    await built.policy.compiled(owner, prefix, outcome);
    await built.put(subkey(action, 'stdout'), 'printed', owner);
    expect(await built.kept('user', subkey(action, 'stdout'))).toBeUndefined();
    await built.put(action, 'object', owner);
    const id = outcome.woven?.weaveId ?? '';
    expect(await built.kept('weave', objectKey(action, id, 'object'))).toBe('object');
    expect(await built.kept('weave', objectKey(action, id, 'stdout'))).toBe('printed');
    await built.policy.close();
    expect(await built.kept('user', subkey(action, 'stdout'))).toBeUndefined();
  });

  test('what belongs to no compile of this build is the user’s at its end', async () => {
    const built = setUp();
    await built.put(action, 'other', weavingProcess(['build', '-a']));
    expect(await built.kept('user', action)).toBeUndefined();
    await built.policy.close();
    expect(await built.kept('user', action)).toBe('other');
  });
});

describe('the report', () => {
  test('holds a woven package, and how long it took to be kept', async () => {
    const built = setUp({ report: true });
    const owner = weavingProcess();
    await built.policy.get(action, owner);
    await built.policy.compiled(owner, prefix, wovenOutcome(built.plan.code));
    built.clock.ms += 42;
    await built.put(action, 'object', owner);
    expect(built.tally.wovenPackages()).toEqual([
      { importPath: wovenPath, fromCache: false, asked: true, matches: ['match'], files: undefined, compileMs: 42 },
    ]);
  });

  test('holds a package of the cache, with what matched then', async () => {
    const built = setUp({ report: true });
    await compile(built, weavingProcess(), wovenOutcome(built.plan.code));
    const next = { ...driverParts({ report: true }), plan: built.plan, caches: built.caches };
    await new CachePolicy(next).get(action, weavingProcess());
    expect(next.tally.wovenPackages()).toMatchObject([{ importPath: wovenPath, fromCache: true, matches: ['match'] }]);
  });
});

test('a quick answer is what the last build was told, and leads to what the compiler printed', async () => {
  const built = setUp();
  built.lastBuild.validate('same');
  await compile(built, weavingProcess(), wovenOutcome(built.plan.code));
  expect(built.policy.quick(action, weavingProcess())).toBeUndefined();
  built.lastBuild.save();
  const lastBuild = new LastBuild(`${built.plan.cacheDir}/last.json`, { code: built.plan.code });
  lastBuild.validate('same');
  const next = new CachePolicy({ ...built, lastBuild });
  const owner = weavingProcess();
  expect(next.quick(action, owner)?.outputId).toBe(sha('object'));
  expect((await next.get(subkey(action, 'stdout'), owner))?.outputId).toBe(sha('printed'));
});

describe('what matched in a package that an earlier build wove', () => {
  test('is told by the caches, whether a report is wanted or not', async () => {
    const built = setUp();
    await compile(built, weavingProcess(), wovenOutcome(built.plan.code));
    expect(built.tally.wovenPackages()).toEqual([]);
    expect(await new CachePolicy(built).matchesIn(action)).toEqual(['match']);
  });

  test('is nothing where only its dependencies are woven', async () => {
    const built = setUp();
    const { facts: known, woven } = wovenOutcome(built.plan.code);
    const linked = { textHash: '', imports: [], links: ['example.com/hooks'], pending: [] };
    await compile(built, weavingProcess(), {
      facts: known,
      woven: { ...woven, weaveId: 'w', record: linked, matches: [] },
    });
    expect(await new CachePolicy(built).matchesIn(action)).toEqual([]);
  });

  test('is not known of an action of which there is no record, or under other aspects', async () => {
    const built = setUp();
    expect(await built.policy.matchesIn(action)).toBeUndefined();
    await compile(built, weavingProcess(), wovenOutcome(built.plan.code));
    const aspects = built.plan.aspects.map((aspect) => ({ ...aspect, id: 'edited' }));
    const next = new CachePolicy({ ...built, plan: { ...built.plan, aspects } });
    expect(await next.matchesIn(action)).toBeUndefined();
  });
});

test('a tally that wants what matched in compiled packages has no more than that', async () => {
  const built = setUp();
  const tally = new Tally({ matches: false, compiledMatches: true, sources: false });
  const policy = new CachePolicy({ ...built, tally });
  await compile({ ...built, policy }, weavingProcess(), wovenOutcome(built.plan.code));
  expect(tally.wovenPackages()).toMatchObject([{ importPath: wovenPath, fromCache: false, matches: ['match'] }]);
  const next = new Tally({ matches: false, compiledMatches: true, sources: false });
  await new CachePolicy({ ...built, tally: next }).get(action, weavingProcess());
  expect(next.wovenPackages()).toEqual([]);
});

describe('a build is whole', () => {
  const output = subkey(action, 'link-stdout');
  const linked = async (more: { readonly woven: boolean }) => {
    const built = setUp();
    const owner = weavingProcess();
    await compile(built, owner, more.woven ? wovenOutcome(built.plan.code) : { facts: facts(wovenPath) });
    expect(built.policy.isWhole()).toBe(true);
    built.policy.linkBegan(owner, prefix);
    expect(built.policy.isWhole()).toBe(false);
    return { ...built, owner };
  };

  test.each([true, false])('when go files what the linker printed; the main package is woven: %s', async (woven) => {
    const { policy, put, owner } = await linked({ woven });
    await put(sha('something else'), 'x', owner);
    expect(policy.isWhole()).toBe(false);
    await put(output, '', owner);
    expect(policy.isWhole()).toBe(true);
  });

  test('when the front has filed that', async () => {
    const { policy } = await linked({ woven: true });
    policy.filed(output, { outputId: sha(''), size: 0, timeMs: 1 }, { key: 'k', isPlain: false });
    expect(policy.isWhole()).toBe(true);
  });

  test('where nothing tells how a link ends', () => {
    const { policy } = setUp();
    policy.linkBegan(weavingProcess(), undefined);
    policy.linkBegan(weavingProcess(), 'unknown');
    expect(policy.isWhole()).toBe(true);
  });
});
