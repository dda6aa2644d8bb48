import { devNull } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';
import type { BuildKind } from '../../cache/packs/manifest-names.ts';
import { extendJob, waitingJobs } from '../../cache/remote/outbox.ts';
import type { CommandContext } from '../../cli/command-context.ts';
import { type FetchWay, fetchRequest, type RemoteUse, useRemote } from '../../cli/remote-fetch.ts';
import { buildPlace } from '../../driver/plan/build-place.ts';
import { goEnv } from '../../go/go-env.ts';
import { restoredAgeMs } from '../cache/merge.ts';
import { usedSince } from '../cache/used-since.ts';
import type { RemoteAccess } from './access.ts';
import type { Fetched, SharedBuilds, SharedResult } from './shared-builds.ts';

/** What a {@link SharedCache} works with. */
export interface SharedCacheContext {
  /** Without credentials. */
  readonly place: string;
  readonly access: RemoteAccess;
  /** Variables with the address, the mode and the credentials of the shared cache. */
  readonly secrets: NodeJS.ProcessEnv;
  /** $GOTS_CACHE. */
  readonly cacheDir: string;
  /** Folder for what builds tell of themselves. */
  readonly folder: string;
  readonly now: () => number;
}

/** A fetch for one go command. */
interface Begun {
  readonly command: string;
  readonly system: string;
  readonly kind: BuildKind;
  readonly use: RemoteUse;
  readonly statsFile: string;
}

/**
 * The shared cache of a job. The action asks it itself, beside the go commands, and stores at the end of the job what they have left: so neither
 * compilers nor tests get its credentials.
 */
export class SharedCache implements SharedBuilds {
  /** What went wrong, in lines for people. */
  readonly problems: string[] = [];
  private readonly context: SharedCacheContext;
  private readonly startedMs: number;
  private readonly begun = new Map<string, Promise<Begun | undefined>>();
  private readonly plain: { readonly kind: BuildKind; readonly used: readonly string[] }[] = [];

  constructor(context: SharedCacheContext) {
    this.context = context;
    this.startedMs = context.now();
  }

  async begin(
    cli: CommandContext,
    goArgs: readonly string[],
    way: FetchWay = 'beside',
  ): Promise<RemoteUse | undefined> {
    const key = keyOf(cli, goArgs);
    const known = this.begun.get(key);
    if (known) return (await known)?.use;
    // A server that has failed once is not asked again: each time would cost as long.
    if (this.problems.length > 0) return undefined;
    const begun = this.start(cli, goArgs, way);
    this.begun.set(key, begun);
    return (await begun)?.use;
  }

  async keepPlain(cli: CommandContext, goArgs: readonly string[], sinceMs: number): Promise<void> {
    const kind = (await this.begun.get(keyOf(cli, goArgs)))?.kind;
    if (!kind || this.context.access.mode !== 'read-write') return;
    const { goCache } = await goEnv(cli.go, cli.cwd, cli.env);
    this.plain.push({ kind, used: usedSince(goCache, sinceMs) });
  }

  /** Ends what is still being fetched, and completes what builds have left to be stored. */
  async finish(): Promise<SharedResult> {
    const { place, access, cacheDir, now } = this.context;
    const begun = (await Promise.all(this.begun.values())).filter((each) => each !== undefined);
    for (const { use } of begun) use.stop();
    for (const { kind, used } of this.plain) {
      const left = waitingJobs(cacheDir, now()).filter(
        ({ job }) => job.createdMs >= this.startedMs && isOfBuild(job.kind, kind),
      );
      const last = left.at(-1);
      if (last) extendJob(last, used);
    }
    return { place, access, fetched: begun.map(describeFetch) };
  }

  private async start(cli: CommandContext, goArgs: readonly string[], way: FetchWay): Promise<Begun | undefined> {
    const found = await goEnv(cli.go, cli.cwd, cli.env);
    const place = buildPlace(found, cli.cwd, goArgs);
    if (!place) return undefined;
    const { secrets } = this.context;
    const { GOTS_REMOTE, GOTS_REMOTE_MODE } = secrets;
    const asking = { ...cli, env: { ...secrets, ...cli.env, GOTS_REMOTE, GOTS_REMOTE_MODE } };
    const build = { goEnv: found, place, goArgs };
    const says = (line: string) => void this.problems.push(line.replace(/^gots: /, ''));
    const use = await useRemote(asking, { ...build, way, says, fileAgeMs: restoredAgeMs });
    if (!use) return undefined;
    const { kind } = fetchRequest(asking, build, undefined);
    const statsFile = join(this.context.folder, `stats-${this.begun.size}.json`);
    const system = found.system.split(' ').slice(0, 2).join('/');
    return {
      command: kind.command,
      system,
      kind,
      use: this.withoutSecrets(use, way === 'beside' ? statsFile : undefined),
      statsFile,
    };
  }

  /** A use whose variables go commands may see. */
  private withoutSecrets(use: RemoteUse, statsFile: string | undefined): RemoteUse {
    const stores = this.context.access.mode === 'read-write';
    return {
      ...use,
      get variables() {
        return {
          GOTS_FETCH: use.variables['GOTS_FETCH'] ?? '',
          ...(statsFile === undefined ? {} : { GOTS_STATS: statsFile }),
          GOTS_REMOTE_MODE: 'read',
          GOTS_REMOTE_UPLOADS: stores ? 'later' : '',
          ...(stores ? { GOTS_TOUCHED: devNull } : {}),
        };
      },
    };
  }
}

function keyOf({ cwd, env }: CommandContext, goArgs: readonly string[]): string {
  return JSON.stringify([cwd, env['GOOS'], env['GOARCH'], env['CGO_ENABLED'], goArgs]);
}

/** Whether builds are of the same module and target, and neither tests. */
function isOfBuild(a: BuildKind, b: BuildKind): boolean {
  return a.module === b.module && a.target === b.target && a.command.startsWith('build') && b.command === a.command;
}

function describeFetch({ command, system, use, statsFile }: Begun): Fetched {
  return { command, system, report: use.report(), answers: answersIn(readIfThere(statsFile)) };
}

function answersIn(stats: string): Fetched['answers'] {
  if (stats === '') return undefined;
  const { gets = 0, vanillaHits = 0, wovenHits = 0 } = JSON.parse(stats) as Readonly<Record<string, number>>;
  return { asked: gets, hits: vanillaHits + wovenHits };
}
