import { currentPlan } from '../build/current-plan.ts';
import { nodeFlags } from '../build/node-flags.ts';
import type { Plan } from '../build/plan.ts';
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
    GOFLAGS: [...plan.goflags.map((word) => quoteWord(word) ?? word), toolexec].join(' '),
    GOCACHEPROG: `${shim} cacheprog ${[node, ...nodeFlags, program].join(' ')}`,
    GOTS_PLAN: file,
    GOTS_SAVED: save(unwoven),
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

const saved = ['GOFLAGS', 'GOCACHEPROG', 'GOWORK'] as const;

/** The user's own settings, for a later `gots` in the same environment. */
function save(env: NodeJS.ProcessEnv): string {
  return JSON.stringify(saved.map((name) => env[name] ?? null));
}

/** Whether a variable is as `gots env` set it; a value that was set after it is the user's. */
function isOurs(name: (typeof saved)[number], value: string): boolean {
  if (name === 'GOFLAGS') return /-toolexec=.*\/shim-[0-9a-f]+\b/.test(value);
  return name !== 'GOCACHEPROG' || /\/shim-[0-9a-f]+['"]* cacheprog /.test(value);
}

/** The environment without what an earlier `gots env` put there, so that planning sees the user's own settings. */
export function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const text = env['GOTS_SAVED'];
  if (!text) return env;
  const own = { ...env };
  const values = JSON.parse(text) as readonly (string | null)[];
  saved.forEach((name, at) => {
    if (!isOurs(name, env[name] ?? '')) return;
    const value = values[at];
    if (typeof value === 'string') own[name] = value;
    else delete own[name];
  });
  delete own['GOTS_SAVED'];
  delete own['GOTS_PLAN'];
  delete own['GOTS_TOOLEXEC'];
  return own;
}
