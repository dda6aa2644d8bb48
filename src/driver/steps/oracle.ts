import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PackageQuestion, TypeAnswer, TypeQuestion } from '../../lang/names/type-oracle.ts';
import { oracleFailed } from '../../report/codes/toolexec.ts';

/** A package as the oracle program is told of it (`helper/oracle/main.go`). */
export interface PackageSources {
  /** The path by which aspects know the package. */
  readonly importPath: string;
  readonly lang: string | undefined;
  readonly goarch: string;
  /** `name` as in questions, `path` absolute. */
  readonly files: readonly { readonly name: string; readonly path: string }[];
  /** As in the importcfg, files absolute. */
  readonly packageFiles: ReadonlyMap<string, string>;
  readonly importMap: ReadonlyMap<string, string>;
  /** Asks for all that is an error in Go, imports without a use included. */
  readonly strict?: boolean;
}

type Question = TypeQuestion | PackageQuestion;

/** A conversation with the oracle program about one package. */
export interface Conversation {
  readonly ask: (questions: readonly Question[]) => Promise<readonly TypeAnswer[]>;
  readonly close: () => void;
}

/**
 * Starts the program, which type-checks the package once and answers until it is closed.
 *
 * @param findArchive the archive of a package that none of the sources' imports leads to; undefined where there is none
 */
export function converse(
  program: string,
  sources: PackageSources,
  findArchive: (path: string) => Promise<string | undefined>,
): Conversation {
  // A process group of its own: Ctrl-C at the terminal ends the build, and with it this program's input.
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  const lines = replies(child, sources.importPath);
  const { packageFiles, importMap, ...about } = sources;
  const say = (message: unknown) => child.stdin?.write(`${JSON.stringify(message)}\n`);
  say({ ...about, packageFiles: Object.fromEntries(packageFiles), importMap: Object.fromEntries(importMap) });
  const sought = new Set<string>();
  const ask = async (questions: readonly Question[], added = {}): Promise<readonly TypeAnswer[]> => {
    say({ packageFiles: added, questions });
    const answers = JSON.parse(await lines.next()) as readonly TypeAnswer[];
    const missing = [...new Set(answers.flatMap(({ missing }) => missing ?? []))].filter((path) => !sought.has(path));
    if (missing.length === 0) return answers.map(withoutMissing);
    const found: Record<string, string> = {};
    for (const path of missing) {
      sought.add(path);
      const archive = await findArchive(path);
      if (archive !== undefined) found[path] = archive;
    }
    return ask(questions, found);
  };
  return { ask: (questions) => ask(questions), close: () => child.stdin?.end() };
}

/** A package that nobody can find has no interface. */
function withoutMissing(answer: TypeAnswer): TypeAnswer {
  return answer.missing === undefined ? answer : { noInterface: `package ${answer.missing} cannot be found` };
}

/** The program's output line by line. An end in the middle is an error for whoever waits. */
function replies(child: ChildProcess, importPath: string): { readonly next: () => Promise<string> } {
  const waiting: { resolve: (line: string) => void; reject: (error: unknown) => void }[] = [];
  let stderr = '';
  let ended: string | undefined;
  const failure = (): unknown => {
    try {
      return oracleFailed(importPath, ended ?? '', stderr.trim());
    } catch (error) {
      return error;
    }
  };
  const end = (status: string) => {
    ended ??= status;
    for (const { reject } of waiting.splice(0)) reject(failure());
  };
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(line));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  // Writing to a program that has ended; its end is told by 'close'.
  child.stdin?.on('error', () => {});
  child.on('error', (error) => end(error.message));
  child.on('close', (code, signal) => end(signal ?? `exit code ${code}`));
  return {
    next: () =>
      new Promise((resolve, reject) => {
        if (ended === undefined) waiting.push({ resolve, reject });
        else reject(failure());
      }),
  };
}
