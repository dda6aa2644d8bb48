import { describe, expect, test } from 'vitest';
import { type Facts, type WeaveRecord, weaveId } from '../../../../src/cache/keys.ts';
import { linkSalt } from '../../../../src/driver/front/link-salt.ts';
import type { ClosurePackage } from '../../../../src/driver/injected/closure.ts';
import { aspectView } from '../../../../src/driver/injected/find-injected.ts';
import { Identities } from '../../../../src/driver/injected/identities.ts';
import type { Found } from '../../../../src/driver/injected/injected-packages.ts';
import { packageFacts } from '../../../../src/driver/plan/package-aspects.ts';
import type { Plan } from '../../../../src/driver/plan/plan.ts';
import { KnownActions, type KnownActionsContext } from '../../../../src/driver/serve/known-actions.ts';
import { noOverlay } from '../../../../src/go/overlay.ts';
import type { PackageFacts } from '../../../../src/lang/names/package-facts.ts';
import type { TypeAnswer, TypeQuestion } from '../../../../src/lang/names/type-oracle.ts';
import type { CodeTemplate } from '../../../../src/lang/template/code-template.ts';
import { definePlugin } from '../../../../src/plugin/api.ts';
import { templatesOf } from '../../../../src/vocabulary/advice.ts';
import type { Aspect } from '../../../../src/vocabulary/aspect.ts';
import type { WovenPackage } from '../../../../src/weave/weave-request.ts';
import { weaveWithTypes } from '../../../../src/weave/weave-with-types.ts';
import { testGrammar } from '../../../support/grammar.ts';
import { demo, hookSource, sampleAspects, source } from '../../../support/key-samples.ts';

/*
 * Each sample is woven under watch: what weaving reads, asks and brings in is what the key has to cover. Then each of these is
 * changed, and the key must change. The samples are records over all kinds, so a new kind of join point, option or advice, and a
 * new field of advice, does not compile until it has a sample here.
 */

const grammar = await testGrammar();
const samples = [...sampleAspects()];

const facts: Facts = { path: demo, name: 'demo', imports: ['example.com/lib'], testMain: false, inherited: [] };

/** What decides in a build, besides the package itself. */
interface Inputs {
  readonly aspect: Aspect;
  readonly code?: string;
  readonly rootModule?: string;
  readonly moduleVersion?: string;
  readonly goVersion?: string;
  /** Text of the files of some packages; all others have one that never changes. */
  readonly files?: Readonly<Record<string, string>>;
  readonly context?: string;
  readonly overlay?: string;
}

function buildOf(inputs: Inputs, packages: readonly string[]): { readonly plan: Plan; readonly injected: Found } {
  const { aspect, code = 'code', rootModule = demo, moduleVersion = 'v1.0.0', goVersion = 'go1.26.8' } = inputs;
  const plan = {
    aspects: [aspect],
    code,
    rootModule,
    goVersion,
    modules: { versions: { [demo]: moduleVersion }, dirs: {}, vendored: {} },
    goWork: '',
    added: [],
  } as unknown as Plan;
  const injectedOnly = new Set<string>();
  const described = packages.map((path): ClosurePackage => {
    const files = { 'hooks.go': inputs.files?.[path] ?? 'text' };
    return { path, name: 'x', imports: [], origin: '', dir: `/${path}`, files, embeds: false, isCxx: false };
  });
  const identities = new Identities({ packages: described, missing: {} }, aspectView(plan, injectedOnly), {
    context: inputs.context ?? `context of ${code}`,
    recordsPlaces: false,
    overlay: { ...noOverlay, hash: inputs.overlay ?? '' },
    roots: packages,
  });
  return { plan, injected: { identities, injectedOnly, overlay: undefined } };
}

/** What weaving the sample package by an aspect asked for. */
interface Watched {
  readonly woven: WovenPackage;
  /** Packages whose files were read. */
  readonly read: ReadonlySet<string>;
  /** Packages whose interfaces were asked about. */
  readonly asked: ReadonlySet<string>;
  /** Facts of the package that were looked at. */
  readonly looked: ReadonlySet<keyof PackageFacts>;
}

const plugin = definePlugin({
  id: 'p',
  select: { 'function-call': 'example.com/lib.Do' },
  packages: ['example.com/only/plugin'],
  rewrite: ({ edit, node, go }) => edit.replace(node, go`${go.import('example.com/only/plugin', 'F')}()`),
});

async function watch(aspect: Aspect): Promise<Watched> {
  const read = new Set<string>();
  const asked = new Set<string>();
  const looked = new Set<keyof PackageFacts>();
  const known = packageFacts(facts, buildOf({ aspect }, []).plan);
  const ask = (questions: readonly TypeQuestion[]): Promise<readonly TypeAnswer[]> => {
    for (const { interface: face } of questions) if (face) asked.add(face.path);
    const named = { path: 'example.com/lib', name: 'Client', pointer: false };
    return Promise.resolve(questions.map(({ kind }) => (kind === 'implements' ? { implements: true } : { named })));
  };
  const request = {
    facts: new Proxy(known, {
      get: (target, name: keyof PackageFacts) => {
        looked.add(name);
        return target[name];
      },
    }),
    files: [{ name: 'input.go', bytes: Buffer.from(source) }],
    packageName: () => undefined,
    packageFiles: (path: string) => {
      read.add(path);
      return ['hooks.go', 'input.go'].map((name) => ({ name: `${path}/${name}`, bytes: Buffer.from(hookSource) }));
    },
    weaverVersion: '',
  };
  const woven = await weaveWithTypes(request, [aspect], { grammar, plugins: () => plugin }, ask);
  return { woven, read, asked, looked };
}

