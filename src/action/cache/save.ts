import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { megabytes } from '../../base/amounts.ts';
import { readIfThere } from '../../base/read-if-there.ts';
import { cacheNames, describeFiles, type PackFiles, totalBytes } from '../../cache/packs/entries.ts';
import { parseUsedFiles } from '../../cache/used-files.ts';
import { clientOf, packFolder, type RestoredCaches, restoredList } from './caches.ts';
import { askService, type CacheClient } from './client.ts';
import { saveModules } from './modules.ts';
import { layOut } from './pack.ts';
import { usedSince } from './used-since.ts';
import { type CacheVoice, notSaved, singleLine } from './voice.ts';

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

export interface SaveContext {
  /** The runner's variables, tokens included. */
  readonly env: NodeJS.ProcessEnv;
  readonly voice: CacheVoice;
}

/**
 * Saves what the job used of the caches, if there is enough that was not restored. Nothing that can happen is an error.
 *
 * @returns whether builds were saved
 */
export async function saveCaches(
  restored: RestoredCaches,
  outcome: BuildOutcome,
  { env, voice }: SaveContext,
): Promise<boolean> {
  const { root, modules } = restored;
  const done = join(root, 'saved');
  // Another use of the action in this job has done it.
  if (!restored.saves || existsSync(done)) return false;
  if (outcome.builds === 'incomplete') {
    voice.line('cache: not saved: the build is not complete');
    return false;
  }
  const client = clientOf(restored.program, env, voice);
  const isSaved = restored.keepsBuilds && (await saveBuilds(restored, outcome, client, voice));
  if (isSaved) writeFileSync(done, '');
  if (modules) await saveModules(modules, { client, root, voice });
  return isSaved;
}

async function saveBuilds(
  restored: RestoredCaches,
  outcome: BuildOutcome,
  client: CacheClient,
  voice: CacheVoice,
): Promise<boolean> {
  const { root, keys, folders } = restored;
  const folder = join(root, packFolder);
  try {
    const files = describeFiles(folders, usedPaths(restored, outcome));
    const unwanted = whyNot(files, readList(restoredList(root)), outcome);
    if (unwanted !== '') {
      voice.line(`cache: builds not saved: ${unwanted}`);
      return false;
    }
    layOut(folders, files, folder);
    const request = { operation: 'save', folder: packFolder, key: keys.key, restoreKeys: [] } as const;
    const result = await askService(client, root, request);
    if (result.answer.kind === 'saved') voice.line(`cache: ${described(files, restored)} saved as ${keys.key}`);
    else notSaved('builds', result, voice);
    return result.answer.kind === 'saved';
  } catch (error) {
    voice.notice(`cache: builds not saved: ${singleLine([(error as Error).message])}`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function described(files: PackFiles, { hit, bytes }: RestoredCaches): string {
  const before = hit === 'none' ? 'nothing' : megabytes(bytes);
  return `${Object.keys(files).length} entries (${megabytes(totalBytes(files))}, after ${before})`;
}

/** Paths below a pack's folder of all that the job used. */
function usedPaths({ touchedFile, folders, startedMs }: RestoredCaches, { hasPlainBuilds }: BuildOutcome): string[] {
  const touched = parseUsedFiles(readIfThere(touchedFile));
  const paths = cacheNames.flatMap((cache) =>
    touched.filter(({ dir }) => dir === folders[cache]).flatMap(({ names }) => names.map((name) => `${cache}/${name}`)),
  );
  return hasPlainBuilds ? [...paths, ...usedSince(folders.go, startedMs)] : paths;
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
  const text = readIfThere(file);
  return text === '' ? {} : (JSON.parse(text) as PackFiles);
}
