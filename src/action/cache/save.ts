import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTouched } from '../../gocache/touched.ts';
import {
  type CacheVoice,
  clientOf,
  megabytes,
  oneLine,
  packFolder,
  type RestoredCaches,
  restoredList,
} from './caches.ts';
import { askService, type ClientResult } from './client.ts';
import { type CacheFolders, cacheNames, describeFiles, layOut, type PackFiles, totalBytes } from './pack.ts';

/** How the build ended, as far as it matters to caches. */
export interface BuildOutcome {
  /**
   * `incomplete`: weaving or compiling failed, or the job was cancelled; failed tests do not count. `later`: it is not known, since
   * the job's own steps build.
   */
  readonly builds: 'complete' | 'incomplete' | 'later';
  /** Whether go commands ran that gots did not see, such as a plain build for comparison: what they used shows by its time. */
  readonly hasPlainBuilds: boolean;
}

/** Less new content than this is not worth an upload: bytes, and share of the whole. */
const leastBytes = 256 * 1024;
const leastShare = 0.01;
/** A restored cache that holds this much more than was used is replaced by a smaller one. */
const wasteful = 1.5;

/**
 * Saves what the job used of the caches, if there is enough that was not restored. Nothing that can happen is an error.
 *
 * @returns whether it was saved
 */
export async function saveCaches(
  restored: RestoredCaches,
  outcome: BuildOutcome,
  { env, voice }: { readonly env: NodeJS.ProcessEnv; readonly voice: CacheVoice },
): Promise<boolean> {
  const { root, keys, folders } = restored;
  if (!restored.saves) return false;
  if (outcome.builds === 'incomplete') {
    voice.line('cache: not saved: the build is not complete');
    return false;
  }
  const done = join(root, 'saved');
  if (existsSync(done)) return false;
  const files = describeFiles(folders, usedPaths(restored, outcome));
  const unwanted = whyNot(files, readList(restoredList(root)), outcome);
  if (unwanted !== '') {
    voice.line(`cache: not saved: ${unwanted}`);
    return false;
  }
  const folder = join(root, packFolder);
  try {
    layOut(folders, files, folder);
    const request = { operation: 'save', folder: packFolder, key: keys.key, restoreKeys: [] } as const;
    const result = await askService(clientOf(restored.program, env, voice), root, request);
    if (result.answer.kind === 'saved') writeFileSync(done, '');
    report(result, files, restored, voice);
    return result.answer.kind === 'saved';
  } catch (error) {
    voice.notice(`cache: not saved: ${oneLine([(error as Error).message])}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(
  { answer, complaints }: ClientResult,
  files: PackFiles,
  restored: RestoredCaches,
  voice: CacheVoice,
): void {
  const { keys, bytes } = restored;
  if (answer.kind === 'saved') {
    const before = restored.hit === 'none' ? 'nothing' : megabytes(bytes);
    voice.line(
      `cache: ${Object.keys(files).length} entries (${megabytes(totalBytes(files))}, after ${before}) saved as ${keys.key}`,
    );
  } else if (answer.kind === 'unavailable') voice.notice('cache: this runner has no cache service');
  else voice.notice(`cache: not saved: ${answer.kind === 'failed' ? oneLine([answer.reason]) : oneLine(complaints)}`);
}

/** Paths below a pack's folder of all that the job used. */
function usedPaths({ touchedFile, folders, startedMs }: RestoredCaches, { hasPlainBuilds }: BuildOutcome): string[] {
  const touched = parseTouched(readText(touchedFile));
  const paths = cacheNames.flatMap((cache) =>
    touched.filter(({ dir }) => dir === folders[cache]).flatMap(({ names }) => names.map((name) => `${cache}/${name}`)),
  );
  return hasPlainBuilds ? [...paths, ...usedSince(folders, startedMs)] : paths;
}

/** Entries of GOCACHE that were made or marked as used since then; plain go marks what has not been used for an hour. */
function usedSince({ go }: CacheFolders, sinceMs: number): string[] {
  const names = existsSync(go) ? readdirSync(go).filter((name) => /^[0-9a-f]{2}$/.test(name)) : [];
  return names.flatMap((sub) =>
    readdirSync(join(go, sub))
      .filter((name) => (statSync(join(go, sub, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= sinceMs - 1000)
      .map((name) => `go/${sub}/${name}`),
  );
}

/** Why this is not worth saving; '' if it is. */
function whyNot(files: PackFiles, before: PackFiles, { builds }: BuildOutcome): string {
  const bytes = totalBytes(files);
  const shrinks = totalBytes(before) > bytes * wasteful;
  const news = Object.entries(files).filter(([path]) => !(path in before));
  const newBytes = news.reduce((sum, [, [, size]]) => sum + size, 0);
  if (bytes === 0) return 'nothing was used';
  if (shrinks && builds === 'later') return 'most of what was restored was not used, as after a build that failed';
  if (newBytes >= Math.max(leastBytes, bytes * leastShare)) return '';
  if (shrinks) return '';
  return `only ${megabytes(newBytes)} of ${megabytes(bytes)} are new`;
}

function readList(file: string): PackFiles {
  const text = readText(file);
  return text === '' ? {} : (JSON.parse(text) as PackFiles);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
