import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { go } from '../go-command.ts';

export interface ProgramFunction {
  readonly name: string;
  /** `T`, `*T`, or empty. */
  readonly receiver: string;
  readonly params: number;
  readonly results: number;
  /** It, or its receiver's type, has type parameters. */
  readonly generic: boolean;
}

/** What Go's parser and type checker see in a program of one file. */
export interface ProgramFacts {
  readonly functions: readonly ProgramFunction[];
  /** Callees as `path.Name` or `Name`, each of whose calls gives one value that is no constant, and is called at once. */
  readonly calls: readonly string[];
  /** The same of methods, by the type of what they are called on. */
  readonly methods: readonly { readonly path: string; readonly type: string; readonly name: string }[];
}

/** Facts of many files, in their order. The program that finds them is built below `scratch`. */
export function programFacts(files: readonly string[], scratch: string): ProgramFacts[] {
  const program = join(scratch, 'go-calls');
  mkdirSync(scratch, { recursive: true });
  go(['build', '-o', program, join(dirname(import.meta.dirname), 'go-calls', 'main.go')], scratch);
  const output = execFileSync(program, { input: `${files.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ProgramFacts);
}
