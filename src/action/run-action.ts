import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { inputNoFolder, inputOutsideWorkspace } from '../report/codes/action.ts';
import { formatError, GotsError } from '../report/diagnostic.ts';
import { type ActionContext, actionLog, programEnv } from './action-context.ts';
import { readInputs } from './inputs/read-inputs.ts';
import type { Inputs } from './inputs/table.ts';
import type { RunResults } from './results.ts';
import { showError } from './runner/annotations.ts';
import { type Commands, workflowCommands } from './runner/commands.ts';

/**
 * The action's main step.
 *
 * @param env the runner's variables
 * @param write takes the text of the job's log
 * @returns exit code of the step
 */
export async function runAction(env: NodeJS.ProcessEnv, write: (text: string) => void): Promise<number> {
  const commands = workflowCommands(env);
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => cancel.abort());
  const workspace = realPath(env['GITHUB_WORKSPACE'] || process.cwd());
  const place = { commands, workspace, cwd: workspace };
  try {
    const read = readInputs(env);
    if (read.kind === 'mistaken') {
      for (const mistake of read.mistakes) commands.annotate('error', formatError(mistake));
      return 1;
    }
    const cwd = workingDirectory(read.inputs, workspace);
    const folder = outputFolder(read.inputs, env, workspace);
    const context: ActionContext = {
      inputs: read.inputs,
      env,
      childEnv: programEnv(env),
      workspace,
      cwd,
      folder,
      commands,
      write,
      log: actionLog(env, write),
      cancel: cancel.signal,
    };
    if (read.inputs.mode === 'unset') {
      const { unsetMode } = await import('./modes/env.ts');
      unsetMode(commands, env);
      return 0;
    }
    if (read.inputs.mode === 'matrix') {
      const { matrixMode } = await import('./modes/matrix.ts');
      matrixMode(read.inputs.targets, commands);
      return 0;
    }
    if (read.inputs.mode === 'merge' || read.inputs.mode === 'comment') return await publishOthers(context);
    const { endFetches, noteBuilds, withCaches } = await import('./cache/in-action.ts');
    const { context: cached, shared } = await withCaches(context);
    if (read.inputs.mode === 'env') {
      const { envMode } = await import('./modes/env.ts');
      await envMode(cached);
      await endFetches(context, shared);
      noteBuilds(commands, undefined);
      return 0;
    }
    const { runMode } = await import('./modes/run.ts');
    const results = await runMode(cached);
    noteBuilds(commands, results);
    setOutputs(commands, results);
    // Loaded when there is something to tell: nothing of it is needed to build.
    const { publish } = await import('./publish/publish.ts');
    const published = await publish(context, results);
    await endFetches(context, shared);
    return published && results.outcome === 'passed' ? 0 : 1;
  } catch (error) {
    if (error instanceof GotsError && error.family !== 'bug') showError(place, error);
    else commands.annotate('error', `gots: internal error: ${(error as Error).stack ?? String(error)}`);
    return 1;
  }
}

async function publishOthers(context: ActionContext): Promise<number> {
  const { commentMode, mergeMode } = await import('./publish/other-modes.ts');
  await (context.inputs.mode === 'merge' ? mergeMode(context) : commentMode(context));
  return 0;
}

/** The outputs of a run that built, whether or not it passed. */
export function setOutputs(commands: Commands, results: RunResults): void {
  const binaries = results.targets.flatMap(({ name, binaries: files }) =>
    files.map((file) => ({ target: name, name: file.name, path: file.path, bytes: file.bytes })),
  );
  const packages = results.targets.flatMap(({ name, packages: files }) =>
    files.map((file) => ({ target: name, ...file })),
  );
  commands.setOutput('folder', results.folder);
  commands.setOutput('results', join(results.folder, 'results.json'));
  commands.setOutput('binaries', JSON.stringify(binaries));
  commands.setOutput('packages', JSON.stringify(packages));
}

function workingDirectory({ 'working-directory': given }: Inputs, workspace: string): string {
  const path = resolve(workspace, given);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) inputNoFolder('working-directory', given);
  const real = realpathSync(path);
  if (isOutside(real, workspace)) inputOutsideWorkspace('working-directory', given, workspace);
  return real;
}

/** Below the runner's own folder, which it empties between jobs; a second use in one job gets a second folder. */
function outputFolder({ 'output-directory': given }: Inputs, env: NodeJS.ProcessEnv, workspace: string): string {
  if (given !== '') {
    const path = resolve(workspace, given);
    if (isOutside(path, workspace)) inputOutsideWorkspace('output-directory', given, workspace);
    mkdirSync(path, { recursive: true });
    return path;
  }
  const temp = env['RUNNER_TEMP'] || tmpdir();
  for (let count = 1; ; count++) {
    const path = join(temp, count === 1 ? 'gots' : `gots-${count}`);
    if (existsSync(path)) continue;
    mkdirSync(path, { recursive: true });
    return path;
  }
}

function isOutside(path: string, workspace: string): boolean {
  const found = relative(workspace, path);
  return found.startsWith('..') || isAbsolute(found);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
