import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { megabytes, seconds } from '../../base/amounts.ts';
import { type CacheFolders, type PackFiles, totalBytes } from '../../cache/packs/entries.ts';
import type { GoEnv } from '../../go/go-env.ts';
import { type CacheKeys, cacheKeys, type KeyParts } from './cache-keys.ts';
import { askService, type CacheClient } from './client.ts';
import { aspectsDigest, sumsDigest, weaverDigest } from './digests.ts';
import { type Merged, mergePack } from './merge.ts';
import { fetchModules, type RestoredModules, restoreModules } from './modules.ts';
import { readIndex } from './pack.ts';
import { type CacheMode, cachePolicy, cacheRunFacts } from './policy.ts';
import { type CacheVoice, notRestored } from './voice.ts';

export interface ActionCacheRequest {
  readonly mode: CacheMode;
  /** False where a shared cache has the builds: then only modules are restored and saved. */
  readonly keepsBuilds: boolean;
  /** Names of targets, and flags: caches of other builds are of no use. */
  readonly flavour: readonly string[];
  readonly go: GoEnv;
  /** $GOTS_CACHE. */
  readonly weaveCache: string;
  /** The folder that holds dist/, aspects/ and helper/. */
  readonly home: string;
  /** Aspect files named to the action, absolute. */
  readonly aspects: readonly string[];
  /** The runner's variables, tokens included. */
  readonly env: NodeJS.ProcessEnv;
  /** The runner's temporary folder. */
  readonly temp: string;
  readonly voice: CacheVoice;
}

/** What was restored, and all that is needed to save: plain JSON, to be kept until the end of the job. */
export interface RestoredCaches {
  /** GOTS_TOUCHED for every go command whose caches are to be kept; '' where nothing will be saved. */
  readonly touchedFile: string;
  /** `commit`: of this very commit; `older`: of another one. */
  readonly hit: 'commit' | 'older' | 'none';
  /** Key of what was restored, or ''. */
  readonly matchedKey: string;
  readonly bytes: number;
  readonly keys: CacheKeys;
  readonly saves: boolean;
  readonly keepsBuilds: boolean;
  readonly folders: CacheFolders;
  /** False where the runner has no cache service, or it did not answer. */
  readonly isAvailable: boolean;
  readonly modules?: RestoredModules;
  /** Folder of packs and lists. */
  readonly root: string;
  readonly startedMs: number;
  readonly program: string;
}

/** Folder of the entry, below a folder of the run: the service tells entries apart by it. */
export const packFolder = 'gots-pack';
const limitMs = 10 * 60_000;

/**
 * Restores the caches of an earlier run into GOCACHE and the weave cache. A cache that is not there, or cannot be had, is a line in
 * the log, never an error. A second use in one job takes what the first has restored.
 */
export async function restoreCaches(request: ActionCacheRequest): Promise<RestoredCaches> {
  const { voice, env } = request;
  const policy = cachePolicy(request.mode, cacheRunFacts(env));
  const parts = partsOf(request);
  const keys = cacheKeys(parts);
  const variable = `GOTS_CACHE_STATE_${keys.restoreKeys.at(-1)?.replaceAll(/\W/g, '_')}`;
  const earlier = readState(env[variable]);
  if (earlier) return earlier;
  const root = makeRoot(request.temp);
  const base: RestoredCaches = {
    touchedFile: policy.saves && request.keepsBuilds ? join(root, 'touched') : '',
    hit: 'none',
    matchedKey: '',
    bytes: 0,
    keys,
    saves: policy.saves,
    keepsBuilds: request.keepsBuilds,
    isAvailable: true,
    folders: { go: request.go.goCache, weave: request.weaveCache },
    root,
    startedMs: Date.now(),
    program: join(request.home, 'dist', 'action-cache.mjs'),
  };
  if (!policy.restores) voice.line(`cache: not restored: ${policy.reason}`);
  const restored = policy.restores ? await restoreAll(base, parts, request) : base;
  if (!policy.saves) voice.line(`cache: will not be saved: ${policy.reason}`);
  writeFileSync(stateFile(root), JSON.stringify(restored));
  voice.exportVariable(variable, stateFile(root));
  return restored;
}

