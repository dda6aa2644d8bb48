import { basename, isAbsolute, join, relative, sep } from 'node:path';

/** The folders that give files their names. All absolute. */
export interface NamedFolders {
  /** Folder of the main module. */
  readonly root: string;
  /** GOMODCACHE. */
  readonly moduleCache?: string | undefined;
  /** Folders of built-in sets, and of modules outside the module cache, met so far: what stands before the path in it → folder. */
  readonly sets: ReadonlyMap<string, string>;
}

/**
 * A name for an aspect file that is the same on every machine; it ends up in woven positions and in cache keys.
 *
 * `gots:net/http/gots.yml` among the built-in sets, `example.com/m@v1.2.3/a.yml` in the module cache, `example.com/m/a.yml` in a
 * module that a `replace` puts into a folder, the relative path in the main module, else the last path element. Always with slashes.
 */
export function displayName(path: string, folders: NamedFolders): string {
  // Of folders in one another, the innermost: modules nest.
  const [found] = [...folders.sets]
    .flatMap(([prefix, folder]) => {
      const inSet = below(folder, path);
      return inSet === undefined ? [] : [{ name: prefix + inSet, depth: folder.length }];
    })
    .sort((a, b) => b.depth - a.depth);
  if (found !== undefined) return found.name;
  const inCache = folders.moduleCache === undefined ? undefined : below(folders.moduleCache, path);
  if (inCache !== undefined) return unescapeModule(inCache);
  return below(folders.root, path) ?? basename(path);
}

/**
 * How files of the built-in set `name` are named. Where the folder ends in the set's name, all sets lie side by side
 * and may extend each other, so the folder above counts.
 */
export function setPrefix(name: string, folder: string): { readonly prefix: string; readonly folder: string } {
  const ending = join(sep, name);
  return folder.endsWith(ending)
    ? { prefix: 'gots:', folder: folder.slice(0, -ending.length) || sep }
    : { prefix: `gots:${name}/`, folder };
}

function below(folder: string, path: string): string | undefined {
  const rest = relative(folder, path);
  if (rest === '' || rest === '..' || rest.startsWith(`..${sep}`) || isAbsolute(rest)) return undefined;
  return rest.split(sep).join('/');
}

/** The module cache writes capitals as `!` and the small letter (golang.org/ref/mod#module-cache). */
function unescapeModule(path: string): string {
  return path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
