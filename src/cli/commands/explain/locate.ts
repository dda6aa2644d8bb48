import { realpathSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { type ListedPackage, listPackages } from '../../../go/list.ts';
import { badUsage, fileInNoPackage } from '../../../report/codes/cli.ts';
import type { GoFile } from '../../../rewrite/package-source.ts';
import type { WeaveRequest } from '../../../weave/weave-request.ts';
import type { PlannedView } from '../../build-view.ts';
import { compilationsOf, type ListedCompilation, requestOf } from '../../listed-request.ts';

/** A Go file with the package that it is compiled in. */
export interface Located {
  readonly request: WeaveRequest;
  readonly file: GoFile;
  /** Where the package lies, absolute. */
  readonly folder: string;
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
  const [listed] = await listPackages(['--', dirname(path)], go);
  const found = listed && compilationOf(listed, basename(path));
  if (found === undefined) return fileInNoPackage(name, listed?.Error?.Err);
  const named = found.imports.filter((each) => each !== 'C');
  const imported = named.length === 0 ? [] : await listPackages(['-find', '--', ...named], go);
  const names = new Map(imported.map(({ ImportPath, Name }) => [ImportPath, Name]));
  const build = {
    rootModule: plan.rootModule,
    goVersion: plan.goVersion,
    modules: plan.modules,
    files,
    packageName: (each: string) => names.get(each),
  };
  const request = requestOf(found, build);
  const file = request.files.find((each) => each.name === basename(path));
  return file === undefined
    ? fileInNoPackage(name, undefined)
    : { request, file, folder: dirname(path), notes: found.notes };
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
