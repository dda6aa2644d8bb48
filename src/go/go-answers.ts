/** What a go command said, and which files it holds for. */
export interface GoAnswer<T> {
  /** Plain JSON. */
  readonly value: T;
  /** Files whose content decides the answer, and folders of which the Go files do, absent ones included; undefined: not to be remembered. */
  readonly files: readonly string[] | undefined;
  /** Folders of files that never change, which must still be there. */
  readonly folders: readonly string[];
}

/** Answers of go commands, each remembered for as long as what decides it is the same. */
export interface GoAnswers {
  /**
   * The answer to a question: the one of last time, or what `ask` finds out.
   *
   * @param question all that decides the answer apart from the files that it names
   */
  recall<T>(question: readonly string[], ask: () => Promise<GoAnswer<T>>): Promise<T>;
}

/** Variables by which the go command finds packages and modules, as text; those that only say where it keeps things are left out. */
export function goVariables(env: NodeJS.ProcessEnv): string {
  const names = Object.keys(env).filter((name) => /^(GO(?!TS_|CACHE|TMPDIR)|CGO_)/.test(name));
  return names
    .sort()
    .map((name) => `${name}=${env[name]}`)
    .join('\n');
}

/** Remembers nothing. */
export const askAlways: GoAnswers = { recall: async (_question, ask) => (await ask()).value };

/** A go command ended with this on stderr: no answer to remember. */
export class GoRefused extends Error {}
