import { dirname, join } from 'node:path';
import { fileState, settledState, withAllBelow } from '../../base/file-state.ts';
import type { Log } from '../../base/log.ts';
import { moduleDirOf } from '../../base/module-folder.ts';
import type { SettingsPlaces } from '../../go/settings-file.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { filesThatDecide } from '../injected/closure.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import { weaverFiles } from '../plan/weaver-code.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { ReplayHeader } from './channel.ts';
import { linkSalt } from './link-salt.ts';

/** What decides whether a build may be replayed, and whether its replay holds. */
export interface ReplayContext {
  readonly plan: Plan;
  /** Path of the plan. */
  readonly planFile: string;
  readonly log: Pick<Log, 'warnings'>;
  readonly injected: InjectedPackages;
  /** The user's own GOCACHEPROG; '' if there is none. */
  readonly userCacheProg: string;
  /** Where `go env -w` keeps settings. */
  readonly settings: SettingsPlaces;
  /** The folder that holds dist/ and helper/. */
  readonly home: string;
}

/**
 * What the answers of a build that has ended depend on.
 *
 * @param build.tool a tool of the toolchain
 * @param build.startedMs when this process started, in ms since 1970: files that changed later may have been read before
 * @returns undefined if the next build must look for itself
 */
export function replayHeader(
  context: ReplayContext,
  root: GoProcess,
  build: { readonly tool: string; readonly startedMs: number; readonly nowMs: number },
): ReplayHeader | undefined {
  const { plan, injected } = context;
  const watched = mayReplay(context, root) ? watchedFiles(context, root, build.tool, build.startedMs) : undefined;
  const savedMinute = Math.floor(build.nowMs / 60_000);
  return watched && { salt: linkSalt(plan, injected), savedMinute, watched };
}

/** Not where another program answers, where something must be said again, or where files are read that are not watched. */
export function mayReplay({ plan, log, userCacheProg }: ReplayContext, root: GoProcess): boolean {
  // Which packages only injected code brings in depends on files that are not watched.
  if (plan.aspects.some(({ reach }) => reach === 'user')) return false;
  return root.mode === 'weaving' && userCacheProg === '' && log.warnings() === 0 && !root.flags?.values.has('overlay');
}

/**
 * State by path of all that the server looks at to know whether the last answers hold: what {@link import('./handshake.ts').handshake} reads.
 *
 * @returns undefined if one of them was changed so recently that its state does not tell, or vanished
 */
function watchedFiles(
  { plan, planFile, injected, settings, home }: ReplayContext,
  root: GoProcess,
  tool: string,
  startedMs: number,
): Map<string, string> | undefined {
  const closure = filesThatDecide(injected.identities.closure, plan.moduleDirs);
  if (!closure) return undefined;
  const goRoot = join(dirname(tool), '..', '..', '..');
  const needed = [
    ...[planFile, plan.injection?.overlay].filter((path) => path !== undefined && path !== ''),
    ...weaverFiles(home),
    ...plan.inputs.filter((input) => input.hash !== '').flatMap((input) => withAllBelow(input.path)),
    join(goRoot, 'VERSION'),
    ...closure,
  ] as string[];
  const optional = [
    ...plan.inputs.filter((input) => input.hash === '').map((input) => input.path),
    ...settingsFiles(settings, goRoot),
    ...moduleFilesAbove(root.cwd),
  ];
  const states = new Map<string, string>();
  for (const path of [...needed, ...optional]) {
    // The plan was made a moment ago by the command that started this build, and only a rename changes it.
    const stamp = path === planFile ? fileState(path) : settledState(path, startedMs);
    if (stamp === undefined || (stamp === '-' && needed.includes(path))) return undefined;
    states.set(path, stamp);
  }
  return states;
}

/** Each go.mod that is, or would be, the one that governs the working directory. */
function moduleFilesAbove(cwd: string): string[] {
  const end = moduleDirOf(cwd);
  const files: string[] = [];
  for (let dir = cwd; ; dir = dirname(dir)) {
    files.push(join(dir, 'go.mod'));
    if (dir === end || dir === dirname(dir)) return files;
  }
}
