import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { weaverVersion } from '../../../build/plan.ts';
import type { GoEnv } from '../../../go/go-env.ts';
import { type ListedPackage, listPackages } from '../../../go/list.ts';
import { badUsage, fileInNoPackage } from '../../../report/codes/cli.ts';
import type { GoFile, WeaveRequest } from '../../../weave/weave-request.ts';
import type { CommandContext } from '../../context.ts';

/** A Go file with the package that it is compiled in. */
export interface Located {
  readonly request: WeaveRequest;
  readonly file: GoFile;
  /** What else is to be known of the file. */
  readonly notes: readonly string[];
}

/**
 * Finds the package of a file, in the main module, a dependency or the standard library, as go sees it from the working directory.
 *
 * @throws GotsError cli_usage, cli_file_in_no_package, cli_go_failed
 */
export async function locate(name: string, goEnv: GoEnv, context: CommandContext): Promise<Located> {
  const path = realPath(resolve(context.cwd, name), name);
  const go = { go: context.go, cwd: dirname(goEnv.goMod), env: context.env };
  const [listed] = await listPackages(['--', dirname(path)], go);
  const group = listed && groupOf(listed, basename(path));
  if (listed === undefined || group === undefined) return fileInNoPackage(name, listed?.Error?.Err);
  const [root] = await listPackages(['-find', '--', '.'], go);
  const imports = [...new Set(group.imports)];
  const named = imports.filter((each) => each !== 'C');
  const names = new Map(
    (named.length === 0 ? [] : await listPackages(['-find', '--', ...named], go)).map(
      ({ ImportPath, Name }) => [ImportPath, Name] as const,
    ),
  );
  const files = group.files.map((each) => ({ name: each, bytes: readFileSync(join(dirname(path), each)) }));
  const file = files.find((each) => each.name === basename(path));
  if (file === undefined) return fileInNoPackage(name, undefined);
  const { Module: module } = listed;
  const facts = {
    importPath: `${listed.ImportPath}${group.external ? '_test' : ''}`,
    imports: new Set(imports),
    testMain: false,
    rootModule: root?.Module?.Path,
    module: module && { path: module.Path, version: module.Main ? '' : (module.Version ?? '') },
    goVersion: goEnv.version,
    name: `${listed.Name ?? ''}${group.external ? '_test' : ''}` || undefined,
  };
  return { request: { facts, files, packageName: (each) => names.get(each), weaverVersion }, file, notes: group.notes };
}

interface Group {
  readonly files: readonly string[];
  readonly imports: readonly string[];
  readonly external: boolean;
  readonly notes: readonly string[];
}

/** The compilation that a file of a folder belongs to; undefined where it belongs to none. */
function groupOf(listed: ListedPackage, name: string): Group | undefined {
  const { GoFiles = [], CgoFiles = [], IgnoredGoFiles = [], TestGoFiles = [], XTestGoFiles = [] } = listed;
  const { Imports = [], TestImports = [], XTestImports = [] } = listed;
  const own = { files: [...GoFiles, ...CgoFiles], imports: Imports, external: false };
  if (CgoFiles.includes(name)) return { ...own, notes: ['the compiler gets what cgo makes of this file'] };
  if (GoFiles.includes(name)) return { ...own, notes: [] };
  const notes = ['this file is compiled in tests only'];
  if (TestGoFiles.includes(name)) {
    return { files: [...own.files, ...TestGoFiles], imports: [...Imports, ...TestImports], external: false, notes };
  }
  if (XTestGoFiles.includes(name)) return { files: XTestGoFiles, imports: XTestImports, external: true, notes };
  if (!IgnoredGoFiles.includes(name)) return undefined;
  return {
    ...own,
    files: [...own.files, name],
    notes: ['build constraints leave this file out, so it is never woven here'],
  };
}

function realPath(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch {
    return badUsage(`cannot read ${name}`, 'gots explain FILE:LINE');
  }
}
