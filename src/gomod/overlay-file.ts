import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Absolute path → absolute path of what stands there instead; '' for a file that is taken away. */
export type OverlayEntries = Readonly<Record<string, string>>;

/**
 * Reads the file of a user's -overlay; {} where it cannot be read, which go will say.
 *
 * @param cwd directory of the go command, which relative names refer to
 */
export function overlayEntries(file: string | undefined, cwd: string): OverlayEntries {
  if (file === undefined || file === '') return {};
  try {
    const { Replace = {} } = JSON.parse(readFileSync(resolve(cwd, file), 'utf8')) as {
      readonly Replace?: Readonly<Record<string, string>>;
    };
    return Object.fromEntries(
      Object.entries(Replace).map(([from, to]) => [resolve(cwd, from), to === '' ? '' : resolve(cwd, to)]),
    );
  } catch {
    return {};
  }
}

/**
 * An overlay entry under each spelling of the folder that a file lies in: go takes $PWD at its word, and an overlay compares texts
 * (build-protocol G4).
 */
export function entriesFor(file: string, content: string): OverlayEntries {
  try {
    return { [file]: content, [join(realpathSync(dirname(file)), basename(file))]: content };
  } catch {
    return { [file]: content };
  }
}
