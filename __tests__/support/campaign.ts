import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { product } from './script.ts';

/**
 * Folder of a campaign. GOTS_LONG_WORK names one that is kept, with caches and results, so that a later run goes on where
 * this one stops; otherwise it is a temporary one.
 */
export function campaignFolder(name: string): { readonly dir: string; remove(): void } {
  const kept = process.env['GOTS_LONG_WORK'];
  if (kept) {
    const dir = join(kept, name);
    mkdirSync(dir, { recursive: true });
    return { dir, remove: () => {} };
  }
  const dir = mkdtempSync(join(tmpdir(), `gots-${name}-`));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Changes with everything of gots that decides what a woven program is. */
export function productKey(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist', 'helper', 'aspects']) {
    const names = readdirSync(join(product, folder), { recursive: true, encoding: 'utf8', withFileTypes: true });
    const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(file.slice(product.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The result that a file holds under this key, or else that of `work`, which is then written there. */
export async function recorded<T>(file: string, key: string, work: () => Promise<T>): Promise<T> {
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly key: string; readonly result: T };
    if (kept.key === key) return kept.result;
  }
  const result = await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ key, result }, null, 1));
  renameSync(`${file}.new`, file);
  return result;
}

/** Items whose name matches GOTS_LONG_ONLY, a regular expression; all without it. */
export function wanted<T>(items: readonly T[], name: (item: T) => string): T[] {
  const only = new RegExp(process.env['GOTS_LONG_ONLY'] ?? '');
  return items.filter((item) => only.test(name(item)));
}
