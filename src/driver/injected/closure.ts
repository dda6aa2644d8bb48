import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { modulePathOf } from '../../base/module-folder.ts';
import { parseJsonStream } from '../../go/go.ts';
import { hashFile } from '../plan/plan.ts';
import type { GoAt, GoCommands, Records } from '../ports.ts';

/** A package that injected code brings along, and what decides its content apart from aspects and flags. */
export interface ClosurePackage {
  readonly path: string;
  readonly name: string;
  readonly imports: readonly string[];
  /** `std`, `path@version`, or '' for a package in a directory that may change: then `files` is set. */
  readonly origin: string;
  /** Absolute; '' for std. Archives record it unless -trimpath is given. */
  readonly dir: string;
  /** Hash by file name of the directory's files, for packages that may change; of those in folders below too if it embeds any. */
  readonly files: Readonly<Record<string, string>>;
  readonly embeds: boolean;
  /** Whether it holds C++, so that a binary with it is linked by the C++ compiler. */
  readonly isCxx: boolean;
  /** Absent for std. */
  readonly module?: ClosureModule;
}

/** Packages that aspects may inject, with all they import. */
export interface Closure {
  readonly packages: readonly ClosurePackage[];
  /** Packages that could not be found, with go's message. */
  readonly missing: Readonly<Record<string, string>>;
}

/** A module as go lists it. */
export interface ClosureModule {
  readonly Path: string;
  readonly Version?: string;
  readonly Main?: boolean;
  readonly Replace?: ClosureModule;
}

interface Listed {
  readonly ImportPath: string;
  readonly Name?: string;
  readonly Dir?: string;
  readonly Standard?: boolean;
  readonly Imports?: readonly string[];
  readonly ImportMap?: Readonly<Record<string, string>>;
  readonly Module?: ClosureModule;
  readonly EmbedPatterns?: readonly string[];
  readonly CXXFiles?: readonly string[];
  readonly SwigCXXFiles?: readonly string[];
  readonly Error?: { readonly Err: string };
}

export interface ClosureOptions {
  readonly go: Pick<GoCommands, 'list'>;
  readonly at: GoAt;
  readonly flags: readonly string[];
  /** What else the listing depends on: this code, go.mod, go.sum and go.work files, overlays, the toolchain, GOOS and its like. */
  readonly context: string;
  /** Paths of the modules in which a package appears when its folder does. */
  readonly ownModules: readonly string[];
  readonly records: Records;
  /** `path@version` by folder, of modules outside the module cache whose files never change. */
  readonly fixed: Readonly<Record<string, string>>;
}

/**
 * The closure of `roots`, from the weave cache while no file of its directories changed, else from `go list -deps`.
 *
 * @throws Error with go's output when go list fails as a whole
 */
export async function loadClosure(roots: readonly string[], options: ClosureOptions): Promise<Closure> {
  if (roots.length === 0) return { packages: [], missing: {} };
  const key = hashParts('closure', options.context, roots.join('\n'), options.flags.join('\n'), options.at.cwd);
  const stored = await options.records.getRecord<Closure>(key);
  if (stored && isCurrent(stored, options.ownModules)) return stored;
  const fields = 'ImportPath,Name,Dir,Standard,Imports,ImportMap,Module,EmbedPatterns,CXXFiles,SwigCXXFiles,Error';
  const args = ['-e', '-deps', `-json=${fields}`, ...options.flags, '--', ...roots];
  const listed = await options.go.list(options.at, args);
  if (listed.exitCode !== 0) throw new Error(listed.stderr.trim());
  const closure = describe(parseJsonStream<Listed>(listed.stdout), options.fixed);
  try {
    await options.records.putRecord(key, closure);
  } catch {
    // A cache that cannot be written costs the next build another listing.
  }
  return closure;
}

/** Whether a remembered closure still holds. A package that was not found may have been written meanwhile. */
function isCurrent({ packages, missing }: Closure, ownModules: readonly string[]): boolean {
  const isWrong = Object.keys(missing).some((path) => mayAppear(path, ownModules));
  return !isWrong && packages.every((p) => p.origin !== '' || sameFiles(p));
}

/**
 * Files and folders whose change makes a closure another one; undefined if a package may appear without any of them changing.
 *
 * @param moduleDirs folders of the modules in which a package appears when its folder does
 */
export function filesThatDecide({ packages, missing }: Closure, moduleDirs: readonly string[]): string[] | undefined {
  const ownModules = moduleDirs.map(modulePathOf);
  if (Object.keys(missing).some((path) => mayAppear(path, ownModules))) return undefined;
  return packages.filter((p) => p.origin === '').flatMap((p) => [p.dir, ...everythingIn(p)]);
}

function everythingIn({ dir, files, embeds }: ClosurePackage): string[] {
  const names = embeds ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : Object.keys(files);
  return names.map((name) => join(dir, name));
}

function mayAppear(path: string, ownModules: readonly string[]): boolean {
  return ownModules.some((module) => path === module || path.startsWith(`${module}/`));
}

function describe(listed: readonly Listed[], fixed: ClosureOptions['fixed']): Closure {
  const missing: Record<string, string> = {};
  const packages: ClosurePackage[] = [];
  for (const p of listed) {
    if (p.Error && !p.Dir) missing[p.ImportPath] = p.Error.Err;
    if (!p.Dir || p.ImportPath === 'unsafe') continue;
    const module = p.Module?.Replace ?? p.Module;
    // A vendored package has a version, and files that may be changed by hand.
    const isFixed = module?.Version && !p.Module?.Main && p.Dir.includes(`@${module.Version}`);
    const versioned = isFixed ? `${module.Path}@${module.Version}` : (fixed[p.Module?.Replace?.Path ?? ''] ?? '');
    const origin = p.Standard ? 'std' : versioned;
    const embeds = p.EmbedPatterns !== undefined;
    const imports = (p.Imports ?? []).map((path) => p.ImportMap?.[path] ?? path);
    packages.push({
      path: p.ImportPath,
      name: p.Name ?? '',
      imports,
      origin,
      dir: origin === 'std' ? '' : p.Dir,
      files: origin === '' ? filesOf(p.Dir, embeds) : {},
      embeds,
      isCxx: p.CXXFiles !== undefined || p.SwigCXXFiles !== undefined,
      ...(p.Module ? { module: nameOf(p.Module) } : {}),
    });
  }
  return { packages, missing };
}

/** Without folders and times. */
function nameOf({ Path, Version, Main, Replace }: ClosureModule): ClosureModule {
  return {
    Path,
    ...(Version === undefined ? {} : { Version }),
    ...(Main ? { Main } : {}),
    ...(Replace ? { Replace: nameOf(Replace) } : {}),
  };
}

/** Every file directly in the folder but tests: more than go builds from, never less. With `deep`, tests as well and all files below. */
function filesOf(dir: string, deep: boolean): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of listFiles(dir, deep)) files[name] = hashFile(join(dir, name));
  return files;
}

function listFiles(dir: string, deep: boolean): string[] {
  try {
    return readdirSync(dir, { withFileTypes: true, recursive: deep })
      .filter((entry) => !entry.isDirectory() && (deep || !/^\.|_test\.go$/.test(entry.name)))
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

/** Whether a package that may change has the files that it had. */
export function sameFiles(p: ClosurePackage): boolean {
  const now = listFiles(p.dir, p.embeds);
  const then = Object.keys(p.files);
  return now.length === then.length && now.every((name) => p.files[name] === hashFile(join(p.dir, name)));
}
