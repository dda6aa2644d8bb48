import type { WeaveRecord } from '../../cache/keys.ts';
import type { Span } from '../../report/diagnostic.ts';
import { parseImportPath } from '../../toolexec/argv.ts';
import type { Match, WovenPackage } from '../../weave/weave-request.ts';
import type { Archive } from '../injected/package-archive.ts';
import type { Resolver } from '../injected/resolver.ts';
import { packageFacts } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { ArchiveDeps } from './archive-deps.ts';
import type { PackageCompile } from './package-compile.ts';
import { findProfile } from './profile.ts';

/** What archives are found with. */
export interface ArchivesContext {
  readonly plan: Plan;
  readonly go: Pick<GoCommands, 'list'>;
  readonly resolver: Pick<Resolver, 'resolve'>;
  readonly deps: ArchiveDeps;
  /** Package name by import path: gets those of the archives. */
  readonly names: Map<string, string>;
}

/**
 * The archives of all that weaving makes the host import. What these in turn want linked, a main package imports as well; that is
 * not part of its record, since their identities cover it.
 */
export async function injectedArchives(
  context: ArchivesContext,
  host: PackageCompile,
  record: WeaveRecord,
  woven: WovenPackage | undefined,
): Promise<readonly Archive[]> {
  const { plan, resolver, deps, names } = context;
  const variant = parseImportPath(host.request.importPath);
  const forMain = variant.forMain ?? (host.command.packagePath === 'main' ? variant.path : undefined);
  const pgo = host.command.pgoProfile ? await findProfile(context, host.owner, forMain) : 'off';
  const direct = new Map<string, Archive>();
  const resolveOne = async (path: string): Promise<void> => {
    const archives = await resolver.resolve({
      path,
      host: packageFacts(host.facts, plan).importPath,
      job: host.job,
      owner: host.owner,
      pgo,
      span: spanOf(path, woven, plan),
    });
    const archive = archives.find((candidate) => candidate.path === path);
    if (archive) direct.set(path, archive);
  };
  let todo = [...new Set([...record.imports, ...record.pending])];
  while (todo.length > 0) {
    await Promise.all(todo.map(resolveOne));
    if (host.command.packagePath !== 'main') break;
    const wanted = [...direct.values()]
      .flatMap((archive) => deps.of(archive.file))
      .filter((dep) => dep.kind === 'relocation');
    todo = [...new Set(wanted.map((dep) => dep.path))].filter(
      (path) => !direct.has(path) && !host.importcfg.packageFiles.has(path),
    );
  }
  for (const archive of direct.values()) names.set(archive.path, archive.name);
  return [...direct.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Packages that a main package must import blank: those of its record, and those that what it injects wants linked. */
export function pendingOf(
  deps: ArchiveDeps,
  host: PackageCompile,
  record: WeaveRecord,
  archives: readonly Archive[],
): readonly string[] {
  const below = archives.flatMap((archive) => deps.of(archive.file));
  const wanted = below.filter((dep) => dep.kind === 'relocation').map((dep) => dep.path);
  const pending = new Set([...record.pending, ...wanted]);
  return [...pending].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
}

/** The aspect that brings a package in, for messages. */
function spanOf(path: string, woven: WovenPackage | undefined, { aspects }: Pick<Plan, 'aspects'>): Span | undefined {
  const applied = new Set(
    (woven?.matches ?? []).map((match: Match) => `${match.aspectSpan.file}:${match.aspectSpan.line}`),
  );
  const mentions = aspects.filter((aspect) => JSON.stringify(aspect.advice).includes(JSON.stringify(path)));
  return (mentions.find((aspect) => applied.has(`${aspect.span.file}:${aspect.span.line}`)) ?? mentions[0])?.span;
}