/** All keys of the sample package, of the linker's salt last. */
function keysOf(inputs: Inputs, { woven, read, asked }: Watched): { l1: string; w: string; salt: string } {
  const packages = [...new Set([...woven.imports, ...woven.links, ...read, ...asked])].sort();
  const { plan, injected } = buildOf(inputs, packages);
  const identity = (path: string): string => injected.identities.of(path);
  const { imports, links } = woven;
  const record: WeaveRecord = { textHash: 'text', imports, links, pending: [] };
  return {
    l1: new KnownActions({ plan, injected } as unknown as KnownActionsContext).keyOf('a'.repeat(64), facts),
    w: weaveId(plan.code, record, [], identity),
    salt: linkSalt(plan, injected),
  };
}

/**
 * Where each fact of a package is in the key: `action`, in cmd/go's own action id; `key`, in ours. A new fact does not compile
 * until someone has thought about it.
 */
const factsInKeys: { readonly [K in keyof Required<PackageFacts>]: 'action' | 'key' } = {
  importPath: 'action',
  imports: 'action',
  name: 'action',
  testMain: 'action',
  command: 'action',
  rootModule: 'key',
  module: 'key',
  goVersion: 'key',
};

const changes: { readonly [K in keyof Required<PackageFacts>]?: Partial<Inputs> } = {
  rootModule: { rootModule: 'example.com/other' },
  module: { moduleVersion: 'v1.0.1' },
  goVersion: { goVersion: 'go1.27.0' },
};

describe.each(samples)('%s', (_, aspect) => {
  test('all that weaving looked at is in the key', async () => {
    const watched = await watch(aspect);
    const keys = (change: Partial<Inputs>) => keysOf({ aspect, ...change }, watched);
    const base = keys({});
    expect(watched.woven.matches.length, 'the sample matches').toBeGreaterThan(0);
    expect(keys({}), 'equal inputs, equal keys').toEqual(base);
    for (const path of [...watched.read, ...watched.asked]) {
      expect(keys({ files: { [path]: 'other' } }).l1, `files of ${path}`).not.toBe(base.l1);
    }
    for (const path of watched.read) expect(keys({ overlay: 'other' }).l1, `overlay of ${path}`).not.toBe(base.l1);
    for (const path of watched.asked) expect(keys({ context: 'other' }).l1, `settings for ${path}`).not.toBe(base.l1);
    for (const path of watched.woven.imports.filter((each) => each !== 'unsafe')) {
      expect(keys({ files: { [path]: 'other' } }).w, `import ${path}`).not.toBe(base.w);
    }
    for (const path of [...watched.woven.imports, ...watched.woven.links].filter((each) => each !== 'unsafe')) {
      expect(keys({ files: { [path]: 'other' } }).salt, `link ${path}`).not.toBe(base.salt);
      expect(keys({ context: 'other' }).salt, `settings for ${path}`).not.toBe(base.salt);
    }
    for (const name of watched.looked) {
      // What a plug-in is told of Go's version is the compiler's, which is in every action id.
      if (name === 'goVersion' && aspect.advice.some(({ kind }) => kind === 'plugin')) continue;
      const change = factsInKeys[name] === 'key' ? changes[name] : undefined;
      if (change) expect(keys(change).l1, `fact ${name}`).not.toBe(base.l1);
    }
    const other = keys({ code: 'other' });
    expect([other.l1, other.w, other.salt].filter((each) => Object.values(base).includes(each))).toEqual([]);
  });

  test('every word of the aspect is in the key', async () => {
    const watched = await watch(aspect);
    const base = keysOf({ aspect }, watched);
    for (const [where, changed] of variants(aspect)) {
      const keys = keysOf({ aspect: changed as Aspect }, watched);
      expect(keys.l1, where).not.toBe(base.l1);
      expect(keys.salt, where).not.toBe(base.salt);
    }
  });

  test('every template in the advice is one of its parts', () => {
    for (const advice of aspect.advice) {
      expect(new Set(templatesOf(advice))).toEqual(new Set(templatesIn(advice)));
    }
  });
});

test('samples ask about interfaces and read files at all', async () => {
  const all = await Promise.all(samples.map(([, aspect]) => watch(aspect)));
  expect(new Set(all.flatMap(({ asked }) => [...asked])).size).toBeGreaterThan(8);
  expect(new Set(all.flatMap(({ read }) => [...read])).size).toBe(3);
  const looked = new Set(all.flatMap((each) => [...each.looked]));
  for (const name of Object.keys(changes)) expect(looked, name).toContain(name);
});

/** A value with one word of it changed, for each word of it. */
function variants(value: unknown, where = ''): [string, unknown][] {
  if (typeof value === 'string') return [[where, `${value}~`]];
  if (typeof value === 'number') return [[where, value + 1]];
  if (typeof value === 'boolean') return [[where, !value]];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) =>
      variants(item, `${where}[${at}]`).map(([name, changed]): [string, unknown] => [name, value.with(at, changed)]),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    // A changed kind is another aspect altogether, if it is one.
    key === 'kind'
      ? []
      : variants(item, `${where}.${key}`).map(([name, changed]): [string, unknown] => [
          name,
          { ...value, [key]: changed },
        ]),
  );
}

/** Templates by their looks, wherever they are. */
function templatesIn(value: unknown): CodeTemplate[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('source' in value && 'lines' in value) return [value as CodeTemplate];
  return Object.values(value).flatMap(templatesIn);
}
