import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import type { Log } from '../../base/log.ts';
import { moduleDirOf } from '../../base/module-folder.ts';
import type { LastBuild } from '../../cache/last-build.ts';
import { readFlags, splitQuoted } from '../../go/flags.ts';
import { coversAll, joinedOverlay } from '../../gomod/joined-overlay.ts';
import { planStale, sharedLibraries } from '../../report/codes/build.ts';
import { overlayLost } from '../../report/codes/modules.ts';
import type { BuildVariables } from '../config.ts';
import { findInjected } from '../injected/find-injected.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import { type Plan, staleInput } from '../plan/plan.ts';
import type { GoCommands, Records } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { linkSalt } from './link-salt.ts';
import type { HelloRequest, SaltRequest } from './protocol.ts';

/** What a handshake works with. */
export interface HandshakeContext {
  readonly plan: Plan;
  readonly log: Log;
  readonly build: BuildVariables;
  readonly go: Pick<GoCommands, 'list'>;
  readonly records: Records;
  /** Gets what the handshake finds out. */
  readonly injected: InjectedPackages;
  /** Answers of the last build, which hold if all that decides them is the same; undefined where every package must be looked at. */
  readonly lastBuild: Pick<LastBuild, 'validate'> | undefined;
  /** Whether this go command was started by a program that runs below another one: a test, a generator. */
  readonly nested: boolean;
}

/**
 * The shim has shown itself: from here on this go command weaves, if it builds what the plan is for.
 *
 * @throws GotsError build_plan_stale, build_shared_libraries, modules_overlay_lost
 */
export async function handshake(
  context: HandshakeContext,
  owner: GoProcess,
  request: HelloRequest | SaltRequest,
): Promise<void> {
  if (owner.mode !== 'unknown') return;
  const { plan, log, build, injected, lastBuild } = context;
  owner.flags = readFlags(request.goArgv.slice(1), splitQuoted(build.goflags));
  owner.cwd = logicalCwd(request);
  owner.go = goBeside(request.tool);
  const reason = foreign(context, owner);
  if (reason !== undefined) {
    owner.mode = 'plain';
    // What a go command below another one prints is read by the program that started it.
    if (!context.nested) log.warn(`not weaving: ${reason}`);
    return;
  }
  const stale = staleInput(plan);
  if (stale !== undefined) {
    owner.mode = 'failed';
    planStale(stale);
  }
  const installed = installedPackages(owner, build.godebug);
  if (installed !== undefined) {
    owner.mode = 'failed';
    sharedLibraries(installed);
  }
  const overlay = overlayFor(plan, owner, request.goArgv.slice(1));
  if (!injected.areKnown) injected.settle(await findInjected({ ...context, overlay }, owner, request.tool));
  lastBuild?.validate(hashParts(linkSalt(plan, injected), plan.rootModule, plan.moduleDirs.join('\n')));
  owner.mode = 'weaving';
}

/** Why this command is none of ours, or undefined (build-protocol G5). */
function foreign({ plan, nested }: HandshakeContext, owner: GoProcess): string | undefined {
  if (nested) return 'a go command below another one; GOTS_NESTED=1 weaves these as well';
  const versioned = owner.flags?.packages.find((name) => /^[^/.][^@]*@/.test(name));
  if (versioned !== undefined) return `${versioned} is built outside the module`;
  const dir = moduleDirOf(owner.cwd);
  if (isInWorkspaceOnly(plan, owner.cwd, dir)) return undefined;
  if (dir === undefined) return `${owner.cwd} is in no module`;
  if (plan.moduleDirs.includes(dir)) return undefined;
  return `${dir} is another module than ${plan.moduleDirs[0]}`;
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
function overlayFor(plan: Plan, owner: GoProcess, argv: readonly string[]): string | undefined {
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
function installedPackages(owner: GoProcess, godebug: string): string | undefined {
  if (owner.flags?.values.get('linkshared') === 'true') return '-linkshared';
  if (owner.flags?.values.get('buildmode') === 'shared') return '-buildmode=shared';
  return godebug.split(',').includes('installgoroot=all') ? 'GODEBUG=installgoroot=all' : undefined;
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
