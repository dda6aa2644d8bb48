import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { disk, type FileView } from '../../base/file-view.ts';
import { hashParts } from '../../base/hash.ts';
import { moduleDirOf, modulePathOf } from '../../base/module-folder.ts';
import { childFlags, readFlags, splitQuoted } from '../../go/flags.ts';
import { readOverlay } from '../../go/overlay.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { coversAll, joinedOverlay } from '../../gomod/joined-overlay.ts';
import { goImports } from '../../lang/syntax/go-imports.ts';
import { planStale, sharedLibraries } from '../../report/codes/build.ts';
import { overlayLost } from '../../report/codes/modules.ts';
import { GotsError } from '../../report/diagnostic.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import { adoptedFiles, consultedPackages, injectablePackages } from '../../vocabulary/aspect-packages.ts';
import { type Closure, type ClosurePackage, loadClosure } from '../injected/closure.ts';
import { type AspectView, Identities } from '../injected/identities.ts';
import { injectedOnly } from '../injected/injected-only.ts';
import { hashFile, type Plan, staleInput } from '../plan/plan.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { aspectsText, liveAspects, liveText, packageFacts, type Session } from '../serve/session.ts';
import type { HelloRequest, SaltRequest } from './protocol.ts';

/**
 * Environment that decides what archives hold, besides flags.
 *
 * @see cmd/go/internal/work/exec.go, buildActionID, and internal/cfg (Go 1.24 to 1.27)
 */
const buildVariables = [
  'GOOS GOARCH GOAMD64 GOARM64 GOARM GO386 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT GOFIPS140',
  'CGO_ENABLED CC CXX FC AR GCCGO PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR',
  'CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS',
  'GOCLOBBERDEADHASH GOSSAFUNC GOSSADIR GOCOMPILEDEBUG',
  // The user's own -toolexec stands between the compiler and us.
  'GOTS_TOOLEXEC',
].flatMap((names) => names.split(' '));

/**
 * The shim has shown itself: from here on this go command weaves, if it is one of ours.
 *
 * @throws GotsError build_plan_stale
 */
export async function hello(session: Session, owner: GoProcess, request: HelloRequest | SaltRequest): Promise<void> {
  if (owner.mode !== 'unknown') return;
  const { plan, log } = session;
  owner.flags = readFlags(request.goArgv.slice(1), splitQuoted(process.env['GOFLAGS'] ?? ''));
  owner.cwd = logicalCwd(request);
  owner.go = goBeside(request.tool);
  const reason = foreign(session, owner);
  if (reason !== undefined) {
    owner.mode = 'plain';
    // What a go command below another one prints is read by the program that started it.
    if (!session.nested) log.warn(`not weaving: ${reason}`);
    return;
  }
  const stale = staleInput(plan);
  if (stale !== undefined) {
    owner.mode = 'failed';
    planStale(stale);
  }
  const installed = installedPackages(owner);
  if (installed !== undefined) {
    owner.mode = 'failed';
    sharedLibraries(installed);
  }
  if (owner.token === '') session.overlay = overlayFor(session, owner, request.goArgv.slice(1));
  session.identities ??= await makeIdentities(session, owner, request);
  // The report lists what came from the cache as well, so it wants every package looked at.
  if (owner.token === '' && !session.report) {
    session.lastBuild.validate(hashParts(linkSalt(session), plan.rootModule, plan.moduleDirs.join('\n')));
  }
  owner.mode = 'weaving';
}

/** Why this command is none of ours, or undefined (build-protocol G5). */
function foreign(session: Session, owner: GoProcess): string | undefined {
  if (session.nested) return 'a go command below another one; GOTS_NESTED=1 weaves these as well';
  const versioned = owner.flags?.packages.find((name) => /^[^/.][^@]*@/.test(name));
  if (versioned !== undefined) return `${versioned} is built outside the module`;
  const dir = moduleDirOf(owner.cwd);
  if (isInWorkspaceOnly(session.plan, owner.cwd, dir)) return undefined;
  if (dir === undefined) return `${owner.cwd} is in no module`;
  if (session.plan.moduleDirs.includes(dir)) return undefined;
  return `${dir} is another module than ${session.plan.moduleDirs[0]}`;
}

/** The root of a workspace, and folders below it that are in none of its modules. */
function isInWorkspaceOnly({ workDir }: Plan, cwd: string, moduleDir: string | undefined): boolean {
  if (workDir === '' || (moduleDir !== undefined && isBelow(workDir, moduleDir))) return false;
  try {
    return isBelow(workDir, realpathSync(cwd));
  } catch {
    return false;
  }
}

function isBelow(dir: string, place: string): boolean {
  return place === dir || place.startsWith(`${dir}/`);
}

/**
 * The overlay with which go commands that find injected packages run.
 *
 * @throws GotsError modules_overlay_lost
 */
function overlayFor({ plan }: Session, owner: GoProcess, argv: readonly string[]): string | undefined {
  const { injection } = plan;
  if (!injection) return undefined;
  const own = owner.flags?.values.get('overlay');
  const onCommandLine = readFlags(argv, []).values.get('overlay');
  if (injection.raises && onCommandLine !== undefined && !coversAll(onCommandLine, injection.entries, owner.cwd)) {
    owner.mode = 'failed';
    overlayLost(onCommandLine);
  }
  return joinedOverlay(injection, own, owner.cwd, plan.cacheDir);
}

