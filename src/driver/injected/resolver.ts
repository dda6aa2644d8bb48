import { existsSync, readFileSync, statSync } from 'node:fs';
import { hashParts } from '../../base/hash.ts';
import type { Cache } from '../../cache/cache.ts';
import type { CacheFiles, UsedFiles } from '../../cache/used-files.ts';
import { childFlags } from '../../go/flags.ts';
import { parseJsonStream } from '../../go/go.ts';
import { injectedFlags } from '../../gomod/injected-flags.ts';
import { injectedBuildFailed, injectedNotFound, injectionCycle, planStale } from '../../report/codes/build.ts';
import type { Span } from '../../report/diagnostic.ts';
import { predeclaredPath } from '../../rewrite/names/predeclared-package.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { Children } from '../serve/children.ts';
import { type GoProcess, goProcess, type InjectionStep } from '../serve/go-process.ts';
import type { Job } from '../serve/jobs.ts';
import type { Tally } from '../serve/tally.ts';
import type { InjectedPackages } from './injected-packages.ts';
import type { Archive } from './package-archive.ts';
import { predeclaredArchive } from './predeclared-archive.ts';
import type { WaitGraph } from './wait-graph.ts';

/** What the resolver works with. */
export interface ResolverContext {
  readonly plan: Pick<Plan, 'injection'>;
  readonly go: Pick<GoCommands, 'listWoven' | 'tool'>;
  readonly weave: Pick<Cache, 'get' | 'put' | 'getRecord' | 'putRecord'>;
  readonly injected: Pick<InjectedPackages, 'identities' | 'overlay'>;
  /** Told of each go command before it starts and when it has ended. */
  readonly children: Pick<Children, 'adopt' | 'dismiss'>;
  readonly graph: WaitGraph;
  readonly tally: Tally;
  /** Undefined unless GOTS_TOUCHED asks for the files that are used. */
  readonly usedFiles: UsedFiles | undefined;
  /** Begins the tokens of this server's children. */
  readonly pid: number;
}

interface Want {
  readonly path: string;
  readonly host: string;
  readonly job: Job;
  readonly owner: GoProcess;
  /** Profile the host is compiled with, or 'off'. */
  readonly pgo: string;
  readonly span: Span | undefined;
}

/**
 * Builds injected packages: `go list -export` with the flags of the go command they serve, woven by the same rules, one
 * package at a time, each once per build (build-protocol D).
 */
export class Resolver {
  private readonly context: ResolverContext;
  private readonly running = new Map<string, Promise<readonly Archive[]>>();
  private counter = 0;

  constructor(context: ResolverContext) {
    this.context = context;
  }

  /**
   * The archives of a package and of everything it imports.
   *
   * @throws GotsError build_injected_not_found, build_injected_failed, build_injection_cycle
   */
  async resolve(want: Want): Promise<readonly Archive[]> {
    const { graph, injected } = this.context;
    const { identities } = injected;
    const identity = identities.of(want.path);
    if (want.path === predeclaredPath) return [await predeclaredArchive(this.context, want.owner, identity)];
    const missing = identities.missing(want.path);
    if (missing) injectedNotFound(want.path, want.host, firstLine(missing), want.span);
    const key = hashParts('archives-1', identity, want.path, profileId(want.pgo));
    const node = `inject ${want.path} ${want.pgo}`;
    const ring = graph.add(want.job.node, node);
    if (ring) injectionCycle(describeRing(injectionsOf([want.job.node, ...ring])), want.span);
    try {
      let archives = this.running.get(node);
      if (!archives) {
        archives = this.fromCache(key).then((known) => known ?? this.build(want, node, key));
        this.running.set(node, archives);
        archives.catch(() => this.running.delete(node));
      }
      return await archives;
    } finally {
      graph.remove(want.job.node, node);
    }
  }

  private async fromCache(key: string): Promise<readonly Archive[] | undefined> {
    const archives = await this.context.weave.getRecord<readonly Archive[]>(key);
    const whole = archives?.every((a) => statSync(a.file, { throwIfNoEntry: false })?.size === a.size);
    return archives && whole && (await this.noteUse(key)) ? archives : undefined;
  }

