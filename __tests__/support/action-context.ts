import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionContext, actionLog, programEnv } from '../../src/action/action-context.ts';
import { readInputs } from '../../src/action/inputs/read-inputs.ts';
import type { Commands } from '../../src/action/runner/commands.ts';
import { seconds } from '../../src/base/amounts.ts';

/** A step of a workflow on a machine like GitHub's: its variables, and what it printed. */
export interface TestStep {
  readonly context: ActionContext;
  readonly output: () => string;
}

/**
 * The surroundings of one step, as the runner makes them.
 *
 * @param dir the workspace, and the folder for outputs in it
 * @param payload of the event
 */
export function testStep(
  dir: string,
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
  payload: unknown = {},
): TestStep {
  const eventFile = join(dir, 'event.json');
  writeFileSync(eventFile, JSON.stringify(payload));
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    GITHUB_REPOSITORY: 'example/hello',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_REF_NAME: 'main',
    GITHUB_WORKFLOW: 'ci',
    GITHUB_RUN_ID: '77',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_STEP_SUMMARY: join(dir, 'summary.md'),
    GITHUB_OUTPUT: join(dir, 'output'),
    ...Object.fromEntries(given),
    ...variables,
  };
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const read = readInputs(env);
  if (read.kind !== 'read') throw new Error(read.mistakes.join('\n'));
  const context: ActionContext = {
    inputs: read.inputs,
    env,
    childEnv: programEnv(env),
    workspace: dir,
    cwd: dir,
    folder: join(dir, 'out'),
    commands: listedCommands(env, write),
    write,
    log: actionLog(env, write),
    cancel: new AbortController().signal,
  };
  return { context, output: () => text };
}

/** Commands that are kept as text, one a line; outputs go to GITHUB_OUTPUT. */
function listedCommands(env: NodeJS.ProcessEnv, write: (text: string) => void): Commands {
  const line = (text: string) => write(`${text}\n`);
  return {
    line,
    annotate: (level, message) => line(`::${level}::${message}`),
    group: async (title, body) => {
      line(title);
      const started = Date.now();
      const result = await body();
      line(seconds(Date.now() - started));
      return result;
    },
    foreign: (body) => body(),
    mask: (secret) => line(`mask ${secret.length} characters`),
    addMatcher: (file) => line(`matcher ${file}`),
    setOutput: (name, value) => appendFileSync(env['GITHUB_OUTPUT'] as string, `${name}<<EOF\n${value}\nEOF\n`),
    exportVariable: (name, value) => line(`variable ${name}=${value}`),
    addPath: (folder) => line(`path ${folder}`),
    saveState: (name, value) => line(`state ${name}=${value}`),
  };
}

/** The outputs of a step, by name, as the runner reads them from its file GITHUB_OUTPUT. */
export function outputsIn(file: string): Readonly<Record<string, string>> {
  const blocks = readFileSync(file, 'utf8').matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name, , value]) => [name, value]));
}
