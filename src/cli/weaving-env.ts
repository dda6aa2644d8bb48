import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildPlace, buildPlace } from '../driver/plan/build-place.ts';
import { currentPlan } from '../driver/plan/current-plan.ts';
import type { Plan } from '../driver/plan/plan.ts';
import { withoutOurs } from '../driver/plan/saved-settings.ts';
import { helperName } from '../driver/programs/helper-program.ts';
import { quoteWord, readFlags, splitQuoted, takeToolexec } from '../go/flags.ts';
import { type GoEnv, goEnv } from '../go/go-env.ts';
import { updateModules } from '../go/update-modules.ts';
import { joinedOverlay } from '../gomod/joined-overlay.ts';
import { unquotablePath } from '../report/codes/cli.ts';
import type { CommandContext } from './command-context.ts';
import { type FetchWay, type RemoteUse, useRemote } from './remote-fetch.ts';
import { wovenVariables } from './start/woven-variables.ts';

/** Variables that make go commands weave. */
export interface WeavingEnv {
  /** Arguments of the go command to come, without what a variable says in their place, and with the overlay they need. */
  readonly goArgs: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly plan: Plan;
  readonly goEnv: GoEnv;
  readonly place: BuildPlace;
  /** Whether a shared cache is asked beside the go command. */
  readonly isRemote: boolean;
  /** The go command has ended. */
  readonly ended: () => void;
}

/**
 * The variables with which a plain go command weaves the module of the working directory.
 *
 * @param goArgs arguments of the go command to come, [] for any
 * @param way how the caches are filled from a shared cache, where one is set; `before`: when this settles, they are; a fetch that has begun is used
 * @param known what go says in this environment, where it was asked already
 * @returns undefined outside a module
 * @throws GotsError of planning
 */
export async function weavingEnv(
  context: CommandContext,
  aspectFiles: readonly string[],
  goArgs: readonly string[],
  way: FetchWay | RemoteUse = 'before',
  known?: GoEnv,
): Promise<WeavingEnv | undefined> {
  const { others, toolexec: asked } = takeToolexec(goArgs);
  const { chdir } = readFlags(others, []);
  const unwoven = withoutOurs(context.env);
  const found = known ?? (await goEnv(context.go, context.cwd, unwoven, chdir));
  const place = buildPlace(found, context.cwd, others);
  if (!place) return undefined;
  const remote = typeof way === 'string' ? await useRemote(context, { goEnv: found, place, goArgs: others, way }) : way;
  await updateModules(others, found.goflags, { go: context.go, cwd: context.cwd, env: unwoven });
  const shimName =
    remote && helperName('shim', { goVersion: found.version, sourceDir: join(context.home, 'helper', 'shim') });
  if (shimName && !existsSync(join(context.cacheDir, 'bin', shimName))) await remote.awaitProgram(shimName);
  const { file, plan } = await currentPlan({
    go: context.go,
    goEnv: found,
    cwd: context.cwd,
    env: unwoven,
    aspectFiles,
    goArgs: others,
    cacheDir: context.cacheDir,
    home: context.home,
    log: context.log,
    place,
  });
  await remote?.ready();
  const { flags, args } = withRaised(plan, { goflags: userFlags(found), goArgs: others, cwd: context.cwd });
  const settings = { flags, goCacheProg: found.goCacheProg, shim: plan.shim, planFile: file, env: unwoven };
  const variables = {
    ...wovenVariables(context, settings),
    ...remote?.variables,
    ...toolexecOf(asked ?? toolexecIn(found.goflags), plan.shim, context.env),
  };
  return {
    variables,
    plan,
    goEnv: found,
    place,
    goArgs: args,
    isRemote: remote !== undefined,
    ended: () => remote?.stop(),
  };
}

/** The value of -toolexec in GOFLAGS, of the environment or of `go env -w`. */
function toolexecIn(goflags: string): string | undefined {
  const words = splitQuoted(goflags).filter((word) => /^--?toolexec=/.test(word));
  return words.at(-1)?.replace(/^--?toolexec=/, '');
}

/**
 * The variable that hands the user's own -toolexec program to the shim, which runs the tools through it. go itself takes one such
 * program only.
 */
function toolexecOf(
  own: string | undefined,
  shim: string,
  env: NodeJS.ProcessEnv,
): { readonly GOTS_TOOLEXEC?: string } {
  const isOurs = splitQuoted(own ?? '')[0] === shim;
  if (own !== undefined && own.trim() !== '' && !isOurs) return { GOTS_TOOLEXEC: own };
  return env['GOTS_TOOLEXEC'] ? { GOTS_TOOLEXEC: '' } : {};
}

/** GOFLAGS and arguments with the overlay of raised modules, joined with the user's own; as they are where nothing is raised. */
function withRaised(
  { injection, cacheDir }: Plan,
  {
    goflags,
    goArgs,
    cwd,
  }: { readonly goflags: readonly string[]; readonly goArgs: readonly string[]; readonly cwd: string },
): { readonly flags: readonly string[]; readonly args: readonly string[] } {
  if (injection?.raises !== true) return { flags: goflags, args: goArgs };
  const { values, chdir } = readFlags(goArgs, goflags);
  const from = chdir === undefined ? cwd : resolve(cwd, chdir);
  const overlay = joinedOverlay(injection, values.get('overlay'), from, cacheDir);
  if (quoteWord(`-overlay=${overlay}`) === undefined) unquotablePath(overlay);
  const flags = goflags.filter((word) => !/^--?overlay=/.test(word));
  return { flags: [...flags, `-overlay=${overlay}`], args: withOverlay(goArgs, overlay) };
}

/** Arguments of a go command with another value for each -overlay that is among them. */
function withOverlay(goArgs: readonly string[], overlay: string): readonly string[] {
  const end = goArgs.findIndex((word) => /^--?args$|^--$/.test(word));
  return goArgs.map((word, at) => {
    if (end >= 0 && at >= end) return word;
    if (/^--?overlay=/.test(word)) return `-overlay=${overlay}`;
    return /^--?overlay$/.test(goArgs[at - 1] ?? '') ? overlay : word;
  });
}

/** Effective GOFLAGS of the user. */
function userFlags({ goflags }: GoEnv): readonly string[] {
  return splitQuoted(goflags).filter((word) => !/^--?toolexec\b/.test(word));
}
