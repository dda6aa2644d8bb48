import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { githubEntry } from '../../base/github-file.ts';

/** Where an annotation is shown. Paths are relative to the workspace, lines and columns count from 1. */
export interface AnnotationPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly title?: string | undefined;
}

export type Level = 'notice' | 'warning' | 'error';

/**
 * What the runner is told, by its workflow commands. Written here rather than taken from @actions/core, whose HTTP and OIDC
 * clients cost more to load than all the rest of a warm run.
 */
export interface Commands {
  readonly line: (text: string) => void;
  readonly annotate: (level: Level, message: string, place?: AnnotationPlace) => void;
  /** Runs `body` inside a folded part of the log, which ends with the seconds it took. */
  readonly group: <T>(title: string, body: () => Promise<T>) => Promise<T>;
  /** While `body` runs, nothing that is printed is taken for a command: what programs of the project print stays text. */
  readonly foreign: <T>(body: () => Promise<T>) => Promise<T>;
  readonly mask: (secret: string) => void;
  readonly addMatcher: (file: string) => void;
  readonly setOutput: (name: string, value: string) => void;
  readonly exportVariable: (name: string, value: string) => void;
  readonly addPath: (folder: string) => void;
  readonly saveState: (name: string, value: string) => void;
}

/**
 * @param env the runner's variables: GITHUB_OUTPUT and its kin name files
 * @param write takes the text of the job's log
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function workflowCommands(env: NodeJS.ProcessEnv, write: (text: string) => void): Commands {
  const line = (text: string) => write(`${text}\n`);
  const toFile = (variable: string, entry: string) => {
    const file = env[variable];
    // Runners that know no such file have no use for the value either.
    if (file) appendFileSync(file, entry);
  };
  return {
    line,
    annotate: (level, message, place = {}) => line(`::${level}${properties(place)}::${escapeData(message)}`),
    group: async (title, body) => {
      const started = Date.now();
      line(`::group::${escapeData(title)}`);
      try {
        return await body();
      } finally {
        line(`(${seconds(Date.now() - started)})`);
        line('::endgroup::');
      }
    },
    foreign: async (body) => {
      // Not to be guessed by what runs meanwhile.
      const token = `gots-${randomBytes(24).toString('hex')}`;
      line(`::stop-commands::${token}`);
      try {
        return await body();
      } finally {
        line(`::${token}::`);
      }
    },
    mask: (secret) => {
      for (const part of secret.split(/\r?\n/)) if (part.trim() !== '') line(`::add-mask::${escapeData(part)}`);
    },
    addMatcher: (file) => line(`::add-matcher::${escapeData(file)}`),
    setOutput: (name, value) => toFile('GITHUB_OUTPUT', githubEntry(name, value)),
    exportVariable: (name, value) => toFile('GITHUB_ENV', githubEntry(name, value)),
    addPath: (folder) => toFile('GITHUB_PATH', `${folder}\n`),
    saveState: (name, value) => toFile('GITHUB_STATE', githubEntry(name, value)),
  };
}

/** `1.2 s`, as shown to people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function properties(place: AnnotationPlace): string {
  const pairs = [
    ['title', place.title],
    ['file', place.file],
    ['line', place.line],
    ['col', place.column],
  ].filter(([, value]) => value !== undefined);
  return pairs.length === 0
    ? ''
    : ` ${pairs.map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`).join(',')}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
