import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../base/log.ts';
import { type Entry, type Overflow, type OverflowObject, Store } from './disk/store.ts';

/**
 * A folder for what the weave cache cannot take (full disk, read-only), since cmd/go needs the files of injected packages
 * (build-protocol H4). It lasts as long as the build.
 */
export class TemporaryOverflow implements Overflow {
  private readonly warn: (error: unknown) => void;
  private store: Store | undefined;

  /** @param warn told of each object that the cache refused */
  constructor(warn: (error: unknown) => void) {
    this.warn = warn;
  }

  take(error: unknown, { actionId, outputId, body }: OverflowObject): Entry {
    this.warn(error);
    this.store ??= new Store(mkdtempSync(join(tmpdir(), 'gots-overflow-')), () => {});
    return this.store.put(actionId, outputId, body);
  }

  remove(): void {
    if (this.store) rmSync(this.store.dir, { recursive: true, force: true });
  }
}

/** One warning for a weave cache that cannot be written. */
export function warnUnwritable(log: Log, cacheDir: string, error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  log.warn(`cache: cannot write to ${cacheDir} (${code}); what is woven now is woven again next time`);
}
