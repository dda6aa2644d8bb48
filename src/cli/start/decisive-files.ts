import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { settledState } from '../../base/file-state.ts';
import { readIfThere, statIfThere } from '../../base/read-if-there.ts';
import { weaverFiles } from '../../driver/plan/weaver-code.ts';
import type { GoEnv } from '../../go/go-env.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { parseModFile } from '../../lang/modules/mod-file.ts';
import type { CommandContext } from '../command-context.ts';

/** More files than this take as long to look at as all that is saved. */
const maxWatched = 2_000;

/**
 * Files that decide what go and gots find out before a build, whatever it builds; those that are absent included.
 *
 * @param go the go command, of {@link plainGo}
 */
export function decisiveFiles(
  { env, cwd, home }: Pick<CommandContext, 'env' | 'cwd' | 'home'>,
  { goRoot, goWork }: Pick<GoEnv, 'goRoot' | 'goWork'>,
  go: string,
): readonly string[] {
  return [
    go,
    process.execPath,
    join(goRoot, 'VERSION'),
    ...settingsFiles(env, goRoot),
    ...modulesAbove(cwd),
    ...memberFolders(goWork).map((dir) => join(dir, 'go.mod')),
    ...codeFiles(home),
  ];
}

/**
 * The go command that is run. A script in its place may choose a toolchain by files that are not known here.
 *
 * @returns undefined where PATH does not say it plainly, or where it is another than that of the toolchain in use
 */
export function plainGo(
  context: Pick<CommandContext, 'go' | 'env'>,
  { goRoot }: Pick<GoEnv, 'goRoot'>,
): string | undefined {
  const go = goProgram(context);
  return go !== undefined && isSameFile(go, join(goRoot, 'bin', 'go')) ? go : undefined;
}

/** The compilers that go looks for: without one, it compiles no files that import "C" (cmd/go/internal/cfg, Go 1.24 to 1.27). */
const compilers = ['gcc', 'clang'];

/** Where PATH has, or would have, a go command and a C compiler: a new one may be another go, or another choice of files. */
export function programPlaces({ go, env }: Pick<CommandContext, 'go' | 'env'>): readonly string[] {
  const names = go.includes('/') ? compilers : [go, ...compilers];
  return (env['PATH'] ?? '').split(':').flatMap((dir) => names.map((name) => `${dir}/${name}`));
}

function goProgram({ go, env }: Pick<CommandContext, 'go' | 'env'>): string | undefined {
  if (go.includes('/')) return go.startsWith('/') ? go : undefined;
  for (const dir of (env['PATH'] ?? '').split(':')) {
    if (!dir.startsWith('/')) return undefined;
    if (isProgram(`${dir}/${go}`)) return `${dir}/${go}`;
  }
  return undefined;
}

function isProgram(path: string): boolean {
  if (!statIfThere(path)?.isFile()) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isSameFile(a: string, b: string): boolean {
  const [x, y] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return x !== undefined && y !== undefined && x.ino === y.ino && x.dev === y.dev;
}

/** States by path; undefined if one of them does not tell of later changes, or if there are too many. */
export function statesOf(
  paths: readonly string[],
  startedMs: number,
): readonly (readonly [path: string, state: string])[] | undefined {
  if (paths.length > maxWatched) return undefined;
  const states: (readonly [string, string])[] = [];
  for (const path of paths) {
    const state = settledState(path, startedMs);
    if (state === undefined) return undefined;
    states.push([path, state]);
  }
  return states;
}

/** Each go.mod and go.work that is, or would be, the one that governs a folder. */
function modulesAbove(cwd: string): string[] {
  const files: string[] = [];
  for (let dir = cwd; ; dir = dirname(dir)) {
    files.push(join(dir, 'go.mod'), join(dir, 'go.work'));
    if (dir === dirname(dir)) return files;
  }
}

/** Folders of the members of a workspace; none without one. */
export function memberFolders(goWork: string): readonly string[] {
  if (goWork === '') return [];
  return parseModFile(readIfThere(goWork)).uses.map((dir) => resolve(dirname(goWork), dir));
}

/** What the hash of the weaver's code is made of, and the folders that a new file would show in. */
function codeFiles(home: string): readonly string[] {
  const folders = ['helper/shim', 'helper/oracle'].map((name) => join(home, name));
  return [join(home, 'dist', 'weaver.json'), ...folders, ...weaverFiles(home)];
}
