import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lineLog } from '../../src/base/log.ts';
import { DiskCache } from '../../src/cache/disk/disk.ts';
import { LastBuild } from '../../src/cache/last-build.ts';
import type { Identities } from '../../src/driver/injected/identities.ts';
import { InjectedPackages } from '../../src/driver/injected/injected-packages.ts';
import { WaitGraph } from '../../src/driver/injected/wait-graph.ts';
import type { Plan } from '../../src/driver/plan/plan.ts';
import type { Clock, GoCommands } from '../../src/driver/ports.ts';
import { type GoProcess, goProcess } from '../../src/driver/serve/go-process.ts';
import { Jobs } from '../../src/driver/serve/jobs.ts';
import { Tally } from '../../src/driver/serve/tally.ts';
import { readFlags } from '../../src/go/flags.ts';
import type { GoResult } from '../../src/go/go.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import { tempDir } from './temp-module.ts';

/** The package that {@link wovenAspect} weaves. */
export const wovenPath = 'example.com/woven';

const span = { file: 'gots.yml', line: 2, column: 3 };

/** Matches in one package only; what it does is up to the weaver of the test. */
export const wovenAspect: Aspect = {
  id: 'sample',
  dialect: 'gots',
  span,
  tracerInternal: false,
  reach: 'everything',
  joinPoint: { kind: 'import-path', path: wovenPath, span },
  advice: [],
};

/** A plan by which {@link wovenAspect} is woven, in folders of the test. */
export function samplePlan(overrides: Partial<Plan> = {}): Plan {
  const cacheDir = tempDir();
  return {
    version: '0.0.0',
    code: 'code',
    aspects: [wovenAspect],
    aspectFiles: [],
    inputs: [],
    rootModule: 'example.com',
    goVersion: 'go1.26.8',
    moduleDirs: [],
    workDir: '',
    added: [],
    goCache: tempDir(),
    moduleCache: tempDir(),
    cacheDir,
    shim: '/shim',
    ...overrides,
  };
}

/** A go command that weaves, as it is after the handshake. */
export function weavingProcess(goArgs: readonly string[] = ['build'], chain: GoProcess['chain'] = []): GoProcess {
  const owner = goProcess('', chain, undefined);
  owner.mode = 'weaving';
  owner.cwd = '/work';
  owner.flags = readFlags(goArgs, []);
  return owner;
}

/** Injected packages as a handshake would leave them; every package has an identity that is made of its path. */
export function injectedPackages(more: Partial<Identities> = {}): InjectedPackages {
  const injected = new InjectedPackages();
  const identities = {
    of: (path: string) => `identity of ${path}`,
    sourceOf: (path: string) => `source of ${path}`,
    goFilesOf: () => undefined,
    missing: () => undefined,
    changedFile: () => undefined,
    isCxx: () => false,
    listed: () => undefined,
    ...more,
  } as unknown as Identities;
  injected.settle({ identities, injectedOnly: new Set(), overlay: undefined });
  return injected;
}

/** What a go command of the driver was asked. */
export interface GoCall {
  readonly kind: 'settings' | 'list' | 'listWoven' | 'tool' | 'accepts';
  readonly words: readonly string[];
}

/** Go commands that answer from a table and note what they were asked. */
export interface FakeGo extends GoCommands {
  readonly calls: readonly GoCall[];
}

/** @param answers by kind; what is not given answers with nothing, and success */
export function fakeGo(
  answers: {
    readonly settings?: Readonly<Record<string, string>>;
    readonly list?: (args: readonly string[]) => Partial<GoResult>;
    readonly accepts?: boolean;
    readonly listWoven?: (child: GoProcess, patterns: readonly string[]) => Partial<GoResult>;
  } = {},
): FakeGo {
  const calls: GoCall[] = [];
  const whole = (result: Partial<GoResult> = {}): GoResult => ({ exitCode: 0, stdout: '', stderr: '', ...result });
  return {
    calls,
    settings(_at, words) {
      calls.push({ kind: 'settings', words });
      return Promise.resolve(answers.settings ?? {});
    },
    list(_at, words) {
      calls.push({ kind: 'list', words });
      return Promise.resolve(whole(answers.list?.(words)));
    },
    listWoven(child, args, patterns) {
      calls.push({ kind: 'listWoven', words: [...args, ...patterns] });
      return Promise.resolve(whole(answers.listWoven?.(child, patterns)));
    },
    tool(_at, name, args) {
      calls.push({ kind: 'tool', words: [name, ...args] });
      return Promise.resolve();
    },
    accepts(compiler, args) {
      calls.push({ kind: 'accepts', words: [compiler, ...args] });
      return Promise.resolve(answers.accepts ?? true);
    },
  };
}

/** A clock that a test moves. */
export function fakeClock(): Clock & { ms: number } {
  return { ms: 1_000, now: fakeNow, later: () => {} };
}

function fakeNow(this: { readonly ms: number }): number {
  return this.ms;
}

/** Everything that steps and policy work with, on real caches in folders of the test. */
export function driverParts(overrides: { readonly plan?: Partial<Plan>; readonly report?: boolean } = {}) {
  const plan = samplePlan(overrides.plan);
  const warn = (): void => {};
  const user = new DiskCache(plan.goCache, { warn });
  const weave = new DiskCache(plan.cacheDir, { isOurs: true, warn });
  const clock = fakeClock();
  const graph = new WaitGraph();
  return {
    plan,
    log: lineLog(warn, false),
    injected: injectedPackages(),
    caches: { user, weave, aside: weave },
    lastBuild: new LastBuild(join(plan.cacheDir, 'last.json'), { code: plan.code }),
    graph,
    clock,
    jobs: new Jobs(graph, clock),
    tally: new Tally({ matches: overrides.report ?? false, sources: false }),
    names: new Map<string, string>(),
  };
}

/** A full action id, as cmd/go's Gets and Puts carry it. */
export function actionId(name: string): string {
  return sha(name);
}

export function sha(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
