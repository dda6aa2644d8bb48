import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIfThere } from './read-if-there.ts';

/** Path in the go.mod of a module's directory; '' if it cannot be read. */
export function modulePathOf(dir: string): string {
  return /^module\s+"?([^\s"]+)/m.exec(goMod(dir) ?? '')?.[1] ?? '';
}

/** The innermost directory with a go.mod that holds `dir`; undefined outside any module. */
export function moduleAbove(dir: string): string | undefined {
  for (let at = dir; ; at = dirname(at)) {
    if (hasGoMod(at)) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** {@link moduleAbove} of a directory, symbolic links resolved; undefined if there is no such directory. */
export function moduleDirOf(cwd: string): string | undefined {
  let dir: string;
  try {
    dir = realpathSync(cwd);
  } catch {
    return undefined;
  }
  return moduleAbove(dir);
}

/** Whether a directory has Go files; false where there is none. */
export function holdsGo(dir: string): boolean {
  return namesIfThere(dir).some((name) => name.endsWith('.go'));
}

/** Whether a directory has a go.mod that can be read. */
export function hasGoMod(dir: string): boolean {
  return goMod(dir) !== undefined;
}

function goMod(dir: string): string | undefined {
  try {
    return readFileSync(join(dir, 'go.mod'), 'utf8');
  } catch {
    return undefined;
  }
}
