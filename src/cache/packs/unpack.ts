import { statSync, utimesSync } from 'node:fs';
import { unseal } from '../../base/sealed.ts';
import { writeWhole } from '../../base/temporary.ts';
import { CacheFolder } from '../disk/folder.ts';
import { type CacheFolders, outputId, readEntry, readRegular, sourceOf } from './entries.ts';
import type { PackedFile } from './pack-format.ts';

/** What became of a pack's files. */
export interface UnpackCount {
  readonly added: number;
  /** Were there already. */
  readonly kept: number;
  /** Names no output that is there, or is no record of its key: left out. */
  readonly broken: number;
}

/** Writes the files of packs into the caches of this machine. */
export class Unpacker {
  private readonly folders: CacheFolders;
  private readonly time: Date | undefined;
  private readonly writers: { readonly [Name in keyof CacheFolders]: CacheFolder };

  /** @param time of the files that are added; now, if undefined */
  constructor(folders: CacheFolders, time?: Date) {
    this.folders = folders;
    this.time = time;
    this.writers = { go: new CacheFolder(folders.go, false), weave: new CacheFolder(folders.weave, true) };
  }

  /**
   * Adds files to the caches, each whole or not at all. What is there stays as it is, and an entry appears after the output that it names:
   * a build may look at any time.
   *
   * @param onFile told after each file
   * @throws the error of the file system, of a full disk for example; what was written until then is whole
   */
  unpack(files: readonly PackedFile[], onFile: () => void = () => {}): UnpackCount {
    const count = { added: 0, kept: 0, broken: 0 };
    const outputsFirst = [...files].sort((a, b) => rank(a.path) - rank(b.path));
    for (const file of outputsFirst) {
      count[this.place(file)]++;
      onFile();
    }
    return count;
  }

  private place({ path, bytes }: PackedFile): keyof UnpackCount {
    const target = sourceOf(this.folders, path);
    if (this.isThere(path, target, bytes.length)) return 'kept';
    if (path.startsWith('weave/bin/')) {
      writeWhole(target, bytes, path.endsWith('.sum') ? 0o600 : 0o755);
      return 'added';
    }
    if (path.endsWith('-a') && !this.isUsable(path, bytes)) return 'broken';
    const key = /([0-9a-f]{64})-f$/.exec(path)?.[1];
    if (key !== undefined && 'reason' in unseal(key, bytes.toString('utf8'))) return 'broken';
    this.writers[path.startsWith('go/') ? 'go' : 'weave'].write(target, bytes);
    if (this.time) utimesSync(target, this.time, this.time);
    return 'added';
  }

  /** An output that was cut off is not there, nor is an entry whose output is gone: a look-up would miss. */
  private isThere(path: string, target: string, size: number): boolean {
    const info = statSync(target, { throwIfNoEntry: false });
    if (!info?.isFile()) return false;
    if (outputId(path) !== undefined) return info.size === size;
    return !path.endsWith('-a') || this.isUsable(path, readRegular(target) ?? Buffer.alloc(0));
  }

  /** Whether the text of an entry is one of its action, and the output that it names is there. */
  private isUsable(path: string, text: Buffer): boolean {
    const entry = readEntry(path, text);
    if (!entry) return false;
    const cache = path.slice(0, path.indexOf('/'));
    const output = sourceOf(this.folders, `${cache}/${entry.outputId.slice(0, 2)}/${entry.outputId}-d`);
    return statSync(output, { throwIfNoEntry: false })?.size === entry.size;
  }
}

/** Outputs, then what names them. */
function rank(path: string): number {
  return outputId(path) === undefined ? 1 : 0;
}
