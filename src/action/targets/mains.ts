import { parseJsonStream, runGo } from '../../go/go.ts';
import { goFailed } from '../../report/codes/cli.ts';

/** A package of the build, as `go list` names it. */
export interface TargetPackage {
  readonly ImportPath: string;
  readonly Name: string;
  readonly Dir: string;
}

/** A program of the build, and the file name it gets. */
export interface Main {
  readonly importPath: string;
  readonly dir: string;
  /** Unique among the programs of a build, without `.exe`. */
  readonly name: string;
}

/**
 * The packages of a build.
 *
 * @throws GotsError cli_go_failed
 */
export async function listTargetPackages(
  flags: readonly string[],
  patterns: readonly string[],
  options: { readonly go: string; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<readonly TargetPackage[]> {
  const result = await runGo(['list', '-json=ImportPath,Name,Dir', ...flags, '--', ...patterns], options);
  if (result.exitCode !== 0) goFailed('go list', result.stderr);
  return parseJsonStream<TargetPackage>(result.stdout);
}

/** The programs among packages, named as go names them; where two would have one name, more of their paths stands before it. */
export function mainsOf(packages: readonly TargetPackage[]): readonly Main[] {
  const mains = packages.filter(({ Name }) => Name === 'main');
  const name = (path: string, parts: number) => programName(path).slice(-parts).join('-');
  const parts = new Map(mains.map(({ ImportPath }) => [ImportPath, 1]));
  for (;;) {
    const clashing = mains.filter(({ ImportPath: a }) =>
      mains.some(({ ImportPath: b }) => a !== b && sameFile(name(a, parts.get(a) ?? 1), name(b, parts.get(b) ?? 1))),
    );
    const longer = clashing.filter(({ ImportPath }) => (parts.get(ImportPath) ?? 1) < programName(ImportPath).length);
    if (longer.length === 0) break;
    for (const { ImportPath } of longer) parts.set(ImportPath, (parts.get(ImportPath) ?? 1) + 1);
  }
  return mains.map(({ ImportPath, Dir }) => ({
    importPath: ImportPath,
    dir: Dir,
    name: name(ImportPath, parts.get(ImportPath) ?? 1),
  }));
}

/** Systems exist that do not tell letters from capitals in file names. */
function sameFile(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The file name, without `.exe`, that go gives to a program. */
export function goName(importPath: string): string {
  return programName(importPath).at(-1) ?? '';
}

/**
 * The elements of an import path that name a program: a last `v2` is a version, not a name.
 *
 * @see cmd/go/internal/load.DefaultExecName
 */
function programName(importPath: string): readonly string[] {
  const parts = importPath.split('/');
  return parts.length > 1 && /^v[2-9]$|^v[1-9][0-9]+$/.test(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts;
}
