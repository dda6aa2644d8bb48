import { rmSync, statSync } from 'node:fs';
import { fileState, withAllBelow } from '../../base/file-state.ts';
import { namesIfThere } from '../../base/read-if-there.ts';
import { writeWhole } from '../../base/temporary.ts';
import { distrust } from '../../base/trust.ts';
import { sealedFrame } from '../../driver/front/protocol.ts';
import { rulesFile } from '../../driver/plan/plan.ts';
import { ensureCopy } from '../../driver/programs/program-file.ts';
import { quoteWord, readFlags, splitQuoted } from '../../go/flags.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import type { CommandContext } from '../command-context.ts';
import type { WeavingEnv } from '../weaving-env.ts';
import { decisiveFiles, plainGo, statesOf } from './decisive-files.ts';
import { lastStart } from './last-start.ts';
import { launchedProgram, startDigest } from './start-program.ts';

/** How the names of files end that configure a module, and of some that do not; helper/shim/start.go knows no dialects. */
export const configurationEndings = ['.yml', '.yaml', '.tool.go', '.instrumentation.go'];

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
  const note = noteOf(context, goArgs, weaving, startedMs);
  if (note === undefined) return;
  try {
    const last = lastStart(context, goArgs) ?? (makeProgram(context, weaving) ? lastStart(context, goArgs) : undefined);
    const file = last?.file ?? '';
    if (file === '') return;
    writeWhole(file, note);
    if (!isSame(lastStart(context, goArgs)?.variables, weaving.variables)) rmSync(file, { force: true });
  } catch {
    // The next start looks at everything again.
  }
}

/** Makes the program that reads notes; false where the launcher is for other sources than the shim's. */
function makeProgram(context: CommandContext, { plan }: WeavingEnv): boolean {
  const program = launchedProgram(context);
  if (program === undefined || program.digest !== startDigest(context.home)) return false;
  ensureCopy(plan.shim, program.path);
  return true;
}

/** Whether the next start would set what this one sets. It reads the user's settings by itself: what they hold is not noted. */
function isSame(a: Readonly<Record<string, string>> | undefined, b: Readonly<Record<string, string>>): boolean {
  const lines = (variables: typeof b): string => JSON.stringify(Object.entries(variables).sort());
  return a !== undefined && lines(a) === lines(b);
}

/** The content of a note, as helper/shim/startnote.go reads it; undefined where nothing is noted. */
function noteOf(
  context: CommandContext,
  goArgs: readonly string[],
  { variables, plan, goEnv, place, isRemote, goArgs: changed }: WeavingEnv,
  startedMs: number,
): Buffer | undefined {
  const { goRoot } = goEnv;
  const go = plainGo(context, goEnv);
  const { values } = readFlags(goArgs, splitQuoted(goEnv.goflags));
  const isPlain =
    go !== undefined &&
    !isRemote &&
    goArgs.length === changed.length &&
    goArgs.every((word, at) => word === changed[at]) &&
    variables['GOTS_TOOLEXEC'] === undefined &&
    values.get('mod') !== 'mod' &&
    !values.has('overlay') &&
    !/-toolexec/.test(goEnv.goflags);
  if (!isPlain) return undefined;
  const planFile = variables['GOTS_PLAN'] ?? '';
  const own = ownFlags(variables['GOFLAGS'] ?? '');
  const overlay = own.find((word) => word.startsWith('-overlay='))?.slice('-overlay='.length) ?? '';
  const settings = settingsFiles(context.env, goRoot);
  const paths = [
    ...decisiveFiles(context, goEnv, go),
    plan.shim,
    ...(plan.injection ? [plan.injection.overlay, ...Object.keys(plan.injection.standIns)] : []),
    ...(overlay === '' ? [] : [overlay]),
    ...plan.inputs.flatMap(({ path }) => withAllBelow(path)),
  ];
  const watched = statesOf([...new Set(paths)], startedMs);
  // Only a rename changes these two; this command may have written them.
  const written = [planFile, rulesFile(planFile)].map((path) => [path, fileState(path)] as const);
  if (watched === undefined || !isTrusted(plan.shim)) return undefined;
  return sealedFrame('start 2', {
    savedMinute: [String(Math.floor(Date.now() / 60_000))],
    go: [go],
    node: [process.execPath],
    settings,
    flags: own.map((word) => quoteWord(word) ?? word),
    cacheProg: [variables['GOCACHEPROG'] ?? ''],
    plan: [planFile],
    moduleDir: [place.moduleDir],
    endings: configurationEndings,
    configurations: namesIfThere(place.moduleDir).filter((name) =>
      configurationEndings.some((ending) => name.endsWith(ending)),
    ),
    watched: [...watched, ...written].flat(),
  });
}

/** Of the flags of a woven go command those that gots adds: the overlay that raised modules need (the user has none), and -toolexec. */
function ownFlags(goflags: string): readonly string[] {
  const words = splitQuoted(goflags);
  return words.filter((word, at) => word.startsWith('-overlay=') || at === words.length - 1);
}

function isTrusted(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && distrust(stat, 'group') === undefined;
}
