import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { join, resolve } from 'node:path';
import { hashParts } from '../base/hash.ts';
import { modulePathOf } from '../base/module-folder.ts';
import { readIfThere } from '../base/read-if-there.ts';
import { candidates } from '../cache/packs/manifest-names.ts';
import { packId } from '../cache/packs/pack-manifest.ts';
import { headState } from '../cache/remote/branch.ts';
import { connectToFetcher, fetcherEnded, fetcherHangs } from '../cache/remote/fetch-wire.ts';
import { type FetchReport, pullSigns, type RemoteRequest } from '../cache/remote/remote-request.ts';
import { type RemoteWish, remoteSettings } from '../cache/remote/remote-settings.ts';
import { SilenceWatch } from '../cache/remote/silence-watch.ts';
import { runtimeDir } from '../driver/front/socket-name.ts';
import { buildKind } from '../driver/plan/build-kind.ts';
import type { BuildPlace } from '../driver/plan/build-place.ts';
import { remoteWish } from '../driver/plan/remote-wish.ts';
import { weaverCode } from '../driver/plan/weaver-code.ts';
import { readFlags, splitQuoted } from '../go/flags.ts';
import type { GoEnv } from '../go/go-env.ts';
import { busyMs, pidNamespace, processStart } from '../process/identity.ts';
import { type Exit, type Running, start } from '../process/spawn.ts';
import type { CommandContext } from './command-context.ts';

/** How caches are filled from a shared cache: beside the go command to come, or before it. */
export type FetchWay = 'beside' | 'before';

/** A shared cache in use. */
export interface RemoteUse {
  /** For the go command to come; complete when {@link ready} has settled. */
  readonly variables: Readonly<Record<string, string>>;
  /** Waits for one file of the weave cache, a program, where that is on its way. */
  awaitProgram(name: string): Promise<void>;
  /** Waits until the go command may start. */
  ready(): Promise<void>;
  /** Waits until all has come that the build will most likely ask for, or will not come. */
  fetched(): Promise<void>;
  /** The go command has ended: what has not come is not fetched. */
  stop(): void;
  /** What was done until now; undefined if nothing was asked. */
  report(): FetchReport | undefined;
}

/** What the build to come is. */
export interface ComingBuild {
  readonly goEnv: GoEnv;
  readonly place: BuildPlace;
  readonly goArgs: readonly string[];
  readonly way: FetchWay;
  /** Gets what the program of the shared cache says to people, without line ends; undefined: it is printed on standard error. */
  readonly says?: ((line: string) => void) | undefined;
  /** See {@link RemoteRequest}. */
  readonly fileAgeMs?: number | undefined;
}

/** After this time the shared cache is asked again, though the same commit is built. */
const againMs = 3_600_000;

/**
 * Begins to fill the caches from the shared cache of the module, if there is one and it was not asked for this commit a short time ago.
 *
 * @returns undefined where no shared cache is set
 * @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
 */
