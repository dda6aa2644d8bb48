import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Hash of an overlay file and of all the files that it puts in place of others; '' if it cannot be read, which go will say.
 *
 * @param file value of -overlay
 * @param cwd directory of the go command, which relative names refer to
 * @see cmd/go/internal/fsys, OverlayJSON (Go 1.24 to 1.27): an empty name deletes a file
 */
export function hashOverlay(file: string, cwd: string): string {
  const hash = createHash('sha256');
  try {
    const text = readFileSync(resolve(cwd, file), 'utf8');
    const { Replace = {} } = JSON.parse(text) as { readonly Replace?: Readonly<Record<string, string>> };
    hash.update(text);
    for (const name of Object.values(Replace)) {
      const bytes = name === '' ? Buffer.alloc(0) : readFileSync(resolve(cwd, name));
      hash.update(`\n${bytes.length}\n`).update(bytes);
    }
  } catch {
    return '';
  }
  return hash.digest('hex');
}
