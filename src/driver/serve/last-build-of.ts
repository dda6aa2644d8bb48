import { join } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { LastBuild } from '../../cache/last-build.ts';
import type { DriverConfig } from '../config.ts';
import type { Plan } from '../plan/plan.ts';

/** Tells go commands apart: the same command line in the same place asks for the same packages. */
export interface CommandIdentity {
  readonly cwd: string;
  /** Arguments of the go command in one text. */
  readonly commandLine: string;
}

/**
 * What the last build with the same plan, command line and settings was answered.
 *
 * @param isPart the front gives the answers of the last build itself, so that only some requests come
 */
export function lastBuildOf(
  { planFile, usedFile, build }: Pick<DriverConfig, 'planFile' | 'usedFile' | 'build'>,
  { cacheDir, code }: Pick<Plan, 'cacheDir' | 'code'>,
  { cwd, commandLine }: CommandIdentity,
  isPart = false,
): LastBuild {
  const name = hashParts(planFile, cwd, commandLine, ...build.command).slice(0, 32);
  // An answer that is only repeated does not tell which records led to it.
  return new LastBuild(join(cacheDir, 'builds', `${name}.json`), { canRepeat: usedFile === '', code, isPart });
}
