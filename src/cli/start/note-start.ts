import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileState, settledState, withAllBelow } from '../../base/file-state.ts';
import { readIfThere } from '../../base/read-if-there.ts';
import { writeSealed } from '../../base/sealed.ts';
import { distrust } from '../../base/trust.ts';
import { rulesFile } from '../../driver/plan/plan.ts';
import { weaverFiles } from '../../driver/plan/weaver-code.ts';
import { readFlags, splitQuoted } from '../../go/flags.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { parseModFile } from '../../lang/modules/mod-file.ts';
import type { CommandContext } from '../command-context.ts';
import type { WeavingEnv } from '../weaving-env.ts';
import {
  configurationsIn,
  goProgram,
  type LastStart,
  lastStartFile,
  lastStartKind,
  userSettings,
} from './last-start.ts';

/** More files than this take as long to look at as all that is saved. */
const maxWatched = 2_000;

/**
 * Notes what a start has found out, for the next one of the same command; not where something may follow from what is not looked at,
 * or has changed since the start began. A cache that cannot be written stays as it is.
 *
 * @param startedMs when this command began, in ms since 1970
 */
export function noteStart(
  context: CommandContext,
  goArgs: readonly string[],
  weaving: WeavingEnv,
  startedMs: number,
): void {
  const file = lastStartFile(context, goArgs);
  const found = file === undefined ? undefined : startOf(context, goArgs, weaving, startedMs);
  if (file === undefined || found === undefined) return;
  try {
    writeSealed(file, lastStartKind, JSON.stringify(found));
  } catch {
    // The next start looks at everything again.
  }
}

function startOf(
  context: CommandContext,
  goArgs: readonly string[],
  { variables, plan, goEnv, place, isRemote, goArgs: changed }: WeavingEnv,
  startedMs: number,
): LastStart | undefined {
  const { goRoot } = goEnv;
  const go = goProgram(context);
  const own = userSettings(context.env, goRoot);
  const { values } = readFlags(goArgs, splitQuoted(goEnv.goflags));
  const isPlain =
    go !== undefined &&
    !isRemote &&
    // A script in place of go may choose a toolchain by files that are not known here.
    isSameFile(go, join(goRoot, 'bin', 'go')) &&
    goArgs.length === changed.length &&
    goArgs.every((word, at) => word === changed[at]) &&
    own.goflags === goEnv.goflags &&
    own.goCacheProg === goEnv.goCacheProg &&
    variables['GOTS_TOOLEXEC'] === undefined &&
    values.get('mod') !== 'mod' &&
    !values.has('overlay') &&
    !/-toolexec/.test(goEnv.goflags);
  if (!isPlain) return undefined;
  const planFile = variables['GOTS_PLAN'] ?? '';
  const overlay = overlayIn(variables['GOFLAGS'] ?? '');
  const paths = [
    go,
    join(goRoot, 'VERSION'),
    ...settingsFiles(context.env, goRoot),
    ...modulesAbove(context.cwd),
    ...membersOf(goEnv.goWork),
    ...codeFiles(context.home),
    plan.shim,
    ...(plan.injection ? [plan.injection.overlay, ...Object.keys(plan.injection.standIns)] : []),
    ...(overlay === '' ? [] : [overlay]),
    ...plan.inputs.flatMap(({ path }) => withAllBelow(path)),
  ];
  const watched = statesOf([...new Set(paths)], startedMs);
  // Only a rename changes these two; this command may have written them.
  const written = [planFile, rulesFile(planFile)].map((path) => [path, fileState(path)] as const);
  if (watched === undefined || !isTrusted(plan.shim)) return undefined;
  return {
    savedMs: Date.now(),
    go,
    goRoot,
    planFile,
    shim: plan.shim,
    overlay,
    moduleDir: place.moduleDir,
    configurations: configurationsIn(place.moduleDir),
    watched: [...watched, ...written],
  };
}

/** States by path; undefined if one of them does not tell of later changes, or if there are too many. */
function statesOf(paths: readonly string[], startedMs: number): LastStart['watched'] | undefined {
  if (paths.length > maxWatched) return undefined;
  const states: (readonly [string, string])[] = [];
  for (const path of paths) {
    const state = settledState(path, startedMs);
    if (state === undefined) return undefined;
    states.push([path, state]);
  }
  return states;
}

function isSameFile(a: string, b: string): boolean {
  const [x, y] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }));
  return x !== undefined && y !== undefined && x.ino === y.ino && x.dev === y.dev;
}

function isTrusted(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && distrust(stat, 'group') === undefined;
}

/** The overlay that raised modules need; the user has none. */
function overlayIn(goflags: string): string {
  return (
    splitQuoted(goflags)
      .find((word) => word.startsWith('-overlay='))
      ?.slice('-overlay='.length) ?? ''
  );
}

/** Each go.mod and go.work that is, or would be, the one that governs a folder. */
function modulesAbove(cwd: string): string[] {
  const files: string[] = [];
  for (let dir = cwd; ; dir = dirname(dir)) {
    files.push(join(dir, 'go.mod'), join(dir, 'go.work'));
    if (dir === dirname(dir)) return files;
  }
}

/** The go.mod of each member of a workspace. */
function membersOf(goWork: string): readonly string[] {
  if (goWork === '') return [];
  return parseModFile(readIfThere(goWork)).uses.map((dir) => join(resolve(dirname(goWork), dir), 'go.mod'));
}

/** What the hash of the weaver's code is made of, and the folders that a new file would show in. */
function codeFiles(home: string): readonly string[] {
  const folders = ['helper/shim', 'helper/oracle'].map((name) => join(home, name));
  return [join(home, 'dist', 'weaver.json'), ...folders, ...weaverFiles(home)];
}
