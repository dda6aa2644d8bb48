import type { FetchReport } from '../../cache/remote/remote-request.ts';
import type { CommandContext } from '../../cli/command-context.ts';
import type { FetchWay, RemoteUse } from '../../cli/remote-fetch.ts';
import type { RemoteAccess } from './access.ts';

/** The shared cache as the builds of a job see it. */
export interface SharedBuilds {
  /**
   * Begins to fetch what a go command will ask for. A second call for the same command gets the fetch that the first one began.
   *
   * @param cli surroundings of the go command
   * @param goArgs arguments of the go command, packages among them
   * @returns undefined where nothing is to be expected of the server any more
   * @throws GotsError of `go env`
   */
  begin(cli: CommandContext, goArgs: readonly string[], way?: FetchWay): Promise<RemoteUse | undefined>;
  /**
   * Notes that a plain build of the same packages has ended: what it used is stored with the woven build.
   *
   * @param sinceMs when it began, in ms since 1970
   */
  keepPlain(cli: CommandContext, goArgs: readonly string[], sinceMs: number): Promise<void>;
}

/** What a fetch did for one go command. */
export interface Fetched {
  /** `build ./...`. */
  readonly command: string;
  /** `linux/amd64`. */
  readonly system: string;
  /** Undefined: the server was not asked, since it was asked for this commit a short time ago. */
  readonly report: FetchReport | undefined;
  /** Answers to go's questions for packages; undefined where the build did not get to its end. */
  readonly answers: { readonly asked: number; readonly hits: number } | undefined;
}

/** What the shared cache did until the end of a step. */
export interface SharedResult {
  /** Without credentials. */
  readonly place: string;
  readonly access: RemoteAccess;
  readonly fetched: readonly Fetched[];
}
