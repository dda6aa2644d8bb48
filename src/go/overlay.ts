import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FileView } from '../base/file-view.ts';

/** What a go command is told by -overlay: other contents for some paths, files that are not on disk, and files that are to be passed over. */
export interface Overlay {
  /** The file itself, absolute; '' without an overlay. */
  readonly file: string;
  /** Of it and of all the files that it puts in place of others; '' without one, and if it cannot be read, which go will say. */
  readonly hash: string;
  /** Where the content of a path lies: the path itself, the file that replaces it, or undefined for one that is deleted. */
  readonly actual: (path: string) => string | undefined;
  /** Whether the overlay has a say about a path. */
  readonly names: (path: string) => boolean;
  /** A view of files under the overlay. */
  readonly over: (below: FileView) => FileView;
}

/** Where there is no overlay. */
export const noOverlay: Overlay = overlayOf('', '', new Map());

/**
 * Reads an overlay.
 *
 * @param file value of -overlay; undefined or '' without one
 * @param cwd directory of the go command, which relative names refer to
 * @see cmd/go/internal/fsys, OverlayJSON (Go 1.24 to 1.27): an empty name deletes a file
 */
export function readOverlay(file: string | undefined, cwd: string): Overlay {
  if (file === undefined || file === '') return noOverlay;
  const path = resolve(cwd, file);
  const hash = createHash('sha256');
  const replace = new Map<string, string>();
  try {
    const text = readFileSync(path, 'utf8');
    const { Replace = {} } = JSON.parse(text) as { readonly Replace?: Readonly<Record<string, string>> };
    hash.update(text);
    for (const [from, to] of Object.entries(Replace)) {
      replace.set(resolve(cwd, from), to === '' ? '' : resolve(cwd, to));
      const bytes = to === '' ? Buffer.alloc(0) : readFileSync(resolve(cwd, to));
      hash.update(`\n${bytes.length}\n`).update(bytes);
    }
  } catch {
    return overlayOf(path, '', replace);
  }
  return overlayOf(path, hash.digest('hex'), replace);
}

function overlayOf(file: string, hash: string, replace: ReadonlyMap<string, string>): Overlay {
  const added = new Map<string, Set<string>>();
  for (const [path, to] of replace) if (to !== '') addWithFolders(added, path);
  const actual = (path: string): string | undefined => {
    const to = replace.get(path);
    return to === '' ? undefined : (to ?? path);
  };
  const over = (below: FileView): FileView => ({
    read: (path) => {
      const place = actual(path);
      return place === undefined ? undefined : below.read(place);
    },
    isDirectory: (path) => added.has(path) || (!replace.has(path) && below.isDirectory(path)),
    list: (folder) => {
      const names = new Set([...below.list(folder), ...(added.get(folder) ?? [])]);
      return [...names].filter((name) => replace.get(join(folder, name)) !== '').sort();
    },
  });
  return { file, hash, actual, names: (path) => replace.has(path), over };
}

/** A file that is not on disk may lie in folders that are not, either. */
function addWithFolders(added: Map<string, Set<string>>, path: string): void {
  for (let at = path; dirname(at) !== at; at = dirname(at)) {
    const folder = dirname(at);
    const names = added.get(folder) ?? new Set();
    names.add(at.slice(folder.length).replace(/^\//, ''));
    added.set(folder, names);
  }
}
