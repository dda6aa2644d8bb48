import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bazelArchiveMissing, bazelPackageDiffers } from '../../report/codes/bazel.ts';
import { archiveLinks } from '../../toolexec/fingerprints.ts';
import { ArchiveDeps } from '../steps/archive-deps.ts';
import { archiveOf, type BazelPlan } from './bazel-plan.ts';
import type { BuilderContext } from './builder-context.ts';
import { type BuilderFlags, readArchive } from './params.ts';

/**
 * Where the standard library's archives are, and with them those of injected packages; absolute.
 *
 * @throws GotsError bazel_flag_missing
 */
export function archivesFolder(flags: BuilderFlags, { cwd, env }: Pick<BuilderContext, 'cwd' | 'env'>): string {
  const goroot = flags.value('goroot') || env['GOROOT'] || flags.need('goroot');
  return resolve(cwd, goroot, 'pkg', flags.need('installsuffix'));
}

/**
 * The arguments of a link with the archives of all that weaving makes the program need, and that no import statement of its own leads to.
 *
 * @param args behind the verb
 * @throws GotsError bazel_archive_missing, bazel_package_differs, link_deps_unreadable
 */
export function linkArguments(
  args: readonly string[],
  flags: BuilderFlags,
  plan: BazelPlan,
  context: Pick<BuilderContext, 'cwd' | 'env'>,
): readonly string[] {
  const folder = archivesFolder(flags, context);
  const own = new Map(
    flags
      .values('arc')
      .map(readArchive)
      .map(({ packagePath, file }) => [packagePath, resolve(context.cwd, file)]),
  );
  const main = resolve(context.cwd, flags.need('main'));
  const std = readFileSync(resolve(context.cwd, flags.need('package_list')), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const added = closureOf(plan, { folder, own, std: new Set(std.filter((line) => line !== '')), main });
  checkInterfaces(plan, added, own);
  const words = [...added].flatMap(([path, file]) => ['-arc', `gots=${path}=${file}`]);
  const end = args.indexOf('--');
  return end < 0 ? [...args, ...words] : [...args.slice(0, end), ...words, ...args.slice(end)];
}

interface Present {
  readonly folder: string;
  readonly own: ReadonlyMap<string, string>;
  readonly std: ReadonlySet<string>;
  readonly main: string;
}

/** Archives that the link lacks, by path: what archives want linked, and what these import. */
function closureOf(plan: BazelPlan, { folder, own, std, main }: Present): ReadonlyMap<string, string> {
  const deps = new ArchiveDeps('/dev/null');
  const packages = new Map(plan.packages.map((each) => [each.path, each]));
  const added = new Map<string, string>();
  const files = [main, ...own.values(), ...[...std].map((path) => archiveOf(folder, path))];
  const todo = files.flatMap((file) => deps.of(file)).map(({ path }) => path);
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (own.has(path) || std.has(path) || added.has(path)) continue;
    const file = archiveOf(folder, path);
    if (!existsSync(file)) bazelArchiveMissing(path, 'this program', folder);
    added.set(path, file);
    todo.push(...(packages.get(path)?.imports ?? []), ...deps.of(file).map((dep) => dep.path));
  }
  return new Map([...added].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Go links a package only with the interfaces that it was compiled against. Where the program has a package of the plan itself, these may differ. */
function checkInterfaces(plan: BazelPlan, added: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>): void {
  const twice = new Map<string, string | undefined>();
  for (const { path } of plan.packages) {
    const file = own.get(path);
    if (file !== undefined) twice.set(path, archiveLinks(readFileSync(file))?.fingerprint);
  }
  if (twice.size === 0) return;
  for (const [user, file] of added) {
    for (const [path, wanted] of archiveLinks(readFileSync(file))?.imports ?? []) {
      const held = twice.get(path);
      if (held !== undefined && held !== wanted) bazelPackageDiffers(path, user);
    }
  }
}
