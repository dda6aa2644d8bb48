import { dirname } from 'node:path';
import { disk, type FileView } from '../base/file-view.ts';
import type { AspectsPlace } from '../dialects/configured.ts';
import { type BuildPlace, buildPlace } from '../driver/plan/build-place.ts';
import type { Plan } from '../driver/plan/plan.ts';
import { withoutOurs } from '../driver/plan/saved-settings.ts';
import { findFlags, quoteWord, readFlags, splitQuoted } from '../go/flags.ts';
import { type GoEnv, goEnv } from '../go/go-env.ts';
import { noOverlay, type Overlay, readOverlay } from '../go/overlay.ts';
import { packageFinder } from '../go/packages.ts';
import { injectedFlags } from '../gomod/injected-flags.ts';
import { joinedOverlay } from '../gomod/joined-overlay.ts';
import { badUsage, unquotablePath } from '../report/codes/cli.ts';
import { GotsError } from '../report/diagnostic.ts';
import type { CommandContext } from './command-context.ts';
import { weavingEnv } from './weaving-env.ts';

/** A build as commands see it that look at one without running it: its settings, its module, its files. */
export interface BuildView {
  /** With the user's own environment; the flags of the command are in its GOFLAGS, so that every go command has them. */
  readonly context: CommandContext;
  /** Undefined where there is no go to ask. */
  readonly goEnv: GoEnv | undefined;
  /** What go said to this environment; undefined where the flags of the command have joined it since. */
  readonly asked?: GoEnv | undefined;
  /** '' outside of modules. */
  readonly moduleDir: string;
  /** Undefined outside of modules. */
  readonly place: BuildPlace | undefined;
  readonly overlay: Overlay;
  /** What go reads: the disk under the overlay. */
  readonly files: FileView;
}

/**
 * The view of a build with some flags, from the working directory.
 *
 * @throws GotsError of {@link goEnv}
 */
export async function buildView(context: CommandContext, flags: readonly string[]): Promise<BuildView> {
  const { go, cwd } = context;
  const env = withoutOurs(context.env);
  const found = await goEnv(go, cwd, env);
  const words = [...splitQuoted(found.goflags), ...flags];
  const goflags = words.map((word) => quoteWord(word) ?? unquotablePath(word)).join(' ');
  const place = buildPlace(found, cwd, []);
  const overlay = readOverlay(readFlags([], words).values.get('overlay'), cwd);
  return {
    context: { ...context, env: flags.length === 0 ? env : { ...env, GOFLAGS: goflags } },
    goEnv: flags.length === 0 ? found : { ...found, goflags },
    asked: flags.length === 0 ? found : undefined,
    moduleDir: place?.moduleDir ?? '',
    place,
    overlay,
    files: overlay.over(disk),
  };
}

/**
 * As {@link buildView}, also where go cannot be asked: aspects can be read without it.
 *
 * @param told gets the reason why go cannot be asked
 */
export async function looseView(
  context: CommandContext,
  flags: readonly string[],
  told: (reason: string) => void,
): Promise<BuildView> {
  try {
    return await buildView(context, flags);
  } catch (error) {
    if (!(error instanceof GotsError)) throw error;
    told(error.message);
    return { context, goEnv: undefined, moduleDir: '', place: undefined, overlay: noOverlay, files: disk };
  }
}

/** Where the aspects of that build are looked for. */
export function aspectsPlaceOf({ context, goEnv: found, moduleDir, place, overlay }: BuildView): AspectsPlace {
  return {
    root: moduleDir || context.cwd,
    configDirs: place?.configDirs,
    workDir: found === undefined || found.goWork === '' ? undefined : dirname(found.goWork),
    home: context.home,
    moduleCache: found?.modCache,
    env: context.env,
    findPackages:
      found && moduleDir !== ''
        ? packageFinder({ go: context.go, flags: findFlags(flagsOf(found)), env: context.env })
        : undefined,
    over: overlay.over,
  };
}

function flagsOf({ goflags }: GoEnv): ReturnType<typeof readFlags> {
  return readFlags([], splitQuoted(goflags));
}

/** A build with its plan: the aspects that it weaves, and go commands that find packages as it does. */
export interface PlannedView extends BuildView {
  readonly goEnv: GoEnv;
  readonly plan: Plan;
}

/**
 * Plans that build, as a build would; its modules join the context's environment, and nothing weaves there.
 *
 * @param aspectFiles named on the command line
 * @throws GotsError of planning; cli_usage outside of modules
 */
export async function plannedView(
  view: BuildView,
  aspectFiles: readonly string[],
  command: string,
): Promise<PlannedView> {
  const { context } = view;
  const weaving = await weavingEnv(context, aspectFiles, [], 'before', view.asked);
  if (!weaving)
    return badUsage(`no go.mod in ${context.cwd} or above`, `run \`gots ${command}\` in the module that is built`);
  const { GOFLAGS = '', GOCACHEPROG: _, GOTS_PLAN: __, GOTS_SAVED: ___, ...joined } = weaving.variables;
  const words = splitQuoted(GOFLAGS).filter((word) => !/^--?toolexec=/.test(word));
  const { injection, cacheDir } = weaving.plan;
  const own = readFlags([], words).values.get('overlay');
  const generated = injection && joinedOverlay(injection, own, context.cwd, cacheDir);
  const goflags = injectedFlags(words, injection, generated)
    .map((word) => quoteWord(word) ?? word)
    .join(' ');
  const env = { ...context.env, ...joined, GOFLAGS: goflags };
  return { ...view, goEnv: weaving.goEnv, context: { ...context, env }, plan: weaving.plan };
}
