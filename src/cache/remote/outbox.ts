import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIfThere } from '../../base/read-if-there.ts';
import { readSealed, writeSealed } from '../../base/sealed.ts';
import { processMark } from '../../process/identity.ts';
import type { CacheFolders } from '../packs/entries.ts';
import type { BuildKind } from '../packs/manifest-names.ts';

/** What a build leaves to be stored in the shared cache. */
export interface UploadJob {
  readonly kind: BuildKind;
  readonly folders: CacheFolders;
  /** Files of the caches that the build used, in that order, as in a pack. */
  readonly used: readonly string[];
  readonly createdMs: number;
}

/** A job in the outbox. */
export interface WaitingJob {
  readonly file: string;
  readonly job: UploadJob;
}

const sealKind = 'upload 1';
/** A job that could not be sent for this long is given up. */
const keepMs = 24 * 3_600_000;

function folderOf(cacheDir: string): string {
  return join(cacheDir, 'remote', 'outbox');
}

/** @throws the error of the file system */
export function addJob(cacheDir: string, job: UploadJob): void {
  writeSealed(join(folderOf(cacheDir), `${job.createdMs}-${processMark()}.json`), sealKind, JSON.stringify(job));
}

/** Jobs that wait, oldest first. What is too old, or cannot be read, is removed. */
export function waitingJobs(cacheDir: string, now: number): readonly WaitingJob[] {
  const folder = folderOf(cacheDir);
  return namesIfThere(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = join(folder, name);
      const sealed = readSealed(file, sealKind);
      const job = 'text' in sealed ? (JSON.parse(sealed.text) as UploadJob) : undefined;
      if (job && now - job.createdMs < keepMs) return [{ file, job }];
      rmSync(file, { force: true });
      return [];
    });
}

/** Adds files to what a build has left; an upload that has begun does not see it. @throws the error of the file system */
export function extendJob({ file, job }: WaitingJob, used: readonly string[]): void {
  writeSealed(file, sealKind, JSON.stringify({ ...job, used: [...job.used, ...used] } satisfies UploadJob));
}

export function removeJob({ file }: WaitingJob): void {
  rmSync(file, { force: true });
}
