import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { holdsGo, moduleDirOf, modulePathOf } from '../../base/module-folder.ts';
import { parseJsonStream } from '../../go/go.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';

/** What a profile is found with. */
export interface ProfileContext {
  readonly go: Pick<GoCommands, 'list'>;
  readonly plan: Pick<Plan, 'moduleDirs'>;
}

const profileName = 'default.pgo';

const found = new WeakMap<GoProcess, Map<string, Promise<string>>>();

/**
 * The profile that cmd/go uses for a package compiled with -pgoprofile: the one named by -pgo, or default.pgo beside the
 * main package (build-protocol D2: a child's `go list` would not find it).
 *
 * @param forMain import path of the main package that the package is compiled or linked for; undefined when the build has one profile
 * @returns absolute path, or 'off' if there is none
 */
export function findProfile(
  { go, plan }: ProfileContext,
  owner: GoProcess,
  forMain: string | undefined,
): Promise<string> {
  const known = found.get(owner) ?? new Map<string, Promise<string>>();
  found.set(owner, known);
  const key = forMain ?? '';
  let profile = known.get(key);
  if (!profile) {
    profile = search({ go, plan }, owner, forMain);
    known.set(key, profile);
  }
  return profile;
}

async function search({ go, plan }: ProfileContext, owner: GoProcess, forMain: string | undefined): Promise<string> {
  const named = owner.flags?.values.get('pgo');
  if (named !== undefined && named !== 'auto') return named === 'off' ? 'off' : resolve(owner.cwd, named);
  // Files on the command line make a package that no pattern names.
  const hasPath = forMain !== undefined && forMain !== 'command-line-arguments';
  const patterns = hasPath ? [forMain] : (owner.flags?.packages ?? []);
  const folder = hasPath ? folderOf(forMain, plan.moduleDirs) : folderOfFiles(patterns, owner.cwd);
  // Most programs have none: then go is not asked where the package lies, each time that it is linked.
  if (folder !== undefined && !existsSync(join(folder, profileName))) return 'off';
  const result = await go.list(owner, ['-e', '-json=Dir,Name', '--', ...patterns]);
  const mains = parseJsonStream<{ Dir?: string; Name?: string }>(result.stdout).filter(
    (p) => p.Name === 'main' && p.Dir,
  );
  const profiles = mains.map((p) => join(p.Dir as string, profileName)).filter((file) => existsSync(file));
  return profiles[0] ?? 'off';
}

/** The folder of a package of the main modules; undefined where it takes the go command to tell. */
function folderOf(importPath: string, moduleDirs: readonly string[]): string | undefined {
  const holds = (module: string) => importPath === module || importPath.startsWith(`${module}/`);
  const modules = moduleDirs.map((dir) => ({ dir, path: modulePathOf(dir) })).filter(({ path }) => holds(path));
  const [module] = modules.sort((a, b) => b.path.length - a.path.length);
  if (!module) return undefined;
  const folder = join(module.dir, importPath.slice(module.path.length));
  // A module of its own below, or of the module cache, may hold the package.
  return holdsGo(folder) && moduleDirOf(folder) === module.dir ? folder : undefined;
}

/** The folder of files that were named on the command line. */
function folderOfFiles(patterns: readonly string[], cwd: string): string | undefined {
  const [first] = patterns;
  return first?.endsWith('.go') ? dirname(resolve(cwd, first)) : undefined;
}
