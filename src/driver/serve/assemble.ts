import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Log } from '../../base/log.ts';
import { openCaches } from '../../cache/open.ts';
import { connectToFetcher, fetcherHangs } from '../../cache/remote/fetch-wire.ts';
import { UsedFiles } from '../../cache/used-files.ts';
import type { Output } from '../../cache/wire/gocacheprog.ts';
import { quoteWord, splitQuoted } from '../../go/flags.ts';
import type { DriverConfig } from '../config.ts';
import type { BeginMessage, ByeMessage } from '../front/channel.ts';
import { mayReplay, type ReplayContext, replayHeader } from '../front/replay-header.ts';
import { InjectedPackages } from '../injected/injected-packages.ts';
import { Resolver } from '../injected/resolver.ts';
import { WaitGraph } from '../injected/wait-graph.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, GoAt, Processes } from '../ports.ts';
import { ensureHelper } from '../programs/helper-program.ts';
import { ArchiveDeps } from '../steps/archive-deps.ts';
import { pluginLoader } from '../steps/plugins.ts';
import { TypeChecker } from '../steps/type-checker.ts';
import { Weaver } from '../steps/weaver.ts';
import { LinkedPrograms } from '../summary/linked-programs.ts';
import { summaryLine } from '../summary/summary-line.ts';
import { uncoveredLibraries } from '../summary/uncovered.ts';
import { CachePolicy } from './cache-policy.ts';
import { Children } from './children.ts';
import { CacheConversation } from './conversation.ts';
import { FrontService } from './front-service.ts';
import { goCommands } from './go-commands.ts';
import { goProcess } from './go-process.ts';
import { Jobs } from './jobs.ts';
import { type CommandIdentity, lastBuildOf } from './last-build-of.ts';
import { leaveUpload } from './leave-upload.ts';
import { noteAtWork } from './left-overs.ts';
import { writeReport } from './report-file.ts';
import { BuildServer } from './server.ts';
import { Tally } from './tally.ts';

/** What a build is besides its environment. */
export interface BuildSetting {
  readonly plan: Plan;
  readonly log: Log;
  /** Shows a line to the person at the terminal; undefined where messages go elsewhere. */
  readonly say: ((line: string) => void) | undefined;
  readonly clock: Clock;
  readonly processes: Processes;
  /** Whether a program that runs below a woven build started this go command. */
  readonly nested: boolean;
  /** How the front began that started this process; undefined if go started it. */
  readonly front: BeginMessage | undefined;
  /** Path of the socket to listen on. */
  readonly socket: string;
  /** When this process started, in ms since 1970. */
  readonly startedMs: number;
  /** Of this process. */
  readonly pid: number;
  readonly command: CommandIdentity;
  /** Command line of the cache program, for children. */
  readonly cacheProg: readonly string[];
  /** The folder `helper`, absolute. */
  readonly helperDir: string;
  /** The folder that holds dist/ and helper/, as the front names it. */
  readonly home: string;
}

/** A build that is ready to serve its go command. */
export interface Build {
  /** Serves until the go command closes its stream, then files what is left. */
  serve(input: Readable, output: Output): Promise<void>;
  /**
   * Serves a front until the build ends.
   *
   * @returns whether the build ended; if it did not, the front was killed
   */
  serveFront(stream: Socket): Promise<boolean>;
}

