import type { PackageQuestion, TypeAnswer, TypeQuestion } from '../../lang/names/type-oracle.ts';
import { start } from '../../process/spawn.ts';
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
export interface OracleConversation {
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
): OracleConversation {
  // A process group of its own: Ctrl-C at the terminal ends the build, and with it this program's input.
  const lines = new Replies(sources.importPath);
  const running = start({ program, args: [], group: true, stdin: 'pipe', stdout: { line: lines.take } });
  running.ended.then(
    ({ code, signal, stderr }) => lines.end(signal ?? `exit code ${code}`, stderr),
    (error: Error) => lines.end(error.message, ''),
  );
  const { packageFiles, importMap, ...about } = sources;
  const say = (message: unknown) => running.input?.write(`${JSON.stringify(message)}\n`);
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
  return { ask: (questions) => ask(questions), close: () => running.input?.end() };
}

/** A package that cannot be found has no interface. */
function withoutMissing(answer: TypeAnswer): TypeAnswer {
  return answer.missing === undefined ? answer : { noInterface: `package ${answer.missing} cannot be found` };
}

/** What the program prints, line by line. Its end in the middle is an error for each waiting caller. */
class Replies {
  private readonly importPath: string;
  private readonly waiting: { resolve: (line: string) => void; reject: (error: unknown) => void }[] = [];
  private ended: { readonly status: string; readonly stderr: string } | undefined;

  constructor(importPath: string) {
    this.importPath = importPath;
  }

  readonly take = (line: string): void => this.waiting.shift()?.resolve(line);

  end(status: string, stderr: string): void {
    this.ended = { status, stderr };
    for (const { reject } of this.waiting.splice(0)) reject(this.failure(this.ended));
  }

  next(): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.ended === undefined) this.waiting.push({ resolve, reject });
      else reject(this.failure(this.ended));
    });
  }

  private failure({ status, stderr }: { readonly status: string; readonly stderr: string }): unknown {
    try {
      return oracleFailed(this.importPath, status, stderr.trim());
    } catch (error) {
      return error;
    }
  }
}
