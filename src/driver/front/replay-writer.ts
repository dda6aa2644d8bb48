import { createHash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileState, settledState } from '../../base/file-state.ts';
import { hashParts } from '../../base/hash.ts';
import type { Log } from '../../base/log.ts';
import { moduleDirOf } from '../../base/module-folder.ts';
import { writeWhole } from '../../base/temporary.ts';
import type { CacheResponse } from '../../cache/wire/gocacheprog.ts';
import type { SettingsPlaces } from '../../go/settings-file.ts';
import { settingsFiles } from '../../go/settings-file.ts';
import { filesThatDecide } from '../injected/closure.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Plan } from '../plan/plan.ts';
import { weaverFiles } from '../plan/weaver-code.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { linkSalt } from './link-salt.ts';
import { encodeFrame, type HelloRequest, type SaltRequest } from './protocol.ts';

/** How the front counts an answer: of the user's cache, of the weave cache, or not at all. */
type AnswerKind = 'v' | 'w' | '-';

/** Names the build that a replay is for: a hash of its command line and settings, made by the front (helper/shim/replay.go). */
export interface ReplayTarget {
  readonly key: string;
  readonly file: string;
}

/** Words of one answer: action id (base64), kind, path of the body ('' for a miss), its size, the response's JSON fields. */
type Words = readonly [action: string, kind: AnswerKind, path: string, size: string, fields: string];

/**
 * Everything the go command of a build was answered, for the next build with the same command line: the front gives the same answers
 * without starting this process, as long as no file has changed that decides whether they hold.
 */
export class Transcript {
  private readonly early = new Map<string, Words>();
  private readonly late = new Map<string, Words>();

  /** @param when mode of the go command when the answer was made; answers to one that is not woven are not kept */
  note(when: GoProcess['mode'], actionId: string, response: Omit<CacheResponse, 'ID'>, kind: AnswerKind): void {
    const answers = when === 'unknown' ? this.early : when === 'weaving' ? this.late : undefined;
    const fields = JSON.stringify(response).slice(1, -1);
    const action = Buffer.from(actionId, 'hex').toString('base64');
    answers?.set(actionId, [action, kind, response.DiskPath ?? '', String(response.Size ?? 0), fields]);
  }

  words(): Pick<ReplayRecord, 'early' | 'late'> {
    return { early: [...this.early.values()], late: [...this.late.values()] };
  }
}

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
 * Writes the replay of a build that has ended, or removes the one that was there if the next build must look for itself.
 *
 * @param build.hello how the shim showed itself
 * @param build.startedMs when this process started, in ms since 1970: files that changed later may have been read before
 */
export function writeReplay(
  context: ReplayContext,
  root: GoProcess,
  transcript: Transcript,
  build: {
    readonly target: ReplayTarget;
    readonly hello: HelloRequest | SaltRequest;
    readonly startedMs: number;
    readonly nowMs: number;
  },
): void {
  const { file, key } = build.target;
  const { plan, injected } = context;
  const watched = mayReplay(context, root) ? watchedFiles(context, root, build.hello.tool, build.startedMs) : undefined;
  try {
    if (!watched) {
      rmSync(file, { force: true });
      return;
    }
    const { cwd, pwd, tool, goArgv } = build.hello;
    const record = encodeReplay({
      key,
      savedMinute: Math.floor(build.nowMs / 60_000),
      // A hash, because the arguments of go may hold secrets.
      hello: hashParts(cwd, pwd, `${dirname(tool)}/`, ...goArgv),
      code: plan.code,
      salt: linkSalt(plan, injected),
      caches: [plan.goCache, plan.cacheDir],
      watched: [...watched],
      ...transcript.words(),
    });
    writeWhole(file, record);
  } catch {
    // The next build starts this process.
  }
}

/** Everything that the front (helper/shim/replay.go) reads of a replay. */
export interface ReplayRecord {
  readonly key: string;
  /** When the build ended, in minutes since 1970. */
  readonly savedMinute: number;
  /** Hash of what the shim told of itself and of the go command. */
  readonly hello: string;
  /** Hash of the code that weaves. */
  readonly code: string;
  readonly salt: string;
  /** Folders of the user's cache and of the weave cache. */
  readonly caches: readonly [goCache: string, cacheDir: string];
  /** Paths with their states. */
  readonly watched: readonly (readonly [path: string, state: string])[];
  /** Answers before and after the hello. */
  readonly early: readonly Words[];
  readonly late: readonly Words[];
}

/** The content of a replay's file: a frame, and the SHA-256 of the frame. */
export function encodeReplay(record: ReplayRecord): Buffer {
  const frame = encodeFrame('replay', {
    key: [record.key],
    savedMinute: [String(record.savedMinute)],
    hello: [record.hello],
    code: [record.code],
    salt: [record.salt],
    caches: record.caches,
    watched: record.watched.flat(),
    early: record.early.flat(),
    late: record.late.flat(),
  });
  return Buffer.concat([frame, createHash('sha256').update(frame).digest()]);
}

/** Not where another program answers, where something must be said again, or where files are read that are not watched. */
function mayReplay({ plan, log, userCacheProg }: ReplayContext, root: GoProcess): boolean {
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

/** A folder with all files and folders below it; of a file, the file. */
function withAllBelow(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return [path, ...readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))];
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
