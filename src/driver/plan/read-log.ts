import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileView } from '../../base/file-view.ts';
import { sha256 } from '../../base/hash.ts';
import { hashInput, type PlanInput } from './plan.ts';

/** The clock by which file systems date changes ticks in steps of some milliseconds; some count whole seconds. */
const tickMs = 20;
const secondMs = 1_000;

/**
 * Knows the bytes that were read while a plan was made: what decides is what was read, not what lies there afterwards. A plan that
 * stood for a file's later content would be current for ever, and weave what the file said before.
 */
export class ReadLog {
  private readonly hashes = new Map<string, string>();
  private readonly startedMs: number;
  private moved: string | undefined;

  /** @param startedMs when reading began, in ms since 1970 */
  constructor(startedMs: number = Date.now()) {
    this.startedMs = startedMs;
  }

  /** A view of files that notes what is read through it. */
  watch(below: FileView): FileView {
    return {
      ...below,
      read: (path) => {
        const bytes = below.read(path);
        this.note(path, bytes === undefined ? '' : sha256(bytes));
        return bytes;
      },
    };
  }

  /**
   * What a plan notes: every file that was read here, those that were looked for and are not there included, and other inputs.
   *
   * @param others files and folders that decide, though others read them
   * @param fixed folder of files that never change, GOMODCACHE
   */
  inputs(others: readonly string[], fixed: string): readonly PlanInput[] {
    const read = [...this.hashes.keys()].filter((path) => !path.startsWith(`${fixed}/`));
    const paths = [...new Set([...read, ...others])].sort();
    return paths.map((path) => ({ path, hash: this.hashes.get(path) ?? hashInput(path) }));
  }

  /**
   * The first input that may have changed since reading began, so that some of it was read before and some after. Files that others
   * read, go commands for instance, are known by the time of their last change only.
   *
   * @param own folder in which planning itself writes
   */
  changed(inputs: readonly PlanInput[], own: string): string | undefined {
    if (this.moved !== undefined) return this.moved;
    const isOther = ({ path, hash }: PlanInput): boolean =>
      hashInput(path) !== hash ||
      (!this.hashes.has(path) && !path.startsWith(`${own}/`) && changedSince(path, this.startedMs));
    return inputs.find(isOther)?.path;
  }

  private note(path: string, hash: string): void {
    const before = this.hashes.get(path);
    if (before !== undefined && before !== hash) this.moved ??= path;
    this.hashes.set(path, hash);
  }
}

/** Whether a file, or anything in a folder, may have changed after a moment; in ms since 1970. */
export function changedSince(path: string, startedMs: number): boolean {
  return [path, ...below(path)].some((each) => {
    const ctimeMs = statSync(each, { throwIfNoEntry: false })?.ctimeMs ?? 0;
    return ctimeMs + (ctimeMs % secondMs === 0 ? secondMs : tickMs) > startedMs;
  });
}

function below(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
}
