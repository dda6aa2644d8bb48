import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { GoOptions } from '../../../go/go.ts';
import { type ListedPackage, listPackages } from '../../../go/list.ts';
import { badUsage, fileInNoPackage } from '../../../report/codes/cli.ts';
import type { GoFile } from '../../../rewrite/package-source.ts';
import type { WeaveRequest } from '../../../weave/weave-request.ts';
import type { PlannedView } from '../../build-view.ts';
import { importsOfFiles, withImports } from '../../listed-imports.ts';
import { compilationsOf, type ListedCompilation, requestOf } from '../../listed-request.ts';

/** A Go file with the package that it is compiled in. */
export interface Located {
  readonly request: WeaveRequest;
  readonly file: GoFile;
  /** Where the package lies, absolute. */
  readonly folder: string;
  /** The package and those that it imports, as far as go finds them. */
  readonly near: readonly ListedPackage[];
  /** What else is to be known of the file. */
  readonly notes: readonly string[];
}

/**
 * Finds the package of a file, in the main module, a dependency or the standard library, as go sees it from the working directory.
 *
 * @throws GotsError cli_usage, cli_file_in_no_package, cli_go_failed
 */
export async function locate(name: string, view: PlannedView): Promise<Located> {
  const { context, moduleDir, plan, overlay, files } = view;
  const asked = resolve(context.cwd, name);
  const path = overlay.names(asked) ? asked : realPath(asked, name);
  const go = { go: context.go, cwd: moduleDir, env: context.env };
  const { listed, imported } = await look(dirname(path), view, go);
  const found = listed && compilationOf(listed, basename(path));
  if (found === undefined) return fileInNoPackage(name, listed?.Error?.Err);
  const build = {
    rootModule: plan.rootModule,
    goVersion: plan.goVersion,
    modules: plan.modules,
    files,
    packageName: (each: string) => imported.get(each)?.Name,
  };
  const request = requestOf(found, build);
  const file = request.files.find((each) => each.name === basename(path));
  const near = [found.listed, ...found.imports.flatMap((each) => imported.get(each) ?? [])];
  return file === undefined
    ? fileInNoPackage(name, undefined)
    : { request, file, folder: dirname(path), near, notes: found.notes };
}

interface Found {
  readonly listed: ListedPackage | undefined;
  /** What it imports, by import path. */
  readonly imported: ReadonlyMap<string, ListedPackage>;
}

/** Asks go about the package in a folder and what it imports: once, where the imports can be told without it. */
async function look(folder: string, { files, goEnv }: PlannedView, go: GoOptions): Promise<Found> {
  const sources = files.list(folder).filter((name) => name.endsWith('.go'));
  const mentioned = sources.flatMap((name) => importsOfFiles([join(folder, name)], files) ?? []);
  // With -mod=mod go would look everywhere for what files import that are not compiled here.
  const guessed = /-mod=mod/.test(goEnv.goflags) ? [] : [...new Set(mentioned)].filter(isImportPath);
  const [first, ...others] = await listPackages(['-find', '--', folder, ...guessed], go);
  const own = first && withImports(first, files);
  const [listed] = own ? [own] : await listPackages(['--', folder], go);
  const imports = listed === undefined ? [] : compilationsOf(listed, true).flatMap((each) => each.imports);
  const known = new Set(others.map(({ ImportPath }) => ImportPath));
  const open = [...new Set(imports)].filter((path) => path !== 'C' && !known.has(path));
  const more = open.length === 0 ? [] : await listPackages(['-find', '--', ...open], go);
  return { listed, imported: new Map([...others, ...more].map((each) => [each.ImportPath, each])) };
}

/** Not what go takes for a pattern. */
function isImportPath(path: string): boolean {
  return /^[\w~+-][\w~+./-]*$/.test(path) && !/^(C|all|std|cmd|tool|work|main)$|\.\.\./.test(path);
}

/** The compilation that a file of a folder belongs to; undefined where it belongs to none. */
function compilationOf(listed: ListedPackage, name: string): (ListedCompilation & { notes: string[] }) | undefined {
  const { CgoFiles = [], IgnoredGoFiles = [] } = listed;
  const [own] = compilationsOf(listed, false);
  if (own?.files.includes(name)) {
    return { ...own, notes: CgoFiles.includes(name) ? ['the compiler gets what cgo makes of this file'] : [] };
  }
  const inTest = compilationsOf(listed, true).find(({ files }) => files.includes(name));
  if (inTest) return { ...inTest, notes: ['this file is compiled in tests only'] };
  if (own === undefined || !IgnoredGoFiles.includes(name)) return undefined;
  const notes = ['build constraints leave this file out, so it is never woven here'];
  return { ...own, files: [...own.files, name], notes };
}

function realPath(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch {
    return badUsage(`cannot read ${name}`, 'gots explain FILE:LINE');
  }
}
