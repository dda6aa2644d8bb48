import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { modulePathOf } from '../../base/module-folder.ts';
import { readFlags, splitQuoted } from '../../go/flags.ts';
import type { GoEnv } from '../../go/go-env.ts';
import { parseModFile } from '../../lang/modules/mod-file.ts';

/** Which module a build is about. */
export interface BuildPlace {
  /** Folder of the main module; in the root of a workspace, of the first member that is named. */
  readonly moduleDir: string;
  /** Folders whose configuration counts. */
  readonly configDirs: readonly string[];
}

/**
 * The module that a go command is about: that of its folder. The root of a workspace is in no module; there it is the members that the
 * packages of the command line belong to, or all of them where none is named.
 *
 * @param goArgs arguments of the go command, [] for any
 * @returns undefined outside of modules and workspaces
 */
export function buildPlace(
  goEnv: Pick<GoEnv, 'goMod' | 'goWork' | 'goflags'>,
  cwd: string,
  goArgs: readonly string[],
): BuildPlace | undefined {
  if (goEnv.goMod !== '') {
    const moduleDir = dirname(goEnv.goMod);
    return { moduleDir, configDirs: [moduleDir] };
  }
  if (goEnv.goWork === '') return undefined;
  const { chdir, packages } = readFlags(goArgs, splitQuoted(goEnv.goflags));
  const from = chdir === undefined ? cwd : resolve(cwd, chdir);
  const members = membersOf(goEnv.goWork);
  const named = members.filter((dir) => packages.some((pattern) => isAbout(pattern, dir, from)));
  const configDirs = named.length > 0 ? named : members;
  const [moduleDir] = configDirs;
  return moduleDir === undefined ? undefined : { moduleDir, configDirs };
}

/** Folders of the modules of a workspace. */
function membersOf(goWork: string): readonly string[] {
  const { uses } = parseModFile(readFileSync(goWork, 'utf8'));
  return uses.map((dir) => resolve(dirname(goWork), dir)).filter((dir) => existsSync(join(dir, 'go.mod')));
}

/** Whether a package pattern names packages of the module in a folder. */
function isAbout(pattern: string, dir: string, cwd: string): boolean {
  const isTree = /(^|\/)\.\.\.$/.test(pattern);
  const base = pattern.replace(/\/?\.\.\.$/, '');
  if (/^(\.{1,2}(\/|$)|\/)/.test(pattern) || pattern.endsWith('.go')) {
    const place = resolve(cwd, pattern.endsWith('.go') ? dirname(pattern) : base);
    return isBelow(dir, place) || (isTree && isBelow(place, dir));
  }
  const module = modulePathOf(dir);
  return base === module || base.startsWith(`${module}/`) || (isTree && (base === '' || module.startsWith(`${base}/`)));
}

function isBelow(dir: string, place: string): boolean {
  const name = relative(dir, place);
  return name === '' || !(name === '..' || name.startsWith('../'));
}
