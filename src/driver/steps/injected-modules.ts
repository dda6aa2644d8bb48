import { hashParts } from '../../base/hash.ts';
import { parseJsonStream } from '../../go/go.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { moduleSums } from '../../gomod/sums.ts';
import { someVersion } from '../../gomod/versions.ts';
import { extendModinfo, type ModinfoModule } from '../../toolexec/modinfo.ts';
import type { ClosureModule } from '../injected/closure.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands, Records } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';

/** What it works with. */
export interface ModulesContext {
  readonly plan: Plan;
  readonly go: Pick<GoCommands, 'list'>;
  readonly records: Records;
  readonly injected: Pick<InjectedPackages, 'identities' | 'overlay'>;
}

/**
 * The modinfo line of a binary with the modules of the injected packages in it, and gots' own build settings, so that
 * `go version -m` and vulnerability scanners see what is really there.
 *
 * @param paths import paths of the packages that were added to the link
 */
export async function extendedModinfo(
  context: ModulesContext,
  owner: GoProcess,
  quoted: string,
  paths: readonly string[],
): Promise<string> {
  const modules = await modulesOf(context, owner, paths);
  const settings = new Map([['gots.version', context.plan.version]]);
  return extendModinfo(quoted, { modules, settings });
}

async function modulesOf(
  context: ModulesContext,
  owner: GoProcess,
  paths: readonly string[],
): Promise<readonly ModinfoModule[]> {
  const { plan, injected } = context;
  const listed = new Map<string, ClosureModule>();
  for (const module of knownModules(paths, injected) ?? (await listModules(context, owner, paths)))
    listed.set(module.Path, module);
  const sums = moduleSums(plan.moduleDirs, plan.injection?.sums);
  const standIns = plan.injection?.standIns ?? {};
  const describe = (m: ClosureModule): ModinfoModule => {
    // A copy of a module is that module.
    if (m.Replace && standIns[m.Replace.Path] === `${m.Path}@${m.Version}`) {
      return { path: m.Path, version: m.Version ?? '', sum: sums.get(`${m.Path} ${m.Version}`) ?? '' };
    }
    // A hook module in a folder of this installation: its version is that of gots, and its place does not matter.
    if (m.Replace && !m.Replace.Version && m.Version === someVersion(m.Path)) {
      return { path: m.Path, version: `v${plan.version}`, sum: '' };
    }
    const sum = (m.Version && sums.get(`${m.Path} ${m.Version}`)) || '';
    return {
      path: m.Path,
      version: m.Version ?? '(devel)',
      sum,
      ...(m.Replace ? { replace: describe(m.Replace) } : {}),
    };
  };
  return [...listed.values()]
    .filter((m) => !m.Main)
    .map(describe)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The modules of packages, as the handshake found them; undefined if one of the packages was not looked for. */
function knownModules(
  paths: readonly string[],
  { identities }: ModulesContext['injected'],
): readonly ClosureModule[] | undefined {
  const packages = paths.map((path) => identities.listed(path));
  if (packages.includes(undefined)) return undefined;
  return packages.flatMap((p) => p?.module ?? []);
}

/** The modules of packages, as go tells them. */
async function listModules(
  { plan, go, records, injected }: ModulesContext,
  owner: GoProcess,
  paths: readonly string[],
): Promise<readonly ClosureModule[]> {
  const { overlay } = injected;
  const key = hashParts('modules-2', overlay ?? '', owner.cwd, JSON.stringify(plan.inputs), paths.join('\n'));
  const known = await records.getRecord<readonly ClosureModule[]>(key);
  if (known) return known;
  const given = owner.flags?.values.get('modfile');
  const own = given === undefined ? [] : [`-modfile=${given}`];
  const flags = injectedFlags(own, plan.injection, overlay);
  const result = await go.list(owner, ['-e', '-json=ImportPath,Module,Standard', ...flags, '--', ...paths]);
  const modules = parseJsonStream<{ Module?: ClosureModule }>(result.stdout).flatMap((p) => p.Module ?? []);
  try {
    await records.putRecord(key, modules);
  } catch {
    // Listed again next time.
  }
  return modules;
}
