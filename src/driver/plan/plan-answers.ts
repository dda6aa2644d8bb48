import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hashParts, sha256 } from '../../base/hash.ts';
import { KeptValues } from '../../base/kept-values.ts';
import type { GoAnswer, GoAnswers } from '../../go/go-answers.ts';
import { hashFile } from './plan.ts';
import { changedSince } from './read-log.ts';

interface Kept {
  readonly value: unknown;
  /** State by path of the files that decide. */
  readonly states: Readonly<Record<string, string>>;
  readonly folders: readonly string[];
}

/**
 * Answers of go commands that a plan was made with, in a file beside the plan. The next plan differs most often by the text of an aspect,
 * which decides none of them.
 */
export class PlanAnswers implements GoAnswers {
  private readonly values: KeptValues<Kept>;

  /** @param code of the weaver: the answers of another are not believed */
  constructor(file: string, code: string) {
    this.values = new KeptValues(file, `answers ${code}`);
  }

  async recall<T>(question: readonly string[], ask: () => Promise<GoAnswer<T>>): Promise<T> {
    const key = hashParts(...question);
    const known = this.values.get(key);
    if (known && holds(known)) {
      this.values.note(key, known);
      return known.value as T;
    }
    const startedMs = Date.now();
    const { value, files, folders } = await ask();
    // A file that changed while go read it may have been read before or after.
    if (files && !files.some((path) => changedSince(path, startedMs))) {
      const states = Object.fromEntries(files.map((path) => [path, stateOf(path)]));
      this.values.note(key, { value, states, folders });
    }
    return value;
  }

  /** Files the answers that this plan was made with. */
  save(): void {
    this.values.save(false);
  }
}

function holds({ states, folders }: Kept): boolean {
  return (
    folders.every((path) => existsSync(path)) && Object.keys(states).every((path) => stateOf(path) === states[path])
  );
}

/** Of a file its hash, of a folder that of its Go files' names, sizes and times; '' if it is absent. */
function stateOf(path: string): string {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return hashFile(path);
  const names = readdirSync(path).filter((name) => name.endsWith('.go'));
  const lines = names.sort().map((name) => {
    const { size = -1, mtimeMs = 0 } = statSync(join(path, name), { throwIfNoEntry: false }) ?? {};
    return `${name} ${size} ${mtimeMs}`;
  });
  return sha256(lines.join('\n'));
}
