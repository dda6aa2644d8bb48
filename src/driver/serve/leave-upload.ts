import { realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Log } from '../../base/log.ts';
import { addJob } from '../../cache/remote/outbox.ts';
import type { CacheFiles } from '../../cache/used-files.ts';
import { start } from '../../process/spawn.ts';
import { buildKind } from '../plan/build-kind.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoProcess } from './go-process.ts';

/** What an upload is made of. */
export interface UploadContext {
  readonly plan: Pick<Plan, 'rootModule' | 'moduleDirs' | 'goVersion' | 'code' | 'goCache' | 'cacheDir' | 'shim'>;
  readonly root: GoProcess;
  readonly env: NodeJS.ProcessEnv;
  /** `later`: another program stores it. */
  readonly uploads: 'now' | 'later';
  /** Bundle of the program of the shared cache. */
  readonly program: string;
  readonly log: Pick<Log, 'debug'>;
  readonly now: number;
}

/**
 * Leaves what a build used to a process of its own, which stores it in the shared cache and outlives the build. What cannot be left is not stored.
 *
 * @param used in the order of use
 */
export function leaveUpload(used: readonly CacheFiles[], context: UploadContext): void {
  const { plan, root, env, uploads, program, log, now } = context;
  const { flags } = root;
  const [moduleDir] = plan.moduleDirs;
  if (!flags || moduleDir === undefined || used.length === 0) return;
  const { rootModule: module, goVersion: toolchain, code, goCache, cacheDir } = plan;
  const system = ['GOOS', 'GOARCH', 'CGO_ENABLED'].map((name) => env[name] ?? '').join(' ');
  const kind = buildKind({ module, moduleDir, cwd: realpathSync(root.cwd), toolchain, code, flags, system, env });
  const folders = { go: goCache, weave: cacheDir };
  const shim = `bin/${basename(plan.shim)}`;
  const files = [{ dir: cacheDir, names: [shim, `${shim}.sum`] }, ...used];
  const paths = files.flatMap(({ dir, names }) => {
    const cache = dir === goCache ? 'go' : dir === cacheDir ? 'weave' : undefined;
    return cache === undefined ? [] : names.map((name) => join(cache, name));
  });
  try {
    addJob(cacheDir, { kind, folders, used: paths, createdMs: now });
    if (uploads === 'later') return;
    const request = { do: 'push', cacheDir, wait: false };
    // It leads a group of its own: what ends the build, Ctrl-C for example, does not end it.
    start({
      program: process.execPath,
      args: [program, JSON.stringify(request)],
      env,
      cwd: cacheDir,
      group: true,
      stdout: 'ignore',
      stderr: 'ignore',
    });
  } catch (error) {
    log.debug(`shared cache: nothing is stored: ${(error as Error).message}`);
  }
}
