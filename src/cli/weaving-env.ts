import { currentPlan } from '../build/current-plan.ts';
import { nodeFlags } from '../build/node-flags.ts';
import type { Plan } from '../build/plan.ts';
import { savedSettings, withoutOurs } from '../build/saved-settings.ts';
import { quoteWord, readFlags, splitQuoted, takeToolexec } from '../go/flags.ts';
import { type GoEnv, goEnv } from '../go/go-env.ts';
import { unquotablePath } from '../report/codes/cli.ts';
import type { CommandContext } from './context.ts';

/** Variables that make go commands weave. */
export interface WeavingEnv {
  /** Arguments of the go command to come, without what a variable says in their place. */
  readonly goArgs: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly plan: Plan;
  readonly goEnv: GoEnv;
}

/**
 * The variables with which a plain go command weaves the module of the working directory.
 *
 * @param goArgs arguments of the go command to come, [] for any
 * @returns undefined outside a module
 * @throws GotsError of planning
 */
export async function weavingEnv(
  context: CommandContext,
  aspectFiles: readonly string[],
  goArgs: readonly string[],
): Promise<WeavingEnv | undefined> {
  const { others, toolexec: asked } = takeToolexec(goArgs);
  const { chdir } = readFlags(others, []);
  const unwoven = withoutOurs(context.env);
  const found = await goEnv(context.go, context.cwd, unwoven, chdir);
  if (found.goMod === '') return undefined;
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
  });
  const shim = quoteWord(plan.shim) ?? unquotablePath(plan.shim);
  const toolexec = quoteWord(`-toolexec=${shim}`) ?? unquotablePath(plan.shim);
  const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
  const program = quoteWord(context.cacheProg) ?? unquotablePath(context.cacheProg);
  const variables = {
    GOFLAGS: [...userFlags(found, plan).map((word) => quoteWord(word) ?? word), toolexec].join(' '),
    GOCACHEPROG: `${shim} cacheprog ${[node, ...nodeFlags, program].join(' ')}`,
    GOTS_PLAN: file,
    GOTS_SAVED: savedSettings(unwoven, found.goCacheProg),
    ...toolexecOf(asked ?? toolexecIn(found.goflags), plan.shim, context.env),
    ...workspaceOf(plan, context.env, unwoven),
  };
  return { variables, plan, goEnv: found, goArgs: others };
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

/** GOWORK, also where only an earlier `gots env`, of another module or of other aspects, wanted one. */
function workspaceOf(plan: Plan, env: NodeJS.ProcessEnv, unwoven: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  if (plan.goWork !== '') return { GOWORK: plan.goWork };
  return env['GOTS_SAVED'] ? { GOWORK: unwoven['GOWORK'] ?? '' } : {};
}

/** Effective GOFLAGS of the user; -mod=vendor is no flag beside a workspace. */
function userFlags({ goflags }: GoEnv, { goWork }: Plan): readonly string[] {
  return splitQuoted(goflags).filter(
    (word) => !/^--?toolexec\b/.test(word) && !(goWork !== '' && /^--?mod=vendor$/.test(word)),
  );
}
