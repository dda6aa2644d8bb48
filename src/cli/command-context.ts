import { existsSync, statSync as statOf } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Log, lineLog } from '../base/log.ts';
import type { AnswerSources } from './answers/answer-sources.ts';

/** What every command gets: its surroundings, read once. */
export interface CommandContext {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** The go command: $GOTS_GO, else `go`. */
  readonly go: string;
  /** $GOTS_CACHE, absolute. */
  readonly cacheDir: string;
  /** The folder that holds dist/, aspects/ and helper/. */
  readonly home: string;
  /** The cache program's bundle. */
  readonly cacheProg: string;
  readonly write: (text: string) => void;
  /** Takes what the answer of the command follows from, so that it can be kept; undefined: it is not to be. */
  readonly followsFrom?: (sources: AnswerSources | undefined) => void;
}

export function commandContext(env: NodeJS.ProcessEnv, cwd: string): CommandContext {
  const here = dirname(fileURLToPath(import.meta.url));
  const home =
    [join(here, '..'), join(here, '..', '..')].find((dir) => existsSync(join(dir, 'helper', 'shim'))) ??
    join(here, '..');
  return {
    // $PWD keeps the user's spelling of a folder reached through symbolic links, as go does.
    cwd: env['PWD'] && sameFolder(env['PWD'], cwd) ? env['PWD'] : cwd,
    env,
    log: lineLog((line) => process.stderr.write(line), env['GOTS_DEBUG'] !== undefined),
    go: env['GOTS_GO'] || 'go',
    cacheDir: env['GOTS_CACHE'] || join(userCacheDir(env), 'gots'),
    home,
    cacheProg: join(home, 'dist', 'cacheprog.cjs'),
    write: (text) => void process.stdout.write(text),
  };
}

function sameFolder(a: string, b: string): boolean {
  try {
    const [x, y] = [statOf(a), statOf(b)];
    return x.ino === y.ino && x.dev === y.dev;
  } catch {
    return false;
  }
}

/** As Go's os.UserCacheDir. */
function userCacheDir(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
}
