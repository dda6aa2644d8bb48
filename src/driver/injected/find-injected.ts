import { dirname, join, resolve } from 'node:path';
import { disk, type FileView } from '../../base/file-view.ts';
import { hashParts } from '../../base/hash.ts';
import { modulePathOf } from '../../base/module-folder.ts';
import { childFlags } from '../../go/flags.ts';
import { readOverlay } from '../../go/overlay.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { goImports } from '../../lang/syntax/go-imports.ts';
import { GotsError } from '../../report/diagnostic.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { adoptedFiles, consultedPackages, injectablePackages } from '../../vocabulary/aspect-packages.ts';
import type { BuildVariables } from '../config.ts';
import { liveAspects, liveText, packageFacts } from '../plan/package-aspects.ts';
import { hashFile, type Plan } from '../plan/plan.ts';
import type { GoCommands, Records } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { type ClosurePackage, loadClosure } from './closure.ts';
import { type AspectView, Identities } from './identities.ts';
import { injectedOnly } from './injected-only.ts';
import type { Found } from './injected-packages.ts';

/** What is known when packages are looked for. */
export interface FindContext {
  readonly plan: Plan;
  readonly build: BuildVariables;
  readonly go: Pick<GoCommands, 'list'>;
  readonly records: Records;
  /** {@link Found.overlay} */
  readonly overlay: string | undefined;
}

/**
 * Finds the packages that weaving may bring in, or look at, with all they import, and what decides their content.
 *
 * @param tool the compiler that the go command uses
 * @throws Error with go's output where packages cannot be listed
 */
export async function findInjected(context: FindContext, owner: GoProcess, tool: string): Promise<Found> {
  const { plan, build, go, records, overlay: generatedOverlay } = context;
  const flags = owner.flags ? childFlags(owner.flags, 'off').filter((flag) => flag !== '-pgo=off') : [];
  const overlay = readOverlay(owner.flags?.values.get('overlay'), owner.cwd);
  // Which packages there are does not depend on what aspects say: an edited aspect costs no listing.
  const aspectFiles = new Set(plan.aspectFiles.map(({ path }) => path));
  const inputs = plan.inputs.filter(({ path }) => !aspectFiles.has(path));
  const files = inputs.map((input) => `${input.path} ${input.hash}`).join('\n');
  const goRoot = resolve(dirname(tool), '..', '..', '..');
  const toolchain = `${dirname(tool)} ${hashFile(join(goRoot, 'VERSION'))}`;
  const settings = settingsFiles(build.settings, goRoot).map(hashFile).join('\n');
  // Where modules come from shows in the packages themselves.
  const content = flags.filter((flag) => !/^-(mod|modfile|overlay)=/.test(flag));
  const environment = hashParts(plan.code, toolchain, build.archives, settings, content.join('\n'), overlay.hash);
  // Which packages there are depends on where modules come from as well; what is in them does not.
  const generated = generatedOverlay === undefined ? '' : `${generatedOverlay} ${hashFile(generatedOverlay)}`;
  const modules = [build.goWork, build.goflags, generated].join('\n');
  const roots = [...new Set(plan.aspects.flatMap(packagesBehind))].sort();
  const graphFlags = flags.filter((flag) =>
    /^-(tags|race|msan|asan|mod|modfile|overlay|compiler|installsuffix)\b/.test(flag),
  );
  const load = (paths: readonly string[]) =>
    loadClosure(paths, {
      go,
      at: owner,
      flags: injectedFlags(graphFlags, plan.injection, generatedOverlay),
      context: hashParts(environment, modules, files),
      ownModules: plan.moduleDirs.map(modulePathOf),
      records,
      fixed: plan.injection?.standIns ?? {},
    });
  const named = await load(roots);
  const extra = importsOfAdopted(plan.aspects, named, overlay.over(disk));
  const closure = extra.length === 0 ? named : await load([...roots, ...extra]);
  const usersFlags = plan.injection?.raises ? injectedFlags(graphFlags, plan.injection, generatedOverlay) : graphFlags;
  const left = await injectedOnly({ plan, go }, owner, closure, usersFlags);
  const identities = new Identities(closure, aspectView(plan, left), {
    context: environment,
    recordsPlaces: !flags.includes('-trimpath'),
    overlay,
    roots: [...roots, ...extra],
  });
  return { identities, injectedOnly: left, overlay: generatedOverlay };
}

/** Packages whose content can change what an aspect makes of a package, though that package does not import them. */
function packagesBehind(aspect: Aspect): readonly string[] {
  return [...injectablePackages(aspect), ...consultedPackages(aspect)];
}

/**
 * What files of other packages import that become part of a woven one, and their own packages do not: build constraints do not
 * count for such files.
 */
export function importsOfAdopted(
  aspects: readonly Aspect[],
  { packages }: { readonly packages: readonly { readonly path: string; readonly dir: string }[] },
  view: FileView,
): readonly string[] {
  const byPath = new Map(packages.map((p) => [p.path, p]));
  const files = new Set(
    aspects.flatMap(adoptedFiles).flatMap(({ path, file }) => {
      const dir = byPath.get(path)?.dir ?? '';
      return dir === '' ? [] : [join(dir, file)];
    }),
  );
  const imports = [...files].flatMap((file) => importsIn(file, view));
  return [...new Set(imports)].filter((path) => path !== 'C' && path !== 'unsafe' && !byPath.has(path)).sort();
}

function importsIn(file: string, view: FileView): readonly string[] {
  const bytes = view.read(file);
  try {
    return bytes === undefined ? [] : goImports({ display: file, bytes }).map(({ path }) => path);
  } catch (error) {
    // Weaving says what is wrong with it, where it is used.
    if (error instanceof GotsError) return [];
    throw error;
  }
}

/** How aspects look at packages of the closure, remembered by package. */
export function aspectView(plan: Plan, injectedOnly: ReadonlySet<string>): AspectView {
  const factsOf = (p: ClosurePackage) => packageFacts({ ...p, testMain: false }, plan);
  const live = (p: ClosurePackage) => liveAspects(plan, injectedOnly, factsOf(p));
  return {
    liveText: (p) => liveText(live(p), factsOf(p)),
    injected: (p) => live(p).flatMap(packagesBehind),
  };
}