/** Puts the parts of a build together: the only place that knows all of them. */
export async function assemble(config: DriverConfig, setting: BuildSetting): Promise<Build> {
  const { log, clock, processes, nested, front, socket, startedMs, pid } = setting;
  const plan = { ...setting.plan, goCache: config.goCache || setting.plan.goCache };
  const usedFiles = config.usedFile === '' ? undefined : new UsedFiles(config.usedFile);
  const lastBuild = lastBuildOf(config, plan, setting.command, front?.replays ?? false);
  const { cacheDir, goCache } = plan;
  const program = splitQuoted(config.userCacheProg);
  const coming =
    config.fetchSocket === '' ? undefined : connectToFetcher(config.fetchSocket, () => log.warn(fetcherHangs));
  let service: FrontService | undefined;
  const spilled = () => service?.tell({ kind: 'spills' });
  const caches = await openCaches({
    ...{ weaveDir: cacheDir, goCache, program, lastBuild, usedFiles, coming, log, spilled },
  });
  const { weave } = caches;
  const reports = config.reportFile !== '';
  const tally = new Tally({
    matches: reports,
    compiledMatches: setting.say !== undefined,
    sources: reports && config.reportsSources,
  });
  const programs = reports || setting.say ? new LinkedPrograms() : undefined;
  const injected = new InjectedPackages();
  const children = new Children(processes, (count) => service?.tell({ kind: 'children', count }));
  const go = goCommands({
    env: config.childEnv,
    childCacheProg: [plan.shim, 'cacheprog', ...setting.cacheProg].map(quoteWord).join(' '),
    toolexecFlag: `-toolexec=${quoteWord(plan.shim)}`,
    socket,
    started: (group) => children.started(group),
  });
  const graph = new WaitGraph();
  const jobs = new Jobs(graph, clock);
  const names = new Map<string, string>();
  const deps = new ArchiveDeps(plan.goCache);
  const root = goProcess('', [], undefined);
  const common = { plan, log, go, injected, tally, names, deps, records: weave };
  const placed =
    front && ((actionId: string, key: string) => service?.tell({ kind: 'place', action: base64(actionId), key }));
  const policy = new CachePolicy({ ...common, caches, lastBuild, jobs, clock, placed });
  const resolver = new Resolver({ ...common, weave, children, graph, usedFiles, pid });
  const oracle = async (at: GoAt): Promise<string> => {
    const { GOVERSION: goVersion = '' } = await go.settings(at, ['GOVERSION']);
    const sourceDir = join(setting.helperDir, 'oracle');
    const { usedFile: touchedFile } = config;
    return ensureHelper('oracle', {
      go: at.go,
      goVersion,
      cacheDir,
      sourceDir,
      log,
      env: config.childEnv,
      touchedFile,
    });
  };
  const types = new TypeChecker({ ...common, program: oracle });
  const weaver = new Weaver(pluginLoader(plan.aspectFiles));
  const { build, planFile, userCacheProg } = config;
  const conversation = new CacheConversation(
    {
      handshake: { ...common, build, nested, lastBuild: tally.wants.matches ? undefined : lastBuild },
      ...{ log, usedFiles, processes, root, socket, spool: caches.spool },
    },
    policy,
  );
  const compile = { ...common, policy, resolver, weaver, types, goarch: build.goarch };
  const link = { ...common, resolver, policy, programs };
  const parts = { plan, log, conversation, children, jobs, injected, compile, link, usedFiles, root };
  const server = new BuildServer(parts, { socket, pid });
  const replay: ReplayContext = { ...common, planFile, userCacheProg, settings: build.settings, home: setting.home };

  /** Says on a terminal what was woven, unless nothing was made. */
  async function sayLine(): Promise<void> {
    const isWhole = policy.isWhole() && (service?.isWhole ?? true) && !server.hasFailed();
    if (!setting.say || !programs || !isWhole) return;
    try {
      const line = await summaryLine({ plan, tally, programs, lastBuild, policy }, root);
      if (line !== undefined) setting.say(line);
    } catch (error) {
      // The program is built.
      log.debug(`no line about the build: ${(error as Error).message}`);
    }
  }

  /** Files what is left, in the order in which one may need the other. */
  async function finish(): Promise<void> {
    if (root.mode === 'unknown' && tally.stats.gets > 0) {
      log.debug('no compiler reported through the shim; nothing was woven');
    }
    lastBuild.save();
    usedFiles?.save();
    await caches.close();
    const isWhole = policy.isWhole() && (service?.isWhole ?? true) && !server.hasFailed();
    if (config.uploads !== 'no' && usedFiles && root.mode === 'weaving' && isWhole) {
      const program = join(setting.home, 'dist', 'remote.mjs');
      const { childEnv: env, uploads } = config;
      leaveUpload(usedFiles.inOrder(), { plan, root, env, uploads, program, log, now: clock.now() });
    }
  }

  function byeMessage(): ByeMessage {
    const { hello } = conversation;
    const { maxRSS } = process.resourceUsage();
    const counts = { ...tally.stats, maxRssBytes: maxRSS * 1024 };
    const never = { kind: 'bye', replay: 'never', counts } as const;
    if (front?.replays) return mayReplay(replay, root) ? { ...never, replay: 'same' } : never;
    const header = hello && replayHeader(replay, root, { tool: hello.tool, startedMs, nowMs: clock.now() });
    return header ? { ...never, replay: header } : never;
  }

  return {
    async serve(input, output) {
      const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, plan.goCache]);
      await server.listen();
      await server.serve(input, output);
      server.close();
      await policy.close();
      await sayLine();
      await finish();
      const uncovered = programs?.isEmpty === false ? uncoveredLibraries(plan.aspects, programs) : undefined;
      writeReport(config, { plan, tally, uncovered }, { startedMs, nowMs: clock.now() });
      ended();
    },
    async serveFront(stream) {
      const ended = noteAtWork(plan.cacheDir, [plan.cacheDir, plan.goCache]);
      service = new FrontService({ ...parts, policy, lastBuild, giveUp: processes.giveUp }, stream);
      const isAtEnd = service.serve();
      service.tell({ kind: 'ready', caches: [goCache, cacheDir], code: plan.code });
      await server.listen();
      weaver.prepare();
      const said = await isAtEnd;
      server.close();
      if (!said) return false;
      await sayLine();
      await service.sayBye(byeMessage());
      await finish();
      ended();
      return true;
    },
  };
}

function base64(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64');
}