export async function useRemote(context: CommandContext, build: ComingBuild): Promise<RemoteUse | undefined> {
  const { env, cacheDir } = context;
  const wish = await remoteWish(build.place.configDirs);
  const settings = remoteSettings(env, wish);
  if (!settings) return undefined;
  const variables: Record<string, string> = {
    GOTS_REMOTE: env['GOTS_REMOTE'] || (wish?.url ?? ''),
    GOTS_REMOTE_MODE: settings.mode,
    GOTS_FETCH: '',
    // What is used is what is stored: the cache program notes it where this is set.
    ...(settings.mode === 'read-write' && !env['GOTS_TOUCHED'] ? { GOTS_TOUCHED: devNull } : {}),
  };
  const request = fetchRequest(context, build, wish);
  const { stamp } = request;
  const age = Date.now() - (statSync(stamp.file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age < againMs && readIfThere(stamp.file) === stamp.text) return nothingToFetch(variables);
  mkdirSync(cacheDir, { recursive: true });
  const fetch = build.way === 'before' ? fetchBefore : fetchBeside;
  return fetch(context, { ...request, fileAgeMs: build.fileAgeMs }, variables, build.says);
}

function nothingToFetch(variables: Variables): RemoteUse {
  const nothing = async () => {};
  return {
    variables,
    awaitProgram: nothing,
    ready: nothing,
    fetched: nothing,
    stop: () => {},
    report: () => undefined,
  };
}

/** What is asked of the program of the shared cache for a build. */
export function fetchRequest(
  { cwd, env, home, cacheDir }: CommandContext,
  { goEnv, place, goArgs }: Omit<ComingBuild, 'way'>,
  wish: RemoteWish | undefined,
): Extract<RemoteRequest, { readonly do: 'pull' }> {
  const flags = readFlags(goArgs, splitQuoted(goEnv.goflags));
  const moduleDir = realpathSync(place.moduleDir);
  const kind = buildKind({
    module: modulePathOf(place.moduleDir),
    moduleDir,
    cwd: realpathSync(resolve(cwd, flags.chdir ?? '')),
    toolchain: goEnv.version,
    code: weaverCode(home, cacheDir),
    flags,
    system: goEnv.system,
    env,
  });
  const names = candidates(kind).map(({ name }) => name);
  const file = join(cacheDir, 'remote', 'fetched', hashParts(goEnv.goCache, ...names).slice(0, 32));
  // It is an argument of a program, and the address may hold a password.
  const stamp = { file, text: `${hashParts(env['GOTS_REMOTE'] ?? '', wish?.url ?? '')}\n${headState(moduleDir)}` };
  return { do: 'pull', quiet: true, cacheDir, wish, kind, folders: { go: goEnv.goCache, weave: cacheDir }, stamp };
}

type PullRequest = ReturnType<typeof fetchRequest>;
type Variables = Readonly<Record<string, string>>;

type Says = ComingBuild['says'];

function fetchBefore(context: CommandContext, request: PullRequest, variables: Variables, says: Says): RemoteUse {
  const { watch, done, stop, report } = startRemote(context, request, 'none', says);
  const kill = () => stop((running) => running.signal('SIGKILL'));
  // A name server that does not answer would hold up its exit.
  const ended = watch.during(done).then(kill);
  const wait = () => ended;
  return { variables, awaitProgram: wait, ready: wait, fetched: wait, stop: kill, report };
}

let fetches = 0;

function fetchBeside(context: CommandContext, request: PullRequest, variables: Variables, says: Says): RemoteUse {
  const { XDG_RUNTIME_DIR, TMPDIR } = context.env;
  const name = `${process.pid}-${processStart(process.pid) ?? 0}-${pidNamespace()}.f${++fetches}`;
  const socket = join(runtimeDir({ XDG_RUNTIME_DIR, TMPDIR }), name);
  // The program ends when this process does, by whatever: then its standard input ends.
  const { watch, begun, come, giveUp, stop, hangs, report } = startRemote(
    context,
    { ...request, do: 'fetch', socket },
    'pipe',
    says,
  );
  return {
    get variables() {
      return { ...variables, GOTS_FETCH: hangs() ? '' : socket };
    },
    async awaitProgram(program) {
      await watch.during(begun);
      if (hangs()) return;
      const coming = connectToFetcher(socket, giveUp);
      const id = packId(`weave/bin/${program}`);
      if (id !== undefined) await coming.arrives(id);
      coming.close();
    },
    ready: () => watch.during(begun),
    fetched: () => watch.during(come),
    report,
    stop: () =>
      stop((running) => {
        running.input?.end();
        // One that was stopped reads that, too.
        running.signal('SIGCONT');
      }),
  };
}

/** Signals with which a user ends all that runs. */
const fromTerminal: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM']);

/** A program of the shared cache at work. */
interface Remote {
  readonly watch: SilenceWatch;
  /** It has said something, or will not. */
  readonly begun: Promise<void>;
  /** All has come that a build most likely asks for, or will not come. */
  readonly come: Promise<void>;
  /** It has done all, or will not. */
  readonly done: Promise<void>;
  /** It is not waited for any more. */
  giveUp(): void;
  /** It is ended, and not missed. */
  stop(how: (running: Running) => void): void;
  hangs(): boolean;
  report(): FetchReport | undefined;
}

/** Starts the program of the shared cache; what it says on the terminal is for people. */
function startRemote(
  { home, env, cwd, log }: CommandContext,
  request: RemoteRequest,
  stdin: 'pipe' | 'none',
  says: Says,
): Remote {
  const begun = settleable();
  const come = settleable();
  const done = settleable();
  let hangs = false;
  let report: FetchReport | undefined;
  const giveUp = () => {
    hangs = true;
    log.warn(fetcherHangs);
    running.signal('SIGKILL');
    for (const { settle } of [begun, come, done]) settle();
  };
  let isDone = false;
  let isStopped = false;
  const ended = ({ signal }: Exit) => {
    // Ctrl-C reaches it as well. Of an end by itself it has said why.
    if (signal === null || fromTerminal.has(signal)) return;
    if (!isDone && !isStopped && !hangs) log.warn(fetcherEnded);
  };
  const watch = new SilenceWatch(giveUp, { busyMs: () => busyMs(running.pid) });
  const running = start({
    program: process.execPath,
    args: [join(home, 'dist', 'remote.mjs'), JSON.stringify(request)],
    env,
    cwd,
    stdin,
    stdout: {
      line: (line) => {
        watch.heard();
        begun.settle();
        if (line.startsWith(`${pullSigns.fetched} `)) {
          report = JSON.parse(line.slice(pullSigns.fetched.length)) as FetchReport;
          come.settle();
        }
        if (line !== pullSigns.done) return;
        isDone = true;
        done.settle();
      },
    },
    stderr: says ? { line: says } : 'inherit',
  });
  running.exited.then(ended, () => {});
  for (const { settle } of [begun, come, done]) running.exited.then(settle, settle);
  const stop = (how: (running: Running) => void) => {
    isStopped = true;
    how(running);
  };
  return {
    watch,
    begun: begun.promise,
    come: come.promise,
    done: done.promise,
    giveUp,
    stop,
    hangs: () => hangs,
    report: () => report,
  };
}

function settleable(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}
