import { basename, isAbsolute, relative, sep } from 'node:path';

/** The folders that give files their names. All absolute. */
export interface NamedFolders {
  /** Folder of the main module. */
  readonly root: string;
  /** GOMODCACHE. */
  readonly moduleCache?: string | undefined;
  /** Built-in sets met so far: name → folder. */
  readonly sets: ReadonlyMap<string, string>;
}

/**
 * A name for an aspect file that is the same on every machine; it ends up in woven positions and in cache keys.
 *
 * `gots:otel/net/http/gots.yml` in a built-in set, `example.com/m@v1.2.3/a.yml` in the module cache, the relative path
 * in the main module, else the last path element. Always with slashes.
 */
export function displayName(path: string, folders: NamedFolders): string {
  for (const [name, folder] of folders.sets) {
    const inSet = below(folder, path);
    if (inSet !== undefined) return `gots:${name}/${inSet}`;
  }
  const inCache = folders.moduleCache === undefined ? undefined : below(folders.moduleCache, path);
  if (inCache !== undefined) return unescapeModule(inCache);
  return below(folders.root, path) ?? basename(path);
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
