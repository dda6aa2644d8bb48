import { randomBytes } from 'node:crypto';
import {
  addPath,
  endGroup,
  error,
  exportVariable,
  info,
  notice,
  saveState,
  setOutput,
  setSecret,
  startGroup,
  warning,
} from '@actions/core';
import { seconds } from '../../base/amounts.ts';

/** Where an annotation is shown. Paths are relative to the workspace, lines and columns count from 1. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title?: string | undefined;
}

export type Level = 'notice' | 'warning' | 'error';

/** What the runner is told. Contract: text from the repository may be passed to each of these and stays text. */
export interface Commands {
  readonly line: (text: string) => void;
  readonly annotate: (level: Level, message: string, place?: AnnotationPlace) => void;
  /** Runs `body` inside a folded part of the log, which ends with the seconds it took. */
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** While `body` runs, the runner takes nothing that is printed for a command: what programs of the project print stays text. */
  readonly foreign: <T>(body: () => Promise<T>) => Promise<T>;
  readonly mask: (secret: string) => void;
  readonly addMatcher: (file: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly exportVariable: (name: string, value: string) => void;
  readonly addPath: (folder: string) => void;
  readonly saveState: (name: string, value: string) => void;
}

const tell = { notice, warning, error };

/**
 * The commands of the runner that started this process, by the toolkit's @actions/core. `foreign` and `addMatcher` are
 * written here because the toolkit lacks them.
 *
 * @param env the runner's variables
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function workflowCommands(env: NodeJS.ProcessEnv): Commands {
  // Runners without this file have no use for the value, and print what the toolkit tells them instead.
  const ifFile = (variable: string, tell: (name: string, value: string) => void) => (name: string, value: string) => {
    if (env[variable]) tell(name, value);
  };
  return {
    line: info,
    annotate: (level, message, { file, line, column, title } = {}) =>
      tell[level](message, {
        ...(title !== undefined && { title }),
        ...(file !== undefined && { file }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
      }),
    group: async (title, body) => {
      const started = Date.now();
      startGroup(title);
      try {
        return await body();
      } finally {
        info(`(${seconds(Date.now() - started)})`);
        endGroup();
      }
    },
    foreign: async (body) => {
      // What runs meanwhile must not guess it.
      const token = `gots-${randomBytes(24).toString('hex')}`;
      info(`::stop-commands::${token}`);
      try {
        return await body();
      } finally {
        info(`::${token}::`);
      }
    },
    mask: (secret) => {
      for (const part of secret.split(/\r?\n/)) if (part.trim() !== '') setSecret(part);
    },
    addMatcher: (file) => info(`::add-matcher::${file.replaceAll('%', '%25')}`),
    setOutput: ifFile('GITHUB_OUTPUT', setOutput),
    exportVariable: ifFile('GITHUB_ENV', exportVariable),
    addPath: (folder) => ifFile('GITHUB_PATH', addPath)(folder, ''),
    saveState: ifFile('GITHUB_STATE', saveState),
  };
}