/** What makes go take packages from where they are installed: it never asks a cache for those (build-protocol A6). */
function installedPackages(owner: GoProcess): string | undefined {
  if (owner.flags?.values.get('linkshared') === 'true') return '-linkshared';
  if (owner.flags?.values.get('buildmode') === 'shared') return '-buildmode=shared';
  const { GODEBUG = '' } = process.env;
  return GODEBUG.split(',').includes('installgoroot=all') ? 'GODEBUG=installgoroot=all' : undefined;
}

/** $PWD if it names the same folder: go resolves relative patterns against it (build-protocol G4). */
function logicalCwd(request: HelloRequest | SaltRequest): string {
  try {
    return request.pwd !== '' && realpathSync(request.pwd) === realpathSync(request.cwd) ? request.pwd : request.cwd;
  } catch {
    return request.cwd;
  }
}

/** The go command of the toolchain a tool belongs to: `GOROOT/pkg/tool/<os_arch>/compile` → `GOROOT/bin/go`. */
function goBeside(tool: string): string {
  const go = join(dirname(tool), '..', '..', '..', 'bin', process.platform === 'win32' ? 'go.exe' : 'go');
  return existsSync(go) ? resolve(go) : 'go';
}

async function makeIdentities(
  session: Session,
  owner: GoProcess,
  request: HelloRequest | SaltRequest,
): Promise<Identities> {
  const { plan, caches } = session;
  const flags = owner.flags ? childFlags(owner.flags, 'off').filter((flag) => flag !== '-pgo=off') : [];
  const overlay = readOverlay(owner.flags?.values.get('overlay'), owner.cwd);
  const environment = buildVariables.map((name) => `${name}=${process.env[name] ?? ''}`).join('\n');
  // Which packages there are does not depend on what aspects say: an edited aspect costs no listing.
  const aspectFiles = new Set(plan.aspectFiles.map(({ path }) => path));
  const inputs = plan.inputs.filter(({ path }) => !aspectFiles.has(path));
  const files = inputs.map((input) => `${input.path} ${input.hash}`).join('\n');
  const goRoot = resolve(dirname(request.tool), '..', '..', '..');
  const toolchain = `${dirname(request.tool)} ${hashFile(join(goRoot, 'VERSION'))}`;
  const settings = settingsFiles(process.env, goRoot).map(hashFile).join('\n');
  // Where modules come from shows in the packages themselves.
  const content = flags.filter((flag) => !/^-(mod|modfile|overlay)=/.test(flag));
  const context = hashParts(plan.code, toolchain, environment, settings, content.join('\n'), overlay.hash);
  // Which packages there are depends on where modules come from as well; what is in them does not.
  const generated = session.overlay === undefined ? '' : `${session.overlay} ${hashFile(session.overlay)}`;
  const modules = [process.env['GOWORK'], process.env['GOFLAGS'], generated].join('\n');
  const roots = [...new Set(plan.aspects.flatMap(packagesBehind))].sort();
  const env = { ...process.env };
  const graphFlags = flags.filter((flag) =>
    /^-(tags|race|msan|asan|mod|modfile|overlay|compiler|installsuffix)\b/.test(flag),
  );
  const load = (paths: readonly string[]) =>
    loadClosure(paths, {
      go: owner.go,
      cwd: owner.cwd,
      env,
      flags: injectedFlags(graphFlags, plan.injection, session.overlay),
      context: hashParts(context, modules, files),
      ownModules: plan.moduleDirs.map(modulePathOf),
      cache: caches.weave,
      fixed: plan.injection?.standIns ?? {},
    });
  const named = await load(roots);
  const extra = importsOfFiles(plan.aspects, named, overlay.over(disk));
  const closure = extra.length === 0 ? named : await load([...roots, ...extra]);
  const usersFlags = plan.injection?.raises ? injectedFlags(graphFlags, plan.injection, session.overlay) : graphFlags;
  session.injectedOnly = await injectedOnly(session, owner, closure, usersFlags);
  return new Identities(closure, aspectView(session), {
    context,
    recordsPlaces: !flags.includes('-trimpath'),
    overlay,
    roots: [...roots, ...extra],
  });
}

/** Packages whose content can change what an aspect makes of a package, though that package does not import them. */
function packagesBehind(aspect: Aspect): readonly string[] {
  return [...injectablePackages(aspect), ...consultedPackages(aspect)];
}

/**
 * What files of other packages import that become part of a woven one, and their own packages do not: build constraints do not
 * count for such files.
 */
function importsOfFiles(aspects: readonly Aspect[], { packages }: Closure, view: FileView): readonly string[] {
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
export function aspectView(session: Session): AspectView {
  const { plan } = session;
  const factsOf = (p: ClosurePackage) => packageFacts({ ...p, testMain: false }, plan);
  const live = (p: ClosurePackage) => liveAspects(session, factsOf(p));
  return {
    liveText: (p) => liveText(live(p), factsOf(p)),
    injected: (p) => live(p).flatMap(packagesBehind),
  };
}

/** What `link -V=full` is salted with: whatever can change a woven program without changing an action id (build-protocol A1). */
export function linkSalt(session: Session): string {
  const { plan, identities } = session;
  const ids = (identities?.roots ?? []).map((path) => identities?.of(path) ?? '');
  const versions = plan.modules === undefined ? '' : JSON.stringify(plan.modules.versions);
  const left = [...session.injectedOnly].sort().join(' ');
  const parts = [plan.code, aspectsText(plan.aspects), versions, ids.join('\n'), injectedText(plan), left];
  return hashParts(...parts).slice(0, 32);
}

/** What of the generated files reaches a binary: versions and language levels, not where the modules lie. */
function injectedText({ injection, added }: Plan): string {
  if (!injection) return '';
  return [JSON.stringify(injection.languages), ...added.map(({ path, version }) => `${path} ${version}`)].join('\n');
}