/** @throws the file system's error where nothing can be written, which no build survives either */
function makeRoot(temp: string): string {
  mkdirSync(temp, { recursive: true });
  return mkdtempSync(join(temp, 'gots-cache-'));
}

function partsOf({ env, flavour, go, home, aspects }: ActionCacheRequest): KeyParts {
  const run = [env['GITHUB_RUN_ID'], env['GITHUB_RUN_ATTEMPT'], env['GITHUB_JOB']].map((part) => part || '0');
  return {
    os: process.platform,
    arch: process.arch,
    flavour,
    goVersion: go.version,
    weaver: weaverDigest(home),
    aspects: aspectsDigest(dirname(go.goMod), aspects),
    sums: sumsDigest(go),
    commit: env['GITHUB_SHA'] || '0',
    run: run.join('.'),
  };
}

async function restoreAll(base: RestoredCaches, parts: KeyParts, request: ActionCacheRequest): Promise<RestoredCaches> {
  const client = clientOf(base.program, request.env, request.voice);
  const moduleRequest = { ...request, client, root: base.root, parts };
  const builds = request.keepsBuilds ? restore(base, request) : base;
  const [restored, fetched] = await Promise.all([builds, fetchModules(moduleRequest)]);
  // What keeps the service from answering is said once.
  const modules = restored.isAvailable ? restoreModules(moduleRequest, fetched) : undefined;
  return modules ? { ...restored, modules } : restored;
}

async function restore(base: RestoredCaches, { env, voice }: ActionCacheRequest): Promise<RestoredCaches> {
  const { keys, root, folders } = base;
  const folder = join(root, packFolder);
  const client = clientOf(base.program, env, voice);
  const result = await askService(client, root, { operation: 'restore', folder: packFolder, ...keys });
  const { answer } = result;
  try {
    if (answer.kind !== 'hit') {
      notRestored('builds', result, voice);
      const isAvailable = answer.kind === 'miss' && result.complaints.length === 0;
      // Where there is no service now there is none at the end of the job.
      return answer.kind === 'unavailable'
        ? { ...base, isAvailable, saves: false, touchedFile: '' }
        : { ...base, isAvailable };
    }
    const files = readIndex(folder);
    if (!files) {
      voice.notice(`cache: ${answer.matchedKey} is damaged; it is not used`);
      return base;
    }
    const { broken } = merge(folder, files, folders, voice);
    const whole = Object.entries(files).filter(([path]) => !broken.includes(path));
    writeFileSync(restoredList(root), JSON.stringify(Object.fromEntries(whole)));
    const bytes = totalBytes(files);
    const hit = answer.matchedKey.startsWith(keys.restoreKeys[0] as string) ? 'commit' : 'older';
    voice.line(
      `cache: ${Object.keys(files).length} entries (${megabytes(bytes)}) of ${answer.matchedKey} in ${seconds(Date.now() - base.startedMs)}`,
    );
    return { ...base, hit, matchedKey: answer.matchedKey, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function merge(folder: string, files: PackFiles, folders: CacheFolders, voice: CacheVoice): Merged {
  const merged = mergePack(folder, files, folders, Date.now());
  const { broken, refused } = merged;
  if (broken.length > 0) voice.notice(`cache: ${broken.length} damaged entries are not used; they are built again`);
  if (refused.length > 0) voice.notice(`cache: ${refused.length} entries cannot be written`);
  return merged;
}

export function clientOf(program: string, env: NodeJS.ProcessEnv, voice: CacheVoice): CacheClient {
  return { program, env, limitMs, mask: voice.mask, debug: voice.debug };
}

function readState(file: string | undefined): RestoredCaches | undefined {
  try {
    return file ? (JSON.parse(readFileSync(file, 'utf8')) as RestoredCaches) : undefined;
  } catch {
    return undefined;
  }
}

/** Where {@link RestoredCaches} is kept for the end of the job. */
export function stateFile(root: string): string {
  return join(root, 'state.json');
}

/** Where it is noted what was restored. */
export function restoredList(root: string): string {
  return join(root, 'restored.json');
}
