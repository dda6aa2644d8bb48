import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashParts } from '../base/hash.ts';
import { entriesFor, type OverlayEntries } from './overlay-file.ts';

/** Generated files, and the overlay that puts them in the place of others. */
export class GeneratedFiles {
  private readonly texts = new Map<string, string>();
  private readonly delayed = new Map<string, (folder: string) => string>();
  /** Path of the file that is replaced → name of the generated one. */
  private readonly replaced = new Map<string, string>();
  private readonly others = new Map<string, string>();

  file(name: string, text: string): string {
    this.texts.set(name, text);
    return name;
  }

  over(path: string, text: string, name = `${this.replaced.size}${path.endsWith('.sum') ? '.sum' : '.mod'}`): string {
    this.replaced.set(path, name);
    return this.file(name, text);
  }

  /** The texts that stand in the place of files so far, by path. */
  overlaid(): ReadonlyMap<string, string> {
    return new Map([...this.replaced].map(([path, name]) => [path, this.texts.get(name) ?? '']));
  }

  /** A file whose text names the folder that it is in. */
  late(path: string, text: (folder: string) => string): void {
    const name = `${this.replaced.size}.work`;
    this.replaced.set(path, name);
    this.delayed.set(name, text);
  }

  /** Puts a file that exists already in the place of another. */
  put(path: string, source: string): void {
    this.others.set(path, source);
  }

  write(folder: string): { readonly folder: string; readonly overlay: OverlayEntries } {
    const parts = [...this.texts, ...this.replaced, ...this.others].flat();
    const dir = join(folder, hashParts(...parts, ...[...this.delayed.values()].map((text) => text(''))).slice(0, 24));
    for (const [name, text] of this.texts) writeOnce(join(dir, name), text);
    for (const [name, text] of this.delayed) writeOnce(join(dir, name), text(dir));
    const overlay: Record<string, string> = {};
    for (const [path, name] of this.replaced) Object.assign(overlay, entriesFor(path, join(dir, name)));
    for (const [path, source] of this.others) Object.assign(overlay, entriesFor(path, source));
    writeOnce(join(dir, 'overlay.json'), `${JSON.stringify({ Replace: overlay }, null, 1)}\n`);
    return { folder: dir, overlay };
  }
}

/** Written by rename, and only if it is not there: another build may be reading it. */
function writeOnce(file: string, text: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const temp = `${file}.${process.pid}`;
  writeFileSync(temp, text);
  renameSync(temp, file);
}
