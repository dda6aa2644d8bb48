import type { ListedPackage } from '../../go/list.ts';
import { pathAndParents } from '../../lang/names/import-paths.ts';
import { doublestar } from '../../lang/patterns/doublestar.ts';
import { mentions } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import { knownLibraries } from './known-libraries.ts';

/** A module of the program. */
export interface LibraryVersion {
  readonly path: string;
  readonly version: string;
}

/** Packages, and where they come from. */
export interface HeldPackages {
  /** Whether there is a package, by import path. */
  readonly packages: Pick<ReadonlySet<string>, 'has'>;
  /** Version by path of their modules, main modules left out; of a replaced module its own. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Packages as go lists them. */
export function heldIn(listed: readonly Pick<ListedPackage, 'ImportPath' | 'Module'>[]): HeldPackages {
  const modules = listed.flatMap(({ Module: module }): [string, string][] =>
    module === undefined || module.Main ? [] : [[module.Path, module.Version ?? '']],
  );
  return { packages: new Set(listed.map(({ ImportPath }) => ImportPath)), modules: new Map(modules) };
}

/**
 * The known libraries that programs hold and that no aspect names in a join point, sorted by module path. A main module is none: its
 * author is the one who builds it.
 */
export function uncoveredLibraries(
  aspects: readonly Pick<Aspect, 'joinPoint'>[],
  { packages, modules }: HeldPackages,
): readonly LibraryVersion[] {
  const held = knownLibraries.filter((library) => packages.has(library));
  if (held.length === 0) return [];
  const named = aspects.flatMap(({ joinPoint }) => mentions(joinPoint).map(({ path }) => path));
  const globs = aspects.flatMap(({ joinPoint }) => globsIn(joinPoint));
  const found = new Map<string, string>();
  for (const library of held) {
    const module = moduleIn(modules, library);
    if (module === undefined) continue;
    if (named.some((path) => isWithin(module, path)) || globs.some((glob) => glob.test(library))) continue;
    found.set(module, modules.get(module) as string);
  }
  return [...found].map(([path, version]) => ({ path, version })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function moduleIn(modules: ReadonlyMap<string, string>, importPath: string): string | undefined {
  return [...pathAndParents(importPath)].find((path) => modules.has(path));
}

/** Another major version is another library. */
function isWithin(module: string, path: string): boolean {
  return path === module || (path.startsWith(`${module}/`) && !/^v\d+(\/|$)/.test(path.slice(module.length + 1)));
}

/** Patterns of a join point that begin with the host of a library: others, such as `**`, name none. What a `not` excludes is left out. */
function globsIn(point: JoinPoint): readonly RegExp[] {
  const found: RegExp[] = [];
  visit(point);
  return found;

  function visit(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const { kind, pattern } = value as { readonly kind?: unknown; readonly pattern?: unknown };
    if (kind === 'not') return;
    if (kind === 'import-glob' && typeof pattern === 'string' && /^[\w-]+(\.[\w-]+)+\//.test(pattern))
      found.push(doublestar(pattern));
    else for (const inner of Object.values(value)) visit(inner);
  }
}

/** Names of libraries with their versions, `github.com/redis/go-redis/v9 (v9.17.2)`. */
export function libraryNames(libraries: readonly LibraryVersion[]): readonly string[] {
  return libraries.map(({ path, version }) => `${path} (${version})`);
}