  /** Notes what the build of these archives used; false if that is wanted and not known, so that they must be listed again. */
  private async noteUse(key: string): Promise<boolean> {
    const { usedFiles, weave } = this.context;
    const used = usedFiles && (await weave.getRecord<readonly CacheFiles[]>(usedKey(key)));
    if (used) usedFiles.noteAll(used);
    return usedFiles === undefined || used !== undefined;
  }

  private async build(want: Want, node: string, key: string): Promise<readonly Archive[]> {
    const { plan, go, weave, injected, children, tally, usedFiles, pid } = this.context;
    tally.stats.resolutions++;
    const own = want.owner.flags ? childFlags(want.owner.flags, want.pgo) : [];
    const flags = injectedFlags(own, plan.injection, injected.overlay);
    const child = goProcess(
      `${pid}-${++this.counter}`,
      [...want.owner.chain, { host: want.host, path: want.path }],
      node,
    );
    child.mode = 'weaving';
    child.cwd = want.owner.cwd;
    child.go = want.owner.go;
    child.flags = want.owner.flags;
    children.adopt(child);
    try {
      const fields = 'ImportPath,Name,Export,Error';
      const result = await go.listWoven(child, ['-deps', `-json=${fields}`, ...flags], [want.path]);
      if (result.exitCode !== 0) failed(want, result.stderr);
      // Else what was compiled would be filed as what the files were when the build began.
      const changed = injected.identities.changedFile();
      if (changed !== undefined) planStale(changed);
      const archives = parseJsonStream<{ ImportPath: string; Name: string; Export?: string }>(result.stdout)
        .filter((p) => p.Export && existsSync(p.Export))
        .map((p) => ({
          path: p.ImportPath,
          name: p.Name,
          file: p.Export as string,
          size: statSync(p.Export as string).size,
        }));
      try {
        await weave.putRecord(key, archives);
        if (usedFiles) await weave.putRecord(usedKey(key), usedFiles.of(child.token));
      } catch {
        // Not remembered: resolved again by the next build.
      }
      return archives;
    } finally {
      children.dismiss(child);
    }
  }
}

/** Where it is filed what the build of injected packages used of the caches. */
function usedKey(archivesKey: string): string {
  return hashParts('used-1', archivesKey);
}

function failed(want: Want, stderr: string): never {
  // A ring is closed somewhere below: it is one error, reported once.
  const ring = /injection cycle: (.*) \(build_injection_cycle\)/.exec(stderr)?.[1];
  if (ring !== undefined) injectionCycle(ring, want.span);
  const notFound =
    /no required module provides package|is not in std|cannot find module providing|no Go files|malformed import path/.exec(
      stderr,
    );
  // An error that gots itself reported in the child names its place already.
  if (notFound && !stderr.includes('\n# ') && !stderr.startsWith('# ')) {
    injectedNotFound(want.path, want.host, firstLine(stderr), want.span);
  }
  injectedBuildFailed(want.path, want.host, stderr, want.span);
}

/** Without go's advice on the next line: ours is fit for aspects. */
function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/; to add it:$/, '');
}

function profileId(pgo: string): string {
  return pgo === 'off' ? '' : hashParts(readFileSync(pgo));
}

/** A ring of the wait graph, whose nodes are compilations and injections by turns, and whose last is the first again. */
function injectionsOf(nodes: readonly string[]): InjectionStep[] {
  const ring: InjectionStep[] = [];
  for (let at = 0; at + 2 < nodes.length; at += 2) {
    const host = /^compile (.*) #\d+$/.exec(nodes[at] as string)?.[1] ?? '';
    const path = /^inject (\S+)/.exec(nodes[at + 1] as string)?.[1] ?? '';
    ring.push({ host, path });
  }
  return ring;
}

/** `weaving a injects x, which needs b; weaving b injects y, which needs a`. */
export function describeRing(ring: readonly InjectionStep[]): string {
  return ring
    .map(({ host, path }, at) => `weaving ${host} injects ${path}, which needs ${ring[(at + 1) % ring.length]?.host}`)
    .join('; ');
}
