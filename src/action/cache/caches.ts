import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { GoEnv } from '../../go/go-env.ts';
import { askService, type CacheClient } from './client.ts';
import { aspectsDigest, sumsDigest, weaverDigest } from './digests.ts';
import { type CacheKeys, cacheKeys } from './keys.ts';
import { type Merged, mergePack } from './merge.ts';
import { type CacheFolders, type PackFiles, readIndex, totalBytes } from './pack.ts';
import { type CacheMode, cachePolicy, runFacts } from './policy.ts';

/** How caches speak to the job; what is said is one line each. */
export interface CacheVoice {
  readonly line: (text: string) => void;
  readonly notice: (text: string) => void;
  readonly mask: (secret: string) => void;
  readonly debug: (text: string) => void;
  /** Sets a variable for later steps. */
  readonly exportVariable: (name: string, value: string) => void;
}

export interface CacheRequest {
  readonly mode: CacheMode;
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
  readonly folders: CacheFolders;
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
export async function restoreCaches(request: CacheRequest): Promise<RestoredCaches> {
  const { voice, env } = request;
  const policy = cachePolicy(request.mode, runFacts(env));
  const keys = keysOf(request);
  const variable = `GOTS_CACHE_STATE_${keys.restoreKeys.at(-1)?.replaceAll(/\W/g, '_')}`;
  const earlier = readState(env[variable]);
  if (earlier) return earlier;
  const root = makeRoot(request.temp);
  const base: RestoredCaches = {
    touchedFile: policy.saves ? join(root, 'touched') : '',
    hit: 'none',
    matchedKey: '',
    bytes: 0,
    keys,
    saves: policy.saves,
    folders: { go: request.go.goCache, weave: request.weaveCache },
    root,
    startedMs: Date.now(),
    program: join(request.home, 'dist', 'action-cache.mjs'),
  };
  if (!policy.restores) voice.line(`cache: not restored: ${policy.reason}`);
  const restored = policy.restores ? await restore(base, request) : base;
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

function keysOf({ env, flavour, go, home, aspects }: CacheRequest): CacheKeys {
  const run = [env['GITHUB_RUN_ID'], env['GITHUB_RUN_ATTEMPT'], env['GITHUB_JOB']].map((part) => part || '0');
  return cacheKeys({
    os: process.platform,
    arch: process.arch,
    flavour,
    goVersion: go.version,
    weaver: weaverDigest(home),
    aspects: aspectsDigest(dirname(go.goMod), aspects),
    sums: sumsDigest(go),
    commit: env['GITHUB_SHA'] || '0',
    run: run.join('.'),
  });
}

async function restore(base: RestoredCaches, { env, voice }: CacheRequest): Promise<RestoredCaches> {
  const { keys, root, folders } = base;
  const folder = join(root, packFolder);
  const { answer, complaints } = await askService(clientOf(base.program, env, voice), root, {
    operation: 'restore',
    folder: packFolder,
    key: keys.key,
    restoreKeys: keys.restoreKeys,
  });
  try {
    if (answer.kind !== 'hit') {
      if (answer.kind === 'unavailable') voice.notice('cache: this runner has no cache service');
      else if (answer.kind === 'failed') voice.notice(`cache: not restored: ${oneLine([answer.reason])}`);
      else if (complaints.length > 0) voice.notice(`cache: not restored: ${oneLine(complaints)}`);
      else voice.line('cache: none of an earlier run');
      return base;
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
      `cache: ${Object.keys(files).length} entries (${megabytes(bytes)}) of ${answer.matchedKey} in ${((Date.now() - base.startedMs) / 1000).toFixed(1)} s`,
    );
    return { ...base, hit, matchedKey: answer.matchedKey, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function merge(folder: string, files: PackFiles, folders: CacheFolders, voice: CacheVoice): Merged {
  const merged = mergePack(folder, files, folders, Date.now());
  const { broken, refused } = merged;
  if (broken.length > 0) voice.notice(`cache: ${broken.length} damaged entries are not used; they are built anew`);
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

export function oneLine(texts: readonly string[]): string {
  return texts.join('; ').replaceAll(/\s+/g, ' ').slice(0, 400);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
