import { existsSync, mkdirSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hashParts } from '../base/hash.ts';
import type { Injection } from './injection.ts';
import { type OverlayEntries, overlayEntries } from './overlay-file.ts';

/**
 * The overlay for a go command: the generated one, with the user's own entries, and with the generated ones under the name that the
 * folder of the go command has there, which may lead through symbolic links (build-protocol G4).
 *
 * @param own value of the user's -overlay, or undefined
 * @param cwd folder of the go command, as it names it
 * @returns path of a file in the cache folder, named by its content
 */
export function joinedOverlay(
  { overlay, entries }: Pick<Injection, 'overlay' | 'entries'>,
  own: string | undefined,
  cwd: string,
  cacheDir: string,
): string {
  const joined: OverlayEntries = { ...overlayEntries(own, cwd), ...entries, ...respelled(entries, cwd) };
  if (Object.keys(joined).length === Object.keys(entries).length) return overlay;
  const text = `${JSON.stringify({ Replace: joined }, null, 1)}\n`;
  const file = join(cacheDir, 'work', hashParts(text).slice(0, 24), 'overlay.json');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    const temp = `${file}.${process.pid}`;
    writeFileSync(temp, text);
    renameSync(temp, file);
  }
  return file;
}

/** Entries below the place that a folder really has, as they are named from that folder. */
function respelled(entries: OverlayEntries, cwd: string): OverlayEntries {
  let real: string;
  try {
    real = realpathSync(cwd);
  } catch {
    return {};
  }
  if (real === cwd) return {};
  const more: Record<string, string> = {};
  for (const [path, content] of Object.entries(entries)) {
    const up = relative(real, path);
    const spelled = join(cwd, up);
    // Behind a link, `..` leads elsewhere than it reads.
    if (!path.startsWith(`${real}/`) && !samePlace(dirname(spelled), dirname(path))) continue;
    if (!(spelled in entries)) more[spelled] = content;
  }
  return more;
}

/** Whether an overlay holds all entries of the generated one. */
export function coversAll(file: string, entries: OverlayEntries, cwd: string): boolean {
  const has = overlayEntries(file, cwd);
  return Object.entries(entries).every(([path, content]) => has[path] === content);
}

function samePlace(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}
