import { join } from 'node:path';
import type { FileView } from '../base/file-view.ts';
import { weaverVersion } from '../driver/plan/plan.ts';
import type { ListedPackage } from '../go/list.ts';
import { type ModuleTable, moduleOf } from '../gomod/module-table.ts';
import { goFileGone } from '../report/codes/cli.ts';
import type { GoFile } from '../rewrite/package-source.ts';
import type { WeaveRequest } from '../weave/weave-request.ts';

/** Files of a folder that are compiled together. */
export interface ListedCompilation {
  readonly listed: ListedPackage;
  readonly files: readonly string[];
  readonly imports: readonly string[];
  /** The tests of a package that are a package of their own, `p_test`. */
  readonly external: boolean;
}

/** What go compiles in a folder: the package, with its tests where they are asked for, and its external tests. */
export function compilationsOf(listed: ListedPackage, withTests: boolean): ListedCompilation[] {
  const { GoFiles = [], CgoFiles = [], TestGoFiles = [], XTestGoFiles = [] } = listed;
  const { Imports = [], TestImports = [], XTestImports = [] } = listed;
  const tests = withTests ? TestGoFiles : [];
  const own: ListedCompilation = {
    listed,
    files: [...GoFiles, ...CgoFiles, ...tests],
    imports: [...new Set([...Imports, ...(withTests ? TestImports : [])])],
    external: false,
  };
  if (!withTests || XTestGoFiles.length === 0) return [own];
  return [own, { listed, files: XTestGoFiles, imports: XTestImports, external: true }];
}

/** What a build knows besides the package. */
export interface BuildFacts {
  readonly rootModule: string | undefined;
  readonly goVersion: string;
  /** What the compiler would be given. */
  readonly files: FileView;
  /** Which module holds a package; undefined where no aspect asks for versions. */
  readonly modules: ModuleTable | undefined;
  readonly packageName: WeaveRequest['packageName'];
}

/** The facts of a compilation, without reading its files. */
export function factsOf(
  { listed, imports, external }: ListedCompilation,
  build: Omit<BuildFacts, 'packageName'>,
): WeaveRequest['facts'] {
  const { ImportPath, Module: module, Name } = listed;
  const suffix = external ? '_test' : '';
  return {
    importPath: `${ImportPath}${suffix}`,
    imports: new Set(imports),
    testMain: false,
    rootModule: build.rootModule,
    module: build.modules
      ? moduleOf(build.modules, ImportPath)
      : module && { path: module.Path, version: versionOf(module) },
    goVersion: build.goVersion,
    name: Name === undefined ? undefined : `${Name}${suffix}`,
  };
}

function versionOf({ Main, Version = '', Replace }: NonNullable<ListedPackage['Module']>): string {
  return Main ? '' : Replace ? (Replace.Version ?? '') : Version;
}

/** As the weaver wants it; files are named as in their folder. */
export function requestOf(compilation: ListedCompilation, build: BuildFacts): WeaveRequest {
  const { listed, files } = compilation;
  const read = (name: string): GoFile => {
    const path = join(listed.Dir ?? '', name);
    return { name, bytes: build.files.read(path) ?? goFileGone(path) };
  };
  const facts = factsOf(compilation, build);
  return { facts, files: files.map(read), packageName: build.packageName, weaverVersion };
}
