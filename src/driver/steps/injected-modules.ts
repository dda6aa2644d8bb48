import { hashParts } from '../../base/hash.ts';
import { parseJsonStream, runGo } from '../../go/go.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { moduleSums } from '../../gomod/sums.ts';
import { someVersion } from '../../gomod/versions.ts';
import { extendModinfo, type ModinfoModule } from '../../toolexec/modinfo.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Session } from '../serve/session.ts';

interface ListedModule {
  readonly Path: string;
  readonly Version?: string;
  readonly Main?: boolean;
  readonly Replace?: ListedModule;
}

/**
 * The modinfo line of a binary with the modules of the injected packages in it, and gots' own build settings, so that
 * `go version -m` and vulnerability scanners see what is really there.
 *
 * @param paths import paths of the packages that were added to the link
 */
export async function extendedModinfo(
  session: Session,
  owner: GoProcess,
  quoted: string,
  paths: readonly string[],
): Promise<string> {
  const modules = await modulesOf(session, owner, paths);
  const settings = new Map([['gots.version', session.plan.version]]);
  return extendModinfo(quoted, { modules, settings });
}

async function modulesOf(
  session: Session,
  owner: GoProcess,
  paths: readonly string[],
): Promise<readonly ModinfoModule[]> {
  const key = hashParts(
    'modules-1',
    session.overlay ?? '',
    owner.cwd,
    JSON.stringify(session.plan.inputs),
    paths.join('\n'),
  );
  const known = await session.caches.weave.getRecord<readonly ModinfoModule[]>(key);
  if (known) return known;
  const given = owner.flags?.values.get('modfile');
  const own = given === undefined ? [] : [`-modfile=${given}`];
  const flags = injectedFlags(own, session.plan.injection, session.overlay);
  const result = await runGo(['list', '-e', '-json=ImportPath,Module,Standard', ...flags, '--', ...paths], {
    go: owner.go,
    cwd: owner.cwd,
    env: { ...process.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' },
    detached: true,
  });
  const listed = new Map<string, ListedModule>();
  for (const p of parseJsonStream<{ Module?: ListedModule }>(result.stdout))
    if (p.Module) listed.set(p.Module.Path, p.Module);
  const sums = moduleSums(session.plan);
  const standIns = session.plan.injection?.standIns ?? {};
  const describe = (m: ListedModule): ModinfoModule => {
    // A copy of a module is that module.
    if (m.Replace && standIns[m.Replace.Path] === `${m.Path}@${m.Version}`) {
      return { path: m.Path, version: m.Version ?? '', sum: sums.get(`${m.Path} ${m.Version}`) ?? '' };
    }
    // A hook module in a folder of this installation: its version is that of gots, and its place does not matter.
    if (m.Replace && !m.Replace.Version && m.Version === someVersion(m.Path)) {
      return { path: m.Path, version: `v${session.plan.version}`, sum: '' };
    }
    const sum = (m.Version && sums.get(`${m.Path} ${m.Version}`)) || '';
    return {
      path: m.Path,
      version: m.Version ?? '(devel)',
      sum,
      ...(m.Replace ? { replace: describe(m.Replace) } : {}),
    };
  };
  const modules = [...listed.values()]
    .filter((m) => !m.Main)
    .map(describe)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  try {
    await session.caches.weave.putRecord(key, modules);
  } catch {
    // Listed again next time.
  }
  return modules;
}
