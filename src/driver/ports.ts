import type { Cache } from '../cache/cache.ts';
import type { GoResult } from '../go/go.ts';
import type { GoProcess } from './serve/go-process.ts';

/** Which go command runs, and where. */
export interface GoAt {
  /** Path or name of the go command of the toolchain in use. */
  readonly go: string;
  /** Working directory, absolute: relative patterns and flags refer to it. */
  readonly cwd: string;
}

/**
 * The go commands that a build starts for itself. None of them gets a signal that the terminal sends to the build, and none but
 * {@link GoCommands.listWoven} weaves or asks a cache program.
 */
export interface GoCommands {
  /**
   * Asks for settings as `go env` prints them.
   *
   * @returns value by name; '' for what is not set
   * @throws GotsError cli_go_failed with go's output
   */
  settings(at: GoAt, names: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /**
   * Runs `go list`. GOFLAGS does not count: `args` hold every flag.
   *
   * @param args after `list`
   * @param options.localToolchain runs no other toolchain than this one, whatever go.mod asks for
   * @returns the exit code and what go printed; a code other than 0 is no error here
   */
  list(at: GoAt, args: readonly string[], options?: { readonly localToolchain: boolean }): Promise<GoResult>;
  /**
   * Runs `go list -export`, which builds packages and weaves them: its tools and its cache program talk to this server. The process
   * group is killed when the build ends first.
   *
   * @param child the go command as the server knows it; the caller has announced it
   * @param args between `list -export` and the patterns
   */
  listWoven(child: GoProcess, args: readonly string[], patterns: readonly string[]): Promise<GoResult>;
  /**
   * Runs a tool of the toolchain, such as `compile`.
   *
   * @throws Error with what the tool printed
   */
  tool(at: GoAt, name: string, args: readonly string[], cwd: string): Promise<void>;
  /**
   * Runs a compiler for its verdict; what it prints is not kept.
   *
   * @param compiler path of the program
   * @throws the system's error if it cannot be started
   */
  accepts(compiler: string, args: readonly string[], cwd: string): Promise<boolean>;
}

/** Small values by key, which last longer than the build. */
export type Records = Pick<Cache, 'getRecord' | 'putRecord'>;

/** Time as it passes. */
export interface Clock {
  /** Milliseconds since 1970, with fractions. */
  now(): number;
  /** Does something later, if the process still runs then: waiting for it keeps no process alive. */
  later(delayMs: number, action: () => void): void;
}

/** The processes of the build. */
export interface Processes {
  /** Kills all processes of a group; it may have ended. */
  killGroup(pid: number): void;
  /** Prints an error and ends this process with its exit code. */
  giveUp(error: unknown): void;
}
