import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RestoredCaches, restoreCaches } from '../../../src/action/cache/caches.ts';
import type { CacheMode } from '../../../src/action/cache/policy.ts';
import { type BuildOutcome, saveCaches } from '../../../src/action/cache/save.ts';
import type { CacheVoice } from '../../../src/action/cache/voice.ts';
import { goEnv } from '../../../src/go/go-env.ts';
import { product } from '../../support/script.ts';
import type { CacheScopes, CacheService } from './cache-service.ts';

/** A machine that runs one job: a checkout at the same place as in every other run, caches of its own, a temporary folder. */
export interface Machine {
  readonly folder: string;
  readonly checkout: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * A machine as a hosted runner gives it: nothing of earlier runs is left, all paths are as they were.
 *
 * @param files of the checkout, by path
 * @param goCache what the machine has in GOCACHE already
 */
export function newMachine(folder: string, files: Readonly<Record<string, string>>, goCache?: string): Machine {
  rmSync(folder, { recursive: true, force: true });
  const checkout = join(folder, 'work', 'project');
  for (const [name, text] of Object.entries(files)) {
    const path = join(checkout, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: join(folder, 'home'),
    GOCACHE: join(folder, 'home', 'go-build'),
    GOTS_CACHE: join(folder, 'home', 'gots'),
    GOTS_STATS: join(folder, 'stats.json'),
    GOENV: 'off',
    GOFLAGS: '',
    GOWORK: '',
    GOTOOLCHAIN: 'local',
  };
  mkdirSync(env['HOME'] as string, { recursive: true });
  if (goCache) cpSync(goCache, env['GOCACHE'] as string, { recursive: true, preserveTimestamps: true });
  return { folder, checkout, env };
}

export interface JobOptions {
  readonly service?: CacheService | undefined;
  readonly token?: CacheScopes;
  readonly mode?: CacheMode;
  readonly commit?: string;
  readonly run?: string;
  readonly event?: string;
  readonly ref?: string;
  /** Variables of the runner besides; undefined removes one. */
  readonly runner?: NodeJS.ProcessEnv;
  readonly flavour?: readonly string[];
}

/** One use of the caches in a job, and what it said. */
export interface Job {
  readonly machine: Machine;
  readonly env: NodeJS.ProcessEnv;
  readonly restored: RestoredCaches;
  readonly said: {
    readonly lines: string[];
    readonly notices: string[];
    readonly debug: string[];
    readonly masked: string[];
  };
  readonly voice: CacheVoice;
}

const all: CacheScopes = { scopes: ['refs/heads/main'], mayWrite: true };

/** Begins a job: restores. */
export async function beginJob(machine: Machine, options: JobOptions, earlier: NodeJS.ProcessEnv = {}): Promise<Job> {
  const {
    service,
    token = all,
    mode = 'auto',
    commit = 'c1',
    run = '1',
    event = 'push',
    ref = 'refs/heads/main',
  } = options;
  const temp = join(machine.folder, 'temp');
  mkdirSync(temp, { recursive: true });
  const runner: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_SHA: commit,
    GITHUB_RUN_ID: run,
    GITHUB_JOB: 'build',
    GITHUB_WORKSPACE: machine.checkout,
    RUNNER_TEMP: temp,
    ...(service
      ? {
          ACTIONS_CACHE_SERVICE_V2: 'true',
          ACTIONS_RESULTS_URL: service.url,
          ACTIONS_RUNTIME_TOKEN: service.token(token),
        }
      : {}),
    ...options.runner,
    ...earlier,
  };
  const said = { lines: [] as string[], notices: [] as string[], debug: [] as string[], masked: [] as string[] };
  const exported: NodeJS.ProcessEnv = {};
  const voice: CacheVoice = {
    line: (text) => void said.lines.push(text),
    notice: (text) => void said.notices.push(text),
    mask: (text) => void said.masked.push(text),
    debug: (text) => void said.debug.push(text),
    exportVariable: (name, value) => {
      exported[name] = value;
    },
  };
  const go = await goEnv('go', machine.checkout, machine.env);
  const restored = await restoreCaches({
    mode,
    keepsBuilds: true,
    flavour: options.flavour ?? ['linux/amd64'],
    go,
    weaveCache: machine.env['GOTS_CACHE'] as string,
    home: product,
    aspects: [],
    env: runner,
    temp,
    voice,
  });
  return { machine, env: { ...runner, ...exported }, restored, said, voice };
}

/** Runs `gots go …` in the checkout, noting what it uses; returns what it did (GOTS_STATS) and printed. */
export function gotsGo(
  job: Job,
  ...args: string[]
): { readonly stats: Readonly<Record<string, number>>; readonly out: string } {
  const { machine, restored } = job;
  const stats = machine.env['GOTS_STATS'] as string;
  rmSync(stats, { force: true });
  const touched = restored.touchedFile === '' ? {} : { GOTS_TOUCHED: restored.touchedFile };
  const ran = spawnSync(process.execPath, [join(product, 'dist', 'cli.mjs'), 'go', ...args], {
    cwd: machine.checkout,
    env: { ...machine.env, ...touched, PWD: machine.checkout },
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(`gots go ${args.join(' ')}: ${ran.stdout}${ran.stderr}`);
  const text = existsSync(stats) ? readFileSync(stats, 'utf8') : '{}';
  return { stats: JSON.parse(text) as Record<string, number>, out: ran.stdout + ran.stderr };
}

/** Ends a job: saves. */
export function endJob(job: Job, outcome: Partial<BuildOutcome> = {}): Promise<boolean> {
  return saveCaches(job.restored, { builds: 'complete', hasPlainBuilds: false, ...outcome }, job);
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gots-cached-job-'));
}

/** Every file below a folder, by its path there. */
export function filesIn(dir: string): string[] {
  return existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
        .sort()
    : [];
}
