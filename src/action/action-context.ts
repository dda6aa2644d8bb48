import type { Log } from '../base/log.ts';
import { lineLog } from '../base/log.ts';
import { type CommandContext, commandContext } from '../cli/command-context.ts';
import { withoutOurs } from '../driver/plan/saved-settings.ts';
import type { Inputs } from './inputs/table.ts';
import { childEnv } from './runner/child-env.ts';
import type { Commands } from './runner/commands.ts';
import type { SharedBuilds } from './shared-cache/shared-builds.ts';

/** What every part of the action gets: its surroundings, read once. */
export interface ActionContext {
  readonly inputs: Inputs;
  /** The variables as the runner gave them, tokens included. */
  readonly env: NodeJS.ProcessEnv;
  /** What programs are started with: no tokens, and nothing of an earlier `mode: env`. */
  readonly childEnv: NodeJS.ProcessEnv;
  /** GITHUB_WORKSPACE, symbolic links resolved. */
  readonly workspace: string;
  /** The input `working-directory`, absolute. */
  readonly cwd: string;
  /** Where binaries, packages, reports and records go; made before the first build. */
  readonly folder: string;
  readonly commands: Commands;
  readonly write: (text: string) => void;
  readonly log: Log;
  readonly cancel: AbortSignal;
  /** The shared cache of many machines, where one is set. */
  readonly shared?: SharedBuilds | undefined;
}

/**
 * A command's surroundings as `gots go` would have them in the working directory.
 *
 * @param variables set for this command, such as GOARCH
 */
export function cliContext(context: ActionContext, variables: Readonly<Record<string, string>> = {}): CommandContext {
  const env = { ...context.childEnv, ...variables };
  return { ...commandContext(env, context.cwd), cwd: context.cwd, log: context.log };
}

/** Warnings of planning become lines of the log. */
export function actionLog(env: NodeJS.ProcessEnv, write: (text: string) => void): Log {
  return lineLog(write, env['RUNNER_DEBUG'] === '1' || env['GOTS_DEBUG'] !== undefined);
}

/** The variables of the programs that the action starts. */
export function programEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return withoutOurs(childEnv(env));
}
