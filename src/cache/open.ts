import { type Log, warnOfFirst } from '../base/log.ts';
import type { Cache } from './cache.ts';
import { ProgramCache } from './cache-program.ts';
import { DiskCache } from './disk/disk.ts';
import { TemporaryDisk } from './disk/temporary-disk.ts';
import type { LastBuild } from './last-build.ts';
import type { Spool } from './object-body.ts';
import { packIdOf } from './packs/pack-manifest.ts';
import type { Coming } from './remote/fetch-wire.ts';
import { Awaited } from './tiers/awaited.ts';
import { Counted, describeCounts } from './tiers/counted.ts';
import { Recorded } from './tiers/recorded.ts';
import { Remembered } from './tiers/remembered.ts';
import { Spilling } from './tiers/spilling.ts';
import type { UsedFiles } from './used-files.ts';

/** The caches of one build. */
export interface Caches {
  /** Packages as plain go makes them: the user's GOCACHE, or the user's own GOCACHEPROG. */
  readonly user: Cache;
  /** What weaving makes, and what is known of actions. */
  readonly weave: Cache;
  /** The weave cache for records that are seldom read and may be large: these are not remembered, and a damaged one is not told of. */
  readonly aside: Cache;
  /** Where a large body may be written before its request is complete. */
  readonly spool: Spool;
  /** Closes all of them; tells the log for debugging what was asked of them. */
  close(): Promise<void>;
}

export interface CacheSettings {
  /** $GOTS_CACHE. */
  readonly weaveDir: string;
  /** $GOCACHE. */
  readonly goCache: string;
  /** The user's own GOCACHEPROG: program and arguments; empty for none. */
  readonly program: readonly string[];
  readonly lastBuild: LastBuild;
  /** Notes what is used, if GOTS_TOUCHED asks for it. */
  readonly usedFiles: UsedFiles | undefined;
  /** What a shared cache is bringing; undefined if nothing is. */
  readonly coming?: Coming | undefined;
  readonly log: Log;
  /** Told when a cache refuses an object, which is kept elsewhere. */
  readonly spilled?: (() => void) | undefined;
}

/**
 * Opens the caches of a build. This is the one place that says which tiers stand on which backend.
 *
 * @throws Error if the user's GOCACHEPROG does not start
 */
export async function openCaches(settings: CacheSettings): Promise<Caches> {
  const { weaveDir, log, program } = settings;
  const temporary = new TemporaryDisk('gots-overflow-');
  const disk = new DiskCache(weaveDir, { isOurs: true, warn: warnOfFirst(log, 'weaving again') });
  const weave = new Counted(
    new Spilling(onDisk(disk, weaveDir, 'weave', settings), temporary, (error) => {
      settings.spilled?.();
      warnUnwritable(log, weaveDir, error);
    }),
  );
  const quiet = new DiskCache(weaveDir, { isOurs: true, warn: () => {} });
  const { cache, spool } =
    program.length > 0
      ? { cache: await ProgramCache.start(program, log), spool: () => undefined }
      : userDisk(weave, settings);
  const user = new Counted(cache);
  const close = async () => {
    for (const [name, { counts }] of Object.entries({ user, weave }))
      log.debug(`cache: ${describeCounts(name, counts)}`);
    settings.coming?.close();
    for (const opened of [user, weave, temporary]) await opened.close();
  };
  return { user, weave, aside: awaited(recorded(quiet, weaveDir, settings), settings), spool, close };
}

/** GOCACHE on disk. What cannot be written there (read-only, full) goes to the weave cache. */
function userDisk(weave: Cache, settings: CacheSettings): { readonly cache: Cache; readonly spool: Spool } {
  const { goCache, log } = settings;
  const disk = new DiskCache(goCache, { warn: warnOfFirst(log, 'building again') });
  const warn = (error: unknown) => {
    settings.spilled?.();
    log.warn(`cache: cannot write to ${goCache} (${codeOf(error)}); it is left as it is`);
  };
  return { cache: new Spilling(onDisk(disk, goCache, goCache, settings), weave, warn), spool: disk.spool };
}

/** @param name tells the caches of a build apart in what is remembered */
function onDisk(disk: DiskCache, dir: string, name: string, settings: CacheSettings): Cache {
  const find = (outputId: string, size: number) => disk.bodyOf(outputId, size);
  return awaited(recorded(new Remembered(disk, settings.lastBuild.store(name), find), dir, settings), settings);
}

function awaited(cache: Cache, { coming }: CacheSettings): Cache {
  return coming ? new Awaited(cache, (id) => coming.arrives(packIdOf(id))) : cache;
}

function recorded(cache: Cache, dir: string, { usedFiles }: CacheSettings): Cache {
  return usedFiles ? new Recorded(cache, usedFiles.in(dir)) : cache;
}

/** One warning for a weave cache that cannot be written. */
export function warnUnwritable(log: Log, cacheDir: string, error: unknown): void {
  log.warn(`cache: cannot write to ${cacheDir} (${codeOf(error)}); what is woven now is woven again next time`);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
